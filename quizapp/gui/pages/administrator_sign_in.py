"""The organisers' door: name and password, and the way in with the recovery code for who forgot it."""

from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QVBoxLayout

from quizapp.core.people import Actor
from quizapp.gui.doors import Doors
from quizapp.gui.page import Page
from quizapp.gui.theme import SPACE
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

_CARD_LETTERS = 30


class AdministratorSignInPage(Page):
    """`signed_in` carries the actor; `went_back` returns to the staff's page."""

    signed_in = Signal(object)
    went_back = Signal()

    def __init__(self, doors: Doors, accounts: Accounts) -> None:
        super().__init__()
        self._doors = doors
        self._accounts = accounts
        self._is_recovering = False
        self._build()
        self._connect()

    def enter(self) -> None:
        self.name.setFocus(Qt.FocusReason.OtherFocusReason)

    def _build(self) -> None:
        theme = self._doors.theme
        card = Card()
        card.body.setContentsMargins(SPACE.broad, SPACE.wide, SPACE.broad, SPACE.wide)
        card.body.setSpacing(SPACE.normal)
        head = QHBoxLayout()
        head.setSpacing(SPACE.normal)
        head.addWidget(Seal(theme, 44))
        head.addWidget(Text(_("管理员登录"), "heading", wraps=False), 1)
        self.banner = Banner(theme)
        self.name = QLineEdit()
        self.code = QLineEdit()
        self.password = PasswordField(theme)
        self.code_field = Field(_("恢复码"), self.code, hint=_("首次设置时打印的那一串字符。"))
        self.code_field.hide()
        self.password_field = Field(_("密码"), self.password)
        self.enter_button = Button(theme, _("登录"), kind="primary")
        self.recover_button = Button(theme, _("忘记密码，使用恢复码"), kind="quiet", compact=True)
        self.back_button = Button(theme, _("返回"), icon="arrow-left", compact=True)
        card.body.addLayout(head)
        card.body.addWidget(self.banner)
        card.body.addWidget(Field(_("姓名"), self.name))
        card.body.addWidget(self.code_field)
        card.body.addWidget(self.password_field)
        card.body.addWidget(self.enter_button)
        row = QHBoxLayout()
        row.addWidget(self.back_button)
        row.addStretch(1)
        row.addWidget(self.recover_button)
        card.body.addLayout(row)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, SPACE.normal, 0, SPACE.normal)
        column.addWidget(Middle(theme, card, letters=_CARD_LETTERS))

    def _connect(self) -> None:
        self.name.returnPressed.connect(self.password.setFocus)
        self.password.returnPressed.connect(self._on_enter_clicked)
        self.enter_button.clicked.connect(self._on_enter_clicked)
        self.recover_button.clicked.connect(self._on_recover_clicked)
        self.back_button.clicked.connect(self.went_back)
        self.banner.acted.connect(self._on_enter_clicked)

    def _on_recover_clicked(self) -> None:
        self._is_recovering = not self._is_recovering
        self.code_field.setVisible(self._is_recovering)
        self.password_field.set_label(_("新密码（至少 8 个字符）") if self._is_recovering else _("密码"))
        self.enter_button.setText(_("设置新密码") if self._is_recovering else _("登录"))
        word = _("用密码登录") if self._is_recovering else _("忘记密码，使用恢复码")
        self.recover_button.setText(word)

    def _on_enter_clicked(self) -> None:
        self.enter_button.setEnabled(False)
        name, password = self.name.text().strip(), self.password.text()
        if self._is_recovering:
            recover = partial(self._accounts.recover, name, self.code.text().strip(), password)
            self._doors.tasks.run(recover, on_done=self._on_recovered, on_failed=self._on_failed)
        else:
            sign_in = partial(self._accounts.sign_in, name, password)
            self._doors.tasks.run(sign_in, on_done=self._on_signed_in, on_failed=self._on_failed)

    def _on_signed_in(self, actor: Actor) -> None:
        self.signed_in.emit(actor)

    def _on_recovered(self, next_code: str) -> None:
        self.enter_button.setEnabled(True)
        self._on_recover_clicked()
        words = _("新的恢复码是 {code}，原来的已作废。请抄下或打印保存，然后用新密码登录。")
        self.banner.say("good", _("密码已重设"), words.format(code=next_code), closable=False)

    def _on_failed(self, error: Exception) -> None:
        self.enter_button.setEnabled(True)
        self.banner.show_error(error)
        self.password.selectAll()
        self.password.setFocus()
