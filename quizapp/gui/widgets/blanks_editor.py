"""The accepted texts of each blank of a question, one a line."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QFontMetrics
from PySide6.QtWidgets import QCheckBox, QHBoxLayout, QPlainTextEdit, QVBoxLayout, QWidget

from quizapp.gui.theme import SPACE, Theme
from quizapp.gui.widgets.button import Button
from quizapp.gui.widgets.icon_button import IconButton
from quizapp.gui.widgets.text import Text
from quizapp.gui.widgets.tick_line import TickLine
from quizapp.i18n import _

_LEAST_LINES, _MOST_LINES = 2, 5


class BlanksEditor(QWidget):
    """`blanks` as they stand; `changed` after each edit by the user."""

    changed = Signal()

    def __init__(self, theme: Theme, *, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self.rows: list[BlankRow] = []
        self._rows = QVBoxLayout()
        self._rows.setSpacing(SPACE.tight)
        self.add_button = Button(theme, _("添加一空"), kind="quiet", icon="plus", compact=True)
        self.add_button.clicked.connect(self._on_add_clicked)
        self.order_tick = QCheckBox()
        self._order_line = TickLine(self.order_tick, _("各空顺序不限：填对内容就得分，不论填在哪一空"))
        self.order_tick.clicked.connect(self.changed)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(SPACE.tight)
        column.addLayout(self._rows)
        column.addWidget(self.add_button, 0, Qt.AlignmentFlag.AlignLeft)
        column.addWidget(self._order_line)
        self.show_blanks(())

    @property
    def blanks(self) -> tuple[tuple[str, ...], ...]:
        """The accepted texts of each blank, without empty lines."""
        return tuple(row.texts for row in self.rows)

    @property
    def any_order(self) -> bool:
        """Whether the blanks may be filled in any order; one blank alone has none."""
        return self.order_tick.isChecked() and len(self.rows) > 1

    def show_blanks(self, blanks: Sequence[Sequence[str]]) -> None:
        """Show other blanks; there is always one."""
        while self.rows:
            row = self.rows.pop()
            self._rows.removeWidget(row)
            row.hide()
            row.deleteLater()
        for texts in blanks or ((),):
            self._add_row("\n".join(texts))
        self._show_state()

    def make_room(self, count: int) -> None:
        """Have at least so many blanks: the stem shows them."""
        while len(self.rows) < count:
            self._add_row("")
        self._show_state()

    def _add_row(self, text: str) -> None:
        row = BlankRow(self._theme, len(self.rows), text)
        row.edit.textChanged.connect(self.changed)
        row.removed.connect(self._on_row_removed)
        self.rows.append(row)
        self._rows.addWidget(row)

    def _show_state(self) -> None:
        self._order_line.setVisible(len(self.rows) > 1)
        for row in self.rows:
            row.remove_button.setEnabled(len(self.rows) > 1)

    def _on_add_clicked(self) -> None:
        self._add_row("")
        self._show_state()
        self.rows[-1].show()  # at once, so that it can take the focus
        self.rows[-1].edit.setFocus(Qt.FocusReason.OtherFocusReason)
        self.changed.emit()

    def _on_row_removed(self, at: int) -> None:
        blanks = list(self.blanks)
        del blanks[at]
        self.show_blanks(blanks)
        self.changed.emit()


class BlankRow(QWidget):
    """One blank."""

    removed = Signal(int)

    def __init__(self, theme: Theme, at: int, text: str) -> None:
        super().__init__()
        self._theme = theme
        name = _("第 {number} 空").format(number=at + 1)
        self.edit = QPlainTextEdit(text)
        self.edit.setTabChangesFocus(True)
        self.edit.setAccessibleName(name)
        self.remove_button = IconButton(theme, "trash", _("删去第 {number} 空").format(number=at + 1))
        self.remove_button.clicked.connect(lambda: self.removed.emit(at))
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(SPACE.tight)
        label = Text(name, wraps=False)
        label.setContentsMargins(0, SPACE.snug, 0, 0)  # beside the first line
        row.addWidget(label, 0, Qt.AlignmentFlag.AlignTop)
        row.addWidget(self.edit, 1)
        row.addWidget(self.remove_button, 0, Qt.AlignmentFlag.AlignTop)
        self.edit.textChanged.connect(self._fit)
        theme.changed.connect(self._fit)
        self._fit()

    @property
    def texts(self) -> tuple[str, ...]:
        """The accepted texts."""
        return tuple(line.strip() for line in self.edit.toPlainText().splitlines() if line.strip())

    def _fit(self) -> None:
        """Room for all its lines, as far as that is reasonable."""
        lines = max(_LEAST_LINES, min(self.edit.blockCount(), _MOST_LINES))
        letters = QFontMetrics(self._theme.font("body"))
        self.edit.setFixedHeight(lines * letters.lineSpacing() + 2 * SPACE.normal)
