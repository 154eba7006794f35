"""The bureau's own settings: its name, what its units are called together, what staff type when they sign in."""

from dataclasses import replace
from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QButtonGroup, QHBoxLayout, QLineEdit, QRadioButton

from quizapp.core.people import PHONE_DIGITS, Actor, SignInCheck
from quizapp.gui.doors import Doors
from quizapp.gui.theme import SPACE
from quizapp.gui.widgets.banner import Banner
from quizapp.gui.widgets.button import Button
from quizapp.gui.widgets.card import Card
from quizapp.gui.widgets.choice import Choice
from quizapp.gui.widgets.field import Field
from quizapp.gui.widgets.text import Text
from quizapp.i18n import N_, _, _p
from quizapp.services.accounts import Accounts
from quizapp.services.bureau import Bureau

_UNIT_WORDS = (N_("局属"), N_("直属"), N_("所属"))


class BureauCard(Card):
    """Shows what is on record at `look_up`; `save` puts what is entered in its place."""

    def __init__(self, doors: Doors, accounts: Accounts, actor: Actor, banner: Banner) -> None:
        super().__init__(_p("设置", "单位"))
        self._doors = doors
        self._accounts = accounts
        self._actor = actor
        self._banner = banner
        self._bureau: Bureau | None = None
        self.name = QLineEdit()
        self.unit_word = Choice()
        self.checks: dict[SignInCheck, QRadioButton] = {}
        self.save_button = Button(doors.theme, _("保存"), icon="check")
        self._build()
        self.name.textChanged.connect(self._show_state)
        self.name.returnPressed.connect(self.save)
        self.unit_word.value_changed.connect(self._show_state)
        self.save_button.clicked.connect(self.save)
        self.setEnabled(actor.unit_id is None)

    @property
    def entered(self) -> Bureau | None:
        """What is entered now, None before anything was looked up."""
        if self._bureau is None:
            return None
        checked = (check for check, button in self.checks.items() if button.isChecked())
        check = next(checked, self._bureau.check)
        return replace(self._bureau, name=self.name.text().strip(), unit_word=self.unit_word.chosen, check=check)

    @property
    def is_changed(self) -> bool:
        """Whether something is entered that is not saved."""
        return self.entered != self._bureau

    def look_up(self) -> None:
        """Show what is on record, unless something is entered that is not saved."""
        if not self.is_changed:
            self._doors.tasks.look_up(
                self._accounts.bureau, on_done=self._on_looked_up, on_failed=self._banner.show_error
            )

    def save(self) -> None:
        """Put what is entered on record, and say so."""
        entered = self.entered
        if entered is None or not self.is_changed:
            return
        self.save_button.setEnabled(False)
        change = partial(self._change, entered)
        self._doors.tasks.run(change, on_done=self._on_saved, on_failed=self._on_not_saved)

    def _build(self) -> None:
        row = QHBoxLayout()
        row.setSpacing(SPACE.wide)
        row.addWidget(Field(_("单位名称"), self.name, hint=_("显示在登录页和成绩表上。")), 2)
        row.addWidget(Field(_("下属单位的统称"), self.unit_word, hint=_("例如“局属单位”。")), 1)
        self.body.addLayout(row)
        if self._actor.unit_id is not None:
            self.body.addWidget(Text(_("这里由全局管理员设置。"), "small"))
        self.body.addWidget(Text(_("职工登录时核对什么"), "label"))
        group = QButtonGroup(self)
        for check, label, hint in (
            (SignInCheck.NONE, _("不核对"), _("选好科室和姓名就可以进入，适合有人在场监考。")),
            (SignInCheck.PIN, _("登录码"), _("每人一个 6 位登录码，在“人员”里重设；还没有登录码的人暂不核对。")),
            (
                SignInCheck.PHONE,
                _("电话后 {count} 位").format(count=PHONE_DIGITS),
                _("用名册里登记的电话核对；没有登记电话的人暂不核对。"),
            ),
        ):
            self._add_check(group, check, label, hint)
        group.buttonClicked.connect(self._show_state)
        self.body.addWidget(self.save_button, 0, Qt.AlignmentFlag.AlignLeft)

    def _add_check(self, group: QButtonGroup, check: SignInCheck, label: str, hint: str) -> None:
        button = QRadioButton(label)
        button.setAccessibleDescription(hint)
        group.addButton(button)
        self.checks[check] = button
        row = QHBoxLayout()
        row.setSpacing(SPACE.normal)
        row.addWidget(button)
        row.addWidget(Text(hint, "small"), 1)
        self.body.addLayout(row)

    def _change(self, bureau: Bureau) -> Bureau:
        """Runs in a task."""
        self._accounts.change_bureau(self._actor, bureau)
        return bureau

    def _on_looked_up(self, bureau: Bureau) -> None:
        self._bureau = bureau
        self.checks[bureau.check].setChecked(True)
        self.name.setText(bureau.name)
        words = dict.fromkeys([*map(_, _UNIT_WORDS), bureau.unit_word])
        self.unit_word.set_entries([(word, word) for word in words])
        self.unit_word.choose(bureau.unit_word)
        self._show_state()

    def _show_state(self) -> None:
        self.save_button.setEnabled(self.is_changed)

    def _on_saved(self, bureau: Bureau) -> None:
        self._bureau = bureau
        self._show_state()
        self._banner.say("good", _("单位的设置已保存。"))

    def _on_not_saved(self, error: Exception) -> None:
        self._show_state()
        self._banner.show_error(error)
