"""Ctrl with plus, minus and 0 change the text size, and stop at the ends."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from quizapp.gui.text_size_keys import TextSizeKeys

CTRL = Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def press(theme, show, qtbot):
    page = show(QWidget())
    TextSizeKeys(page.window(), theme)
    page.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
    page.setFocus()
    return lambda key: qtbot.keyClick(page, key, CTRL)


def test_plus_enlarges_until_the_largest(theme, press):
    for size in ("large", "extra", "extra"):
        press(Qt.Key.Key_Plus)
        assert theme.size == size


def test_equals_is_plus_without_shift(theme, press):
    press(Qt.Key.Key_Equal)
    assert theme.size == "large"


def test_minus_and_nought_go_back(theme, press):
    theme.use(size="extra")
    press(Qt.Key.Key_Minus)
    assert theme.size == "large"
    press(Qt.Key.Key_Minus)
    press(Qt.Key.Key_Minus)
    assert theme.size == "standard"
    theme.use(size="extra")
    press(Qt.Key.Key_0)
    assert theme.size == "standard"
