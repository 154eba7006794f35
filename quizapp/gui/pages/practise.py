"""Practising: one question at a time, and right after the answer what was right, why, and by which rule."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from functools import partial

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from quizapp.core.desk import SheetQuestion
from quizapp.core.grading import Response, is_answered
from quizapp.core.practice import PracticeChoice
from quizapp.core.practice_desk import PracticeAnswer, PracticeDesk, PracticeQuestion, PracticeSet
from quizapp.errors import Conflict
from quizapp.gui.doors import Doors
from quizapp.gui.keyed_page import KeyedPage
from quizapp.gui.picture_source import PictureSource
from quizapp.gui.practice_words import title_of
from quizapp.gui.tasks import SerialQueue
from quizapp.gui.theme import SPACE
from quizapp.gui.widgets.badge import Badge
from quizapp.gui.widgets.banner import Banner
from quizapp.gui.widgets.button import Button
from quizapp.gui.widgets.practice_feedback import PracticeFeedback
from quizapp.gui.widgets.practice_track import PracticeTrack
from quizapp.gui.widgets.question_view import QuestionView
from quizapp.gui.widgets.reading_column import ReadingColumn
from quizapp.gui.widgets.scroller import Scroller
from quizapp.gui.widgets.text import Text
from quizapp.i18n import _


@dataclass(frozen=True, slots=True)
class PracticeTally:
    """How a set went, as far as it was answered."""

    choice: PracticeChoice
    total: int
    right: int = 0
    answered: int = 0
    new_mistakes: int = 0
    left_book: int = 0

    def with_answer(self, answer: PracticeAnswer) -> "PracticeTally":
        """The tally after one more answer."""
        return replace(
            self,
            right=self.right + answer.is_right,
            answered=self.answered + 1,
            new_mistakes=self.new_mistakes + (not answer.is_right and not answer.was_mistake),
            left_book=self.left_book + (answer.was_mistake and not answer.mistakes_left),
        )


class PractisePage(KeyedPage):
    """`finished` carries the tally at the end of the set, or when the person has had enough."""

    finished = Signal(object)

    def __init__(self, doors: Doors, queue: SerialQueue, desk: PracticeDesk, token: str, made: PracticeSet) -> None:
        """`made` has at least one question."""
        super().__init__()
        self._doors, self._queue, self._desk, self._token, self._set = doors, queue, desk, token, made
        self.tally = PracticeTally(made.choice, len(made.questions))
        self._states: list[bool | None] = [None] * len(made.questions)
        self._favourites = {at for at, one in enumerate(made.questions) if one.is_favourite}
        self._current = 0
        self._response: Response = None
        self._is_asking = True
        self._again: Callable[[], None] = self._on_main_clicked
        load = partial(_load_picture, desk, token, made)
        self._pictures = PictureSource(doors.tasks, load, self)
        self._placed = QTimer(self, singleShot=True, interval=0)  # once an answer's words have their place on the page
        self._placed.timeout.connect(self._show_feedback)
        self._build()
        self._connect()
        self._go_to(0)

    @property
    def asked(self) -> PracticeQuestion:
        """The question on the page."""
        return self._set.questions[self._current]

    def enter(self) -> None:
        self.question.focus_answer()

    def _build(self) -> None:
        theme = self._doors.theme
        self.banner = Banner(theme)
        self.question = QuestionView(theme, self._pictures)
        self.feedback = PracticeFeedback(theme)
        head, reading = ReadingColumn(theme), ReadingColumn(theme)
        head.body.addLayout(self._build_head())
        head.body.addWidget(self.banner)
        head.layout().setContentsMargins(SPACE.broad, 0, SPACE.broad, 0)
        reading.body.addWidget(self.question)
        reading.body.addWidget(self.feedback)
        self._scroller = Scroller(edge=SPACE.broad)
        self._scroller.body.addWidget(reading)
        self._scroller.body.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, SPACE.normal, 0, 0)
        column.setSpacing(SPACE.normal)
        column.addWidget(head)
        column.addWidget(self._scroller, 1)
        column.addWidget(self._build_foot())

    def _build_head(self) -> QHBoxLayout:
        theme = self._doors.theme
        self.track = PracticeTrack(theme)
        self.book_badge = Badge(theme, "", "warn")
        row = QHBoxLayout()
        row.setSpacing(SPACE.normal)
        row.addWidget(Text(title_of(self._set.choice), "title"), 1)
        row.addWidget(self.book_badge)
        row.addWidget(self.track)
        return row

    def _build_foot(self) -> QWidget:
        theme = self._doors.theme
        foot = QFrame()
        foot.setProperty("surface", "foot")
        self.end_button = Button(theme, _("结束练习"), icon="x")
        self.favourite_button = Button(theme, _("收藏"), icon="star")
        self.favourite_button.setCheckable(True)
        self.favourite_button.setToolTip(_("按 F 键收藏，再按一次取消"))
        self.main_button = Button(theme, "", kind="primary")
        row = QHBoxLayout()
        row.setSpacing(SPACE.snug)
        row.addWidget(self.end_button)
        row.addWidget(self.favourite_button)
        row.addStretch(1)
        row.addWidget(self.main_button)
        inner = ReadingColumn(theme)
        inner.body.addLayout(row)
        column = QVBoxLayout(foot)
        column.setContentsMargins(SPACE.broad, SPACE.snug, SPACE.broad, SPACE.snug)
        column.addWidget(inner)
        return foot

    def _connect(self) -> None:
        self.question.response_changed.connect(self._on_response_changed)
        self.main_button.clicked.connect(self._on_main_clicked)
        self.end_button.clicked.connect(self._on_end_clicked)
        self.favourite_button.clicked.connect(self._on_favourite_clicked)
        self.banner.acted.connect(lambda: self._again())

    def _go_to(self, at: int) -> None:
        self._current, self._response, self._is_asking = at, None, True
        done, asked = self._set.done, self.asked
        self.banner.clear()
        self.feedback.hide()
        self.question.set_locked(False)
        self.question.show_question(_sheet_question(asked, done + at), self._set.total, None)
        for card in self.question.options.cards:
            card.installEventFilter(self)
        self.book_badge.set_state(_("错题"), "warn")
        self.book_badge.setVisible(bool(asked.mistakes_left))
        self.main_button.setText(_("提交答案"))
        self.main_button.set_icon("check")
        self.main_button.setLayoutDirection(Qt.LayoutDirection.LeftToRight)
        self.main_button.setEnabled(True)
        self._scroller.verticalScrollBar().setValue(0)
        self._show_states()

    def _show_states(self) -> None:
        self.track.show_states(self._states, current=self._current, done=self._set.done)
        is_favourite = self._current in self._favourites
        self.favourite_button.setChecked(is_favourite)
        self.favourite_button.setText(_("已收藏") if is_favourite else _("收藏"))
        self.favourite_button.set_icon("star-fill" if is_favourite else "star")

    def _on_response_changed(self, response: Response) -> None:
        self._response = response
        if is_answered(response):
            self.banner.clear()

    def _on_main_clicked(self) -> None:
        """Submit, or go on to what comes next."""
        if not self._is_asking:
            self._go_on()
            return
        self.question.flush()
        if not is_answered(self._response):
            self.banner.say("info", _("先作答，再提交"), _("不会也没关系，试着答一下，马上就能看到解析。"))
            return
        self.question.set_locked(True)
        self.main_button.setEnabled(False)
        act = partial(self._desk.answer_practice, self._token, self.asked.place, self._response)
        self._queue.submit(act, on_done=self._on_answered, on_failed=self._on_answer_failed)

    def _go_on(self) -> None:
        if self._current + 1 < len(self._set.questions):
            self._go_to(self._current + 1)
        else:
            self.finished.emit(self.tally)

    def _on_answered(self, answer: PracticeAnswer) -> None:
        self.tally = self.tally.with_answer(answer)
        self._states[self._current] = answer.is_right
        self.banner.clear()
        self._show_key(answer)
        self.feedback.show_answer(self.asked, answer)
        self._offer_next()
        self._placed.start()

    def _offer_next(self) -> None:
        self._is_asking = False
        is_last = self._current + 1 == len(self._set.questions)
        self.main_button.setText(_("看看练得怎样") if is_last else _("下一题"))
        self.main_button.set_icon("arrow-right")
        self.main_button.setLayoutDirection(Qt.LayoutDirection.RightToLeft)  # the arrow stands where it points to
        self.main_button.setEnabled(True)
        self.main_button.setFocus(Qt.FocusReason.OtherFocusReason)
        self._show_states()

    def _show_feedback(self) -> None:
        self._scroller.ensureWidgetVisible(self.feedback, 0, SPACE.normal)

    def _show_key(self, answer: PracticeAnswer) -> None:
        """The verdict on each option, as a review shows it."""
        options = self.question.options
        key = answer.key
        right = (0 if key else 1,) if isinstance(key, bool) else key if isinstance(key, tuple) else ()
        for number, card in enumerate(options.cards):
            is_chosen = number in options.chosen
            if number in right:
                card.set_verdict("right", _("正确答案，已选") if is_chosen else _("正确答案"))
            elif is_chosen:
                card.set_verdict("wrong", _("您的选择"))

    def _on_answer_failed(self, error: Exception) -> None:
        if isinstance(error, Conflict):
            self.banner.say("warn", str(error))
            self._offer_next()
            return
        self._again = self._on_main_clicked
        self.banner.show_error(error)
        self.question.set_locked(False)
        self.main_button.setEnabled(True)

    def _on_favourite_clicked(self) -> None:
        self.banner.clear()
        at, is_favourite = self._current, self._current not in self._favourites
        self._favourites ^= {at}
        self._show_states()
        place = self._set.questions[at].place
        act = partial(self._desk.set_favourite, self._token, place, is_favourite=is_favourite)
        failed = partial(self._on_favourite_failed, at)
        self._queue.submit(act, on_failed=failed, owner=self)

    def _on_favourite_failed(self, at: int, error: Exception) -> None:
        self._favourites ^= {at}
        self._show_states()
        self._again = self._on_favourite_clicked
        self.banner.show_error(error)

    def _on_end_clicked(self) -> None:
        self.finished.emit(self.tally)

    def take_key(self, key: int) -> bool:
        """Enter submits and goes on, letters and digits choose; F is the favourite's where it is no option's."""
        if key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            if self.main_button.isEnabled():
                self._on_main_clicked()
            return True
        if self._is_asking and self.question.press(key):
            return True
        if key == Qt.Key.Key_F:
            self._on_favourite_clicked()
            return True
        return False


def _sheet_question(asked: PracticeQuestion, position: int) -> SheetQuestion:
    """The question as the view of a test shows it, worth nothing."""
    return SheetQuestion(
        position=position,
        kind=asked.kind,
        stem=asked.stem,
        options=asked.options,
        points=0,
        blanks=asked.blanks,
        response=None,
        is_marked=False,
        pictures=asked.pictures,
    )


def _load_picture(desk: PracticeDesk, token: str, made: PracticeSet, key: tuple[int, object]) -> bytes:
    """The picture at a position of the sheet; runs in a worker."""
    position, place = key
    return desk.practice_picture(token, made.questions[position - made.done].place, place)
