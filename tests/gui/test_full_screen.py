"""The window covers the screen for a test or by F11, Escape leads out, and it stands afterwards as before."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit, QVBoxLayout

from quizapp.gui.main_window import MainWindow
from quizapp.gui.page import Page


@pytest.fixture
def window(qtbot, theme):
    made = MainWindow({})
    qtbot.addWidget(made)
    page = Page()
    made.field = QLineEdit()
    QVBoxLayout(page).addWidget(made.field)
    made.replace_page(page)
    with qtbot.waitActive(made):
        made.show()
        made.activateWindow()
    made.field.setFocus()
    return made


def test_the_key_leads_in_and_out(window, qtbot):
    qtbot.keyClick(window.field, Qt.Key.Key_F11)
    assert window.isFullScreen()
    qtbot.keyClick(window.field, Qt.Key.Key_F11)
    assert not window.isFullScreen()


def test_escape_leads_out_and_does_nothing_else(window, qtbot):
    qtbot.keyClick(window.field, Qt.Key.Key_Escape)
    assert not window.isFullScreen() and window.isVisible()
    window.full_screen.begin_test()
    qtbot.keyClick(window.field, Qt.Key.Key_Escape)
    assert not window.isFullScreen() and window.isVisible()


@pytest.mark.parametrize("was_large", [False, True])
def test_after_the_test_it_stands_as_before(window, was_large, qtbot):
    if was_large:
        window.showMaximized()
    window.full_screen.begin_test()
    assert window.isFullScreen()
    window.full_screen.end_test()
    assert not window.isFullScreen()
    assert window.isMaximized() == was_large


def test_who_chose_the_whole_screen_keeps_it_after_the_test(window, qtbot):
    window.full_screen.toggle()
    window.full_screen.begin_test()
    window.full_screen.end_test()
    assert window.isFullScreen()


def test_who_left_it_in_the_test_is_not_brought_back(window, qtbot):
    window.full_screen.begin_test()
    window.full_screen.toggle()
    window.full_screen.end_test()
    assert not window.isFullScreen()


def test_the_next_start_is_not_over_the_whole_screen(qtbot, theme):
    memory = {}
    window = MainWindow(memory)
    qtbot.addWidget(window)
    window.show()
    window.full_screen.toggle()
    window.close()
    again = MainWindow(memory)
    qtbot.addWidget(again)
    assert not again.isFullScreen()
