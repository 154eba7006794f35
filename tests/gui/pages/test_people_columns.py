"""What the columns show of a person, how names sort, and what a person is found by."""

from quizapp.gui.models.rows import RowsModel
from quizapp.gui.pages.people_columns import STATE_COLUMN, people_columns, person_lines
from tests.core.rosters import FINANCE, OFFICE, person

PLACES = {OFFICE.id: 0, FINANCE.id: 1}


def shown(one):
    columns = people_columns()
    (line,) = person_lines([one], PLACES)
    return {column.heading: column.shown(line) for column in columns}


def test_everything_about_a_person():
    one = person(1, "单文静", FINANCE, number="007", category="公务员", position="科长", is_ranked=False, has_pin=True)
    assert shown(one) == {
        "编号": "007", "姓名": "单文静", "科室（单位）": "财务科", "类别": "公务员", "职务": "科长",
        "测试": "是", "统计": "是", "排名": "—", "登录码": "有", "状态": "在册",
    }  # fmt: skip


def test_who_left_says_so_and_nobody_s_category_stays_empty():
    assert shown(person(1, "张三", is_active=False))["状态"] == "已离开"
    assert shown(person(1, "张三"))["类别"] == ""
    assert people_columns()[STATE_COLUMN].heading == "状态"


def test_names_sort_by_sound_and_are_found_by_initials():
    model = RowsModel(people_columns(), finds=lambda line: line.finds)
    model.set_rows(person_lines([person(1, "张三"), person(2, "单文静"), person(3, "赵六")], PLACES))
    model.sort(1)
    assert [line.person.name for line in model.shown] == ["单文静", "张三", "赵六"]
    for words in ("swj", "shanwen", "单"):
        model.filter_words(words)
        assert [line.person.name for line in model.shown] == ["单文静"]
