"""What a person sees after signing in: a card for each test, and the months so far."""

from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from quizapp.core.desk import Desk, ExamProgress, MyExam, MyMonth, MyPage, SignedIn
from quizapp.core.points import POINT, points_text
from quizapp.core.practice_desk import PracticeOverview
from quizapp.gui.doors import Doors
from quizapp.gui.local_times import moment
from quizapp.gui.theme import SPACE
from quizapp.gui.widgets.badge import Badge
from quizapp.gui.widgets.bar_chart import Bar, BarChart
from quizapp.gui.widgets.button import Button
from quizapp.gui.widgets.card import Card
from quizapp.gui.widgets.empty_state import EmptyState
from quizapp.gui.widgets.practice_card import PracticeCard
from quizapp.gui.widgets.reading_frame import ReadingFrame
from quizapp.gui.widgets.text import Text
from quizapp.gui.widgets.text_size_menu import TextSizeMenu
from quizapp.i18n import _

_MONTHS_SHOWN = 12


class StaffHomePage(ReadingFrame):
    """`exam_chosen` carries a test to read and start, `review_wanted` an attempt to look at.

    `practice_chosen` carries what to practise, `topics_wanted` asks for the categories.
    """

    exam_chosen = Signal(object)
    review_wanted = Signal(int)
    signed_out = Signal()
    practice_chosen = Signal(object)
    topics_wanted = Signal()
    history_wanted = Signal()

    def __init__(self, doors: Doors, desk: Desk, me: SignedIn) -> None:
        super().__init__(doors.theme)
        self._doors = doors
        self._desk = desk
        self._me = me
        self.shown: MyPage | None = None
        self.practice: PracticeCard | None = None
        self._overview: PracticeOverview | None = None
        self._build()

    def enter(self) -> None:
        look_up = partial(self._desk.my_page, self._me.token)
        self._doors.tasks.look_up(look_up, on_done=self.show_my_page, on_failed=self.banner.show_error)
        look_up = partial(self._desk.practice, self._me.token)
        self._doors.tasks.look_up(look_up, on_done=self.show_practice, on_failed=self.banner.show_error)

    def _build(self) -> None:
        theme = self._doors.theme
        self.words.addWidget(Text(_("{name}，您好").format(name=self._me.name), "heading", wraps=False))
        place = _("{department} · 编号 {number}").format(department=self._me.department, number=self._me.number)
        self.words.addWidget(Text(place, "muted", wraps=False))
        self.sign_out_button = Button(theme, _("退出登录"), icon="sign-out")
        self.sign_out_button.clicked.connect(self.signed_out)
        for button in (TextSizeMenu(theme), self.sign_out_button):
            self.head.addWidget(button, 0, Qt.AlignmentFlag.AlignTop)

    def show_my_page(self, page: MyPage) -> None:
        """Show tests and months."""
        self.shown = page
        self.clear_cards()
        current = [exam for exam in page.exams if exam.progress not in (ExamProgress.DONE, ExamProgress.MISSED)]
        cards = [self._exam_card(exam) for exam in current]
        cards.append(self._practice_card(is_main=not any(exam.may_start for exam in page.exams)))
        cards += [self._exam_card(exam) for exam in page.exams if exam not in current]
        for card in cards:
            self.cards.addWidget(card)
        if not page.exams:
            self.cards.addWidget(self._nothing_yet(), 1)
            return
        first = cards[0].findChild(Button)
        if first is not None:
            first.setFocus()  # not the way out, which is where the keyboard would stand otherwise
        if page.months:
            self.cards.addWidget(self._months_card(page.months[-_MONTHS_SHOWN:]))
        self.cards.addStretch(1)

    def show_practice(self, overview: PracticeOverview) -> None:
        """Show how far practising is, as soon as both are there."""
        self._overview = overview
        if self.practice is not None:
            self.practice.show_overview(overview)
            focused = self.focusWidget()
            if self.practice.is_main and (focused is None or not self.practice.parentWidget().isAncestorOf(focused)):
                self.practice.main_button.setFocus()

    def _practice_card(self, *, is_main: bool) -> QWidget:
        card = self.practice = PracticeCard(self._doors.theme, is_main=is_main)
        card.chosen.connect(self.practice_chosen)
        card.more_wanted.connect(self.topics_wanted)
        if self._overview is not None:
            card.show_overview(self._overview)
        return card

    def _nothing_yet(self) -> QWidget:
        text = _("组织者发布考试后，会显示在这里。测试每月一次，请留意通知。")
        return EmptyState(self._doors.theme, "calendar-blank", _("现在没有您的考试"), text)

    def _exam_card(self, exam: MyExam) -> QWidget:
        theme = self._doors.theme
        card = Card(exam.title)
        word, tone = _state(exam)
        card.head.addWidget(Badge(theme, word, tone))
        row = QHBoxLayout()
        row.setSpacing(SPACE.wide)
        facts = QVBoxLayout()
        facts.setSpacing(SPACE.hair)
        facts.addWidget(Text(_facts(exam)))
        facts.addWidget(Text(_when(exam), "muted"))
        row.addLayout(facts, 1)
        button = self._exam_button(exam)
        if button is not None:
            row.addWidget(button, 0, Qt.AlignmentFlag.AlignBottom)
        card.body.addLayout(row)
        return card

    def _exam_button(self, exam: MyExam) -> Button | None:
        theme = self._doors.theme
        if exam.progress is ExamProgress.RUNNING:
            button = Button(theme, _("继续作答"), kind="primary", icon="play")
            button.clicked.connect(lambda: self.exam_chosen.emit(exam))
        elif exam.may_start:
            word = _("参加考试") if exam.progress is ExamProgress.READY else _("再考一次")
            button = Button(theme, word, kind="primary", icon="pencil-simple")
            button.clicked.connect(lambda: self.exam_chosen.emit(exam))
        elif exam.may_review and exam.attempt_id is not None:
            button = Button(theme, _("查看答卷"), icon="list-numbers")
            button.clicked.connect(lambda: self.review_wanted.emit(exam.attempt_id))
        else:
            return None
        return button

    def _months_card(self, months: tuple[MyMonth, ...]) -> QWidget:
        card = Card(_("我的各月成绩"))
        self.history_button = Button(self._doors.theme, _("历次成绩"), icon="chart-bar")
        self.history_button.clicked.connect(self.history_wanted)
        card.head.addWidget(self.history_button)
        chart = BarChart(self._doors.theme, top=100)
        mark = self._pass_mark()
        word = "" if mark is None else _("合格线 {points}").format(points=points_text(round(mark * POINT)))
        chart.set_bars([_bar(month) for month in months], mark=mark, mark_word=word)
        card.body.addWidget(chart)
        return card

    def _pass_mark(self) -> float | None:
        """The pass mark in percent, where it is the same in all my tests."""
        exams = self.shown.exams if self.shown is not None else ()
        marks = {exam.pass_points * 100 / exam.full_points for exam in exams}
        return marks.pop() if len(marks) == 1 else None


def _state(exam: MyExam) -> tuple[str, str]:
    """The word and tone of a card's badge."""
    if exam.progress is ExamProgress.DONE and exam.score is not None:
        if exam.score >= exam.excellent_points:
            return _("优秀"), "good"
        return (_("合格"), "good") if exam.score >= exam.pass_points else (_("不合格"), "bad")
    if exam.progress is ExamProgress.DONE and exam.is_unmarked:
        return _("待阅卷"), "warn"
    words = {
        ExamProgress.NOT_OPEN: (_("未开放"), "neutral"),
        ExamProgress.READY: (_("可以开始"), "info"),
        ExamProgress.RUNNING: (_("作答中"), "warn"),
        ExamProgress.DONE: (_("已交卷"), "neutral"),
        ExamProgress.MISSED: (_("未参加"), "neutral"),
    }
    return words[exam.progress]


def _facts(exam: MyExam) -> str:
    if exam.score is not None:
        words = _("得分 {score}（满分 {full}）")
        return words.format(score=points_text(exam.score), full=points_text(exam.full_points))
    words = _("共 {count} 题，{minutes} 分钟，满分 {full} 分")
    facts = words.format(count=exam.question_count, minutes=exam.minutes, full=points_text(exam.full_points))
    if not exam.extra_minutes:
        return facts
    mine = _("您的时长：{minutes} + {extra} 分钟")
    mine = mine.format(minutes=exam.minutes - exam.extra_minutes, extra=exam.extra_minutes)
    return _("{facts}（{mine}）").format(facts=facts, mine=mine)


def _when(exam: MyExam) -> str:
    if exam.progress is ExamProgress.NOT_OPEN:
        return _("{at} 开放，{until} 截止").format(at=moment(exam.opens_at), until=moment(exam.closes_at))
    if exam.may_start:
        return _("{until} 截止").format(until=moment(exam.closes_at))
    if exam.progress is ExamProgress.DONE and not exam.may_review:
        return _("答卷在考试结束（{until}）后可以查看").format(until=moment(exam.closes_at))
    return _("已于 {until} 截止").format(until=moment(exam.closes_at))


def _bar(month: MyMonth) -> Bar:
    label = _("{month}月").format(month=int(month.month[5:]))
    if month.score is None:
        return Bar(label, None, _("待阅卷") if month.is_unmarked else month.status, "neutral")
    return Bar(label, month.score * POINT / month.full_points, points_text(month.score))
