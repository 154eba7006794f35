"""Work that belongs to the window's thread and would stop it for too long: done step by step, events in between."""

from collections.abc import Callable, Generator
from typing import Any

from PySide6.QtCore import QObject, QTimer, Signal

Steps = Generator[tuple[int, int], None, Any]
"""Work that yields (done, total) after each step and returns its result."""


def at_once(steps: Steps) -> Any:
    """Do all steps and return the result, for little work."""
    while True:
        try:
            next(steps)
        except StopIteration as end:
            return end.value


class Stepwise(QObject):
    """Does one piece of work at a time; starting another one, or `stop`, drops the former."""

    progressed = Signal(int, int)
    ended = Signal()

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._steps: Steps | None = None
        self._on_done: Callable[[Any], object] | None = None
        self._on_failed: Callable[[Exception], object] | None = None
        self._timer = QTimer(self, interval=0)
        self._timer.timeout.connect(self._on_timeout)

    def start(
        self, steps: Steps, *, on_done: Callable[[Any], object], on_failed: Callable[[Exception], object]
    ) -> None:
        """Begin; `on_done` is called with the result."""
        self.stop()
        self._steps, self._on_done, self._on_failed = steps, on_done, on_failed
        self._timer.start()

    def finish(self) -> None:
        """Do at once what is left to do."""
        while self._steps is not None:
            self._on_timeout()

    def stop(self) -> None:
        """Drop what is being done."""
        self._timer.stop()
        if self._steps is not None:
            self._steps.close()
            self._steps = self._on_done = self._on_failed = None
            self.ended.emit()

    def _on_timeout(self) -> None:
        steps, on_done, on_failed = self._steps, self._on_done, self._on_failed
        assert steps and on_done and on_failed
        try:
            self.progressed.emit(*next(steps))
        except StopIteration as end:
            self.stop()
            on_done(end.value)
        except Exception as error:  # noqa: BLE001 - handed to the page, which shows it or lets the errors' door do so
            self.stop()
            on_failed(error)
