"""Parts stand side by side while they have room, and below one another when not."""

from quizapp.gui.widgets.button import Button
from quizapp.gui.widgets.folding_row import FoldingRow
from quizapp.gui.widgets.text import Text


def test_parts_fold_and_unfold_with_the_room(theme, show, qtbot):
    row = FoldingRow()
    words, button = Text("将新增 4 道、更新 1 道。"), Button(theme, "导入 5 道题")
    row.add(words, 1)
    row.add(button)
    show(row, 600, 200)
    qtbot.waitUntil(lambda: button.x() > words.x())
    assert not row.is_folded
    row.window().resize(200, 200)
    qtbot.waitUntil(lambda: row.is_folded and button.y() > words.y())
    row.window().resize(600, 200)
    qtbot.waitUntil(lambda: not row.is_folded and button.x() > words.x())


def test_longer_words_fold_it_and_a_hidden_part_takes_no_room(theme, show, qtbot):
    row = FoldingRow()
    words, button = Text("短"), Button(theme, "导入")
    row.add(words, 1)
    row.add(button)
    show(row, 300, 200)
    assert not row.is_folded
    words.setText("有错误的 2 行不导入。" * 4)
    qtbot.waitUntil(lambda: row.is_folded)
    words.hide()
    qtbot.waitUntil(lambda: not row.is_folded)


def test_a_row_in_a_row_counts_as_if_it_were_unfolded(theme, show, qtbot):
    inner, outer = FoldingRow(), FoldingRow()
    for word in ("保留原题", "替换原题"):
        inner.add(Button(theme, word))
    outer.add(inner, 1)
    outer.add(Button(theme, "全部都这样选"))
    show(outer, 150, 300)
    qtbot.waitUntil(lambda: inner.is_folded and outer.is_folded)
    outer.window().resize(600, 300)
    qtbot.waitUntil(lambda: not inner.is_folded and not outer.is_folded)
