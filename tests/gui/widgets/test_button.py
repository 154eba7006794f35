"""A button presses by mouse and key, shows its ring to those who use the keyboard, and follows the theme."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QWidget

from quizapp.gui.theme import SIZES
from quizapp.gui.widgets.button import Button


@pytest.mark.parametrize("kind", ["primary", "secondary", "quiet", "danger", "danger_primary", "nav"])
@pytest.mark.parametrize("size", SIZES)
def test_every_kind_is_high_enough_to_hit(theme, show, kind, size):
    theme.use(size=size)
    page = QWidget()
    button = Button(theme, "开始考试", kind=kind, parent=page)
    show(page)
    assert button.sizeHint().height() >= SIZES[size].target


@pytest.mark.parametrize("key", [Qt.Key.Key_Space, Qt.Key.Key_Return])
def test_space_and_enter_press_it(theme, show, qtbot, key):
    button = show(Button(theme, "提交"))
    button.setFocus(Qt.FocusReason.TabFocusReason)
    if key == Qt.Key.Key_Return:
        button.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
    with qtbot.waitSignal(button.clicked):
        qtbot.keyClick(button, key)


def test_the_ring_is_for_the_keyboard(theme, show):
    button = show(Button(theme, "提交"))
    button.setFocus(Qt.FocusReason.MouseFocusReason)
    by_mouse = button.grab().toImage()
    button.clearFocus()
    button.setFocus(Qt.FocusReason.TabFocusReason)
    assert button.grab().toImage() != by_mouse


def test_the_icon_follows_the_theme(theme, show):
    button = show(Button(theme, "导入", icon="upload-simple"))
    before = button.icon().pixmap(20, 20).toImage()
    theme.use(scheme="dark")
    assert button.icon().pixmap(20, 20).toImage() != before


def test_the_icon_can_be_changed_and_taken_away(theme, show):
    button = show(Button(theme, "深色", icon="moon"))
    button.set_icon("sun")
    assert not button.icon().isNull()
    button.set_icon("")
    assert button.icon().isNull()


def test_kind_can_change(theme, show):
    button = show(Button(theme, "下一题", kind="primary", icon="arrow-right"))
    before = button.grab().toImage()
    button.set_kind("secondary")
    assert button.grab().toImage() != before


def inked_rows(image: QImage, columns: range) -> tuple[int, int]:
    """The first and the last row with ink between two columns; the middle of the left edge shows the ground."""
    ground = image.pixelColor(8, image.height() // 2).lightness()
    rows = [
        row
        for row in range(6, image.height() - 6)
        if any(abs(image.pixelColor(column, row).lightness() - ground) > 60 for column in columns)
    ]
    return rows[0], rows[-1]


@pytest.mark.parametrize("size", ["standard", "large", "extra"])
def test_the_icon_stands_as_low_as_the_letters(theme, show, size):
    theme.use(size=size)
    button = show(Button(theme, "国", icon="square"))
    button.setFixedWidth(10 * theme.letters(1))
    image, middle = button.grab().toImage(), button.width() // 2
    icon, letter = inked_rows(image, range(12, middle)), inked_rows(image, range(middle, button.width() - 12))
    assert abs(sum(icon) / 2 - sum(letter) / 2) <= 1
