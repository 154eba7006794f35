"""Entries are found by name, key and sub-text; beginnings come first."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QAbstractItemModelTester

from quizapp.gui.models.entries import ENTRY_ROLE, EntriesModel, Entry

PEOPLE = [
    Entry(1, "王张", "办公室", ("wangzhang", "wz", "0007")),
    Entry(2, "张三", "接待科", ("zhangsan", "zs", "0008")),
    Entry(3, "李四", "办公室", ("lisi", "ls", "0009")),
]


@pytest.fixture
def model(qapp) -> EntriesModel:
    made = EntriesModel()
    made.set_entries(PEOPLE)
    return made


def found(model: EntriesModel, words: str) -> list[int]:
    model.find(words)
    return [model.entry(row).id for row in range(model.rowCount())]


def test_it_is_a_model_as_qt_wants_one(model):
    tester = QAbstractItemModelTester(model, QAbstractItemModelTester.FailureReportingMode.Fatal)
    model.find("办")
    assert tester.model() is model


@pytest.mark.parametrize("words", ["李", "LISI", "ls", "0009", "四", "办公 li"])
def test_a_person_is_found_by_any_of_the_words(model, words):
    assert found(model, words) == [3]


def test_nobody_is_found_by_a_stranger(model):
    assert found(model, "赵") == []


def test_beginnings_come_first(model):
    assert found(model, "张") == [2, 1]


def test_no_words_show_everybody(model):
    assert found(model, " ") == [1, 2, 3]


def test_a_reader_hears_what_tells_people_apart(model):
    index = model.index(1)
    assert index.data() == "张三"
    assert index.data(Qt.ItemDataRole.AccessibleTextRole) == "张三 接待科"
    assert index.data(ENTRY_ROLE) is PEOPLE[1]
