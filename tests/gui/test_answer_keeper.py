"""The keeper: answers go out in order, what is not kept is known and sent again, time follows the desk."""

import pytest

from quizapp.core.desk import SaveReceipt, Sheet, SheetQuestion
from quizapp.core.questions import Kind
from quizapp.errors import EnvironmentFault
from quizapp.gui.answer_keeper import AnswerKeeper


class WaywardDesk:
    """A desk whose disk can be full: what a real one does then, without filling one."""

    def __init__(self) -> None:
        self.kept: list[tuple[int, object, int, bool]] = []
        self.is_full = False

    def save_answer(self, _token, _attempt_id, position, response, *, seq, is_marked):
        if self.is_full:
            raise EnvironmentFault("磁盘已满")
        self.kept.append((position, response, seq, is_marked))
        return SaveReceipt(position, seq, 900.0)

    def heartbeat(self, _token, _attempt_id):
        return 800.0

    def submit(self, _token, _attempt_id):
        if self.is_full:
            raise EnvironmentFault("磁盘已满")
        return "outcome"


def places(count: int) -> tuple[SheetQuestion, ...]:
    return tuple(SheetQuestion(at, Kind.SINGLE, "问", ("甲", "乙"), 400, 0, None, False) for at in range(count))


@pytest.fixture
def desk() -> WaywardDesk:
    return WaywardDesk()


@pytest.fixture
def keeper(tasks, desk):
    from datetime import UTC, datetime

    sheet = Sheet(1, "测试", places(3), 1000.0, datetime(2026, 3, 2, tzinfo=UTC), 7)
    made = AnswerKeeper(tasks.serial("desk"), desk, "token", sheet)
    yield made
    made.stop()


def test_answers_go_out_in_order_with_growing_numbers(keeper, desk, qtbot):
    keeper.answer(0, (1,))
    keeper.answer(1, (0,))
    keeper.answer(0, (0,))
    keeper.mark(0, is_marked=True)
    qtbot.waitUntil(lambda: keeper.waiting == 0)
    assert desk.kept == [(0, (1,), 8, False), (1, (0,), 9, False), (0, (0,), 10, False), (0, (0,), 11, True)]
    assert keeper.unanswered == [2]


def test_the_same_answer_twice_is_sent_once(keeper, desk, qtbot):
    keeper.answer(0, (1,))
    keeper.answer(0, (1,))
    qtbot.waitUntil(lambda: keeper.waiting == 0)
    assert len(desk.kept) == 1


def test_time_left_is_what_the_desk_last_said(keeper, qtbot):
    assert 999 <= keeper.left_s <= 1000
    keeper.answer(0, (1,))
    qtbot.waitUntil(lambda: keeper.waiting == 0)
    assert 899 <= keeper.left_s <= 900
    keeper._beat()
    qtbot.waitUntil(lambda: keeper.left_s <= 800)


def test_what_is_not_kept_is_sent_again_before_handing_in(keeper, desk, qtbot):
    desk.is_full = True
    with qtbot.waitSignal(keeper.save_failed):
        keeper.answer(0, (1,))
    assert keeper.waiting == 1
    with qtbot.waitSignal(keeper.submit_failed):
        keeper.submit()
    assert keeper.waiting == 1
    desk.is_full = False
    with qtbot.waitSignal(keeper.submitted):
        keeper.submit()
    assert keeper.waiting == 0
    assert [(position, response) for position, response, _seq, _mark in desk.kept] == [(0, (1,))]


def test_an_older_receipt_does_not_call_a_newer_answer_kept(keeper, desk, qtbot):
    keeper.answer(0, (1,))
    keeper.answer(0, (0,))
    keeper._on_saved((1,), SaveReceipt(0, 8, 900.0))
    assert keeper.waiting == 1
    qtbot.waitUntil(lambda: keeper.waiting == 0)


def test_a_sudden_change_of_the_time_is_told_and_drift_is_not(keeper, desk, qtbot):
    told = []
    keeper.time_changed.connect(told.append)
    keeper.hear_time(keeper.left_s - 5)
    keeper.hear_time(keeper.left_s + 600)
    keeper.hear_time(keeper.left_s - 60)
    assert [round(change) for change in told] == [600, -60]


def test_the_desk_is_asked_whether_the_time_is_over(keeper, desk, qtbot):
    with qtbot.waitSignal(keeper.end_denied):
        keeper.confirm_end()
    desk.heartbeat = lambda *_named: 0.0
    with qtbot.waitSignal(keeper.end_confirmed):
        keeper.confirm_end()

    def fail(*_named):
        raise EnvironmentFault("磁盘已满")

    desk.heartbeat = fail
    with qtbot.waitSignal(keeper.end_confirmed):
        keeper.confirm_end()


def test_leaving_is_said_to_the_desk_and_nothing_more_is_sent(keeper, desk, tasks, qtbot):
    left = []
    desk.step_out = lambda _token, attempt_id: left.append(attempt_id)
    keeper.step_out()
    qtbot.waitUntil(lambda: left == [1] and not tasks.is_busy)
    assert not keeper._heartbeat.isActive()


def test_a_sign_of_life_comes_every_five_seconds(keeper):
    assert keeper._heartbeat.isActive() and keeper._heartbeat.interval() == 5000
