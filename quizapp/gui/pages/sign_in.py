"""The staff's first page: choose department and name (or type a number), then in; what is open stands below."""

from functools import partial

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QVBoxLayout, QWidget

from quizapp.core.desk import Desk, PersonName, SignedIn, SignInPage
from quizapp.core.people import PHONE_DIGITS, SignInCheck
from quizapp.gui.doors import Doors
from quizapp.gui.local_times import moment
from quizapp.gui.models.entries import Entry
from quizapp.gui.page import Page
from quizapp.gui.preferences import Preferences
from quizapp.gui.theme import SPACE
from quizapp.gui.widgets.appearance_bar import AppearanceBar
from quizapp.gui.widgets.banner import Banner
from quizapp.gui.widgets.button import Button
from quizapp.gui.widgets.card import Card
from quizapp.gui.widgets.field import Field
from quizapp.gui.widgets.middle import Middle
from quizapp.gui.widgets.password_field import PasswordField
from quizapp.gui.widgets.person_picker import PersonPicker
from quizapp.gui.widgets.seal import Seal
from quizapp.gui.widgets.text import Text
from quizapp.i18n import _

_CARD_LETTERS = 30
_PIN_DIGITS = 6


class StaffSignInPage(Page):
    """`signed_in` carries who came in; `organiser_wanted` asks for the administrators' door.

    `kiosk_wanted` asks to begin, or to end, that one person after another takes the test on this PC.
    """

    signed_in = Signal(object)
    organiser_wanted = Signal()
    kiosk_wanted = Signal()

    def __init__(self, doors: Doors, desk: Desk, preferences: Preferences, *, is_kiosk: bool = False) -> None:
        """`is_kiosk`: the next person chooses the own name; who has finished stands at the end."""
        super().__init__()
        self._doors = doors
        self._desk = desk
        self._is_kiosk = is_kiosk
        self._page: SignInPage | None = None
        self._departments: dict[int, str] = {}
        self._look_down = QTimer(self, singleShot=True, interval=0)  # the PIN's field takes its room first
        self._look_down.timeout.connect(self._show_enter_button)
        self._build(preferences)
        self._connect()

    def enter(self) -> None:
        self._doors.tasks.look_up(
            self._desk.sign_in_page, on_done=self._on_page_loaded, on_failed=self.banner.show_error
        )

    def _build(self, preferences: Preferences) -> None:
        theme = self._doors.theme
        self.banner = Banner(theme)
        self.open_exams = Text("", "muted")
        self.open_exams.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        top = QHBoxLayout()
        self.organiser_button = Button(theme, _("管理员登录"), kind="quiet")
        top.addWidget(self.organiser_button)
        word = _("退出轮流机考") if self._is_kiosk else _("轮流机考")
        self.kiosk_button = Button(theme, word, kind="quiet")
        top.addWidget(self.kiosk_button)
        top.addStretch(1)
        if not self._is_kiosk:  # what one person chose would stay for the next
            top.addWidget(AppearanceBar(theme, preferences, keeps_size=False))
        top.setContentsMargins(SPACE.wide, 0, SPACE.wide, 0)
        self._middle = Middle(theme, self._build_card(), letters=_CARD_LETTERS)
        self._middle.below.addWidget(self.open_exams)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, SPACE.normal, 0, SPACE.normal)
        column.addLayout(top)
        column.addWidget(self._middle, 1)

    def _build_card(self) -> QWidget:
        theme = self._doors.theme
        card = Card()
        card.body.setContentsMargins(SPACE.broad, SPACE.wide, SPACE.broad, SPACE.wide)
        card.body.setSpacing(SPACE.normal)
        head = QHBoxLayout()
        head.setSpacing(SPACE.normal)
        self.bureau = Text("", "muted", wraps=False)
        words = QVBoxLayout()
        words.setSpacing(0)
        title = _("请下一位选择姓名") if self._is_kiosk else _("礼仪与服务规范测试")
        words.addWidget(Text(title, "heading", wraps=False))
        words.addWidget(self.bureau)
        head.addWidget(Seal(theme, 44))
        head.addLayout(words, 1)
        card.body.addLayout(head)
        card.body.addWidget(self.banner)
        self.department = QComboBox()
        self.picker = PersonPicker(
            theme,
            placeholder=_("输入姓名、拼音首字母或编号"),
            empty_text=_("没有找到。请核对科室和姓名；名单上没有的，请联系组织者添加。"),
        )
        self.secret = PasswordField(theme, digits=_PIN_DIGITS)
        self.secret_field = Field(_("登录码"), self.secret)
        self.secret_field.hide()
        self.enter_button = Button(theme, _("下一步") if self._is_kiosk else _("登录"), kind="primary")
        self.enter_button.setEnabled(False)
        card.body.addWidget(Field(_("科室（单位）"), self.department))
        card.body.addWidget(Field(_("姓名或编号"), self.picker))
        card.body.addWidget(self.secret_field)
        card.body.addWidget(self.enter_button)
        return card

    def _connect(self) -> None:
        self.department.currentIndexChanged.connect(self._on_department_changed)
        self.picker.picked.connect(self._on_person_picked)
        self.picker.field.textChanged.connect(self._on_name_changed)
        self.secret.returnPressed.connect(self._on_enter_clicked)
        self.enter_button.clicked.connect(self._on_enter_clicked)
        self.organiser_button.clicked.connect(self.organiser_wanted)
        self.kiosk_button.clicked.connect(self.kiosk_wanted)
        self.banner.acted.connect(self._on_banner_acted)

    def _on_banner_acted(self) -> None:
        """Try again what failed: signing in, or before that the list of names."""
        self.banner.clear()
        if self._page is None:
            self.enter()
        else:
            self._on_enter_clicked()

    def _on_page_loaded(self, page: SignInPage) -> None:
        self._page = page
        self._departments = {one.id: one.name for one in page.departments}
        self.bureau.setText(page.bureau)
        self.bureau.setVisible(bool(page.bureau))
        self.department.blockSignals(True)
        self.department.clear()
        self.department.addItem(_("全部科室和单位"), None)
        for department in page.departments:
            self.department.addItem(department.name, department.id)
        self.department.blockSignals(False)
        self._show_people()
        self._show_open_exams()
        if not page.people:
            self.banner.say("info", _("还没有人员名单"), _("请组织者用管理员登录，导入人员名单。"), closable=False)
        self.picker.field.setFocus()

    def _show_people(self) -> None:
        if self._page is None:
            return
        wanted = self.department.currentData()
        people = [one for one in self._page.people if wanted in (None, one.department_id)]
        if self._is_kiosk:
            people.sort(key=lambda one: one.is_done)
        self.picker.set_entries([self._entry(person, with_department=wanted is None) for person in people])

    def _entry(self, person: PersonName, *, with_department: bool) -> Entry:
        parts = [self._departments.get(person.department_id, "") if with_department else "", person.remark]
        if self._is_kiosk and person.is_done:
            parts.append(_("√ 已考"))
        sub_text = _(" · ").join(part for part in parts if part)
        return Entry(person.id, person.name, sub_text, (person.number, *person.search_keys))

    def _show_open_exams(self) -> None:
        exams = self._page.open_exams if self._page else ()
        words = _("正在进行：{title}，{until} 截止")
        lines = [words.format(title=exam.title, until=moment(exam.closes_at)) for exam in exams]
        self.open_exams.setText("\n".join(lines) or _("现在没有开放的考试"))

    def _on_department_changed(self) -> None:
        self._show_people()
        self.picker.field.setFocus()

    def _on_name_changed(self) -> None:
        self.enter_button.setEnabled(self.picker.chosen is not None)
        self.secret_field.set_error("")

    def _on_person_picked(self) -> None:
        self.enter_button.setEnabled(True)
        check = self._page.check if self._page else SignInCheck.NONE
        self.secret_field.setVisible(check is not SignInCheck.NONE)
        if check is SignInCheck.NONE:
            self.enter_button.setFocus()
        else:
            self.secret.clear()
            label = _("登录码（没有设置的可不填）")
            if check is SignInCheck.PHONE:
                label = _("电话号码后 {count} 位（没有登记的可不填）").format(count=PHONE_DIGITS)
            self.secret_field.set_label(label)
            self.secret.setFocus()
        self._look_down.start()

    def _show_enter_button(self) -> None:
        self._middle.ensureWidgetVisible(self.enter_button, 0, SPACE.wide)

    def _on_enter_clicked(self) -> None:
        person_id = self.picker.chosen
        if person_id is None:
            return
        self.enter_button.setEnabled(False)
        sign_in = partial(self._desk.sign_in, person_id, self.secret.text())
        self._doors.tasks.run(sign_in, on_done=self._on_signed_in, on_failed=self._on_sign_in_failed)

    def _on_signed_in(self, signed_in: SignedIn) -> None:
        self.signed_in.emit(signed_in)

    def _on_sign_in_failed(self, error: Exception) -> None:
        self.enter_button.setEnabled(True)
        if self.secret_field.isVisible():
            self.secret_field.set_error(str(error))
            self.secret.selectAll()
            self.secret.setFocus()
        else:
            self.banner.show_error(error)
