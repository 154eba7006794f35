"""The columns of the hall's tables."""

from quizapp.core.attempts import AttemptState
from quizapp.core.hall import DepartmentProgress
from quizapp.gui.pages.hall_columns import department_columns, department_totals, seat_columns
from tests.gui.halls import hit, seat


def shown(row):
    return {column.heading: column.shown(row) for column in seat_columns()}


def test_a_row_says_what_is_known_of_an_attempt():
    row = shown(hit(3))
    assert (row["姓名"], row["已答"], row["剩余时间"], row["可补"], row["已补"]) == ("人3", "3/10", "10:00", "7 分", "")


def test_what_is_not_there_is_blank_and_sorts_last():
    ended = seat(1, state=AttemptState.SUBMITTED)
    assert shown(ended)["剩余时间"] == "" and shown(ended)["可补"] == ""
    values = {column.heading: column.value(ended) for column in seat_columns()}
    assert values["剩余时间"] is None and values["可补"] is None


def test_departments_add_up():
    rows = (DepartmentProgress("办公室", 1, 2, 3), DepartmentProgress("车队", 0, 0, 2))
    assert [column.shown(rows[0]) for column in department_columns()] == ["办公室", "1", "2", "3", "50%"]
    assert department_totals(rows) == ["合计", "1", "2", "5", "62%"]
    assert department_columns()[-1].value(DepartmentProgress("空", 0, 0, 0)) == 0
