"""Sends every answer to the desk in order, knows which are not kept yet, and tries those again until they are."""

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QElapsedTimer, QObject, QTimer, Signal

from quizapp.core.desk import AttemptDesk, Outcome, SaveReceipt, Sheet
from quizapp.core.grading import Response, is_answered
from quizapp.core.lost_time import HEARTBEAT_S
from quizapp.gui.tasks import SerialQueue

_RETRY_MS = 3000
_HEARTBEAT_MS = round(HEARTBEAT_S * 1000)
_TOLD_S = 30.0
_OVER_S = 1.0


class AnswerKeeper(QObject):
    """What one attempt holds: responses as shown, marks, the time left as the desk last said.

    `receipt_came` with each receipt and what it is for, `saved` once it is counted, `save_failed` with the error
    while one is not kept, `submitted` with the outcome. `time_changed` with the seconds by which the time left is
    suddenly more or less, `end_confirmed` or `end_denied` once the desk was asked whether the time is really over.
    """

    saved = Signal()
    receipt_came = Signal(object, object)
    save_failed = Signal(object)
    came_late = Signal()
    submitted = Signal(object)
    submit_failed = Signal(object)
    time_changed = Signal(float)
    end_confirmed = Signal()
    end_denied = Signal()

    def __init__(self, queue: SerialQueue, desk: AttemptDesk, token: str, sheet: Sheet) -> None:
        super().__init__()
        self._desk = desk
        self._token = token
        self._sheet = sheet
        self._queue = queue
        self._seq = sheet.last_seq
        self._unsaved: dict[int, int] = {}
        self.responses: dict[int, Response] = {one.position: one.response for one in sheet.questions}
        self.marked: set[int] = {one.position for one in sheet.questions if one.is_marked}
        self._left_s = sheet.time_left_s
        self._since = QElapsedTimer()
        self._since.start()
        self._retry = self._timer(_RETRY_MS, self.send_again)
        self._retry.setSingleShot(True)
        self._heartbeat = self._timer(_HEARTBEAT_MS, self._beat)
        self._heartbeat.start()

    @property
    def left_s(self) -> float:
        """Seconds left: what the desk last said, less what has passed since."""
        return max(0.0, self._left_s - self._since.elapsed() / 1000)

    @property
    def waiting(self) -> int:
        """How many answers are not kept yet."""
        return len(self._unsaved)

    @property
    def unanswered(self) -> list[int]:
        """Positions without an answer, ascending."""
        return [position for position, response in sorted(self.responses.items()) if not is_answered(response)]

    def answer(self, position: int, response: Response) -> None:
        """Take an answer and send it to be kept."""
        if self.responses[position] != response:
            self.responses[position] = response
            self._send(position)

    def mark(self, position: int, *, is_marked: bool) -> None:
        """Mark a question for later, or take the mark away."""
        (self.marked.add if is_marked else self.marked.discard)(position)
        self._send(position)

    def submit(self) -> None:
        """Hand in after all that is waiting."""
        self._heartbeat.stop()
        self._retry.stop()
        self.send_again()
        hand_in = partial(self._desk.submit, self._token, self._sheet.attempt_id)
        self._queue.submit(hand_in, on_done=self._on_submitted, on_failed=self._on_submit_failed)

    def send_again(self) -> None:
        """Try at once what was not kept."""
        for position in list(self._unsaved):
            self._send(position)

    def stop(self) -> None:
        """Send nothing more by itself."""
        self._heartbeat.stop()
        self._retry.stop()

    def step_out(self) -> None:
        """Say that the person chooses to leave the sheet, and send nothing more."""
        self.stop()
        leave = partial(self._desk.step_out, self._token, self._sheet.attempt_id)
        self._queue.submit(leave, on_failed=_never_mind)

    def confirm_end(self) -> None:
        """Ask the desk whether the time is over: minutes may have been added since it was last heard."""
        beat = partial(self._desk.heartbeat, self._token, self._sheet.attempt_id)
        self._queue.submit(beat, on_done=self._on_end_told, on_failed=self._on_end_unknown)

    def _timer(self, interval_ms: int, slot: Callable[[], None]) -> QTimer:
        timer = QTimer(self)
        timer.setInterval(interval_ms)
        timer.timeout.connect(slot)
        return timer

    def _send(self, position: int) -> None:
        self._seq += 1
        self._unsaved[position] = self._seq
        save = partial(
            self._desk.save_answer,
            self._token,
            self._sheet.attempt_id,
            position,
            self.responses[position],
            seq=self._seq,
            is_marked=position in self.marked,
        )
        told = partial(self._on_saved, self.responses[position])
        self._queue.submit(save, on_done=told, on_failed=self._on_save_failed, owner=self)

    def _beat(self) -> None:
        beat = partial(self._desk.heartbeat, self._token, self._sheet.attempt_id)
        self._queue.submit(beat, on_done=self.hear_time, on_failed=self._on_beat_failed)

    def _on_saved(self, response: Response, receipt: SaveReceipt) -> None:
        if self._unsaved.get(receipt.position, receipt.seq + 1) <= receipt.seq:
            del self._unsaved[receipt.position]
        self.hear_time(receipt.time_left_s)
        if receipt.is_late:
            self.came_late.emit()
        self.receipt_came.emit(receipt, response)
        self.saved.emit()

    def _on_save_failed(self, error: Exception) -> None:
        self._retry.start()
        self.save_failed.emit(error)

    def hear_time(self, left_s: float) -> None:
        """Follow the desk's own time left."""
        change_s = left_s - self.left_s
        self._left_s = left_s
        self._since.restart()
        if abs(change_s) >= _TOLD_S:
            self.time_changed.emit(change_s)

    def _on_end_told(self, left_s: float) -> None:
        self.hear_time(left_s)
        (self.end_denied if left_s > _OVER_S else self.end_confirmed).emit()

    def _on_end_unknown(self, _error: Exception) -> None:
        """Handing in will say what is wrong."""
        self.end_confirmed.emit()

    def _on_beat_failed(self, _error: Exception) -> None:
        """A beat that fails is nothing to tell: the next answer will, if it is not kept."""

    def _on_submitted(self, outcome: Outcome) -> None:
        self.stop()
        self.submitted.emit(outcome)

    def _on_submit_failed(self, error: Exception) -> None:
        self._heartbeat.start()
        if self._unsaved:
            self._retry.start()
        self.submit_failed.emit(error)


def _never_mind(_error: Exception) -> None:
    """Whoever leaves is not kept: without the note the time counts as lost, and the organiser sees why."""
