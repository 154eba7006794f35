"""Where nothing is, a sentence says so and a button begins."""

from PySide6.QtCore import Qt

from quizapp.gui.widgets.empty_state import EmptyState
from quizapp.gui.widgets.text import Text


def words(state: EmptyState) -> list[str]:
    return [text.text() for text in state.findChildren(Text) if text.isVisible()]


def test_it_says_what_is_missing_and_begins(theme, show, qtbot):
    state = show(EmptyState(theme, "books", "还没有题库", "导入一个工作簿就可以开始。", action="导入题库"))
    assert words(state) == ["还没有题库", "导入一个工作簿就可以开始。"]
    with qtbot.waitSignal(state.acted):
        qtbot.mouseClick(state.action_button, Qt.MouseButton.LeftButton)


def test_without_action_there_is_no_button(theme, show):
    state = show(EmptyState(theme, "books", "没有开放的测试"))
    assert not state.action_button.isVisible()
    assert words(state) == ["没有开放的测试"]


def test_it_can_say_something_else(theme, show):
    state = show(EmptyState(theme, "books", "没有测试", "稍后再来。"))
    state.set_text("没有找到", "")
    assert words(state) == ["没有找到"]
