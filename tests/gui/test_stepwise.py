"""Work is done step by step with events in between, and dropped when nobody wants it."""

import pytest
from PySide6.QtCore import QObject

from quizapp.gui.stepwise import Stepwise, at_once


def counting(to, seen):
    for number in range(1, to + 1):
        seen.append(number)
        yield number, to
    return sum(seen)


@pytest.fixture
def work(qtbot):
    parent = QObject()
    made = Stepwise(parent)
    made.parent_kept = parent
    return made


def fail(error):
    raise error


def test_at_once_gives_the_result():
    assert at_once(counting(3, [])) == 6


def test_steps_are_told_and_the_result_handed_over(work, qtbot):
    seen, told, results = [], [], []
    work.progressed.connect(lambda done, total: told.append((done, total)))
    work.start(counting(3, seen), on_done=results.append, on_failed=fail)
    assert seen == [], "not before the window has had its turn"
    qtbot.waitUntil(lambda: bool(results))
    assert (told, results) == ([(1, 3), (2, 3), (3, 3)], [6])


def test_what_is_stopped_is_not_handed_over(work, qtbot):
    seen, results = [], []
    work.start(counting(10**9, seen), on_done=results.append, on_failed=fail)
    qtbot.waitUntil(lambda: bool(seen))
    with qtbot.waitSignal(work.ended):
        work.stop()
    work.finish()
    assert 0 < len(seen) < 10**9
    assert results == []


def test_the_rest_can_be_done_at_once(work):
    results = []
    work.start(counting(3, []), on_done=results.append, on_failed=fail)
    work.finish()
    assert results == [6]


def test_starting_anew_drops_the_former(work):
    results = []
    work.start(counting(3, []), on_done=lambda _sum: results.append("former"), on_failed=fail)
    work.start(counting(2, []), on_done=results.append, on_failed=fail)
    work.finish()
    assert results == [3]


def test_what_fails_is_told(work):
    def failing():
        yield 1, 2
        raise OSError("full")

    errors = []
    work.start(failing(), on_done=fail, on_failed=errors.append)
    work.finish()
    assert [str(error) for error in errors] == ["full"]
