"""Words on a page: a label that wraps, keeps the reading line spacing, and never takes its text for markup."""

from html import escape

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QFontInfo
from PySide6.QtWidgets import QLabel, QSizePolicy, QWidget

from quizapp.gui.theme import READING_LINE

_CLOSE_ENOUGH_PERCENT = 103
_SINGLE_LINE_ROLES = ("heading", "title", "label", "figure", "score")


class Text(QLabel):
    """Roles: heading, title, body, stem, small, muted, label, figure, score. `text()` is always what was put in."""

    def __init__(
        self, text: str = "", role: str = "body", *, tone: str = "", wraps: bool = True, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._plain = ""
        self._is_spaced = wraps and role not in _SINGLE_LINE_ROLES
        self.setProperty("role", role)
        if tone:
            self.setProperty("tone", tone)
        self.setWordWrap(wraps)
        if wraps:
            self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        self.setText(text)

    def set_tone(self, tone: str) -> None:
        """Colour the words: accent, good, warn, bad, muted, or an empty text for none."""
        self.setProperty("tone", tone)
        self.style().unpolish(self)
        self.style().polish(self)

    def text(self) -> str:
        """The words as they were given."""
        return self._plain

    def setText(self, text: str) -> None:
        self._plain = text
        self.setAccessibleName(text)
        self._show()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() in (QEvent.Type.FontChange, QEvent.Type.StyleChange) and self._is_spaced:
            self._show()

    def _show(self) -> None:
        """Show the words; a font whose own lines are too close gets them spaced by markup, the only way a label has."""
        letters = QFontInfo(self.font())
        wanted = round(100 * READING_LINE * letters.pixelSize() / max(1, self.fontMetrics().height()))
        if not self._is_spaced or not self._plain or wanted <= _CLOSE_ENOUGH_PERCENT:
            self.setTextFormat(Qt.TextFormat.PlainText)
            super().setText(self._plain)
            return
        words = escape(self._plain).replace("\n", "<br>")
        self.setTextFormat(Qt.TextFormat.RichText)
        super().setText(f'<p style="line-height:{wanted}%;margin:0">{words}</p>')
