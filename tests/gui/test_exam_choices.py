"""What can be chosen from while a test is defined, looked up from the services."""

import pytest

from quizapp.core.people import DepartmentKind
from quizapp.gui.exam_choices import ExamChoices, load_choices
from tests.gui.bureau import services_of
from tests.gui.exams import CENTRE, CHOICES, NURSERY
from tests.gui.pages.conftest import database as database
from tests.gui.pages.conftest import migrated_file as migrated_file
from tests.gui.pages.conftest import office as office
from tests.gui.pages.conftest import roster as roster
from tests.services.office import fill_bank, usual_questions


@pytest.fixture
def choices(office, roster, database) -> ExamChoices:
    fill_bank(database, usual_questions())
    section = roster.department("办公室")
    unit = roster.department("服务中心", DepartmentKind.UNIT)
    kitchen = roster.department("餐饮部", parent=unit)
    for department, category in ((section, "工勤"), (kitchen, "公务员"), (unit, "返聘"), (unit, "")):
        roster.person("张三", department, category=category)
    return load_choices(services_of(office))


def test_everything_is_looked_up(choices):
    assert [one.full_name for one in choices.departments] == ["办公室", "服务中心", "服务中心 / 餐饮部"]
    assert [one.name for one in choices.banks] == ["礼仪题库"]
    assert choices.bank_categories == {choices.banks[0].id: ("电话礼仪", "会面礼仪")}


def test_usual_categories_come_first_in_their_order(choices):
    assert choices.categories == ("公务员", "工勤", "返聘")


def test_units_can_hold_a_test_of_their_own():
    assert CHOICES.units == (CENTRE, NURSERY)


def test_categories_of_several_banks_are_listed_once():
    assert CHOICES.categories_of((2, 1, 7)) == ("接待服务", "会面礼仪", "电话礼仪")
