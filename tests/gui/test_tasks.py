"""Work runs elsewhere, results come here, in order where order counts; nothing is left behind."""

import threading
import weakref
from functools import partial

import pytest
from PySide6.QtCore import QObject

from quizapp.errors import Cancelled, UserError
from quizapp.gui.tasks import Tasks


class Listener(QObject):
    def __init__(self):
        super().__init__()
        self.heard = []

    def hear(self, result):
        self.heard.append(result)


def test_result_comes_back_in_this_thread(tasks, qtbot):
    got = []
    tasks.run(threading.get_ident, on_done=lambda worker: got.append((worker, threading.get_ident())))
    qtbot.waitUntil(lambda: bool(got))
    worker, here = got[0]
    assert here == threading.get_ident() != worker


def test_error_goes_to_on_failed(tasks, qtbot, failures):
    def fail():
        raise UserError("文件已损坏")

    got = []
    tasks.run(fail, on_done=got.append, on_failed=got.append)
    qtbot.waitUntil(lambda: bool(got))
    assert str(got[0]) == "文件已损坏"
    assert not failures


def test_error_nobody_wants_goes_to_the_errors_door(tasks, qtbot, failures):
    def fail():
        raise ValueError("bug")

    tasks.run(fail)
    qtbot.waitUntil(lambda: bool(failures))
    assert isinstance(failures[0], ValueError)


def test_progress_is_told_and_the_last_step_always(tasks, qtbot):
    def work(on_progress):
        for done in range(1, 101):
            on_progress(done, 100)
        return "done"

    steps, got = [], []
    tasks.run(work, on_done=got.append, on_progress=lambda done, total: steps.append((done, total)))
    qtbot.waitUntil(lambda: bool(got))
    assert steps[-1] == (100, 100)
    assert len(steps) < 100


def test_cancel_reaches_the_work(tasks, qtbot):
    started, got = threading.Event(), []

    def work(is_cancelled):
        started.set()
        while not is_cancelled():
            pass
        raise Cancelled

    task = tasks.run(work, on_failed=got.append)
    assert started.wait(5)
    assert tasks.is_busy
    task.cancel()
    qtbot.waitUntil(lambda: bool(got))
    assert isinstance(got[0], Cancelled)
    assert not tasks.is_busy


def test_cancelled_work_without_listener_is_silent(tasks, qtbot, failures):
    def work(is_cancelled):
        while not is_cancelled():
            pass
        raise Cancelled

    task = tasks.run(work)
    with qtbot.waitSignal(tasks.became_idle):
        task.cancel()
    assert not failures


def test_result_for_a_dead_widget_is_dropped(tasks, qtbot):
    listener, go, others = Listener(), threading.Event(), []
    tasks.run(lambda: go.wait(5), on_done=listener.hear)
    tasks.run(lambda: go.wait(5), on_done=lambda _result: others.append("late"), owner=listener)
    heard = listener.heard
    listener.deleteLater()
    qtbot.waitSignal(listener.destroyed).wait()
    go.set()
    qtbot.waitUntil(lambda: not tasks.is_busy)
    assert heard == others == []


def test_queue_keeps_the_order_and_counts(tasks, qtbot):
    queue, order, counts, got = tasks.serial("desk"), [], [], []
    queue.pending_changed.connect(counts.append)
    for number in range(20):
        queue.submit(lambda number=number: order.append(number))
    assert queue.pending == 20
    queue.drain(lambda: got.append(list(order)))
    qtbot.waitUntil(lambda: bool(got))
    assert got[0] == list(range(20))
    qtbot.waitUntil(lambda: queue.pending == 0)
    assert counts[-1] == 0


def test_failure_in_a_queue_does_not_stop_the_next(tasks, qtbot):
    queue, got = tasks.serial("desk"), []
    queue.submit(lambda: 1 / 0, on_failed=got.append)
    queue.submit(lambda: "saved", on_done=got.append)
    qtbot.waitUntil(lambda: len(got) == 2)
    assert isinstance(got[0], ZeroDivisionError)
    assert got[1] == "saved"


def test_shutdown_finishes_queues_cancels_the_rest_and_leaves_no_thread(qtbot):
    before = threading.active_count()
    tasks, saved, told = Tasks(lambda _error: None), [], []

    def endless(is_cancelled):
        while not is_cancelled():
            pass

    tasks.run(endless, on_done=told.append)
    queue = tasks.serial("desk")
    for number in range(5):
        queue.submit(lambda number=number: saved.append(number), on_done=told.append)
    tasks.shutdown()
    tasks.shutdown()
    assert saved == [0, 1, 2, 3, 4]
    assert threading.active_count() == before
    qtbot.wait(1)
    assert not told


def test_work_that_asks_for_nothing_may_be_a_c_function(tasks, qtbot):
    got = []
    tasks.run(dict, on_done=got.append)
    qtbot.waitUntil(lambda: bool(got))
    assert got == [{}]


def test_an_error_in_a_callback_still_ends_the_task(tasks, qtbot):
    def show(_result):
        raise KeyError("page")

    with qtbot.captureExceptions() as caught:
        tasks.run(lambda: 1, on_done=show)
        qtbot.waitUntil(lambda: not tasks.is_busy)
    assert caught[0][0] is KeyError


@pytest.mark.parametrize("asks", [True, False])
def test_keywords_are_given_only_when_asked_for(tasks, qtbot, asks):
    got = []
    function = (lambda is_cancelled: is_cancelled()) if asks else (lambda: False)
    tasks.run(function, on_done=got.append)
    qtbot.waitUntil(lambda: bool(got))
    assert got == [False]


def test_a_worker_is_never_the_last_to_hold_a_widget(tasks, qtbot):
    ended_in, go = [], threading.Event()

    class Asking(Listener):
        def look_up(self):
            go.wait(5)
            return "found"

    def ask():
        asking = Asking()
        weakref.finalize(asking, lambda: ended_in.append(threading.get_ident()))
        tasks.run(asking.look_up, on_done=asking.hear)

    for _round in range(50):
        ask()
    go.set()
    qtbot.waitUntil(lambda: len(ended_in) == 50)
    assert set(ended_in) == {threading.get_ident()}


def test_a_failed_worker_holds_nothing_either(tasks, qtbot, failures):
    ended_in, got = [], []

    class Asking(Listener):
        def look_up(self):
            raise UserError("没有")

        def fail(self, error):
            got.append(str(error))

    def ask():
        asking = Asking()
        weakref.finalize(asking, lambda: ended_in.append(threading.get_ident()))
        tasks.run(asking.look_up, on_failed=asking.fail)

    for _round in range(50):
        ask()
    qtbot.waitUntil(lambda: len(ended_in) == 50)
    assert got == ["没有"] * 50
    assert set(ended_in) == {threading.get_ident()}


def test_an_older_look_up_does_not_come_after_a_newer_one(tasks, qtbot, failures):
    first, second, newer_is_there = Listener(), Listener(), threading.Event()
    tasks.look_up(lambda: newer_is_there.wait(5) and "old", on_done=first.hear)
    tasks.look_up(lambda: newer_is_there.wait(5) and "another's", on_done=second.hear)
    tasks.look_up(lambda: "new", on_done=partial(first.hear))
    qtbot.waitUntil(lambda: first.heard == ["new"])
    newer_is_there.set()
    qtbot.waitUntil(lambda: not tasks.is_busy)
    assert (first.heard, second.heard) == (["new"], ["another's"])


def test_what_became_of_an_overtaken_look_up_is_not_told(tasks, qtbot, failures):
    def fail():
        newer_is_there.wait(5)
        raise UserError("文件已损坏")

    listener, told, newer_is_there = Listener(), [], threading.Event()
    tasks.look_up(fail, on_done=listener.hear, on_failed=told.append)
    tasks.look_up(fail, on_done=listener.hear)
    tasks.look_up(lambda: "new", on_done=listener.hear)
    qtbot.waitUntil(lambda: listener.heard == ["new"])
    newer_is_there.set()
    qtbot.waitUntil(lambda: not tasks.is_busy)
    assert told == failures == []


def test_work_is_told_however_often_it_was_asked_for(tasks, qtbot):
    listener = Listener()
    for number in range(3):
        tasks.run(lambda number=number: number, on_done=listener.hear)
    qtbot.waitUntil(lambda: sorted(listener.heard) == [0, 1, 2])


def test_after_the_end_nothing_is_looked_up(tasks, qtbot):
    listener = Listener()
    tasks.shutdown()
    task = tasks.look_up(lambda: "late", on_done=listener.hear)
    assert not task.is_running
    assert not tasks.is_busy
    assert listener.heard == []
