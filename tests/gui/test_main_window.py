"""The window swaps pages, asks before leaving one, and remembers where it stood."""

import pytest
from PySide6.QtGui import QGuiApplication

from quizapp.gui.main_window import MainWindow
from quizapp.gui.page import Page
from quizapp.gui.widgets.banner import Banner


class Remembering(Page):
    """A page that may refuse to be left."""

    def __init__(self, may_leave: bool = True):
        super().__init__()
        self.may_leave = may_leave
        self.entered = 0

    def enter(self) -> None:
        self.entered += 1

    def leave(self) -> bool:
        return self.may_leave


@pytest.fixture
def memory() -> dict[str, str]:
    return {}


@pytest.fixture
def window(qtbot, theme, memory) -> MainWindow:
    made = MainWindow(memory)
    qtbot.addWidget(made)
    made.show()
    return made


def test_a_shown_page_is_entered_and_titled(window):
    page = Remembering()
    assert window.show_page(page, title="题库")
    assert window.page is page
    assert page.entered == 1
    assert window.windowTitle().startswith("题库")


def test_a_page_that_refuses_stays(window):
    first, second = Remembering(may_leave=False), Remembering()
    window.show_page(first)
    assert not window.show_page(second)
    assert window.page is first
    assert second.entered == 0
    second.deleteLater()


def test_a_page_can_be_replaced_without_being_asked(window):
    first, second = Remembering(may_leave=False), Remembering()
    window.show_page(first)
    window.replace_page(second)
    assert window.page is second


def test_a_left_page_is_thrown_away(window, qtbot):
    first = Remembering()
    window.show_page(first)
    with qtbot.waitSignal(first.destroyed):
        window.show_page(Remembering())


def test_it_does_not_close_while_the_page_refuses(window, memory):
    page = Remembering(may_leave=False)
    window.show_page(page)
    assert not window.close()
    assert window.isVisible()
    page.may_leave = True
    assert window.close()
    assert memory["window"]


def test_closing_is_told(window, qtbot):
    with qtbot.waitSignal(window.closing):
        window.close()


def test_it_stands_where_it_stood(window, memory, qtbot):
    room = QGuiApplication.primaryScreen().availableGeometry()
    window.resize(room.width() - 40, room.height() - 40)
    size = window.size()
    window.close()
    again = MainWindow(memory)
    qtbot.addWidget(again)
    assert again.size() == size


def test_nonsense_in_the_memory_does_no_harm(qtbot, theme):
    window = MainWindow({"window": "nonsense"})
    qtbot.addWidget(window)
    assert window.width() > 0


def test_it_is_never_larger_than_the_screen(window):
    room = QGuiApplication.primaryScreen().availableGeometry()
    assert window.minimumWidth() <= min(1024, room.width())
    assert window.minimumHeight() <= min(700, room.height())


def test_notices_stand_above_every_page_until_they_are_closed(window, theme, qtbot):
    window.replace_page(Remembering())
    qtbot.waitUntil(lambda: window.page.height() == window.height())
    notices = [Banner(theme, parent=window), Banner(theme, parent=window)]
    for notice in notices:
        notice.say("warn", "设置文件读不出来。")
        window.put_above(notice)
    window.replace_page(Remembering())
    qtbot.waitUntil(lambda: window.page.height() < window.height() - 2 * notices[0].height() > 0)
    notices[0].close_button.click()
    assert notices[1].isVisible()
    notices[1].close_button.click()
    qtbot.waitUntil(lambda: window.page.height() == window.height())
