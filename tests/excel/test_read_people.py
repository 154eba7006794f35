"""A roster file read whole."""

import pytest

from quizapp.errors import NotReadable
from quizapp.excel.read_people import parse_people, read_people
from quizapp.excel.template import roster_template
from tests.excel.made_books import errors, no_report, people, xlsx

ROWS = [["编号", "姓名", "科室"], ["001", "张三", "办公室"], ["002", "李四", "财务科"], ["002", "王五", "财务科"]]


def test_the_child_reads_what_this_process_reads() -> None:
    content = xlsx(ROWS)
    found = read_people(content, "名单.xlsx")
    assert found == parse_people(content, "名单.xlsx", no_report)
    assert [(row.number, row.name) for row in found.rows] == [("001", "张三"), ("002", "李四")]
    assert errors(found.problems) == [(4, "编号")]
    assert found.file_name == "名单.xlsx"


def test_our_own_form_is_read_without_a_word() -> None:
    found = people(roster_template())
    assert [len(row.department) for row in found.rows] == [1, 1, 2]
    assert not found.problems


def test_people_of_several_sheets_are_compared() -> None:
    found = people(xlsx({"一": ROWS[:2], "二": [ROWS[0], ["001", "赵六", "车队"]]}))
    assert [row.sheet for row in found.rows] == ["一"]
    assert errors(found.problems) == [(2, "编号")]


def test_what_is_no_roster_is_told() -> None:
    found = people(xlsx([["题干", "答案"], ["甲", "A"]]))
    assert not found.rows
    assert errors(found.problems) == [(None, "")]


def test_what_is_no_workbook_is_refused() -> None:
    with pytest.raises(NotReadable):
        read_people(b"%PDF", "x.xlsx")
