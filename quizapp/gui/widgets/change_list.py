"""What became of something, field by field: before and after side by side, one below the other in large letters."""

from collections.abc import Sequence

from PySide6.QtWidgets import QBoxLayout, QFrame, QVBoxLayout, QWidget

from quizapp.core.question_facts import FieldChange
from quizapp.gui.theme import SPACE, Theme
from quizapp.gui.widgets.text import Text
from quizapp.i18n import _


class ChangeList(QWidget):
    """`show_changes` with the names of the two sides, such as 题库里 and 文件里."""

    def __init__(self, theme: Theme, before_word: str, after_word: str, *, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._words = (before_word, after_word)
        self._rows: list[QBoxLayout] = []
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(SPACE.snug)
        theme.changed.connect(self._fit)

    def show_changes(self, changes: Sequence[FieldChange]) -> None:
        """Show other changes."""
        while self._column.count():
            gone = self._column.takeAt(0).widget()
            gone.hide()
            gone.deleteLater()
        self._rows = []
        for change in changes:
            self._column.addWidget(self._part(change))
        self._fit()

    def _part(self, change: FieldChange) -> QWidget:
        part = QWidget()
        column = QVBoxLayout(part)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(SPACE.hair)
        column.addWidget(Text(change.label, "label"))
        row = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        row.setSpacing(SPACE.tight)
        for word, text in zip(self._words, (change.before, change.after), strict=True):
            row.addWidget(_side(word, text), 1)
        column.addLayout(row)
        self._rows.append(row)
        return part

    def _fit(self) -> None:
        is_wide = self._theme.size != "extra"
        direction = QBoxLayout.Direction.LeftToRight if is_wide else QBoxLayout.Direction.TopToBottom
        for row in self._rows:
            row.setDirection(direction)


def _side(word: str, text: str) -> QFrame:
    side = QFrame()
    side.setProperty("surface", "well")
    column = QVBoxLayout(side)
    column.setContentsMargins(SPACE.snug, SPACE.tight, SPACE.snug, SPACE.tight)
    column.setSpacing(0)
    column.addWidget(Text(word, "small"))
    column.addWidget(Text(text or _("（空）"), "body" if text else "muted"))
    column.addStretch(1)
    side.setAccessibleName(_("{word}：{text}").format(word=word, text=text or _("（空）")))
    return side
