"""Points are typed as people write them and kept in hundredths."""

import pytest
from PySide6.QtCore import Qt

from quizapp.gui.widgets.points_field import PointsField


@pytest.fixture
def field(theme, show) -> PointsField:
    return show(PointsField(4_00, least=1, most=100_00))


def test_points_are_shown_without_needless_zeros(field):
    assert field.text() == "4"
    field.set_points(2_50)
    assert field.text() == "2.5"
    assert field.points == 2_50


def test_points_are_typed(field, qtbot):
    field.selectAll()
    qtbot.keyClicks(field, "1.25")
    assert field.points == 1_25


def test_arrows_go_by_whole_points(field, qtbot):
    qtbot.keyClick(field, Qt.Key.Key_Up)
    assert field.points == 5_00
