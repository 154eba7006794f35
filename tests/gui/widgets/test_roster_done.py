"""After an import: what was done, and where one may go from there."""

import pytest

from quizapp.gui.widgets.roster_done import RosterDone
from quizapp.services.people import RosterImported
from tests.gui.reading import words_of


@pytest.fixture
def done(theme, show) -> RosterDone:
    made = show(RosterDone(theme))
    made.show_imported(RosterImported(batch_id=1, new=3, moved=2, renamed=1, changed=0, left=4, same=1049))
    return made


def test_it_tells_the_counts_and_that_nobody_was_deleted(done):
    assert [(tile.label, tile.figure) for tile in done.tiles.tiles] == [
        ("新增", "3"), ("调动", "2"), ("改名", "1"), ("变化", "0"), ("离开", "4"), ("不变", "1,049"),
    ]  # fmt: skip
    assert "没有删除任何人" in words_of(done)
    assert done.people_button.hasFocus()


def test_rows_that_were_skipped_are_told(done):
    assert not done.skipped.isVisible()
    done.show_imported(RosterImported(batch_id=1, new=3, moved=0, renamed=0, changed=0, left=0, same=0), errors=2)
    assert "文件里有 2 处错误，那些行没有导入。" in words_of(done)


def test_ways_to_go_on(done, qtbot):
    with qtbot.waitSignal(done.went_back):
        done.people_button.click()
    with qtbot.waitSignal(done.went_to) as went:
        done.bank_button.click()
    assert went.args == ["banks"]
    with qtbot.waitSignal(done.went_to) as went:
        done.exam_button.click()
    assert went.args == ["exams"]
