"""A choice gives values for labels and is not changed by a passing wheel."""

import pytest
from PySide6.QtCore import QCoreApplication, QPoint, QPointF, Qt
from PySide6.QtGui import QWheelEvent

from quizapp.gui.widgets.choice import Choice


def turn_wheel(widget) -> None:
    down = QPoint(0, -120)
    event = QWheelEvent(
        QPointF(5, 5), QPointF(5, 5), QPoint(), down, Qt.MouseButton.NoButton, Qt.KeyboardModifier.NoModifier,
        Qt.ScrollPhase.NoScrollPhase, False,
    )  # fmt: skip
    QCoreApplication.sendEvent(widget, event)


@pytest.fixture
def choice(theme, show) -> Choice:
    return show(Choice([("全部", None), ("办公室", 7), ("接待科", 8)]))


def test_values_stand_for_labels(choice, qtbot):
    assert choice.chosen is None
    with qtbot.waitSignal(choice.value_changed) as told:
        choice.choose(8)
    assert told.args == [8]
    assert choice.currentText() == "接待科"
    choice.choose(99)
    assert choice.chosen == 8


def test_other_entries_keep_the_value(choice, qtbot):
    choice.choose(8)
    with qtbot.assertNotEmitted(choice.value_changed):
        choice.set_entries([("接待科", 8), ("车队", 9)])
    assert choice.chosen == 8
    with qtbot.waitSignal(choice.value_changed) as told:
        choice.set_entries([("车队", 9)])
    assert told.args == [9]
    choice.set_entries([])
    assert choice.chosen is None


def test_the_wheel_changes_it_only_with_the_focus(choice):
    choice.clearFocus()
    turn_wheel(choice)
    assert choice.currentIndex() == 0
    choice.setFocus()
    turn_wheel(choice)
    assert choice.currentIndex() == 1
