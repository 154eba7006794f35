"""Who was chosen, large, before anything of that person is shown: it is me, or somebody pressed the wrong name."""

from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QButtonGroup, QFrame, QHBoxLayout, QVBoxLayout, QWidget

from quizapp.core.desk import Desk, ExamProgress, MyExam, MyPage, SignedIn
from quizapp.gui.doors import Doors
from quizapp.gui.local_times import moment
from quizapp.gui.page import Page
from quizapp.gui.theme import SPACE
from quizapp.gui.widgets.banner import Banner
from quizapp.gui.widgets.button import Button
from quizapp.gui.widgets.card import Card
from quizapp.gui.widgets.middle import Middle
from quizapp.gui.widgets.text import Text
from quizapp.i18n import _

_CARD_LETTERS = 38


class KioskConfirmPage(Page):
    """`confirmed` carries the test to take; `refused` makes room for whoever it really is."""

    confirmed = Signal(object)
    refused = Signal()

    def __init__(self, doors: Doors, desk: Desk, me: SignedIn) -> None:
        super().__init__()
        self._doors, self._desk, self._me = doors, desk, me
        self.exam_buttons: list[Button] = []
        self._build()

    def enter(self) -> None:
        look_up = partial(self._desk.my_page, self._me.token)
        self._doors.tasks.run(look_up, on_done=self._on_my_page_loaded, on_failed=self.banner.show_error)

    def _build(self) -> None:
        theme, middle = self._doors.theme, Qt.AlignmentFlag.AlignHCenter
        card = Card()
        card.body.setContentsMargins(SPACE.vast, SPACE.broad, SPACE.vast, SPACE.broad)
        card.body.setSpacing(SPACE.normal)
        card.body.addWidget(Text(_("请确认是您本人"), "muted", wraps=False), 0, middle)
        self.name = Text(self._me.name, "score", wraps=False)
        place = _("{department} · 编号 {number}").format(department=self._me.department, number=self._me.number)
        self.place = Text(place, "title")
        self.place.setAlignment(middle)
        line = QFrame()
        line.setProperty("surface", "hairline")
        card.body.addWidget(self.name, 0, middle)
        card.body.addWidget(self.place)
        card.body.addSpacing(SPACE.tight)
        card.body.addWidget(line)
        self.banner = Banner(theme)
        self.banner.acted.connect(self._on_banner_acted)
        card.body.addWidget(self.banner)
        self._exams = QVBoxLayout()
        self._exams.setSpacing(SPACE.normal)
        card.body.addLayout(self._exams)
        card.body.addLayout(self._build_foot())
        column = QVBoxLayout(self)
        column.setContentsMargins(0, SPACE.normal, 0, SPACE.normal)
        column.addWidget(Middle(theme, card, letters=_CARD_LETTERS))

    def _build_foot(self) -> QHBoxLayout:
        theme = self._doors.theme
        self.refuse_button = Button(theme, _("不是我"), icon="arrow-left")
        self.refuse_button.clicked.connect(self.refused)
        row = QHBoxLayout()
        row.setSpacing(SPACE.tight)
        row.addWidget(self.refuse_button)
        row.addStretch(1)
        self._sizes = QWidget()
        row.addWidget(self._sizes)
        self._build_sizes(QHBoxLayout(self._sizes))
        return row

    def _build_sizes(self, row: QHBoxLayout) -> None:
        theme = self._doors.theme
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(SPACE.tight)
        row.addWidget(Text(_("文字大小"), "muted", wraps=False))
        self.sizes = QButtonGroup(self)
        for key, word in (("large", _("大")), ("extra", _("特大"))):
            button = Button(theme, word, kind="quiet")
            button.setCheckable(True)
            button.setAccessibleName(_("文字大小：{size}").format(size=word))
            button.setChecked(theme.size == key)
            button.clicked.connect(partial(theme.use, size=key))  # for this person only: nothing is remembered
            self.sizes.addButton(button)
            row.addWidget(button)

    def _on_my_page_loaded(self, page: MyPage) -> None:
        exams = [exam for exam in page.exams if exam.may_start]
        for exam in exams:
            self._exams.addWidget(self._exam_row(exam, is_first=exam is exams[0]))
        if exams:
            self.exam_buttons[0].setFocus(Qt.FocusReason.OtherFocusReason)
        else:
            self._exams.addWidget(self._nothing(page))
            self._sizes.hide()
            self.refuse_button.setText(_("返回"))
            self.refuse_button.setFocus(Qt.FocusReason.OtherFocusReason)

    def _exam_row(self, exam: MyExam, *, is_first: bool) -> QWidget:
        row = QWidget()
        line = QHBoxLayout(row)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(SPACE.normal)
        words = QVBoxLayout()
        words.setSpacing(SPACE.hair)
        words.addWidget(Text(exam.title, "label"))
        facts = _("共 {count} 题，{minutes} 分钟").format(count=exam.question_count, minutes=exam.minutes)
        words.addWidget(Text(facts, "muted"))
        line.addLayout(words, 1)
        word = _("是我，继续作答") if exam.progress is ExamProgress.RUNNING else _("是我，参加考试")
        button = Button(self._doors.theme, word, kind="primary" if is_first else "secondary", icon="check")
        button.clicked.connect(lambda: self.confirmed.emit(exam))
        self.exam_buttons.append(button)
        line.addWidget(button, 0, Qt.AlignmentFlag.AlignVCenter)
        return row

    def _nothing(self, page: MyPage) -> Text:
        """No score is told here: anybody may press a name."""
        coming = [exam for exam in page.exams if exam.progress is ExamProgress.NOT_OPEN]
        lines = [_("{title}：{at} 开放").format(title=exam.title, at=moment(exam.opens_at)) for exam in coming]
        text = Text("\n".join([_("您现在没有要参加的考试，或者已经交卷。"), *lines]))
        text.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        return text

    def _on_banner_acted(self) -> None:
        self.banner.clear()
        self.enter()
