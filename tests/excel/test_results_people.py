"""The sheets of people: their order, their filter, the marks beside a name."""

from quizapp.core.monthly import Status
from tests.excel.sample_month import ROWS, book, due, table, written


def test_people_stand_by_department_the_best_first() -> None:
    names = [row["姓名"] for row in table(written(book()), "成绩")]
    assert names == ["赵一", "钱二", "孙三", "李四", "周五", "吴六", "陈十", "郑七", "王八", "冯九", "褚十一", "卫十二"]


def test_the_heading_row_filters_the_people_and_nothing_else() -> None:
    assert written(book())["成绩"].auto_filter.ref == f"A4:M{4 + len(ROWS)}"


def test_whoever_is_still_writing_has_no_score_time_or_grade() -> None:
    (row,) = table(written(book([due(1, "赵一", 1, Status.SAT, None)])), "成绩")
    assert row["状态"] == "实考"
    assert [row[column] for column in ("得分", "等次", "名次", "用时", "交卷时间")] == [None] * 5


def test_a_score_left_beside_another_status_is_not_shown() -> None:
    (row,) = table(written(book([due(1, "赵一", 1, Status.DEFERRED, 8_000, reason="病假")])), "成绩")
    assert [row[column] for column in ("得分", "等次", "用时", "交卷时间")] == [None] * 4


def test_who_does_not_count_is_marked_among_the_missing() -> None:
    (row,) = table(written(book([due(1, "赵一", 1, Status.ABSENT, counts=False)])), "未参加名单")
    assert (row["备注"], row["类别"], row["职务"]) == ("不计入统计", "工勤", "科员")
