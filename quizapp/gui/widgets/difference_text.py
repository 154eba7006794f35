"""A text with the pieces marked in which it differs from the one beside it: by a ground and an underline."""

from collections.abc import Sequence
from html import escape

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QSizePolicy, QWidget

from quizapp.core.text_differences import Run
from quizapp.gui.theme import Theme
from quizapp.i18n import _


class DifferenceText(QLabel):
    """`text()` is the plain text."""

    def __init__(self, theme: Theme, *, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._runs: Sequence[Run] = ()
        self.setProperty("role", "body")
        self.setWordWrap(True)
        self.setTextFormat(Qt.TextFormat.RichText)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        theme.changed.connect(self._show)

    def show_runs(self, runs: Sequence[Run]) -> None:
        """Show another text; without any piece it says that there is none."""
        self._runs = runs
        self._show()

    def text(self) -> str:
        """The words without marks."""
        return "".join(piece for piece, _differs in self._runs)

    def _show(self) -> None:
        self.setAccessibleName(self.text() or _("（空）"))
        self.setText("".join(map(self._marked, self._runs)) or escape(_("（空）")))

    def _marked(self, run: Run) -> str:
        piece, differs = run
        words = escape(piece).replace("\n", "<br>")
        if not differs:
            return words
        ink, ground = self._theme.tone("warn")
        style = f"background-color:{ground.name()};color:{ink.name()};text-decoration:underline"
        return f'<span style="{style}">{words}</span>'
