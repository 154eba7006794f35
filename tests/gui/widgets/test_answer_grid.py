"""The grid says of each question what is the case, and leads to it by mouse and arrows."""

import pytest
from PySide6.QtCore import Qt

from quizapp.gui.gallery import cut_texts
from quizapp.gui.theme import SIZES
from quizapp.gui.widgets.answer_grid import AnswerGrid
from quizapp.gui.widgets.marks import Mark


@pytest.fixture
def grid(theme, show) -> AnswerGrid:
    made = show(AnswerGrid(theme, 12), width=320)
    made.show_states(answered={0, 3}, marked={3, 4}, current=2)
    return made


def test_states_are_shapes_and_words(grid):
    assert grid.cells[0].marks == (Mark.DOT,)
    assert grid.cells[3].marks == (Mark.DOT, Mark.FLAG)
    assert grid.cells[4].marks == (Mark.RING, Mark.FLAG)
    assert [grid.cells[at].accessibleName() for at in (0, 2, 3, 5)] == [
        "第 1 题，已答",
        "第 3 题，未答，当前",
        "第 4 题，已答，标记",
        "第 6 题，未答",
    ]


def test_rows_have_five(grid, qtbot):
    qtbot.waitUntil(lambda: grid.cells[5].y() > grid.cells[4].y())
    assert grid.cells[4].y() == grid.cells[0].y()
    assert grid.cells[5].x() == grid.cells[0].x()


def test_a_press_leads_there(grid, qtbot):
    with qtbot.waitSignal(grid.chosen) as told:
        qtbot.mouseClick(grid.cells[7], Qt.MouseButton.LeftButton)
    assert told.args == [7]


@pytest.mark.parametrize(
    ("key", "to"), [(Qt.Key.Key_Right, 7), (Qt.Key.Key_Left, 5), (Qt.Key.Key_Up, 1), (Qt.Key.Key_Down, 11)]
)
def test_arrows_move_and_space_goes(grid, qtbot, key, to):
    grid.cells[6].setFocus()
    qtbot.keyClick(grid.cells[6], key)
    assert grid.cells[to].hasFocus()
    with qtbot.waitSignal(grid.chosen) as told:
        qtbot.keyClick(grid.cells[to], Qt.Key.Key_Space)
    assert told.args == [to]


def test_arrows_stop_at_the_edge(grid, qtbot):
    grid.cells[1].setFocus()
    qtbot.keyClick(grid.cells[1], Qt.Key.Key_Up)
    assert grid.cells[1].hasFocus()


def test_another_paper_has_other_cells(grid):
    grid.set_count(3)
    assert len(grid.cells) == 3
    assert all(cell.marks == (Mark.RING,) for cell in grid.cells)


@pytest.mark.parametrize("size", SIZES)
def test_cells_are_large_enough_to_hit(grid, theme, size):
    theme.use(size=size)
    assert grid.cells[0].sizeHint().height() >= SIZES[size].target
    assert cut_texts(grid) == []
    assert not grid.grab().isNull()
