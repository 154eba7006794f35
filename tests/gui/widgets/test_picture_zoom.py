"""A picture over the whole window: it takes the keyboard, and gives it back."""

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtWidgets import QPushButton, QVBoxLayout, QWidget
from shiboken6 import delete

from quizapp.gui.widgets.picture_zoom import PictureZoom
from tests.gui.pictured import shown


@pytest.fixture
def opener(show, qtbot) -> QPushButton:
    page, button = QWidget(), QPushButton("看大图")
    column = QVBoxLayout(page)
    column.addWidget(button)
    column.addWidget(QPushButton("别的"))
    show(page, 800, 600)
    return button


def zoom(theme, opener: QPushButton) -> PictureZoom:
    return PictureZoom(theme, opener, shown(40, 30).image, "题干的图片")


@pytest.mark.parametrize("key", [Qt.Key.Key_Escape, Qt.Key.Key_Return])
def test_a_key_goes_back_to_where_it_was_opened(theme, opener, qtbot, key):
    large = zoom(theme, opener)
    assert large.accessibleName() == "题干的图片"
    assert large.isAncestorOf(opener.window().focusWidget())
    with qtbot.waitSignal(large.destroyed):
        qtbot.keyClick(large, key)
    assert opener.hasFocus()


def test_a_click_goes_back(theme, opener, qtbot):
    large = zoom(theme, opener)
    with qtbot.waitSignal(large.destroyed):
        qtbot.mouseClick(large, Qt.MouseButton.LeftButton)
    large = zoom(theme, opener)
    with qtbot.waitSignal(large.destroyed):
        large.close_button.click()


def test_keys_do_not_reach_what_is_behind(theme, opener, qtbot):
    pressed = []
    opener.clicked.connect(lambda: pressed.append(1))
    large = zoom(theme, opener)
    qtbot.keyClick(large.close_button, Qt.Key.Key_Tab)
    assert large.isAncestorOf(opener.window().focusWidget())
    qtbot.keyClick(large, Qt.Key.Key_A)
    assert large.isVisible() and not pressed
    with qtbot.waitSignal(large.destroyed):
        large.leave()


def test_it_follows_the_window(theme, opener, qtbot):
    large = zoom(theme, opener)
    opener.window().resize(700, 500)
    qtbot.waitUntil(lambda: large.size() == opener.window().size())
    with qtbot.waitSignal(large.destroyed):
        large.leave()


def test_it_goes_with_the_page_it_was_opened_from(theme, opener, qtbot):
    large = zoom(theme, opener)
    with qtbot.waitSignal(large.destroyed):
        opener.deleteLater()


def test_closed_while_its_page_goes_it_leads_nowhere(theme, opener, qtbot):
    large = zoom(theme, opener)
    with qtbot.waitSignal(large.destroyed):
        delete(opener)
        large.leave()


def test_it_goes_with_the_window(theme, qtbot):
    window = QWidget()
    large = zoom(theme, QPushButton("看大图", window))
    with qtbot.waitSignal(large.destroyed):
        window.deleteLater()


def test_plus_minus_and_nought_change_its_size(theme, opener, qtbot):
    large = zoom(theme, opener)
    qtbot.keyClick(large, Qt.Key.Key_Plus)
    qtbot.keyClick(large.close_button, Qt.Key.Key_Equal)
    assert large.factor == pytest.approx(1.5625)
    qtbot.keyClick(large, Qt.Key.Key_Minus)
    assert large.factor == pytest.approx(1.25)
    qtbot.keyClick(large, Qt.Key.Key_0)
    assert large.factor == 1
    qtbot.keyClick(large, Qt.Key.Key_Minus)
    assert large.factor == 1
    for button, factor in zip(large.buttons, (1, 1.25, 1), strict=True):
        button.click()
        assert large.factor == pytest.approx(factor)
    with qtbot.waitSignal(large.destroyed):
        large.leave()


def test_enlarged_it_is_moved_by_dragging_and_by_arrows(theme, opener, qtbot):
    large = zoom(theme, opener)
    qtbot.keyClick(large, Qt.Key.Key_Left)
    assert large.offset.isNull()  # all of it is in sight
    large.scale_to(2.0)
    qtbot.keyClick(large.close_button, Qt.Key.Key_Right)
    assert large.offset.x() < 0
    large.scale_to(1.0)
    assert large.offset.isNull()
    large.scale_to(2.0)
    qtbot.mousePress(large, Qt.MouseButton.LeftButton, pos=large.rect().center())
    qtbot.mouseMove(large, large.rect().center() + QPoint(30, 20))
    qtbot.mouseRelease(large, Qt.MouseButton.LeftButton, pos=large.rect().center() + QPoint(30, 20))
    assert large.isVisible()
    assert (large.offset.x(), large.offset.y()) == (30, 20)
    with qtbot.waitSignal(large.destroyed):
        large.leave()


def test_the_wheel_changes_its_size(theme, opener, qtbot):
    large = zoom(theme, opener)
    middle = QPointF(large.rect().center())
    turn = QWheelEvent(
        middle, large.mapToGlobal(middle), QPoint(), QPoint(0, 120), Qt.MouseButton.NoButton,
        Qt.KeyboardModifier.NoModifier, Qt.ScrollPhase.NoScrollPhase, False,
    )  # fmt: skip
    large.wheelEvent(turn)
    assert large.factor == pytest.approx(1.25)
    with qtbot.waitSignal(large.destroyed):
        large.leave()


def test_tab_goes_round_its_buttons(theme, opener, qtbot):
    large = zoom(theme, opener)
    qtbot.keyClick(large.close_button, Qt.Key.Key_Tab)
    assert large.buttons[0].hasFocus()
    qtbot.keyClick(large.buttons[0], Qt.Key.Key_Backtab)
    assert large.close_button.hasFocus()
    with qtbot.waitSignal(large.destroyed):
        large.leave()
