"""A row of a file beside its table: what is wrong, what would change, what it asks."""

from dataclasses import replace

import pytest

from quizapp.core.pictures import Picture
from quizapp.core.problems import Problem, Severity
from quizapp.gui.models.preview_lines import PreviewLine
from quizapp.gui.pages.row_detail import RowDetail
from quizapp.gui.widgets.picture_view import PictureView
from quizapp.services.banks import Novelty, PreviewItem
from tests.gui.pictured import source_of
from tests.gui.reading import words_of
from tests.services.bank_files import single

ERROR = Problem("题库", 3, "答案", Severity.ERROR, "没有答案：请填写。")
REMARK = Problem("题库", 2, "难度", Severity.WARNING, "不认识的难度。")


def line(novelty: Novelty, **fields: object) -> PreviewLine:
    return PreviewLine("题库", 2, PreviewItem("题库", 2, single(1, category="会面"), novelty, **fields), (REMARK,))


@pytest.fixture
def detail(theme, show) -> RowDetail:
    return show(RowDetail(theme), 420, 600)


def test_a_new_row_shows_the_question_and_what_is_said_of_it(detail, qtbot):
    detail.show_line(line(Novelty.NEW))
    qtbot.waitUntil(lambda: "不认识的难度。" in words_of(detail))
    words = words_of(detail)
    assert "第 2 行" in words
    assert "第 1 题选哪一个？" in words
    assert "分类：会面" in words
    assert not detail.row_button.isVisible()


def test_a_changed_row_shows_before_and_after(detail, qtbot):
    detail.show_line(line(Novelty.CHANGED, before=single(1, 2, category="会面"), question_id=1))
    qtbot.waitUntil(lambda: "导入后" in words_of(detail))
    words = words_of(detail).splitlines()
    at = words.index("题库里")
    assert words[at - 1 : at + 4] == ["答案", "题库里", "C. 第 1 题的选项丙", "导入后", "A. 第 1 题的选项甲"]
    detail.show_line(line(Novelty.SAME, before=single(1)))
    qtbot.waitUntil(lambda: "导入后" not in words_of(detail))
    assert "题库里已有完全相同的题，不重复导入。" in words_of(detail)


def test_a_repeated_row_says_so(detail):
    detail.show_line(line(Novelty.REPEATED))
    assert "文件前面已有相同的题，这一行不导入。" in words_of(detail)


def test_a_problem_leads_to_its_row(detail, qtbot):
    faulty = PreviewLine("题库", 3, None, (ERROR, replace(ERROR, message="没有题干")))
    detail.show_problem(ERROR, faulty)
    qtbot.waitUntil(lambda: "没有答案：请填写。" in words_of(detail))
    assert "第 3 行“答案”" in words_of(detail)
    assert "没有题干" not in words_of(detail)
    assert "请在文件里改正" in words_of(detail)
    with qtbot.waitSignal(detail.row_wanted) as signal:
        detail.row_button.click()
    assert signal.args == [faulty]


def test_a_problem_of_a_whole_sheet_leads_nowhere(detail):
    detail.show_problem(replace(ERROR, row=None, column=""), None)
    assert "工作表“题库”" in words_of(detail)
    assert not detail.row_button.isVisible()


def test_the_pictures_of_a_row_are_seen(detail, tasks, qtbot):
    detail.pictures = source_of(tasks)
    shown = replace(line(Novelty.NEW).item, question=single(1, pictures=(Picture("a"),)))
    detail.show_line(replace(line(Novelty.NEW), item=shown))
    qtbot.waitUntil(lambda: any(view.shown.image for view in detail.findChildren(PictureView)))
