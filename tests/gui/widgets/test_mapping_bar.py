"""The bar leads to the columns, and says so where they were read as at an earlier import."""

import pytest

from quizapp.gui.widgets.mapping_bar import MappingBar
from quizapp.gui.widgets.text import Text
from tests.gui.reading import button, words_of


@pytest.fixture
def bar(show, theme) -> MappingBar:
    return show(MappingBar(theme, Text("认出 3 道题。")))


def test_where_there_is_nothing_to_map_there_are_no_buttons(bar):
    assert "认出 3 道题。" in words_of(bar)
    assert not bar.mapping_button.isVisible()
    assert not bar.forget_button.isVisible()


def test_the_button_leads_to_the_columns(bar, qtbot):
    bar.set_state(has_tables=True, is_remembered=False)
    with qtbot.waitSignal(bar.mapping_wanted):
        button(bar, "列的对应").click()
    assert not bar.forget_button.isVisible()


def test_what_is_remembered_is_said_and_can_be_dropped(bar, qtbot):
    bar.set_state(has_tables=True, is_remembered=True)
    assert "按上次对同样标题的设置读取。" in words_of(bar)
    with qtbot.waitSignal(bar.forget_wanted):
        button(bar, "不用这个设置").click()
