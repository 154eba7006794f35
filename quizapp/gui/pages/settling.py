"""Settling who did not sit: asks for the reason, says who was settled as what, and takes it back."""

from collections.abc import Callable, Sequence
from functools import partial

from PySide6.QtCore import QObject, Signal

from quizapp.core.monthly import REASONS, DueRow, Status
from quizapp.core.people import Actor
from quizapp.gui.doors import Doors
from quizapp.gui.tasks import Task
from quizapp.gui.widgets.page_frame import PageFrame
from quizapp.i18n import _
from quizapp.services.results import Results, Settled

_NAMED_MOST = 3


class Settling(QObject):
    """`changed` when statuses are other than before; what is to be said stands in the banner of `page`."""

    changed = Signal()

    def __init__(self, doors: Doors, results: Results, actor: Actor, page: PageFrame) -> None:
        super().__init__(page)
        self._doors, self._results, self._actor, self._page = doors, results, actor, page
        self._undo: Callable[[], object] | None = None
        self._task: Task | None = None

    @property
    def may_take_back(self) -> bool:
        """Whether the banner offers to take the last settling back."""
        return self._undo is not None

    def settle(self, exam_id: int, rows: Sequence[DueRow], status: Status) -> None:
        """Settle these people, once the reason is known where one is needed."""
        if self._is_busy:
            return  # pressed twice: the second would find nothing to change, and take the way back away
        reason = ""
        if status in (Status.DEFERRED, Status.EXEMPT):
            asked = self._doors.dialogs.ask_reason(
                self._page,
                title=_("{names}：记为{status}").format(names=_named(rows), status=status.label),
                text=_("请选择或填写原因，它会写进成绩表和日志。"),
                suggestions=[_(one) for one in REASONS],
            )
            if asked is None:
                return
            reason = asked
        ids = tuple(row.due_id for row in rows)
        settle = partial(self._results.settle, self._actor, exam_id, ids, status, reason)
        self._run(settle, partial(self._on_settled, exam_id, rows, status))

    def take_back(self) -> None:
        """Give the people of the last settling the status they had before."""
        if self._is_busy:
            return
        undo = self._undo
        self.forget()
        if undo is not None:
            undo()

    def forget(self) -> None:
        """Offer to take back no more: something else happened since."""
        self._undo = None

    @property
    def _is_busy(self) -> bool:
        return self._task is not None and self._task.is_running

    def _run(self, act: Callable[[], object], on_done: Callable[..., None]) -> None:
        self._task = self._doors.tasks.run(act, on_done=on_done, on_failed=self._on_failed, owner=self)

    def _on_settled(self, exam_id: int, rows: Sequence[DueRow], status: Status, settled: tuple[Settled, ...]) -> None:
        """Say who was settled, and offer to take it back; the rows that were selected may be older than that."""
        self.forget()
        ids = {one.due_id for one in settled}
        if settled:
            take_back = partial(self._results.take_back, self._actor, exam_id, settled)
            self._undo = partial(self._run, take_back, self._on_taken_back)
        words = _("{names}：已记为{status}。") if settled else _("{names}：已经是{status}，没有改动。")
        named = _named([row for row in rows if row.due_id in ids] or rows)
        told = words.format(names=named, status=status.label)
        self._page.banner.say("good" if settled else "info", told, action=_("撤销") if self._undo else "")
        self.changed.emit()

    def _on_taken_back(self, _count: int) -> None:
        self._page.banner.say("good", _("已撤销。"))
        self.changed.emit()

    def _on_failed(self, error: Exception) -> None:
        self.forget()
        self._page.banner.show_error(error)


def _named(rows: Sequence[DueRow]) -> str:
    names = _("、").join(row.name for row in rows[:_NAMED_MOST])
    if len(rows) <= _NAMED_MOST:
        return names
    return _("{names}等 {count} 人").format(names=names, count=len(rows))
