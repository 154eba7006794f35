"""What can be done with a selection follows from who is selected."""

import pytest

from quizapp.core.roster import RosterField
from quizapp.gui.widgets.people_foot import PeopleFoot
from tests.core.rosters import person


@pytest.fixture
def foot(theme, show) -> PeopleFoot:
    return show(PeopleFoot(theme))


def actions(foot):
    menu = foot.menu_now()
    found = {action.text(): action for action in menu.actions() if action.text()}
    return menu, found


def test_without_a_selection_it_says_how_to_select(foot):
    assert "Ctrl" in foot.hint
    assert not any(one.isEnabled() for one in (foot.edit_button, foot.pin_button, foot.more_button, foot.left_button))


def test_one_person_can_be_edited_several_only_set(foot):
    foot.show_selection([person(1, "张三")])
    assert foot.edit_button.isEnabled()
    assert foot.pin_button.isEnabled()
    foot.show_selection([person(1, "张三"), person(2, "李四")])
    assert foot.hint == "选中 2 人。"
    assert not foot.edit_button.isEnabled()
    assert not foot.pin_button.isEnabled()
    assert foot.more_button.isEnabled()


def test_who_left_can_come_back(foot, qtbot):
    foot.show_selection([person(1, "张三", is_active=False)])
    assert foot.left_button.text() == "恢复在册"
    with qtbot.waitSignal(foot.left_wanted) as wanted:
        foot.left_button.click()
    assert wanted.args == [False]
    foot.show_selection([person(1, "张三", is_active=False), person(2, "李四")])
    assert foot.left_button.text() == "标记离开"


def test_only_switches_that_change_somebody_are_offered(foot, qtbot):
    foot.show_selection([person(1, "张三", is_ranked=False), person(2, "李四", has_pin=True)])
    menu, found = actions(foot)
    enabled = [text for text, action in found.items() if action.isEnabled()]
    assert enabled == ["不参加测试", "不计入统计", "参与排名", "不参与排名", "取消登录码"]
    with qtbot.waitSignal(foot.switch_wanted) as wanted:
        found["参与排名"].trigger()
    assert wanted.args == [RosterField.IS_RANKED, True]
    with qtbot.waitSignal(foot.no_pin_wanted):
        found["取消登录码"].trigger()
    menu.deleteLater()
