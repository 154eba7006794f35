"""A widget in a reference cycle ends in the window's thread, however much a worker allocates."""

import gc
import threading
import weakref

import pytest
from PySide6.QtWidgets import QWidget

from quizapp.gui.garbage import GarbageCollector, collect_what_is_due


class Looped(QWidget):
    """Refers to itself, and says in which thread it ends."""

    def __init__(self, ends):
        super().__init__()
        self.itself = self
        self._told = weakref.finalize(self, lambda: ends.append(threading.get_ident()))


@pytest.fixture
def collector(qapp):
    gc.enable()
    made = GarbageCollector()
    yield made
    made.stop()
    made.deleteLater()
    gc.disable()  # as every test of the window runs


def allocate_much():
    return len([[number] for number in range(200_000)])


def test_a_worker_collects_nothing_and_the_event_loop_does(collector, tasks, qtbot):
    ends, got = [], []
    Looped(ends)
    tasks.run(allocate_much, on_done=got.append)
    qtbot.waitUntil(lambda: bool(got))
    assert ends == []
    gc.collect(1)  # what is left is due in the next round
    allocate_much()
    qtbot.waitUntil(lambda: bool(ends), timeout=10_000)
    assert ends == [threading.get_ident()]


def test_after_the_end_python_collects_again(qapp):
    collector = GarbageCollector()
    assert not gc.isenabled()
    collector.stop()
    assert gc.isenabled()
    collector.deleteLater()
    gc.disable()


def test_nothing_is_collected_before_it_is_due(qapp):
    ends = []
    gc.collect()
    Looped(ends)
    collect_what_is_due()
    assert ends == []
    gc.collect()
    assert ends == [threading.get_ident()]
