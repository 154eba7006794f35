"""Counts of which one is chosen: by mouse, by arrow keys, and it stays chosen when the counts change."""

import pytest
from PySide6.QtCore import Qt

from quizapp.gui.widgets.tile_choice import TileChoice, TileEntry

ENTRIES = [TileEntry("new", "新增", 0), TileEntry("moved", "调动", 2), TileEntry("left", "离开", 1, "warn")]


@pytest.fixture
def tiles(theme, show) -> TileChoice:
    made = TileChoice(theme)
    made.set_entries(ENTRIES)
    return show(made, 600, 100)


def test_the_first_that_counts_anything_is_chosen(tiles):
    assert tiles.chosen == "moved"
    assert tiles.tiles["moved"].figure == "2"
    assert tiles.tiles["left"].accessibleName() == "离开 1"


def test_with_nothing_counted_it_is_the_first(theme):
    made = TileChoice(theme)
    made.set_entries([TileEntry("new", "新增", 0), TileEntry("same", "不变", 0)])
    assert made.chosen == "new"


def test_a_press_chooses(tiles, qtbot):
    with qtbot.waitSignal(tiles.chosen_changed) as chosen:
        qtbot.mouseClick(tiles.tiles["left"], Qt.MouseButton.LeftButton)
    assert chosen.args == ["left"]
    assert tiles.chosen == "left"


def test_arrow_keys_choose(tiles, qtbot):
    tiles.tiles["moved"].setFocus()
    qtbot.keyClick(tiles.tiles["moved"], Qt.Key.Key_Right)
    assert tiles.chosen == "left"


def test_other_counts_keep_the_choice_other_tiles_as_well(tiles):
    tiles.choose("left")
    tiles.set_entries([TileEntry("new", "新增", 5), TileEntry("moved", "调动", 0), TileEntry("left", "离开", 0)])
    assert (tiles.chosen, tiles.tiles["new"].figure) == ("left", "5")
    tiles.set_entries([TileEntry("left", "离开", 0), TileEntry("problems", "有问题", 1234)])
    assert (tiles.chosen, tiles.tiles["problems"].figure) == ("left", "1,234")


def test_tiles_grow_with_the_text(tiles, theme):
    before = tiles.tiles["left"].sizeHint().height()
    theme.use(size="extra")
    assert tiles.tiles["left"].sizeHint().height() > before


def test_a_long_label_takes_two_lines_where_it_must(theme, show, qtbot):
    made = TileChoice(theme)
    made.set_entries([TileEntry("new", "New", 1), TileEntry("departments", "New departments", 2)])
    show(made, 600, 200)
    high = made.tiles["new"].sizeHint().height()
    made.window().resize(190, 200)
    qtbot.waitUntil(lambda: made.tiles["new"].sizeHint().height() > high)
    assert made.tiles["departments"].width() >= made.tiles["departments"].minimumSizeHint().width()
