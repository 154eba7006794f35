"""Long words beside a button: they wrap, and a press on them ticks."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QCheckBox

from quizapp.gui.widgets.text import Text
from quizapp.gui.widgets.tick_line import TickLine


@pytest.fixture
def line(theme, show) -> TickLine:
    return show(TickLine(QCheckBox(), "少选按比例得分：分值 × 选对个数 ÷ 正确选项个数，有错选不得分" * 3), width=300)


def test_a_press_on_the_words_ticks(line, qtbot):
    words = line.findChild(Text)
    qtbot.mouseClick(words, Qt.MouseButton.LeftButton)
    assert line.button.isChecked()
    qtbot.mouseClick(line.button, Qt.MouseButton.LeftButton, pos=line.button.rect().center())
    assert not line.button.isChecked()


def test_the_words_wrap_and_are_read_out(line):
    words = line.findChild(Text)
    assert words.height() > 2 * words.fontMetrics().height()
    assert line.button.accessibleName() == words.text()
