"""Ticking a whole stands for its parts; unticking a part leaves the others."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QAbstractItemModelTester

from quizapp.gui.models.check_entries import DEPTH_ROLE, CheckEntriesModel, CheckEntry

ENTRIES = [
    CheckEntry(1, "办公室"),
    CheckEntry(2, "服务中心"),
    CheckEntry(3, "餐饮部", (2,)),
    CheckEntry(4, "物业部", (2,)),
    CheckEntry(5, "一组", (2, 4)),
    CheckEntry(6, "二组", (2, 4)),
]
CHECKED, PART, NOT = Qt.CheckState.Checked, Qt.CheckState.PartiallyChecked, Qt.CheckState.Unchecked


@pytest.fixture
def model(qapp) -> CheckEntriesModel:
    made = CheckEntriesModel()
    made.set_entries(ENTRIES)
    return made


def states(model: CheckEntriesModel) -> list[Qt.CheckState]:
    return [Qt.CheckState(model.index(row).data(Qt.ItemDataRole.CheckStateRole)) for row in range(model.rowCount())]


def tick(model: CheckEntriesModel, value: int) -> None:
    row = [entry.value for entry in ENTRIES].index(value)
    assert model.setData(model.index(row), None, Qt.ItemDataRole.CheckStateRole)


def test_qt_finds_nothing_wrong(model, qapp):
    QAbstractItemModelTester(model, QAbstractItemModelTester.FailureReportingMode.Fatal, model)
    tick(model, 2)
    model.set_entries(ENTRIES[:2])


def test_a_ticked_whole_stands_for_all_below_it(model, qtbot):
    with qtbot.waitSignal(model.chosen_changed):
        tick(model, 2)
    assert model.chosen == (2,)
    assert states(model) == [NOT, CHECKED, CHECKED, CHECKED, CHECKED, CHECKED]


def test_a_ticked_part_shows_above(model):
    tick(model, 5)
    assert states(model) == [NOT, PART, NOT, PART, CHECKED, NOT]


def test_the_whole_takes_the_place_of_its_parts(model):
    tick(model, 5)
    tick(model, 3)
    tick(model, 2)
    assert model.chosen == (2,)


def test_a_part_taken_from_the_whole_leaves_the_others(model):
    tick(model, 2)
    tick(model, 5)
    assert model.chosen == (3, 6)
    assert states(model) == [NOT, PART, CHECKED, PART, NOT, CHECKED]


def test_all_parts_are_not_the_whole(model):
    """Who is in the centre itself, in none of its parts, was not meant."""
    tick(model, 3)
    tick(model, 4)
    assert model.chosen == (3, 4)
    assert states(model)[1] == PART


def test_what_is_ticked_stays_while_the_list_changes(model):
    model.choose([1, 6])
    model.set_entries(ENTRIES[:3])
    assert model.chosen == (1, 6)
    model.set_entries(ENTRIES)
    assert model.chosen == (1, 6)


def test_choosing_tells_nobody(model, qtbot):
    with qtbot.assertNotEmitted(model.chosen_changed):
        model.choose([4])
    assert [model.index(row).data(DEPTH_ROLE) for row in range(5)] == [0, 0, 1, 1, 2]
