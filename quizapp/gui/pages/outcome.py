"""After handing in: the score large, the grade, one line on what it means, what may be reviewed, the way back."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout

from quizapp.core.desk import Outcome
from quizapp.core.points import points_text
from quizapp.gui.doors import Doors
from quizapp.gui.page import Page
from quizapp.gui.result_words import GRADE_MARKS, GRADE_TONES, facts_of, grade_of
from quizapp.gui.theme import SPACE
from quizapp.gui.widgets.badge import Badge
from quizapp.gui.widgets.button import Button
from quizapp.gui.widgets.card import Card
from quizapp.gui.widgets.fact_list import FactList
from quizapp.gui.widgets.middle import Middle
from quizapp.gui.widgets.text import Text
from quizapp.i18n import _, _n

_CARD_LETTERS = 34


class OutcomePage(Page):
    """`review_wanted` carries the attempt; `went_back` returns to my page, or ends the trial."""

    review_wanted = Signal(int)
    went_back = Signal()

    def __init__(self, doors: Doors, outcome: Outcome, *, is_trial: bool = False) -> None:
        super().__init__()
        self._doors = doors
        self._outcome = outcome
        self._is_trial = is_trial
        self._build()

    def enter(self) -> None:
        self.back_button.setFocus(Qt.FocusReason.OtherFocusReason)

    def _build(self) -> None:
        theme, outcome = self._doors.theme, self._outcome
        middle = Qt.AlignmentFlag.AlignHCenter
        card = Card()
        card.body.setContentsMargins(SPACE.vast, SPACE.wide, SPACE.vast, SPACE.wide)
        card.body.setSpacing(SPACE.snug)
        self.title = Text(outcome.title, "title")
        self.title.setAlignment(middle)
        self.score = Text(_score_words(outcome), "score", wraps=False)
        self.meaning = Text(_("这是试做，没有留下任何记录。") if self._is_trial else _meaning(outcome), "body")
        self.meaning.setAlignment(middle)
        card.body.addWidget(self.title)
        card.body.addWidget(self.score, 0, middle)
        card.body.addLayout(self._build_badges())
        card.body.addWidget(self.meaning)
        card.body.addSpacing(SPACE.tight)
        card.body.addWidget(FactList(facts_of(outcome, is_trial=self._is_trial)))
        card.body.addSpacing(SPACE.tight)
        card.body.addLayout(self._build_buttons())
        column = QVBoxLayout(self)
        column.setContentsMargins(0, SPACE.normal, 0, SPACE.normal)
        column.addWidget(Middle(theme, card, letters=_CARD_LETTERS))

    def _build_badges(self) -> QHBoxLayout:
        """The grade by word and sign; what is not final says so."""
        theme, grade = self._doors.theme, grade_of(self._outcome)
        row = QHBoxLayout()
        row.setSpacing(SPACE.tight)
        row.addStretch(1)
        if grade is not None:
            row.addWidget(Badge(theme, grade.label, GRADE_TONES[grade], mark=GRADE_MARKS[grade], role="title"))
        if self._outcome.unmarked:
            row.addWidget(Badge(theme, _("待阅卷，不是最终成绩"), "warn", role="body"))
        row.addStretch(1)
        return row

    def _build_buttons(self) -> QHBoxLayout:
        theme = self._doors.theme
        row = QHBoxLayout()
        row.addStretch(1)
        self.review_button = Button(theme, _("查看答卷"), icon="list-numbers")
        if not self._outcome.may_review:
            self.review_button.hide()
        self.review_button.clicked.connect(lambda: self.review_wanted.emit(self._outcome.attempt_id))
        word, icon = (_("结束试做"), "check") if self._is_trial else (_("返回我的页面"), "house")
        self.back_button = Button(theme, word, kind="primary", icon=icon)
        self.back_button.clicked.connect(self.went_back)
        row.addWidget(self.review_button)
        row.addWidget(self.back_button)
        row.addStretch(1)
        return row


def _score_words(outcome: Outcome) -> str:
    if outcome.score is None:
        return _("已交卷")
    return _("{score} 分").format(score=points_text(outcome.score))


def _meaning(outcome: Outcome) -> str:
    sentences = [outcome.remark] if outcome.remark else []
    if outcome.was_expired:
        sentences.append(_("时间到，已自动交卷，保存的答案都已计分。"))
    if outcome.unmarked:
        words = _n(
            "有 {count} 道简答题待阅，阅完后才有成绩。", "有 {count} 道简答题待阅，阅完后才有成绩。", outcome.unmarked
        )
        sentences.append(words.format(count=outcome.unmarked))
    elif outcome.score is None:
        sentences.append(_("成绩将在考试结束后公布。"))
    elif outcome.attempts_left:
        sentences.append(_("还可以再考 {count} 次。").format(count=outcome.attempts_left))
    elif outcome.is_passed:
        sentences.append(_("成绩已经记录，感谢参加。"))
    else:
        sentences.append(_("成绩已经记录。是否补考，请等组织者通知。"))
    return "\n".join(sentences)
