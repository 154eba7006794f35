"""A row is corrected in the form of a question; what is still wrong is said there."""

from datetime import date

import pytest
from PySide6.QtCore import Qt

from quizapp.core.faulty_rows import FaultyRow
from quizapp.core.problems import Problem, Severity
from quizapp.core.questions import Kind, Option, Question
from quizapp.gui.models.preview_lines import PreviewLine
from quizapp.gui.pages.row_mend import RowMend
from tests.gui.reading import button, words_of

DRAFT = Question(Kind.SINGLE, "铃响几声之内接听？", (), (Option("三声"), Option("五声")), category="电话")
PROBLEM = Problem("题库", 3, "答案", Severity.ERROR, "答案“丁”不是选项。")
LINE = PreviewLine("题库", 3, None, (PROBLEM,), FaultyRow("题库", 3, DRAFT, "单选", "丁"))


@pytest.fixture
def mend(theme, show) -> RowMend:
    made = show(RowMend(theme, date(2026, 3, 2)), 520, 900)
    made.begin(LINE, ["电话", "会面"])
    return made


def test_it_begins_with_what_the_file_says(mend):
    words = words_of(mend)
    assert "修改第 3 行" in words
    assert "答案“丁”不是选项。" in words
    assert "文件里写的题型：单选\n文件里写的答案：丁" in words
    assert mend.form.stem.toPlainText() == DRAFT.stem
    assert mend.form.options.texts == ("三声", "五声")
    assert mend.form.stem.hasFocus()


def test_what_is_right_is_handed_on(mend, qtbot):
    mend.form.options.rows[1].tick.click()
    with qtbot.waitSignal(mend.mended) as signal:
        button(mend, "改好了").click()
    place, question = signal.args
    assert place == ("题库", 3)
    assert (question.key, question.category) == ((1,), "电话")


def test_what_is_still_wrong_stays(mend, qtbot):
    with qtbot.assertNotEmitted(mend.mended):
        button(mend, "改好了").click()
    assert "没有答案" in words_of(mend.form)


def test_it_can_be_left(mend, qtbot):
    with qtbot.waitSignal(mend.cancelled):
        qtbot.keyClick(mend.form.stem, Qt.Key.Key_Escape)
