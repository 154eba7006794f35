"""Tiles show figures with their labels, side by side."""

from quizapp.gui.widgets.tile import Tile, TileRow


def test_a_tile_shows_and_says_its_figure(theme, show):
    tile = show(Tile("新增", "12"))
    assert (tile.label, tile.figure) == ("新增", "12")
    assert tile.accessibleName() == "新增 12"
    before = tile.grab().toImage()
    tile.set_figure("12", tone="bad")
    assert tile.grab().toImage() != before


def test_tiles_in_a_row_are_as_wide(theme, show, qtbot):
    row = show(TileRow(["新增", "有改动"]))
    row.add("有错误的题目", "3", tone="bad")
    assert [tile.label for tile in row.tiles] == ["新增", "有改动", "有错误的题目"]
    qtbot.waitUntil(lambda: len(row.tiles) == 3 and max(t.width() for t in row.tiles) < row.width() / 2.5)
    widths = [tile.width() for tile in row.tiles]
    assert max(widths) - min(widths) <= 1
