"""Two questions side by side, field by field, with what differs marked; below each other in large letters."""

from PySide6.QtWidgets import QBoxLayout, QFrame, QVBoxLayout, QWidget

from quizapp.core.question_facts import facts
from quizapp.core.questions import Question
from quizapp.core.text_differences import Run, differing_runs
from quizapp.gui.theme import SPACE, Theme
from quizapp.gui.widgets.difference_text import DifferenceText
from quizapp.gui.widgets.text import Text

_ALWAYS_SHOWN = range(1, 4)  # stem, options and key; the other fields only where they differ


class PairView(QWidget):
    """`show_pair` with the words that head the two sides."""

    def __init__(self, theme: Theme, *, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._rows: list[QBoxLayout] = []
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(SPACE.snug)
        theme.changed.connect(self._fit)

    def show_pair(self, one: tuple[str, Question], other: tuple[str, Question]) -> None:
        """Show two other questions, each with the word that says where it comes from."""
        while self._column.count():
            gone = self._column.takeAt(0).widget()
            gone.hide()
            gone.deleteLater()
        self._rows = []
        words = one[0], other[0]
        for at, ((label, left), (_label, right)) in enumerate(zip(facts(one[1]), facts(other[1]), strict=True)):
            if left != right or (at in _ALWAYS_SHOWN and left):
                self._column.addWidget(self._part(label, words, differing_runs(left, right)))
        self._fit()

    def _part(self, label: str, words: tuple[str, str], sides: tuple[list[Run], list[Run]]) -> QWidget:
        part = QWidget()
        column = QVBoxLayout(part)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(SPACE.hair)
        column.addWidget(Text(label, "label"))
        row = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        row.setSpacing(SPACE.tight)
        for word, runs in zip(words, sides, strict=True):
            row.addWidget(self._side(word, runs), 1)
        column.addLayout(row)
        self._rows.append(row)
        return part

    def _side(self, word: str, runs: list[Run]) -> QFrame:
        side = QFrame()
        side.setProperty("surface", "well")
        column = QVBoxLayout(side)
        column.setContentsMargins(SPACE.snug, SPACE.tight, SPACE.snug, SPACE.tight)
        column.setSpacing(0)
        text = DifferenceText(self._theme)
        text.show_runs(runs)
        column.addWidget(Text(word, "small"))
        column.addWidget(text)
        column.addStretch(1)
        return side

    def _fit(self) -> None:
        is_wide = self._theme.size != "extra"
        direction = QBoxLayout.Direction.LeftToRight if is_wide else QBoxLayout.Direction.TopToBottom
        for row in self._rows:
            row.setDirection(direction)
