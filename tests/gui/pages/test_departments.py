"""Departments are added, renamed, moved, put below another, closed and opened again; nothing typed is lost unasked."""

import pytest
from PySide6.QtCore import Qt

from quizapp.core.people import Actor, DepartmentKind
from quizapp.gui.gallery import cut_texts
from quizapp.gui.pages.departments import DepartmentsPage
from quizapp.services.people import PersonDraft
from tests.services.office import ACTOR

SECTION, UNIT = DepartmentKind.SECTION, DepartmentKind.UNIT


@pytest.fixture
def bureau(services):
    add = services.people.add_department
    made = [add(ACTOR, name, kind, None) for name, kind in (("办公室", SECTION), ("财务科", SECTION), ("中心", UNIT))]
    made.append(add(ACTOR, "食堂", UNIT, made[2].id))
    services.people.add_person(ACTOR, PersonDraft("张三", made[0].id))
    return {one.name: one for one in made}


@pytest.fixture
def page(show, doors, services, bureau, qtbot):
    made = show(DepartmentsPage(doors, services, ACTOR))
    made.enter()
    qtbot.waitUntil(lambda: bool(made.list.lines))
    return made


def now(services):
    return [one.full_name for one in services.people.departments(with_inactive=True) if one.is_active]


def test_what_is_chosen_is_shown(page, bureau):
    assert page.name.text() == "办公室"
    assert not page.up_button.isEnabled()
    page.list.choose(bureau["食堂"].id)
    assert (page.name.text(), page.kind.chosen, page.parent_choice.currentText()) == ("食堂", UNIT, "中心")
    assert not page.down_button.isEnabled()
    assert cut_texts(page) == []


def test_renamed_by_enter(page, services, qtbot):
    page.name.setText("局办公室")
    qtbot.keyClick(page.name, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: "已保存“局办公室”。" in page.banner.message)
    assert now(services)[0] == "局办公室"
    qtbot.waitUntil(lambda: page.list.chosen is not None and page.list.chosen.name == "局办公室")


def test_moved_down_and_up_again(page, bureau, services, qtbot):
    page.down_button.click()
    qtbot.waitUntil(lambda: now(services)[:2] == ["财务科", "办公室"])
    qtbot.waitUntil(lambda: page.up_button.isEnabled())
    assert page.list.chosen.name == "办公室"
    page.up_button.click()
    qtbot.waitUntil(lambda: now(services)[:2] == ["办公室", "财务科"])


def test_units_move_between_units(page, bureau, services, qtbot):
    page.list.choose(bureau["中心"].id)
    assert not page.up_button.isEnabled()
    services.people.add_department(ACTOR, "保卫科", SECTION, None)
    services.people.add_department(ACTOR, "幼儿园", UNIT, None)
    page.enter()
    qtbot.waitUntil(page.down_button.isEnabled)
    page.down_button.click()
    qtbot.waitUntil(lambda: now(services) == ["办公室", "财务科", "保卫科", "幼儿园", "中心", "中心 / 食堂"])


def test_put_below_another_and_never_below_itself(page, bureau, services, qtbot):
    page.list.choose(bureau["中心"].id)
    offered = [page.parent_choice.itemText(at) for at in range(page.parent_choice.count())]
    assert offered == ["没有上级", "办公室", "财务科"]
    page.list.choose(bureau["财务科"].id)
    page.parent_choice.choose(bureau["中心"].id)
    page.save_button.click()
    qtbot.waitUntil(lambda: now(services) == ["办公室", "中心", "中心 / 食堂", "中心 / 财务科"])


def test_added_below_the_chosen_unit(page, bureau, services, qtbot):
    page.list.choose(bureau["中心"].id)
    page.add_button.click()
    assert page.name.hasFocus()
    assert page.parent_choice.currentText() == "中心"
    page.name.setText("车队")
    page.kind.choose(UNIT)
    page.save_button.click()
    qtbot.waitUntil(lambda: "已新增“车队”。" in page.banner.message)
    assert now(services)[-1] == "中心 / 车队"


def test_a_name_is_needed_and_not_twice(page, qtbot):
    page.add_button.click()
    page.save_button.click()
    assert page.name_field.error == "请填写名称。"
    page.name.setText("财务科")
    page.save_button.click()
    qtbot.waitUntil(lambda: "已经有“财务科”了" in page.banner.message)
    assert page.name.text() == "财务科"


def test_closed_where_nobody_is_and_opened_again(page, bureau, services, qtbot):
    page.close_button.click()
    qtbot.waitUntil(lambda: "还有在册人员" in page.banner.message)
    page.list.choose(bureau["财务科"].id)
    page.close_button.click()
    qtbot.waitUntil(lambda: "财务科" not in now(services))
    qtbot.waitUntil(lambda: page.close_button.text() == "恢复这个科室")
    page.close_button.click()
    qtbot.waitUntil(lambda: "财务科" in now(services))


def test_edits_are_not_lost_unasked(page, bureau, answers):
    page.name.setText("局办公室")
    answers.confirms = False
    page.list.choose(bureau["财务科"].id)
    assert (page.list.chosen.name, page.name.text()) == ("办公室", "局办公室")
    page.add_button.click()
    assert page.name.text() == "局办公室"
    assert not page.leave()
    answers.confirms = True
    page.list.choose(bureau["财务科"].id)
    assert page.name.text() == "财务科"
    assert page.leave()


def test_going_back(page, qtbot):
    with qtbot.waitSignal(page.went_back):
        page.back_button.click()


def test_a_unit_s_administrator_keeps_to_the_unit(show, doors, services, bureau, qtbot):
    page = show(DepartmentsPage(doors, services, Actor("李管", bureau["中心"].id)))
    page.enter()
    qtbot.waitUntil(lambda: bool(page.list.lines))
    assert [line.label for line in page.list.lines if line.department] == ["中心", "食堂"]
    page.add_button.click()
    assert page.parent_choice.currentText() == "中心"
    page.name.setText("车队")
    page.save_button.click()
    qtbot.waitUntil(lambda: "中心 / 车队" in now(services))


def test_with_none_yet_a_name_is_waited_for(show, doors, services, qtbot):
    page = show(DepartmentsPage(doors, services, ACTOR))
    page.enter()
    qtbot.waitUntil(lambda: page.name.hasFocus())
    page.name.setText("办公室")
    page.save_button.click()
    qtbot.waitUntil(lambda: now(services) == ["办公室"])


def test_enter_twice_adds_one(page, services, qtbot, tasks):
    page.add_button.click()
    page.name.setText("保卫科")
    qtbot.keyClick(page.name, Qt.Key.Key_Return)
    qtbot.keyClick(page.name, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: not tasks.is_busy)
    assert page.banner.message == "已新增“保卫科”。"


def test_a_move_does_not_take_a_name_back_that_was_just_saved(page, bureau, services, qtbot, tasks):
    page.name.setText("局办公室")
    page.save_button.click()
    page.down_button.click()  # before the page has looked up what is on record now
    qtbot.waitUntil(lambda: not tasks.is_busy)
    assert "局办公室" in now(services)
