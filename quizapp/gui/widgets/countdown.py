"""The time left, large: paints what it is handed, says when it gets short, and tells once that it is over."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QBoxLayout, QFrame, QSizePolicy, QWidget

from quizapp.gui.announce import announce
from quizapp.gui.theme import SPACE
from quizapp.gui.widgets.text import Text
from quizapp.i18n import _

SOON_S = 5 * 60
LAST_S = 60


class _Figure(Text):
    """Changes each second, silently: the countdown's own name tells the time to screen readers, by the minute."""

    def setAccessibleName(self, _name: str) -> None:
        """Keep quiet."""


class Countdown(QFrame):
    """Call `show_left` with the seconds left, as often as they change; it keeps no clock of its own."""

    elapsed = Signal()
    warned = Signal(int)

    def __init__(self, *, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("surface", "card")
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self._has_elapsed = False
        self._warned_at = 0
        self._word = Text("", "small", wraps=False)
        self._figure = _Figure("", "figure", wraps=False)
        for text in (self._word, self._figure):
            text.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._line = QBoxLayout(QBoxLayout.Direction.TopToBottom, self)
        self._line.addWidget(self._word)
        self._line.addWidget(self._figure)
        self.set_flat(False)

    def set_flat(self, flat: bool) -> None:
        """Stand in a bar, the word beside the time, instead of in a column."""
        directions = QBoxLayout.Direction
        self._line.setDirection(directions.LeftToRight if flat else directions.TopToBottom)
        above = SPACE.hair if flat else SPACE.snug
        self._line.setContentsMargins(SPACE.normal, above, SPACE.normal, above)
        self._line.setSpacing(SPACE.snug if flat else 0)

    @property
    def figure(self) -> str:
        """The time shown."""
        return self._figure.text()

    @property
    def word(self) -> str:
        """The word above it."""
        return self._word.text()

    def show_left(self, seconds: int) -> None:
        """Show so many seconds; `warned` once at 5:00 and 1:00, `elapsed` once at zero."""
        seconds = max(0, seconds)
        self._figure.setText(clock_text(seconds))
        word, tone = _("剩余时间"), ""
        if seconds <= LAST_S:
            word, tone = _("不足 1 分钟"), "bad"
        elif seconds <= SOON_S:
            word, tone = _("不足 5 分钟"), "warn"
        self._word.setText(word)
        if self._figure.property("tone") != tone:
            self._figure.set_tone(tone)
            self._word.set_tone(tone)
        self._name_calmly(word, seconds)
        self._tell(seconds)

    def _name_calmly(self, word: str, seconds: int) -> None:
        """Whole minutes only: a name that changed each second would be read out each second."""
        minutes = -(-seconds // LAST_S)
        name = _("{word}，约 {minutes} 分钟").format(word=word, minutes=minutes) if seconds > LAST_S else word
        if name != self.accessibleName():
            self.setAccessibleName(name)

    def restart(self) -> None:
        """Forget that the time was short or over: another attempt begins."""
        self._has_elapsed, self._warned_at = False, 0

    def _tell(self, seconds: int) -> None:
        mark = LAST_S if seconds <= LAST_S else SOON_S if seconds <= SOON_S else 0
        if mark and (self._warned_at == 0 or mark < self._warned_at):
            self._warned_at = mark
            announce(self, self.word)
            self.warned.emit(mark)
        if seconds == 0 and not self._has_elapsed:
            self._has_elapsed = True
            self.elapsed.emit()


def clock_text(seconds: int) -> str:
    """Write seconds as m:ss, or h:mm:ss from an hour on."""
    minutes, rest = divmod(seconds, 60)
    hours, minutes = divmod(minutes, 60)
    return f"{hours}:{minutes:02}:{rest:02}" if hours else f"{minutes:02}:{rest:02}"
