"""Turning to another program and coming back, as Qt tells it; the clock of the absence is the test's own."""

from dataclasses import dataclass

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication

from quizapp.gui.window_watch import WindowWatch


@dataclass
class Absence:
    """Hand `watch` in; then `leave`, `pass_time` as often as time passes, `come_back`."""

    now_ms: int = 0
    is_locked: bool = False
    made: WindowWatch | None = None

    def watch(self) -> WindowWatch:
        """A watch on this clock."""
        self.made = WindowWatch(is_locked=lambda: self.is_locked, clock_ms=lambda: self.now_ms)
        return self.made

    def leave(self) -> None:
        """Another program has the keyboard now."""
        _tell(Qt.ApplicationState.ApplicationInactive)

    def pass_time(self, seconds: float) -> None:
        """Let time pass, second by second, as the watch looks."""
        while seconds > 0:
            self.now_ms += round(1000 * min(1.0, seconds))
            seconds -= 1.0
            assert self.made is not None
            if self.made._is_away:
                self.made._count()

    def sleep(self, seconds: float) -> None:
        """The PC sleeps: nothing runs, and the clock is further on afterwards."""
        self.now_ms += round(1000 * seconds)

    def come_back(self) -> None:
        """Our window has the keyboard again."""
        _tell(Qt.ApplicationState.ApplicationActive)

    def be_away(self, seconds: float) -> None:
        """Leave and come back."""
        self.leave()
        self.pass_time(seconds)
        self.come_back()


def _tell(state: Qt.ApplicationState) -> None:
    QGuiApplication.instance().applicationStateChanged.emit(state)
