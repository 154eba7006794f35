"""Each column has its heading, samples and a list of what it may hold."""

from quizapp.core.column_mapping import MappedColumn
from quizapp.gui.widgets.column_grid import ColumnGrid
from tests.gui.reading import words_of


def test_columns_are_shown_with_what_they_hold(show, theme):
    grid = show(ColumnGrid())
    grid.set_columns([(MappedColumn(0, "题目", "stem"), ["甲" * 40, "乙\n丙"]), (MappedColumn(27, ""), [])])
    words = words_of(grid)
    assert "题目" in words
    assert f"{'甲' * 28}…；乙 丙" in words
    assert "（没有标题）" in words
    assert "AB" in words
    assert [choice.currentText() for choice in grid.choices.values()] == ["题干", "不导入"]
    assert grid.choices[0].accessibleName() == "A 列“题目”是"


def test_a_choice_says_column_role_and_number(show, theme, qtbot):
    grid = show(ColumnGrid())
    grid.set_columns([(MappedColumn(3, "乙"), [])])
    with qtbot.waitSignal(grid.role_chosen) as signal:
        grid.choices[3].choose(("option", 1))
    assert signal.args == [3, "option", 1]


def test_other_columns_replace_those_shown(show, theme):
    grid = show(ColumnGrid())
    grid.set_columns([(MappedColumn(0, "旧的"), [])])
    grid.set_columns([(MappedColumn(1, "新的"), [])])
    assert list(grid.choices) == [1]
