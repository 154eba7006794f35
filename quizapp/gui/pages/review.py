"""A sheet afterwards: question by question, what was answered, what would have been right, and why."""

from collections.abc import Callable, Mapping, Sequence

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from quizapp.core.desk import ReviewQuestion
from quizapp.core.grading import is_answered
from quizapp.core.own_results import OwnAttempt
from quizapp.core.pictures import PicturePlace
from quizapp.core.points import points_text
from quizapp.core.questions import Kind
from quizapp.gui.doors import Doors
from quizapp.gui.page import Page
from quizapp.gui.picture_source import PictureSource, ShownPicture
from quizapp.gui.theme import SPACE
from quizapp.gui.widgets.badge import Badge
from quizapp.gui.widgets.button import Button
from quizapp.gui.widgets.card import Card
from quizapp.gui.widgets.choice import Choice
from quizapp.gui.widgets.marks import Mark
from quizapp.gui.widgets.option_list import OptionList
from quizapp.gui.widgets.picture_row import PictureRow, of_options, of_stem, pictures_at
from quizapp.gui.widgets.reading_column import ReadingColumn
from quizapp.gui.widgets.review_bar import ReviewBar, Shown, is_wrong
from quizapp.gui.widgets.scroller import Scroller
from quizapp.gui.widgets.text import Text
from quizapp.i18n import _

LoadPicture = Callable[[int, PicturePlace], bytes]


class ReviewPage(Page):
    """`went_back` returns to where it was opened from; `attempt_wanted` carries another attempt of the same test."""

    went_back = Signal()
    attempt_wanted = Signal(object)
    print_wanted = Signal()

    def __init__(
        self,
        doors: Doors,
        title: str,
        questions: tuple[ReviewQuestion, ...],
        *,
        load: LoadPicture | None = None,
        attempts: Sequence[OwnAttempt] = (),
        shown_attempt: int | None = None,
        can_print: bool = False,
    ) -> None:
        """`load` fetches the picture at a position and a place, in a worker; `attempts` are offered where several."""
        super().__init__()
        source = PictureSource(doors.tasks, lambda key: load(*key), self) if load else None
        self._doors = doors
        self._questions = questions
        self._current: int | None = None
        self.bar = ReviewBar(doors.theme, questions)
        top, cards = ReadingColumn(doors.theme), ReadingColumn(doors.theme)
        top.layout().setContentsMargins(SPACE.vast, 0, SPACE.vast, 0)
        top.body.addLayout(self._build_head(title, attempts, shown_attempt, can_print=can_print))
        top.body.addWidget(self.bar)
        self.cards = [review_card(doors, question, source) for question in questions]
        for card in self.cards:
            cards.body.addWidget(card)
        self._scroller = Scroller(edge=SPACE.vast)
        self._scroller.body.addWidget(cards)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, SPACE.broad, 0, SPACE.normal)
        column.setSpacing(SPACE.normal)
        column.addWidget(top)
        column.addWidget(self._scroller, 1)
        self.bar.shown_changed.connect(self._on_shown_changed)
        self.bar.step_wanted.connect(self._on_step_wanted)

    def enter(self) -> None:
        first = self.bar.next_button if self.bar.next_button.isEnabled() else self.back_button
        first.setFocus(Qt.FocusReason.OtherFocusReason)

    def _build_head(
        self, title: str, attempts: Sequence[OwnAttempt], shown: int | None, *, can_print: bool
    ) -> QHBoxLayout:
        theme = self._doors.theme
        head = QHBoxLayout()
        head.setSpacing(SPACE.snug)
        words = QVBoxLayout()
        words.setSpacing(SPACE.hair)
        words.addWidget(Text(title, "heading"))
        words.addWidget(Text(self._summary(), "muted"))
        self.attempt = Choice([(attempt_words(one), one.attempt_id) for one in attempts])
        self.attempt.setAccessibleName(_("第几次作答"))
        self.attempt.choose(shown)
        self.attempt.value_changed.connect(self.attempt_wanted)
        self.print_button = Button(theme, _("打印答卷"), icon="printer")
        self.print_button.clicked.connect(self.print_wanted)
        self.back_button = Button(theme, _("返回"), icon="arrow-left")
        self.back_button.clicked.connect(self.went_back)
        head.addLayout(words, 1)
        for widget in (self.attempt, self.print_button, self.back_button):
            head.addWidget(widget)
        if len(attempts) < 2:
            self.attempt.hide()
        if not can_print:
            self.print_button.hide()
        return head

    def _on_shown_changed(self, shown: Shown) -> None:
        for card, question in zip(self.cards, self._questions, strict=True):
            card.setVisible(shown.includes(question))
        self._mark(None)
        self._scroller.verticalScrollBar().setValue(0)

    def _on_step_wanted(self, step: int) -> None:
        """Go to the next wrong answer that is shown; after the last one comes the first."""
        wrong = [at for at, card in enumerate(self.cards) if is_wrong(self._questions[at]) and not card.isHidden()]
        if not wrong:
            return
        beyond = [at for at in wrong if self._current is None or (at - self._current) * step > 0]
        if self._current is None and step < 0:
            beyond = wrong
        at = (beyond or wrong)[0 if step > 0 else -1]
        self._mark(at)
        card = self.cards[at]
        card.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self._scroller.verticalScrollBar().setValue(card.mapTo(self._scroller.widget(), QPoint(0, 0)).y())

    def _mark(self, at: int | None) -> None:
        """Show which card is meant: the last ones cannot be scrolled to the top."""
        for number in {self._current, at} - {None}:
            card = self.cards[number]
            card.setProperty("current", number == at)
            card.style().unpolish(card)
            card.style().polish(card)
        self._current = at

    def _summary(self) -> str:
        earned = sum(one.earned or 0 for one in self._questions)
        full = sum(one.points for one in self._questions)
        unmarked = sum(one.earned is None for one in self._questions)
        if unmarked:
            words = _("还有 {count} 题待阅，其余 {earned} 分（满分 {full}）")
            return words.format(count=unmarked, earned=points_text(earned), full=points_text(full))
        right = sum(one.earned == one.points for one in self._questions)
        words = _("得分 {earned}（满分 {full}）· 答对 {right} 题，共 {count} 题")
        return words.format(earned=points_text(earned), full=points_text(full), right=right, count=len(self._questions))


def attempt_words(attempt: OwnAttempt) -> str:
    """An attempt in a list to choose from."""
    words = _("第 {number} 次").format(number=attempt.number)
    if attempt.score is not None:
        words = _("第 {number} 次，{score} 分").format(number=attempt.number, score=points_text(attempt.score))
    return _("{attempt}（计入成绩）").format(attempt=words) if attempt.counts else words


def review_card(doors: Doors, question: ReviewQuestion, source: PictureSource | None = None) -> QWidget:
    """One question of a review; `source` gives its pictures by (position, place)."""
    card = Card()
    placed = pictures_at(question.position, question.pictures, source)
    words = _("第 {number} 题 · {kind} · {points} 分")
    facts = words.format(number=question.position + 1, kind=question.kind.label, points=points_text(question.points))
    row = QHBoxLayout()
    row.addWidget(Text(facts, "muted", wraps=False), 1)
    verdict = _verdict(question)
    if question.is_marked:
        row.addWidget(Badge(doors.theme, _("标记"), "info", mark=Mark.FLAG))
    row.addWidget(Badge(doors.theme, *verdict))
    card.body.addLayout(row)
    card.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
    card.setAccessibleName(_("第 {number} 题，{verdict}").format(number=question.position + 1, verdict=verdict[0]))
    card.body.addWidget(Text(question.stem, "title"))
    pictures = PictureRow(doors.theme)
    card.body.addWidget(pictures)
    pictures.show_pictures(of_stem(placed))
    if question.kind.has_options or question.kind is Kind.TRUE_FALSE:
        card.body.addWidget(_options(doors, question, of_options(placed)))
    else:
        _add_written(card, question)
    if question.explanation:
        card.body.addWidget(Text(_("解析：{text}").format(text=question.explanation)))
    if question.source:
        card.body.addWidget(Text(_("依据：{text}").format(text=question.source), "muted"))
    return card


def _verdict(question: ReviewQuestion) -> tuple[str, str]:
    if question.earned is None:
        return _("待评分"), "warn"
    if question.earned == question.points:
        return _("得 {points} 分").format(points=points_text(question.earned)), "good"
    if question.earned:
        return _("得 {points} 分").format(points=points_text(question.earned)), "warn"
    return (_("答错") if is_answered(question.response) else _("未答")), "bad"


def _options(doors: Doors, question: ReviewQuestion, pictures: Mapping[int, ShownPicture]) -> OptionList:
    """The options with what was chosen and what is right, as far as that may be shown."""
    options = OptionList(doors.theme)
    if question.kind is Kind.TRUE_FALSE:
        texts, letters = (_("正确"), _("错误")), "√×"
        chosen = _numbers_of_truth(question.response)
        right = _numbers_of_truth(question.key)
    else:
        texts, letters = question.options, "ABCDEFGH"
        chosen = question.response if isinstance(question.response, tuple) else ()
        right = question.key if isinstance(question.key, tuple) else ()
    numbers, is_multiple = [int(one) for one in chosen], question.kind is Kind.MULTIPLE
    options.set_options(texts, multiple=is_multiple, letters=letters, chosen=numbers, pictures=pictures, is_wide=True)
    options.set_locked(True)
    if question.key is not None:
        for number, card in enumerate(options.cards):
            if number in right:
                card.set_verdict("right", _("正确答案，已选") if number in chosen else _("正确答案"))
            elif number in chosen:
                card.set_verdict("wrong", _("您的选择"))
    return options


def _numbers_of_truth(value: object) -> tuple[int, ...]:
    return (0 if value else 1,) if isinstance(value, bool) else ()


def _add_written(card: Card, question: ReviewQuestion) -> None:
    given = question.response if isinstance(question.response, tuple) else (question.response or "",)
    answer = _("；").join(str(text) or _("（空）") for text in given)
    card.body.addWidget(Text(_("您的回答：{text}").format(text=answer)))
    if question.key_texts:
        words = _("答案（顺序不限）：{text}") if question.any_order else _("答案：{text}")
        card.body.addWidget(Text(words.format(text=_("；").join(question.key_texts)), tone="good"))
