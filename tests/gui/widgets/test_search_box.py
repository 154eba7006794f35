"""What was typed is told shortly after; Escape empties the field."""

import pytest
from PySide6.QtCore import Qt

from quizapp.gui.widgets.search_box import SearchBox


def test_words_are_told_once_after_the_last_key(theme, show, qtbot):
    box, told = show(SearchBox(theme, "查找")), []
    box.searched.connect(told.append)
    qtbot.keyClicks(box, " li")
    qtbot.waitUntil(lambda: bool(told))
    assert told == ["li"]


def test_escape_empties_and_tells(theme, show, qtbot):
    box = show(SearchBox(theme, "查找"))
    box.setText("张")
    with qtbot.waitSignal(box.searched) as told:
        qtbot.keyClick(box, Qt.Key.Key_Escape)
    assert told.args == [""]
    assert box.text() == ""


def test_it_has_a_name(theme, show):
    assert show(SearchBox(theme, "按姓名查找")).accessibleName() == "按姓名查找"


@pytest.mark.parametrize("size", ["standard", "extra"])
def test_what_it_asks_for_is_never_cut(theme, show, size):
    theme.use(size=size)
    box = SearchBox(theme, "查找题目")
    assert box.minimumWidth() > box.fontMetrics().horizontalAdvance("查找题目") + box.textMargins().left()
