"""What was written is told, with the way on and the way back."""

from dataclasses import replace
from datetime import UTC, datetime

import pytest

from quizapp.gui.pages.import_done import ImportDone
from quizapp.services.banks import Batch
from tests.gui.reading import button, words_of

AT = datetime(2026, 3, 2, 1, 0, tzinfo=UTC)
BATCH = Batch(1, 1, "礼仪题库", "题库.xlsx", AT, "王芳", 12, 3, is_undone=False, may_undo=True)


@pytest.fixture
def done(theme, show) -> ImportDone:
    return show(ImportDone(theme))


@pytest.mark.parametrize(
    ("batch", "faulty", "said"),
    [
        (BATCH, 0, "新增 12 道题，更新 3 道题。"),
        (replace(BATCH, changed=0), 0, "新增 12 道题。"),
        (replace(BATCH, new=0), 0, "更新 3 道题。"),
        (BATCH, 2, "新增 12 道题，更新 3 道题。\n有错误的 2 行没有导入，改正后可以再导入一次。"),
    ],
)
def test_it_says_what_was_written(done, batch, faulty, said):
    done.show_batch(batch, faulty)
    assert "已导入“礼仪题库”" in words_of(done)
    assert said in words_of(done)


def test_its_buttons_lead_on_and_back(done, qtbot):
    done.show_batch(BATCH, 0)
    for word, signal in (
        ("看题目", done.questions_wanted),
        ("再导入一个文件", done.again_wanted),
        ("撤销这次导入", done.undo_wanted),
    ):
        with qtbot.waitSignal(signal):
            button(done, word).click()


def test_undone_cannot_be_undone_again(done):
    done.show_batch(BATCH, 0)
    done.set_busy(True)
    done.show_undone(BATCH)
    assert "“礼仪题库”和这次导入之前一样。" in words_of(done)
    assert "撤销这次导入" not in words_of(done)
    assert done.again_button.isEnabled()
