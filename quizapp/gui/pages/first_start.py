"""The first start: who organises, a recovery code to print, then roster, bank and first test, now or later."""

from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from quizapp.core.people import Actor
from quizapp.gui.doors import Doors
from quizapp.gui.page import Page
from quizapp.gui.preferences import Preferences
from quizapp.gui.recovery_sheet import print_sheet, recovery_sheet
from quizapp.gui.theme import SPACE
from quizapp.gui.widgets.appearance_bar import AppearanceBar
from quizapp.gui.widgets.banner import Banner
from quizapp.gui.widgets.button import Button
from quizapp.gui.widgets.card import Card
from quizapp.gui.widgets.field import Field
from quizapp.gui.widgets.middle import Middle
from quizapp.gui.widgets.password_field import PasswordField
from quizapp.gui.widgets.seal import Seal
from quizapp.gui.widgets.text import Text
from quizapp.i18n import _
from quizapp.services.accounts import Accounts

_CARD_LETTERS = 40


class FirstStartPage(Page):
    """`finished` carries the first administrator and the page to go to; `put_off`, `sample_wanted` lead elsewhere."""

    finished = Signal(object, str)
    put_off = Signal()
    sample_wanted = Signal()

    def __init__(self, doors: Doors, accounts: Accounts, preferences: Preferences) -> None:
        super().__init__()
        self._doors = doors
        self._accounts = accounts
        self._actor = Actor("")
        self._code = ""
        self._build(preferences)
        self._connect()

    def enter(self) -> None:
        self.bureau.setFocus(Qt.FocusReason.OtherFocusReason)

    def _build(self, preferences: Preferences) -> None:
        theme = self._doors.theme
        self.banner = Banner(theme)
        self._account, self._next = self._build_account(), self._build_next()
        card = Card()
        card.body.setContentsMargins(SPACE.broad, SPACE.wide, SPACE.broad, SPACE.wide)
        card.body.setSpacing(SPACE.normal)
        head = QHBoxLayout()
        head.setSpacing(SPACE.normal)
        self.title = Text(_("开始使用"), "heading", wraps=False)
        head.addWidget(Seal(theme, 44))
        head.addWidget(self.title, 1)
        card.body.addLayout(head)
        card.body.addWidget(self.banner)
        card.body.addWidget(self._account)
        card.body.addWidget(self._next)
        self._next.hide()
        top = QHBoxLayout()
        top.addStretch(1)
        top.addWidget(AppearanceBar(theme, preferences))
        column = QVBoxLayout(self)
        column.setContentsMargins(SPACE.wide, SPACE.normal, SPACE.wide, SPACE.normal)
        column.addLayout(top)
        column.addWidget(Middle(theme, card, letters=_CARD_LETTERS), 1)

    def _build_account(self) -> QWidget:
        theme = self._doors.theme
        self.bureau, self.name = QLineEdit(), QLineEdit()
        self.bureau.setPlaceholderText(_("例如：海滨市机关事务管理局"))
        self.password, self.again = PasswordField(theme), PasswordField(theme)
        self.again_field = Field(_("再输入一次密码"), self.again)
        self.create_button = Button(theme, _("创建管理员"), kind="primary")
        self.sample_button = Button(theme, _("先看看示例"), icon="eye")
        self.later_button = Button(theme, _("以后再设置"), kind="quiet")
        step = QWidget()
        column = QVBoxLayout(step)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(SPACE.snug)
        column.addWidget(Text(_("先设置一位管理员。管理员导入名单和题库、组织考试、导出成绩。"), "muted"))
        column.addWidget(Field(_("单位名称"), self.bureau))
        column.addWidget(Field(_("管理员姓名"), self.name, required=True))
        passwords = QHBoxLayout()
        passwords.setSpacing(SPACE.normal)
        passwords.addWidget(Field(_("密码"), self.password, hint=_("至少 8 个字符。"), required=True), 1)
        passwords.addWidget(self.again_field, 1)
        column.addLayout(passwords)
        buttons = QHBoxLayout()
        buttons.addWidget(self.sample_button)
        buttons.addWidget(self.later_button)
        buttons.addStretch(1)
        buttons.addWidget(self.create_button)
        column.addLayout(buttons)
        return step

    def _build_next(self) -> QWidget:
        theme = self._doors.theme
        self.code = Text("", "figure", wraps=False)
        self.code.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.print_button = Button(theme, _("打印恢复码"), icon="printer")
        self.people_button = Button(theme, _("导入人员名单"), kind="primary", icon="users")
        self.bank_button = Button(theme, _("导入题库"), icon="books")
        self.exam_button = Button(theme, _("设置第一次考试"), icon="clipboard-text")
        self.home_button = Button(theme, _("以后再做，进入首页"), kind="quiet")
        step = QWidget()
        column = QVBoxLayout(step)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(SPACE.tight)
        column.addWidget(Text(_("恢复码"), "title"))
        column.addWidget(self.code)
        column.addWidget(Text(_("忘记密码时用它重设。它只显示这一次，请打印或抄下，锁在抽屉里。"), "muted"))
        column.addWidget(self.print_button, 0, Qt.AlignmentFlag.AlignLeft)
        column.addSpacing(SPACE.tight)
        column.addWidget(Text(_("接下来做什么"), "title"))
        column.addWidget(Text(_("下面三步可以现在做，也可以以后在左边的栏目里做。"), "muted"))
        now = QHBoxLayout()
        now.setSpacing(SPACE.snug)
        for button in (self.people_button, self.bank_button, self.exam_button):
            now.addWidget(button, 1)
        column.addLayout(now)
        column.addSpacing(SPACE.tight)
        column.addWidget(self.home_button, 0, Qt.AlignmentFlag.AlignRight)
        return step

    def _connect(self) -> None:
        self.create_button.clicked.connect(self._on_create_clicked)
        self.again.returnPressed.connect(self._on_create_clicked)
        self.sample_button.clicked.connect(self.sample_wanted)
        self.later_button.clicked.connect(self.put_off)
        self.print_button.clicked.connect(self._on_print_clicked)
        self.people_button.clicked.connect(lambda: self._finish("people"))
        self.bank_button.clicked.connect(lambda: self._finish("banks"))
        self.exam_button.clicked.connect(lambda: self._finish("exams"))
        self.home_button.clicked.connect(lambda: self._finish("month"))

    def _on_create_clicked(self) -> None:
        if self.password.text() != self.again.text():
            self.again_field.set_error(_("两次输入的密码不一样：请重新输入。"))
            self.again.setFocus()
            return
        self.again_field.set_error("")
        self.create_button.setEnabled(False)
        name = self.name.text().strip()
        set_up = partial(self._accounts.set_up, self.bureau.text().strip(), name, self.password.text())
        self._actor = Actor(name)
        self._doors.tasks.run(set_up, on_done=self.show_code, on_failed=self._on_set_up_failed)

    def show_code(self, code: str) -> None:
        """Show the recovery code, and what comes next."""
        self._code = code
        self.banner.clear()
        self.title.setText(_("管理员已创建"))
        self.code.setText(code)
        self._account.hide()
        self._next.show()
        self.print_button.setFocus()

    def _on_set_up_failed(self, error: Exception) -> None:
        self.create_button.setEnabled(True)
        self.banner.show_error(error)

    def _on_print_clicked(self) -> None:
        sheet = recovery_sheet(self.bureau.text().strip(), self._actor.name, self._code)
        if print_sheet(self._doors.dialogs, self, sheet, title=_("打印恢复码")):
            self.banner.say("good", _("恢复码已送往打印机。"))

    def _finish(self, key: str) -> None:
        self.finished.emit(self._actor, key)
