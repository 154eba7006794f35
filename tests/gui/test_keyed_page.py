"""A page's own keys come first, wherever the focus stands."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QRadioButton, QVBoxLayout

from quizapp.gui.keyed_page import KeyedPage


class Turning(KeyedPage):
    """Takes the right arrow and the letter A; has two choices that would spend arrows on themselves."""

    def __init__(self):
        super().__init__()
        self.taken = []
        column = QVBoxLayout(self)
        self.choices = [QRadioButton("甲"), QRadioButton("乙")]
        for choice in self.choices:
            choice.installEventFilter(self)
            column.addWidget(choice)

    def take_key(self, key):
        self.taken.append(Qt.Key(key))
        return key in (Qt.Key.Key_Right, Qt.Key.Key_A)


@pytest.fixture
def page(show):
    made = show(Turning())
    made.choices[0].setFocus()
    return made


def test_what_the_page_takes_the_choices_do_not_get(page, qtbot):
    qtbot.keyClick(page.choices[0], Qt.Key.Key_Right)
    assert page.taken == [Qt.Key.Key_Right]
    assert page.choices[0].hasFocus() and not page.choices[1].isChecked()


def test_what_it_does_not_take_goes_on(page, qtbot):
    qtbot.keyClick(page.choices[0], Qt.Key.Key_Space)
    assert page.choices[0].isChecked()


def test_keys_of_other_meanings_are_not_asked_about(page, qtbot):
    qtbot.keyClick(page.choices[0], Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
    assert page.taken == []
    qtbot.keyClick(page, Qt.Key.Key_A, Qt.KeyboardModifier.ShiftModifier)
    assert page.taken[-1] == Qt.Key.Key_A
