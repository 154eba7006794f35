"""What the columns of banks show, and what they sort by."""

from dataclasses import replace
from datetime import UTC, datetime

from quizapp.core.problems import Problem, Severity
from quizapp.core.questions import Difficulty, Kind, Question
from quizapp.gui.models.preview_lines import PreviewLine
from quizapp.gui.pages.bank_columns import (
    batch_columns,
    found_words,
    preview_columns,
    problem_columns,
    problem_place,
    question_columns,
)
from quizapp.services.banks import BankQuestion, Batch, Novelty, PreviewItem, QuestionState
from tests.services.bank_files import single

ROW = BankQuestion(1, 1, 1, QuestionState.ACTIVE, replace(single(1), stem="问\n一", difficulty=Difficulty.HARD))
ERROR = Problem("题库", 3, "答案", Severity.ERROR, "没有答案：请填写。")


def shown(columns, row):
    return {column.heading: column.shown(row) for column in columns}


def values(columns, heading, rows):
    column = next(column for column in columns if column.heading == heading)
    return [column.value(row) for row in rows]


def test_a_question_on_one_line():
    assert shown(question_columns(), ROW) == {
        "题型": "单选题", "题干": "问 一", "分类": "", "知识点": "", "难度": "难", "答案": "A", "依据": "",
        "状态": "使用中",
    }  # fmt: skip
    assert "第 1 题的选项丁" in found_words(ROW)


def test_what_matters_less_gives_way_first():
    yielding = sorted((column for column in question_columns() if column.gives_way), key=lambda one: -one.gives_way)
    assert [column.heading for column in yielding] == ["依据", "知识点", "难度", "分类"]


def test_kinds_levels_and_states_sort_in_their_own_order():
    kinds = [replace(ROW, question=Question(kind, "", "")) for kind in Kind]
    assert values(question_columns(), "题型", kinds) == [0, 1, 2, 3, 4]
    levels = [replace(ROW, question=replace(ROW.question, difficulty=one)) for one in Difficulty]
    assert values(question_columns(), "难度", levels) == [0, 1, 2, None]
    states = [replace(ROW, state=state) for state in QuestionState]
    assert values(question_columns(), "状态", states) == [0, 1, 2]
    assert [shown(question_columns(), one)["状态"] for one in states] == ["使用中", "待审核", "已停用"]


def test_categories_sort_by_sound_and_none_comes_last():
    rows = [replace(ROW, question=replace(ROW.question, category=one)) for one in ("会面", "保密", "")]
    first, second, none = values(question_columns(), "分类", rows)
    assert second < first
    assert none is None


def test_a_row_of_a_file_and_a_faulty_one():
    columns = preview_columns(lambda line: line.may_be_imported, lambda rows, on: None)
    good = PreviewLine("题库", 2, PreviewItem("题库", 2, single(1), Novelty.CHANGED), ())
    bad = PreviewLine("题库", 3, None, (ERROR, replace(ERROR, message="没有题干")))
    assert shown(columns, good) == {
        "导入": "√", "工作表": "题库", "行": "2", "题型": "单选题", "题干": "第 1 题选哪一个？",
        "答案": "A", "处理": "有变化",
    }  # fmt: skip
    assert shown(columns, bad) | {"导入": ""} == {
        "导入": "", "工作表": "题库", "行": "3", "题型": "", "题干": "没有答案：请填写。；没有题干",
        "答案": "", "处理": "有错误",
    }  # fmt: skip
    assert [column.heading for column in columns if column.gives_way] == ["行", "题型", "答案"]


def test_a_problem_says_where_and_what():
    assert list(shown(problem_columns(), ERROR).values()) == [
        "错误",
        "题库",
        "3",
        "答案",
        "没有答案：请填写。",
    ]
    assert problem_place(ERROR) == "第 3 行“答案”"
    assert problem_place(replace(ERROR, column="")) == "第 3 行"
    assert problem_place(replace(ERROR, row=None)) == "工作表“题库”"


def test_an_import_says_whether_it_can_be_undone():
    at = datetime(2026, 3, 2, 1, 0, tzinfo=UTC)
    batch = Batch(1, 1, "礼仪", "题库.xlsx", at, "王芳", 12, 3, is_undone=False, may_undo=True)
    columns = batch_columns()
    assert shown(columns, batch) == {
        "时间": f"{at.astimezone():%Y-%m-%d %H:%M}", "题库": "礼仪", "文件": "题库.xlsx", "新增": "12", "更新": "3",
        "导入人": "王芳", "状态": "可以撤销",
    }  # fmt: skip
    assert shown(columns, replace(batch, may_undo=False))["状态"] == "已被使用"
    assert shown(columns, replace(batch, is_undone=True, may_undo=False))["状态"] == "已撤销"


def test_what_is_kept_back_has_its_sign_in_the_column_of_states():
    rows = [replace(ROW, is_kept_back=kept, state=state) for state in QuestionState for kept in (False, True)]
    column = next(column for column in question_columns() if column.heading == "状态")
    assert [column.shown(row) for row in rows] == ["使用中", "竞赛保留", "待审核", "待审核", "已停用", "已停用"]
    places = [column.value(row) for row in rows]
    assert places == sorted(places)
    assert [column.tone(row) for row in rows[:2]] == ["", "info"]
