"""A name is asked for in the page, refused in words, and taken once."""

import pytest
from PySide6.QtCore import Qt

from quizapp.gui.widgets.name_strip import NameStrip


@pytest.fixture
def strip(theme, show) -> NameStrip:
    made = show(NameStrip(theme))
    made.ask("新题库的名称", action="新建", name="礼仪")
    return made


def test_enter_gives_the_name_once(strip, qtbot):
    assert strip.name.hasFocus()
    strip.name.setText("  服务标准  ")
    with qtbot.waitSignal(strip.named) as signal:
        qtbot.keyClick(strip.name, Qt.Key.Key_Return)
    assert signal.args == ["服务标准"]
    with qtbot.assertNotEmitted(strip.named):
        qtbot.keyClick(strip.name, Qt.Key.Key_Return)


def test_a_refused_name_can_be_mended(strip, qtbot):
    strip.save_button.click()
    strip.refuse("已有这个名称。")
    assert strip.error == "已有这个名称。"
    with qtbot.waitSignal(strip.named):
        strip.save_button.click()


def test_no_name_is_no_name(strip, qtbot):
    strip.name.setText(" ")
    with qtbot.assertNotEmitted(strip.named):
        strip.save_button.click()
    assert strip.error == "请填写名称。"
    strip.ask("题库名称", action="改名", name="礼仪")
    assert strip.error == ""


@pytest.mark.parametrize("how", ["escape", "button"])
def test_it_goes_without_a_name(strip, qtbot, how):
    qtbot.keyClick(strip.name, Qt.Key.Key_Escape) if how == "escape" else strip.cancel_button.click()
    assert strip.isHidden()
