"""The columns of a table: heading, samples, and a list to choose what each column holds."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout, QWidget

from quizapp.core.column_mapping import MappedColumn, column_letter, offered_roles, role_name
from quizapp.gui.theme import SPACE
from quizapp.gui.widgets.card import Card
from quizapp.gui.widgets.choice import Choice
from quizapp.gui.widgets.text import Text
from quizapp.i18n import _

_LONGEST_SAMPLE = 28


class ColumnGrid(Card):
    """`role_chosen` carries column, role and number."""

    role_chosen = Signal(int, str, int)

    def __init__(self, *, parent: QWidget | None = None) -> None:
        super().__init__(parent=parent)
        self.choices: dict[int, Choice] = {}
        self._inner: QWidget | None = None

    def set_columns(self, columns: Sequence[tuple[MappedColumn, Sequence[str]]]) -> None:
        """Show these columns with their samples."""
        if self._inner is not None:
            self._inner.hide()  # it may live on until the next turn of the event loop
            self.body.removeWidget(self._inner)
            self._inner.deleteLater()
        self.choices = {}
        self._inner = QWidget()
        self._inner.setProperty("surface", "clear")
        grid = QGridLayout(self._inner)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(SPACE.wide)
        grid.setVerticalSpacing(SPACE.tight)
        for at, words in enumerate((_("列"), _("标题"), _("样例"), _("这一列是"))):
            grid.addWidget(Text(words, "label", wraps=False), 0, at)
        entries = [(role_name(*role), role) for role in offered_roles([column for column, _samples in columns])]
        for row, (column, samples) in enumerate(columns, start=1):
            self._add(grid, row, (column, samples), entries)
        for at, stretch in enumerate((0, 3, 6, 3)):
            grid.setColumnStretch(at, stretch)
        self.body.addWidget(self._inner)
        self._inner.show()

    def _add(
        self,
        grid: QGridLayout,
        row: int,
        shown: tuple[MappedColumn, Sequence[str]],
        entries: Sequence[tuple[str, tuple[str, int]]],
    ) -> None:
        column, samples = shown
        letter = column_letter(column.column)
        choice = Choice(entries)
        choice.choose((column.role, column.number))
        choice.setAccessibleName(_("{letter} 列“{heading}”是").format(letter=letter, heading=column.heading))
        choice.value_changed.connect(lambda role, at=column.column: self.role_chosen.emit(at, *role))
        told = _("；").join(_shortened(text) for text in samples)
        middle = Qt.AlignmentFlag.AlignVCenter
        grid.addWidget(Text(letter, "muted", wraps=False), row, 0, middle)
        grid.addWidget(Text(column.heading or _("（没有标题）"), "" if column.heading else "muted"), row, 1, middle)
        grid.addWidget(Text(told, "muted"), row, 2, middle)
        grid.addWidget(choice, row, 3, middle)
        self.choices[column.column] = choice


def _shortened(text: str) -> str:
    plain = " ".join(text.split())
    return plain if len(plain) <= _LONGEST_SAMPLE else f"{plain[:_LONGEST_SAMPLE]}…"
