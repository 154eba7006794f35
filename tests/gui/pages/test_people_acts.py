"""Acts on people: done, said, and taken back where that is offered."""

from dataclasses import replace

import pytest

from quizapp.core.people import SignInCheck
from quizapp.core.roster import RosterField
from quizapp.gui.pages.people_acts import PeopleActs
from quizapp.gui.widgets.page_frame import PageFrame
from tests.services.office import ACTOR


@pytest.fixture
def page(theme, show):
    return show(PageFrame(theme, "人员"))


@pytest.fixture
def acts(doors, services, page):
    return PeopleActs(doors, services, ACTOR, page)


def now(services):
    return {person.name: person for person in services.people.people(with_inactive=True)}


def done(acts, qtbot, act, *arguments, **named):
    with qtbot.waitSignal(acts.done):
        act(*arguments, **named)


def undo(acts, page, qtbot):
    with qtbot.waitSignal(acts.done):
        page.banner.action_button.click()


def test_leaving_is_said_and_taken_back(acts, page, people, services, qtbot):
    done(acts, qtbot, acts.set_left, people[:2], has_left=True)
    assert page.banner.message == "已标记离开：张三、李四。记录都保留着。"
    assert [name for name, one in now(services).items() if one.is_active] == ["王五"]
    undo(acts, page, qtbot)
    assert all(one.is_active for one in now(services).values())
    assert page.banner.message == "已撤销。"
    assert not page.banner.action_button.isVisible()


def test_coming_back(acts, page, people, services, qtbot):
    done(acts, qtbot, acts.set_left, people[:1], has_left=True)
    gone = [replace(people[0], is_active=False)]
    done(acts, qtbot, acts.set_left, gone, has_left=False)
    assert page.banner.message == "已恢复在册：张三。"
    assert now(services)["张三"].is_active


def test_a_switch_of_several_at_once_only_of_those_it_changes(acts, page, people, services, qtbot):
    done(acts, qtbot, acts.set_switch, people[:1], RosterField.IS_RANKED, False)
    present = list(now(services).values())
    done(acts, qtbot, acts.set_switch, present, RosterField.IS_RANKED, False)
    assert page.banner.message == "已设为不参与排名：王五、李四。"
    assert not any(one.is_ranked for one in now(services).values())
    undo(acts, page, qtbot)
    assert {name: one.is_ranked for name, one in now(services).items()} == {"王五": True, "张三": False, "李四": True}


def test_people_shown_out_of_date_are_neither_named_nor_taken_back(acts, page, people, services, qtbot):
    services.people.set_left(ACTOR, (people[0].id,), has_left=True)  # by somebody else
    done(acts, qtbot, acts.set_left, people[:2], has_left=True)
    assert page.banner.message == "已标记离开：李四。记录都保留着。"
    undo(acts, page, qtbot)
    assert [name for name, one in now(services).items() if not one.is_active] == ["张三"]
    services.people.set_left(ACTOR, (people[1].id,), has_left=True)
    done(acts, qtbot, acts.set_left, people[:2], has_left=True)
    assert page.banner.message == "这些人刚被改过，这次没有改动；名单已更新。"
    assert not page.banner.action_button.isVisible()


def test_a_second_press_does_not_take_the_way_back_away(acts, page, people, tasks, qtbot):
    for _time in range(2):
        acts.set_switch(people[:1], RosterField.COUNTS, False)
    qtbot.waitUntil(lambda: not tasks.is_busy)
    assert page.banner.message == "已设为不计入统计：张三。"
    assert page.banner.action_button.isVisible()


def test_nothing_to_change_does_nothing(acts, people, qtbot):
    with qtbot.assertNotEmitted(acts.done):
        acts.set_switch(people, RosterField.COUNTS, True)
        acts.set_left(people, has_left=False)
        acts.reset_pin(people)


def test_a_code_is_asked_about_once(acts, people, services, answers, qtbot):
    with qtbot.waitSignal(acts.pin_made) as made:
        acts.reset_pin(people[:1])
    person, pin, check = made.args
    assert (person.name, len(pin), check) == ("张三", 6, SignInCheck.NONE)
    assert now(services)["张三"].has_pin
    answers.confirms = False
    with qtbot.assertNotEmitted(acts.pin_made):
        acts.reset_pin(people[:1])


def test_codes_are_taken_away(acts, page, people, services, answers, qtbot):
    services.people.reset_pin(ACTOR, people[0].id)
    done(acts, qtbot, acts.clear_pins, list(now(services).values()))
    assert answers.asked[-1][0] == "取消 1 人的登录码？"
    assert not now(services)["张三"].has_pin
    assert page.banner.message == "已取消 1 人的登录码。"


def test_somebody_new_can_be_taken_back(acts, page, people, services, qtbot):
    with qtbot.waitSignal(acts.person_added) as added:
        acts.add("王小明", people[0].department.id)
    assert added.args[0].name == "王小明"
    undo(acts, page, qtbot)
    assert not now(services)["王小明"].is_active


def test_what_cannot_be_done_is_told(acts, page, people, qtbot):
    with qtbot.waitSignal(acts.person_not_added):
        acts.add("王小明", 999)
    assert page.banner.tone == "bad"
    done(acts, qtbot, acts.set_left, [replace(people[0], id=999)], has_left=True)
    assert "刷新" in page.banner.message
