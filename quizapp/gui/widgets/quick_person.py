"""One person more in ten seconds: a name, the department chosen already, Enter; all else can wait or has its page."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QWidget

from quizapp.core.people import Department
from quizapp.gui.theme import SPACE, Theme
from quizapp.gui.widgets.button import Button
from quizapp.gui.widgets.card import Card
from quizapp.gui.widgets.choice import Choice
from quizapp.gui.widgets.text import Text
from quizapp.i18n import _


class QuickPerson(Card):
    """Hidden until `open`. `submitted` and `more_wanted` carry name and department id, `closed` when it is put away."""

    submitted = Signal(str, int)
    more_wanted = Signal(str, int)
    closed = Signal()

    def __init__(self, theme: Theme, *, parent: QWidget | None = None) -> None:
        super().__init__(parent=parent)
        self.name = QLineEdit()
        self.name.setPlaceholderText(_("姓名"))
        self.name.setAccessibleName(_("新增人员的姓名"))
        self.department = Choice()
        self.department.setAccessibleName(_("新增人员的科室（单位）"))
        self.save_button = Button(theme, _("保存"), kind="primary", icon="check")
        self.more_button = Button(theme, _("更多资料"), kind="quiet")
        self.close_button = Button(theme, _("收起"), kind="quiet")
        self._note = Text(_("按回车保存，接着填下一位。编号自动生成，其余资料以后可以补。"), "small")
        row = QHBoxLayout()
        row.setSpacing(SPACE.snug)
        row.addWidget(self.name, 2)
        row.addWidget(self.department, 3)
        row.addWidget(self.save_button)
        row.addWidget(self.more_button)
        row.addWidget(self.close_button)
        self.body.setSpacing(SPACE.tight)
        self.body.addLayout(row)
        self.body.addWidget(self._note)
        self.name.returnPressed.connect(self._on_submitted)
        self.save_button.clicked.connect(self._on_submitted)
        self.more_button.clicked.connect(lambda: self.more_wanted.emit(self.name.text().strip(), self._chosen))
        self.close_button.clicked.connect(self.put_away)
        self.hide()

    @property
    def _chosen(self) -> int:
        return self.department.chosen

    def open(self, departments: Sequence[Department], department_id: int | None) -> None:
        """Ask for a name; the department is the given one, else the one used last."""
        self.department.set_entries([(one.full_name, one.id) for one in departments])
        self.department.choose(department_id)
        self._set_busy(False)
        self.show()
        self.name.setFocus(Qt.FocusReason.OtherFocusReason)

    def go_on(self) -> None:
        """The person was saved: ready for the next."""
        self.name.clear()
        self.keep_on()

    def keep_on(self) -> None:
        """The person could not be saved: the name stays to be mended."""
        self._set_busy(False)
        self.name.setFocus(Qt.FocusReason.OtherFocusReason)

    def put_away(self) -> None:
        """Hide and forget what was typed."""
        self.name.clear()
        self.hide()
        self.closed.emit()

    def _set_busy(self, is_busy: bool) -> None:
        self.save_button.setEnabled(not is_busy)
        self.name.setReadOnly(is_busy)

    def _on_submitted(self) -> None:
        name = self.name.text().strip()
        if name and self.save_button.isEnabled() and self.department.chosen is not None:
            self._set_busy(True)
            self.submitted.emit(name, self._chosen)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.put_away()
        else:
            super().keyPressEvent(event)
