"""The points of one answer: typed, or pressed; half points too. Enter gives them."""

from decimal import Decimal, InvalidOperation

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from quizapp.core.key_points import STEP, mark_fault
from quizapp.core.points import POINT, points_text
from quizapp.gui.theme import SPACE, Theme
from quizapp.gui.widgets.button import Button
from quizapp.gui.widgets.text import Text
from quizapp.i18n import _

_MOST_BUTTONS = 10
_FIELD_LETTERS = 5


class _MarkField(QLineEdit):
    """Leaves Ctrl+Z to the page: it is the last mark that somebody wants back, not the last letter."""

    def event(self, event: QEvent) -> bool:
        if isinstance(event, QKeyEvent) and event.matches(QKeySequence.StandardKey.Undo):
            event.ignore()
            return False
        return super().event(event)


class MarkBar(QWidget):
    """`given` carries the points (hundredths) when they are to be kept; `points` None where nothing valid is typed."""

    given = Signal(int)

    def __init__(self, theme: Theme, *, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._most = 0
        self.buttons: list[Button] = []
        self.field = _MarkField()
        self.field.setAccessibleName(_("得分"))
        self.field.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        self.half_button = Button(theme, _("+0.5"), compact=True)
        self.half_button.setAccessibleName(_("加半分"))
        self.give_button = Button(theme, _("评分，下一份"), kind="primary", icon="check")
        self._of = Text("", "body", wraps=False)
        self._note = Text("", "small")
        self._buttons = QHBoxLayout()
        self._build()
        self.field.returnPressed.connect(self._on_given)
        self.give_button.clicked.connect(self._on_given)
        self.half_button.clicked.connect(self._on_half_clicked)
        self.field.textEdited.connect(lambda: self._say(""))
        theme.changed.connect(self._fit)
        self._fit()

    @property
    def points(self) -> int | None:
        """The points typed."""
        try:
            value = Decimal(self.field.text().strip().replace("。", ".").replace("．", ".")) * POINT
        except InvalidOperation:
            return None
        return int(value) if value.is_finite() and value == int(value) else None

    @property
    def note(self) -> str:
        """What is said below the field."""
        return self._note.text()

    def show_points(self, most: int, earned: int | None) -> None:
        """Begin with another answer, worth `most`."""
        if most != self._most:
            self._most = most
            self._make_buttons()
        self._of.setText(_("/ {points} 分").format(points=points_text(most)))
        self.field.setText("" if earned is None else points_text(earned))
        self._say("")
        self.give_button.setText(_("评分，下一份") if earned is None else _("改分，下一份"))
        self.field.setFocus(Qt.FocusReason.OtherFocusReason)
        self.field.selectAll()

    def set_busy(self, is_busy: bool) -> None:
        """While a mark is on its way to the disk, no other one is taken."""
        self.give_button.setEnabled(not is_busy)

    def _build(self) -> None:
        self._buttons.setSpacing(SPACE.hair)
        typed = QHBoxLayout()
        typed.setSpacing(SPACE.tight)
        typed.addWidget(Text(_("得分"), "label", wraps=False))
        typed.addWidget(self.field)
        typed.addWidget(self._of)
        typed.addWidget(self.half_button)
        typed.addStretch(1)
        self._rows = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._rows.setSpacing(SPACE.normal)
        self._rows.addLayout(typed)
        self._rows.addLayout(self._buttons)
        self._rows.addStretch(1)
        self._buttons.setAlignment(Qt.AlignmentFlag.AlignLeft)
        row = QHBoxLayout()
        row.setSpacing(SPACE.normal)
        row.addLayout(self._rows, 1)
        row.addWidget(self.give_button, 0, Qt.AlignmentFlag.AlignBottom)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(SPACE.hair)
        column.addLayout(row)
        column.addWidget(self._note)
        self._note.hide()

    def _make_buttons(self) -> None:
        """A button for each whole point, or for so many of them that they find room."""
        for button in self.buttons:
            self._buttons.removeWidget(button)
            button.hide()
            button.deleteLater()
        whole = self._most // POINT
        stride = max(1, -(-whole // _MOST_BUTTONS))
        values = [one * POINT for one in range(0, whole + 1, stride)]
        self.buttons = []
        for value in values if values[-1] == self._most else [*values, self._most]:
            button = Button(self._theme, points_text(value), compact=True)
            button.setAccessibleName(_("{points} 分").format(points=points_text(value)))
            button.clicked.connect(lambda _checked=False, value=value: self._fill(value))
            self._buttons.addWidget(button)
            self.buttons.append(button)
        self._fit()

    def _fit(self) -> None:
        ways = QBoxLayout.Direction
        self._rows.setDirection(ways.LeftToRight if self._theme.size == "standard" else ways.TopToBottom)
        self._rows.setSpacing(SPACE.normal if self._theme.size == "standard" else SPACE.tight)
        self.field.setFixedWidth(self._theme.letters(_FIELD_LETTERS))
        side = self._theme.sizes.target
        for button in self.buttons:
            button.setFixedWidth(side)

    def _fill(self, points: int) -> None:
        """Show points; they are given with Enter, so that a slip can be mended."""
        self.field.setText(points_text(points))
        self._say("")
        self.field.setFocus(Qt.FocusReason.OtherFocusReason)
        self.field.end(False)

    def _on_half_clicked(self) -> None:
        self._fill(min(self._most, (self.points or 0) + STEP))

    def _on_given(self) -> None:
        points = self.points
        if not self.give_button.isEnabled():
            return
        fault = _("请先输入得分，再按回车。") if points is None else mark_fault(points, self._most)
        self._say(fault)
        if fault or points is None:
            self.field.setFocus(Qt.FocusReason.OtherFocusReason)
            self.field.selectAll()
        else:
            self.given.emit(points)

    def _say(self, fault: str) -> None:
        self._note.setText(fault)
        self._note.set_tone("bad" if fault else "")
        self._note.setVisible(bool(fault))
        self.field.setProperty("wrong", bool(fault))
        self.field.style().unpolish(self.field)
        self.field.style().polish(self.field)
