"""The organiser's navigation makes pages when wanted and asks before leaving one."""

import pytest
from PySide6.QtCore import Qt

from quizapp.gui.organiser_shell import NavEntry, OrganiserShell
from quizapp.gui.widgets.button import Button
from tests.gui.test_main_window import Remembering


@pytest.fixture
def made() -> list[str]:
    return []


@pytest.fixture
def shell(theme, show, made) -> OrganiserShell:
    def factory(key):
        def make():
            made.append(key)
            return Remembering()

        return make

    keys = {"month": "本月", "banks": "题库", "people": "人员"}
    entries = [NavEntry(key, label, "house", factory(key)) for key, label in keys.items()]
    shell = show(OrganiserShell(theme, entries, who="管理员 王芳"))
    shell.enter()
    return shell


def button(shell: OrganiserShell, text: str) -> Button:
    return next(found for found in shell.findChildren(Button) if found.text() == text)


def test_it_begins_with_the_first_page_and_makes_no_other(shell, made):
    assert shell.current == "month"
    assert made == ["month"]
    assert button(shell, "本月").isChecked()


def test_a_press_leads_to_the_page(shell, made, qtbot):
    with qtbot.waitSignal(shell.page_changed) as told:
        qtbot.mouseClick(button(shell, "题库"), Qt.MouseButton.LeftButton)
    assert told.args == ["banks"]
    assert made == ["month", "banks"]
    assert shell.page("banks").isVisible()
    assert not shell.page("month").isVisible()


def test_pages_are_kept_and_entered_again(shell, made):
    shell.go("banks")
    shell.go("month")
    shell.go("banks")
    assert made == ["month", "banks"]
    assert shell.page("banks").entered == 2


def test_going_where_one_is_does_nothing(shell):
    assert shell.go("month")
    assert shell.page("month").entered == 1


def test_entering_again_looks_up_the_present_page(shell):
    shell.enter()
    assert shell.page("month").entered == 2


def test_a_page_that_refuses_stays_and_so_does_its_word(shell, qtbot):
    shell.page("month").may_leave = False
    qtbot.mouseClick(button(shell, "题库"), Qt.MouseButton.LeftButton)
    assert shell.current == "month"
    assert button(shell, "本月").isChecked()
    assert not button(shell, "题库").isChecked()
    assert not shell.leave()


def test_signing_out_asks_the_page_first(shell, qtbot):
    page = shell.page("month")
    page.may_leave = False
    with qtbot.assertNotEmitted(shell.signed_out):
        qtbot.mouseClick(button(shell, "退出登录"), Qt.MouseButton.LeftButton)
    page.may_leave = True
    with qtbot.waitSignal(shell.signed_out):
        qtbot.mouseClick(button(shell, "退出登录"), Qt.MouseButton.LeftButton)


def test_the_foot_is_shown(theme, show):
    foot = Button(theme, "显示设置", kind="nav")
    shell = show(OrganiserShell(theme, [NavEntry("a", "本月", "house", Remembering)], who="王芳", foot=foot))
    assert foot.isVisible()
    assert shell.side().isAncestorOf(foot)


def test_the_keyboard_stands_where_the_user_is(shell):
    shell.go("people")
    assert button(shell, "人员").hasFocus()
