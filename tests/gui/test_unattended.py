"""A page that is attended to stays; one that is not is noticed once."""

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QLineEdit

from quizapp.gui.unattended import Unattended


@pytest.fixture
def field(show):
    return show(QLineEdit())


def test_nobody_there_is_noticed(field, qtbot):
    unattended = Unattended(field, 20)
    with qtbot.waitSignal(unattended.noticed):
        pass
    assert not unattended._timer.isActive()


@pytest.mark.parametrize("sign", ["key", "mouse"])
def test_a_sign_of_somebody_begins_anew(field, sign, qtbot):
    unattended = Unattended(field, 60_000)
    unattended._timer.stop()
    if sign == "key":
        qtbot.keyClick(field, Qt.Key.Key_A)
    else:
        qtbot.mouseMove(field, QPoint(5, 5))
        qtbot.waitUntil(unattended._timer.isActive)
    assert unattended._timer.isActive()
    unattended._timer.stop()


def test_it_ends_with_its_page(show, qtbot):
    page = QLineEdit()
    unattended = Unattended(page, 60_000)
    with qtbot.waitSignal(unattended.destroyed):
        page.deleteLater()
