"""The sheet of widgets cuts off no word in any size, and follows the theme."""

import pytest

from quizapp.gui.gallery import cut_texts
from quizapp.gui.widgets_sheet import WidgetsSheet


@pytest.mark.parametrize("size", ["standard", "large", "extra"])
def test_no_word_is_cut_off(theme, show, qtbot, size):
    theme.use(size=size)
    sheet = show(WidgetsSheet(theme))
    qtbot.waitUntil(lambda: cut_texts(sheet) == [])


def test_it_can_be_painted_in_both_schemes(theme, show):
    sheet = show(WidgetsSheet(theme))
    light = sheet.grab().toImage()
    theme.use(scheme="dark")
    assert sheet.grab().toImage() != light
