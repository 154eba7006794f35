"""What the tables of an import show, each change as before and after."""

from quizapp.core.problems import Problem, Severity
from quizapp.core.roster import RosterChange, RosterScope
from quizapp.core.roster_comparison import compare
from quizapp.gui.models.roster_choices import RosterChoices
from quizapp.gui.models.rows import ColumnKind
from quizapp.gui.pages.roster_columns import entry_columns, left_columns, problem_columns
from tests.core.rosters import DEPARTMENTS, FINANCE, person, row

PEOPLE = [person(1, "张三", number="007", position="科员"), person(2, "李四", FINANCE)]


def shown(columns, value):
    return {column.heading: column.shown(value) for column in columns}


def entry(*rows):
    (found,) = compare(rows, PEOPLE, DEPARTMENTS, RosterScope()).entries
    return found


def test_somebody_new():
    new = entry(row(5, "王五", "财务科", category="公务员", position="科长"))
    assert shown(entry_columns(RosterChange.NEW, RosterChoices()), new) == {
        "导入": "√", "行": "5", "姓名": "王五", "科室（单位）": "财务科", "编号": "自动编号", "类别": "公务员",
        "职务": "科长",
    }  # fmt: skip


def test_a_move_shows_both_departments_and_what_else_changes():
    moved = entry(row(5, "张三", "服务中心", "食堂", number="007", position="科长"))
    cells = shown(entry_columns(RosterChange.MOVED, RosterChoices()), moved)
    assert cells["原科室（单位）"] == "办公室"
    assert cells["→ 新科室（单位）"] == "服务中心 / 食堂"
    assert cells["同时变化"] == "职务：科员 → 科长"


def test_another_name_and_other_facts():
    renamed = entry(row(5, "张珊", number="007"))
    cells = shown(entry_columns(RosterChange.RENAMED, RosterChoices()), renamed)
    assert (cells["原姓名"], cells["→ 新姓名"], cells["编号"]) == ("张三", "张珊", "007")
    changed = entry(row(5, "张三", number="007", position="科长"))
    assert shown(entry_columns(RosterChange.CHANGED, RosterChoices()), changed)["变化"] == "职务：科员 → 科长"
    same = entry(row(5, "张三", number="007"))
    assert "导入" not in shown(entry_columns(RosterChange.SAME, RosterChoices()), same)


def test_ticks_are_the_choices():
    choices, new = RosterChoices(), entry(row(5, "王五"))
    tick = entry_columns(RosterChange.NEW, choices)[0]
    assert tick.kind is ColumnKind.TICK
    tick.on_ticked([new], False)
    assert (tick.value(new), choices.left_out) == (False, {new.row.key})
    left = left_columns(choices)[0]
    left.on_ticked(PEOPLE, False)
    assert (left.value(PEOPLE[0]), choices.staying) == (False, {1, 2})


def test_a_problem_says_where_and_what():
    columns = problem_columns()
    problem = Problem("名册", 7, "姓名", Severity.ERROR, "姓名为空。")
    assert list(shown(columns, problem).values()) == ["错误", "名册", "7", "姓名", "姓名为空。"]
    whole = Problem("名册", None, "", Severity.WARNING, "隐藏的工作表。")
    assert shown(columns, whole)["行"] == ""
    assert columns[0].tone(whole) == "warn"
