"""A number has bounds and a unit and is not changed by a passing wheel."""

from quizapp.gui.widgets.number_field import NumberField
from tests.gui.widgets.test_choice import turn_wheel


def test_bounds_and_unit(theme, show):
    field = show(NumberField(30, least=5, most=180, unit="分钟"))
    assert field.text() == "30 分钟"
    field.setValue(500)
    assert field.value() == 180


def test_the_wheel_changes_it_only_with_the_focus(theme, show):
    field = show(NumberField(30))
    field.clearFocus()
    turn_wheel(field)
    assert field.value() == 30
    field.setFocus()
    turn_wheel(field)
    assert field.value() == 29
