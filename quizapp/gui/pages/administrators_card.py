"""Who organises, of the whole bureau or of one unit; one's own password; a recovery code shown once."""

from functools import partial

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from quizapp.core.people import Actor, Department, DepartmentKind
from quizapp.gui.doors import Doors
from quizapp.gui.recovery_sheet import print_sheet, recovery_sheet
from quizapp.gui.theme import SPACE
from quizapp.gui.widgets.account_forms import AdministratorForm, PasswordForm
from quizapp.gui.widgets.banner import Banner
from quizapp.gui.widgets.button import Button
from quizapp.gui.widgets.card import Card
from quizapp.gui.widgets.secret_card import SecretCard
from quizapp.gui.widgets.text import Text
from quizapp.i18n import _
from quizapp.services.accounts import Administrator
from quizapp.services.bundle import Services


class AdministratorsCard(Card):
    """An administrator of one unit changes the own password here and nothing else."""

    def __init__(self, doors: Doors, services: Services, actor: Actor, banner: Banner) -> None:
        super().__init__(_("管理员"))
        self._doors = doors
        self._services = services
        self._accounts = services.accounts
        self._actor = actor
        self._banner = banner
        self._new_name = ""
        self._bureau_name = ""
        theme = doors.theme
        self.add_button = Button(theme, _("新增管理员"), icon="user-plus")
        self.password_button = Button(theme, _("修改我的密码"), icon="key")
        self.form = AdministratorForm(theme)
        self.password_form = PasswordForm(theme)
        self.secret = SecretCard(theme, can_print=True)
        self.rows: dict[str, Button] = {}
        self._list = QVBoxLayout()
        self._lines: list[QWidget] = []
        self._build()
        self._connect()

    def look_up(self) -> None:
        """List the administrators."""
        self._doors.tasks.look_up(self._find, on_done=self._on_found, on_failed=self._banner.show_error)

    def _build(self) -> None:
        self._list.setSpacing(0)
        buttons = QHBoxLayout()
        buttons.setSpacing(SPACE.snug)
        buttons.addWidget(self.add_button)
        buttons.addWidget(self.password_button)
        buttons.addStretch(1)
        self.body.addLayout(self._list)
        self.body.addWidget(self.secret)
        self.body.addLayout(buttons)
        self.body.addWidget(self.form)
        self.body.addWidget(self.password_form)
        self.form.hide()
        self.password_form.hide()
        self.add_button.setVisible(self._actor.unit_id is None)

    def _connect(self) -> None:
        self.add_button.clicked.connect(lambda: self._open(self.form))
        self.password_button.clicked.connect(lambda: self._open(self.password_form))
        for form in (self.form, self.password_form):
            form.put_away.connect(self._put_away)
        self.form.submitted.connect(self._on_form_submitted)
        self.password_form.submitted.connect(self._on_password_submitted)
        self.secret.print_wanted.connect(self._on_print_wanted)

    def _find(self) -> tuple[list[Administrator], list[Department], str]:
        """Runs in a task."""
        units = [one for one in self._services.people.departments() if one.kind is DepartmentKind.UNIT]
        return self._accounts.administrators(), units, self._accounts.bureau().name

    def _on_found(self, found: tuple[list[Administrator], list[Department], str]) -> None:
        administrators, units, self._bureau_name = found
        self.form.set_units(units)
        for line in self._lines:
            self._list.removeWidget(line)
            line.deleteLater()
        self._lines, self.rows = [], {}
        for one in administrators:
            line = self._line(one)
            self._list.addWidget(line)
            self._lines.append(line)

    def _line(self, one: Administrator) -> QWidget:
        line = QWidget()
        row = QHBoxLayout(line)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(SPACE.normal)
        is_me = one.name == self._actor.name
        row.addWidget(Text(_("{name}（我）").format(name=one.name) if is_me else one.name, wraps=False), 1)
        row.addWidget(Text(one.unit_name or _("全局"), "muted", wraps=False), 1)
        button = Button(self._doors.theme, _("移除"), kind="quiet")
        button.setAccessibleName(_("移除管理员{name}").format(name=one.name))
        button.setEnabled(self._actor.unit_id is None and not is_me)
        button.clicked.connect(lambda: self._remove(one))
        row.addWidget(button)
        self.rows[one.name] = button
        return line

    def _open(self, form: AdministratorForm | PasswordForm) -> None:
        self._put_away()
        form.open()

    def _put_away(self) -> None:
        self.form.hide()
        self.password_form.hide()

    def _remove(self, one: Administrator) -> None:
        title = _("移除管理员{name}？").format(name=one.name)
        text = _("移除后，这个人不能再以管理员登录；做过的事都还在日志里。")
        if self._doors.dialogs.confirm(self, title=title, text=text, action=_("移除"), destructive=True):
            remove = partial(self._accounts.remove, self._actor, one.id)
            done = partial(self._on_removed, one.name)
            self._doors.tasks.run(remove, on_done=done, on_failed=self._banner.show_error, owner=self)

    def _on_removed(self, name: str, _result: object) -> None:
        self._banner.say("good", _("已移除管理员{name}。").format(name=name))
        self.look_up()

    def _on_form_submitted(self, name: str, password: str, unit_id: int | None) -> None:
        self._new_name = name
        add = partial(self._accounts.add, self._actor, name, password, unit_id)
        self._doors.tasks.run(add, on_done=self._on_added, on_failed=self._on_not_added)

    def _on_added(self, code: str) -> None:
        self._banner.clear()
        self._put_away()
        self.show_code(self._new_name, code)
        self.look_up()

    def show_code(self, name: str, code: str) -> None:
        """Show a recovery code, the only time that it is seen."""
        hint = _("忘记密码时用它重设。它只显示这一次，请打印后交给本人收好。")
        self.secret.show_secret(_("{name}的恢复码").format(name=name), code, hint)

    def _on_not_added(self, error: Exception) -> None:
        self.form.keep_on()
        self._banner.show_error(error)

    def _on_password_submitted(self, old: str, new: str) -> None:
        change = partial(self._accounts.change_password, self._actor, old, new)
        self._doors.tasks.run(change, on_done=self._on_password_changed, on_failed=self._on_password_not_changed)

    def _on_password_changed(self, _result: object) -> None:
        self._put_away()
        self._banner.say("good", _("密码已修改，下次登录用新密码。"))

    def _on_password_not_changed(self, error: Exception) -> None:
        self.password_form.keep_on()
        self._banner.show_error(error)

    def _on_print_wanted(self) -> None:
        sheet = recovery_sheet(self._bureau_name, self._new_name, self.secret.secret.text())
        if print_sheet(self._doors.dialogs, self, sheet, title=_("打印恢复码")):
            self._banner.say("good", _("恢复码已送往打印机。"))
