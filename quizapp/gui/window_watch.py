"""Notices that the user turned to another program while a test is taken, and for how long.

Qt calls an application active while any of its windows has the keyboard: our own dialogs, menus and tooltips therefore
never look like leaving, nor do input methods, whose windows take no focus on Windows, X11 and Wayland. Another program,
the desktop, or our window made small look like leaving on all of them. A locked screen, a screen saver and sleep make
the application inactive as well; they are told apart by asking `screen_lock` every second (see there for what each
system can tell) and by seconds in which this program did not run at all.
"""

from collections.abc import Callable

from PySide6.QtCore import QElapsedTimer, QObject, Qt, QTimer, Signal
from PySide6.QtGui import QGuiApplication

from quizapp.core.leavings import GRACE_S
from quizapp.gui.screen_lock import is_screen_locked

TICK_MS = 1000
_ASLEEP_MS = 5 * TICK_MS  # a tick that comes so late was kept by a PC that slept, not by a busy one


class WindowWatch(QObject):
    """`came_back` carries the seconds of each absence that was longer than the grace."""

    came_back = Signal(float)

    def __init__(
        self,
        *,
        is_locked: Callable[[], bool] = is_screen_locked,
        clock_ms: Callable[[], int] | None = None,
        parent: QObject | None = None,
    ) -> None:
        """`clock_ms`: milliseconds on a clock that goes on; Qt's own where none is given."""
        super().__init__(parent)
        self._is_locked = is_locked
        self._since = QElapsedTimer()
        self._since.start()
        self._clock_ms = clock_ms or self._since.elapsed
        self._is_watching = True
        self._is_away = False
        self._away_ms = 0
        self._counted_to_ms = 0
        self._ticks = QTimer(self)
        self._ticks.setInterval(TICK_MS)
        self._ticks.timeout.connect(self._count)
        QGuiApplication.instance().applicationStateChanged.connect(self._on_application_state_changed)

    def stop(self) -> None:
        """Watch no longer; an absence under way is told as it stands."""
        if self._is_watching:
            self._is_watching = False
            QGuiApplication.instance().applicationStateChanged.disconnect(self._on_application_state_changed)
            self._end()

    def _on_application_state_changed(self, state: Qt.ApplicationState) -> None:
        if state is Qt.ApplicationState.ApplicationActive:
            self._end()
        elif not self._is_away:
            self._is_away = True
            self._away_ms, self._counted_to_ms = 0, self._clock_ms()
            self._ticks.start()

    def _count(self) -> None:
        """Add what has passed since the last tick unless nobody could use the PC."""
        now_ms = self._clock_ms()
        passed_ms, self._counted_to_ms = now_ms - self._counted_to_ms, now_ms
        if passed_ms < _ASLEEP_MS and not self._is_locked():
            self._away_ms += passed_ms

    def _end(self) -> None:
        if not self._is_away:
            return
        self._ticks.stop()
        self._count()
        self._is_away = False
        if self._away_ms > GRACE_S * TICK_MS:
            self.came_back.emit(self._away_ms / 1000)
