"""The one door to threads: work runs in a pool, its result comes back as a call in the window's own thread.

A function may take the keywords `on_progress(done, total)` and `is_cancelled()`; it gets them if it names them. Results
for widgets that are gone by then are dropped. Work that writes in order (the answers of an attempt) goes through a
`SerialQueue`, which is never cut short: `shutdown` waits for it.
"""

import inspect
import time
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor  # noqa: TID251 - this is the door
from functools import partial
from threading import Event
from typing import Any

from PySide6.QtCore import QObject, Qt, Signal
from shiboken6 import isValid

from quizapp.errors import Cancelled

_WORKERS = 3
_PROGRESS_PAUSE_S = 0.05


class Task(QObject):
    """A piece of work under way; `ended` comes after its result was handed over, whatever the result."""

    ended = Signal()

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._cancelled = Event()
        self.is_running = True

    def cancel(self) -> None:
        """Ask the work to stop; it ends with `Cancelled` where it looks at `is_cancelled`."""
        self._cancelled.set()

    def is_cancelled(self) -> bool:
        """Whether `cancel` was called; may be asked from any thread."""
        return self._cancelled.is_set()


class _Outcome:
    """Who is told about a task, unless it is gone by then."""

    def __init__(
        self,
        on_done: Callable[[Any], object] | None,
        on_failed: Callable[[Exception], object] | None,
        on_progress: Callable[[int, int], object] | None,
        owner: QObject | None,
    ) -> None:
        self.on_done = on_done
        self.on_failed = on_failed
        self.on_progress = on_progress
        bound_to = getattr(on_done or on_failed, "__self__", None)
        self._owner = owner if owner is not None else bound_to
        self.is_look_up = False
        self.is_overtaken = False

    @property
    def is_wanted(self) -> bool:
        return not self.is_overtaken and (not isinstance(self._owner, QObject) or isValid(self._owner))

    def shows_what(self, other: "_Outcome") -> bool:
        """Whether both are look-ups that the same method shows: of these only the newest is of use."""
        return self.is_look_up and other.is_look_up and _receiver(self.on_done) == _receiver(other.on_done)


class _Job:
    """What a worker is handed: a task's work, and who is told about it.

    A worker may be the last to let go of what it was handed, and a widget must never end outside the window's thread.
    So the worker holds a job and nothing else, and what the job holds is let go in the window's thread.
    """

    def __init__(self, task: Task, outcome: _Outcome, *, is_serial: bool) -> None:
        self.task: Task | None = task
        self.outcome: _Outcome | None = outcome
        self.is_serial = is_serial
        self.function: Callable[[], Any] | None = None
        self.result: Any = None
        self.error: Exception | None = None

    def work(self) -> None:
        """Called in the worker; the result or the error stays here."""
        assert self.task and self.function
        try:
            if self.task.is_cancelled():
                raise Cancelled
            self.result = self.function()
        except Exception as error:  # noqa: BLE001 - handed to the caller or to the errors' door, never dropped
            self.error = error

    def let_go(self) -> None:
        """Hold nothing any more; called in the window's thread."""
        self.task = self.outcome = self.function = self.result = self.error = None


class Tasks(QObject):
    """Runs functions off the window's thread. Made once by the app, handed in; `shutdown` before the program ends."""

    became_idle = Signal()
    _worked = Signal(object)
    _progressed = Signal(object, object, object)

    def __init__(self, on_unhandled: Callable[[Exception], object], parent: QObject | None = None) -> None:
        """`on_unhandled` shows the error of work whose caller gave no `on_failed`."""
        super().__init__(parent)
        self._on_unhandled = on_unhandled
        self._pool = ThreadPoolExecutor(_WORKERS, thread_name_prefix="task")
        self._queues: list[SerialQueue] = []
        self._running: set[_Job] = set()
        self._is_closed = False
        self._worked.connect(self._on_worked, Qt.ConnectionType.QueuedConnection)
        self._progressed.connect(self._on_progressed, Qt.ConnectionType.QueuedConnection)

    @property
    def is_busy(self) -> bool:
        """Whether any work is under way or waiting in a queue."""
        return bool(self._running)

    def run(
        self,
        function: Callable[..., Any],
        *,
        on_done: Callable[[Any], object] | None = None,
        on_failed: Callable[[Exception], object] | None = None,
        on_progress: Callable[[int, int], object] | None = None,
        owner: QObject | None = None,
    ) -> Task:
        """Run `function` in the pool; the calls come in this thread, while `owner` (or `on_done`'s) lives."""
        return self.start_in(self._pool, function, _Outcome(on_done, on_failed, on_progress, owner))

    def look_up(
        self,
        function: Callable[..., Any],
        *,
        on_done: Callable[[Any], object],
        on_failed: Callable[[Exception], object] | None = None,
        owner: QObject | None = None,
    ) -> Task:
        """Run what is only looked up to be shown: the newest answer is shown, one asked for earlier no more.

        Workers overtake one another, and an older answer must not take the place of a newer one. Those belong together
        that are handed to the same method of the same object, whatever else a `partial` of it is given. After
        `shutdown` (a timer of a page may still ask) nothing is looked up any more.
        """
        if self._is_closed:
            task = Task(self)
            task.is_running = False
            return task
        outcome = _Outcome(on_done, on_failed, None, owner)
        outcome.is_look_up = True
        for job in self._running:
            if job.outcome and job.task and job.outcome.shows_what(outcome):
                job.outcome.is_overtaken = True
                job.task.cancel()
        return self.start_in(self._pool, function, outcome)

    def serial(self, name: str) -> "SerialQueue":
        """A new first-in-first-out queue with one worker of its own."""
        queue = SerialQueue(self, name)
        self._queues.append(queue)
        return queue

    def shutdown(self) -> None:
        """Cancel what can be cancelled, finish the serial queues, leave no thread behind; results come no more."""
        if self._is_closed:
            return
        self._is_closed = True
        for job in self._running:
            if job.task and not job.is_serial:
                job.task.cancel()
        self._pool.shutdown(wait=True, cancel_futures=True)
        for queue in self._queues:
            queue.close()
        for job in self._running:
            job.let_go()
        self._running.clear()

    def start_in(
        self, pool: ThreadPoolExecutor, function: Callable[..., Any], outcome: _Outcome, *, is_serial: bool = False
    ) -> Task:
        """Run `function` in `pool`: what `run` and the queues share."""
        task = Task(self)
        job = _Job(task, outcome, is_serial=is_serial)
        job.function = self._prepared(function, job, task)
        self._running.add(job)
        pool.submit(self._work, job)
        return task

    def _prepared(self, function: Callable[..., Any], job: _Job, task: Task) -> Callable[[], Any]:
        names = _keywords(function)
        extra: dict[str, Any] = {}
        if "is_cancelled" in names:
            extra["is_cancelled"] = task.is_cancelled
        if "on_progress" in names:
            extra["on_progress"] = self._progress_sender(job)
        return partial(function, **extra)

    def _progress_sender(self, job: _Job) -> Callable[[int, int], None]:
        last = [0.0]

        def send(done: int, total: int) -> None:
            now = time.monotonic()
            if done >= total or now - last[0] >= _PROGRESS_PAUSE_S:
                last[0] = now
                self._progressed.emit(job, done, total)

        return send

    def _work(self, job: _Job) -> None:
        """Runs in the worker."""
        job.work()
        if not self._is_closed:
            self._worked.emit(job)

    def _on_progressed(self, job: _Job, done: int, total: int) -> None:
        if not self._is_closed and job.outcome and job.outcome.on_progress:
            _tell(job.outcome, job.outcome.on_progress, done, total)

    def _on_worked(self, job: _Job) -> None:
        if self._is_closed or job.outcome is None:
            return
        try:
            self._hand_over(job.outcome, job.result, job.error)
        finally:
            self._end(job)

    def _hand_over(self, outcome: _Outcome, result: object, error: Exception | None) -> None:
        if error is None:
            if outcome.on_done:
                _tell(outcome, outcome.on_done, result)
        elif outcome.on_failed:
            _tell(outcome, outcome.on_failed, error)
        elif not isinstance(error, Cancelled) and not outcome.is_overtaken:
            self._on_unhandled(error)

    def _end(self, job: _Job) -> None:
        task = job.task
        job.let_go()
        self._running.discard(job)
        if task is not None:
            task.is_running = False
            task.ended.emit()
            task.deleteLater()
        if not self._running:
            self.became_idle.emit()


class SerialQueue(QObject):
    """First in, first out, one at a time; a failure does not stop what comes after it."""

    pending_changed = Signal(int)

    def __init__(self, tasks: Tasks, name: str) -> None:
        super().__init__(tasks)
        self._tasks = tasks
        self._pool = ThreadPoolExecutor(1, thread_name_prefix=name)
        self._pending = 0

    @property
    def pending(self) -> int:
        """How many pieces of work are not done yet."""
        return self._pending

    def submit(
        self,
        function: Callable[..., Any],
        *,
        on_done: Callable[[Any], object] | None = None,
        on_failed: Callable[[Exception], object] | None = None,
        owner: QObject | None = None,
    ) -> Task:
        """Run `function` after everything submitted before it."""
        task = self._tasks.start_in(self._pool, function, _Outcome(on_done, on_failed, None, owner), is_serial=True)
        task.ended.connect(self._on_task_ended)
        self._count(1)
        return task

    def drain(self, on_done: Callable[[], object], *, owner: QObject | None = None) -> None:
        """Call `on_done` when all that was submitted until now is done."""
        keeper = owner if owner is not None else getattr(on_done, "__self__", None)
        self.submit(_nothing, on_done=lambda _result: on_done(), owner=keeper)

    def close(self) -> None:
        """Finish all that was submitted and stop the worker."""
        self._pool.shutdown(wait=True)

    def _on_task_ended(self) -> None:
        self._count(-1)

    def _count(self, change: int) -> None:
        self._pending += change
        self.pending_changed.emit(self._pending)


def _tell(outcome: _Outcome, callback: Callable[..., object], *values: object) -> None:
    if outcome.is_wanted:
        callback(*values)


def _receiver(callback: Callable[..., object] | None) -> Callable[..., object] | None:
    """The method that is called in the end; methods are equal when both function and object are."""
    while isinstance(callback, partial):
        callback = callback.func
    return callback


def _nothing() -> None:
    """What `drain` waits for."""


def _keywords(function: Callable[..., Any]) -> set[str]:
    try:
        return set(inspect.signature(function).parameters)
    except (TypeError, ValueError):  # a C function shows no signature: it asks for nothing either
        return set()
