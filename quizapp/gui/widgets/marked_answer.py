"""An answer as it was written, with the points of the key marked where it says them: by a ground and an underline."""

from collections.abc import Sequence
from html import escape

from PySide6.QtCore import Qt
from PySide6.QtGui import QFontInfo
from PySide6.QtWidgets import QLabel, QSizePolicy, QWidget

from quizapp.core.key_points import Found
from quizapp.gui.theme import READING_LINE, Theme


class MarkedAnswer(QLabel):
    """`text()` is the answer as it was written."""

    def __init__(self, theme: Theme, *, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._plain = ""
        self._found: Sequence[Found] = ()
        self.setProperty("role", "option")
        self.setWordWrap(True)
        self.setTextFormat(Qt.TextFormat.RichText)
        self.setAlignment(Qt.AlignmentFlag.AlignTop)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        theme.changed.connect(self._show)

    def show_answer(self, text: str, found: Sequence[Found]) -> None:
        """Show another answer."""
        self._plain, self._found = text, found
        self._show()

    def text(self) -> str:
        """The words without marks."""
        return self._plain

    def _show(self) -> None:
        self.setAccessibleName(self._plain)
        self.setFont(self._theme.font("option"))
        covered = {at for one in self._found for at in range(one.start, one.end)}
        pieces: list[tuple[bool, str]] = []
        for at, char in enumerate(self._plain):
            if pieces and pieces[-1][0] == (at in covered):
                pieces[-1] = (at in covered, pieces[-1][1] + char)
            else:
                pieces.append((at in covered, char))
        words = "".join(self._marked(text) if is_said else _html(text) for is_said, text in pieces)
        letters = QFontInfo(self.font())
        spacing = round(100 * READING_LINE * letters.pixelSize() / max(1, self.fontMetrics().height()))
        self.setText(f'<p style="line-height:{max(100, spacing)}%;margin:0">{words}</p>')

    def _marked(self, text: str) -> str:
        ink, ground = self._theme.tone("good")
        style = f"background-color:{ground.name()};color:{ink.name()};text-decoration:underline"
        return f'<span style="{style}">{_html(text)}</span>'


def _html(text: str) -> str:
    return escape(text).replace("\n", "<br>")
