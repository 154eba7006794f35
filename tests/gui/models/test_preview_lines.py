"""Rows of a file in its order: questions with what is said of them, and the faulty ones between."""

from quizapp.core.problems import Problem, Severity
from quizapp.gui.models.preview_lines import preview_lines
from quizapp.services.banks import BankPreview, Novelty, PreviewItem
from tests.services.bank_files import single


def preview(items: list[PreviewItem], problems: list[Problem]) -> BankPreview:
    return BankPreview("礼仪", "题库.xlsx", "", "", tuple(items), tuple(problems), 1)


def test_faulty_rows_stand_between_the_others_with_their_problems():
    items = [
        PreviewItem("甲", 2, single(1), Novelty.NEW),
        PreviewItem("甲", 4, single(2), Novelty.SAME),
        PreviewItem("乙", 2, single(3), Novelty.CHANGED),
        PreviewItem("甲", 5, single(1), Novelty.REPEATED),
    ]
    error = Problem("甲", 3, "答案", Severity.ERROR, "没有答案")
    remark = Problem("甲", 4, "难度", Severity.WARNING, "不认识的难度")
    about_sheet = Problem("丙", None, "", Severity.WARNING, "隐藏的工作表")
    about_headings = Problem("甲", 1, "题干", Severity.WARNING, "标题重复")
    lines = preview_lines(preview(items, [about_headings, error, remark, about_sheet]))
    assert [line.place for line in lines] == [("甲", 2), ("甲", 3), ("甲", 4), ("甲", 5), ("乙", 2)]
    assert [line.novelty for line in lines] == [Novelty.NEW, None, Novelty.SAME, Novelty.REPEATED, Novelty.CHANGED]
    assert [line.may_be_imported for line in lines] == [True, False, False, False, True]
    assert lines[1].problems == (error,)
    assert lines[2].problems == (remark,)
    assert lines[0].problems == ()


def test_an_empty_file_has_no_lines():
    assert preview_lines(preview([], [])) == []
