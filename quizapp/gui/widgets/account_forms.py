"""The two small forms about organisers' accounts: another administrator, and another password for oneself."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from quizapp.core.people import Department
from quizapp.gui.theme import SPACE, Theme
from quizapp.gui.widgets.button import Button
from quizapp.gui.widgets.choice import Choice
from quizapp.gui.widgets.field import Field
from quizapp.gui.widgets.password_field import PasswordField
from quizapp.i18n import _


class _Form(QWidget):
    """Fields two by two, a button that does it and one that puts the form away."""

    put_away = Signal()

    def __init__(self, theme: Theme, action: str, *fields: Field) -> None:
        super().__init__()
        self.save_button = Button(theme, action, icon="check")
        self.cancel_button = Button(theme, _("取消"), kind="quiet")
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(SPACE.snug)
        grid = QGridLayout()
        grid.setHorizontalSpacing(SPACE.wide)
        grid.setVerticalSpacing(SPACE.snug)
        for at, field in enumerate(fields):
            grid.addWidget(field, at // 2, at % 2)
        grid.setColumnStretch(0, 1)
        grid.setColumnStretch(1, 1)
        column.addLayout(grid)
        buttons = QHBoxLayout()
        buttons.setSpacing(SPACE.snug)
        buttons.addWidget(self.save_button)
        buttons.addWidget(self.cancel_button)
        buttons.addStretch(1)
        column.addLayout(buttons)
        self.save_button.clicked.connect(self._on_submitted)
        self.cancel_button.clicked.connect(self.put_away)
        for field in self.findChildren(QLineEdit):
            field.returnPressed.connect(self._on_submitted)

    def keep_on(self) -> None:
        """It could not be done: what was typed stays to be mended."""
        self.save_button.setEnabled(True)

    def open(self) -> None:
        """Begin with empty fields."""
        for field in self.findChildren(QLineEdit):
            field.clear()
        self.save_button.setEnabled(True)
        self.show()
        self.findChildren(QLineEdit)[0].setFocus(Qt.FocusReason.OtherFocusReason)

    def _on_submitted(self) -> None:
        raise NotImplementedError


class AdministratorForm(_Form):
    """`submitted` carries name, password and the id of the unit (None: the whole bureau)."""

    submitted = Signal(str, str, object)

    def __init__(self, theme: Theme) -> None:
        self.name, self.scope, self.password = QLineEdit(), Choice(), PasswordField(theme)
        self.again = PasswordField(theme)
        self._again_field = Field(_("再输入一次密码"), self.again)
        super().__init__(
            theme,
            _("新增这位管理员"),
            Field(_("姓名"), self.name),
            Field(_("管理范围"), self.scope),
            Field(_("密码"), self.password, hint=_("至少 8 个字符。")),
            self._again_field,
        )

    def set_units(self, units: Sequence[Department]) -> None:
        """Offer the whole bureau and these units."""
        self.scope.set_entries([(_("全局"), None), *((unit.full_name, unit.id) for unit in units)])

    def _on_submitted(self) -> None:
        if _is_repeated(self.password, self.again, self._again_field) and self.save_button.isEnabled():
            self.save_button.setEnabled(False)
            self.submitted.emit(self.name.text().strip(), self.password.text(), self.scope.chosen)


class PasswordForm(_Form):
    """`submitted` carries the old and the new password."""

    submitted = Signal(str, str)

    def __init__(self, theme: Theme) -> None:
        self.old, self.new, self.again = PasswordField(theme), PasswordField(theme), PasswordField(theme)
        self._again_field = Field(_("再输入一次新密码"), self.again)
        super().__init__(
            theme,
            _("修改密码"),
            Field(_("现在的密码"), self.old),
            Field(_("新密码"), self.new, hint=_("至少 8 个字符。")),
            self._again_field,
        )

    def _on_submitted(self) -> None:
        if _is_repeated(self.new, self.again, self._again_field) and self.save_button.isEnabled():
            self.save_button.setEnabled(False)
            self.submitted.emit(self.old.text(), self.new.text())


def _is_repeated(password: QLineEdit, again: QLineEdit, field: Field) -> bool:
    is_same = password.text() == again.text()
    field.set_error("" if is_same else _("两次输入的密码不一样：请重新输入。"))
    if not is_same:
        again.setFocus(Qt.FocusReason.OtherFocusReason)
    return is_same
