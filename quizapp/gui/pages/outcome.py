"""After handing in: the score large, the grade, one line on what it means, what may be reviewed, the way back."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout

from quizapp.core.desk import Outcome
from quizapp.core.points import points_text
from quizapp.gui.doors import Doors
from quizapp.gui.local_times import duration, moment
from quizapp.gui.page import Page
from quizapp.gui.theme import SPACE
from quizapp.gui.widgets.badge import Badge
from quizapp.gui.widgets.button import Button
from quizapp.gui.widgets.card import Card
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
        card.body.setContentsMargins(SPACE.vast, SPACE.broad, SPACE.vast, SPACE.broad)
        card.body.setSpacing(SPACE.normal)
        self.title = Text(outcome.title, "title", wraps=False)
        self.score = Text(_score_words(outcome), "score", wraps=False)
        self.meaning = Text(_("这是试做，没有留下任何记录。") if self._is_trial else _meaning(outcome), "body")
        self.meaning.setAlignment(middle)
        card.body.addWidget(self.title, 0, middle)
        card.body.addWidget(self.score, 0, middle)
        grade = _grade(outcome)
        if grade is not None:
            card.body.addWidget(Badge(theme, *grade), 0, middle)
        card.body.addWidget(self.meaning)
        facts = _("用时 {used} · 已答 {answered} 题，共 {count} 题")
        details = facts.format(used=duration(outcome.used_s), answered=outcome.answered, count=outcome.question_count)
        card.body.addWidget(Text(details, "muted", wraps=False), 0, middle)
        card.body.addSpacing(SPACE.tight)
        card.body.addLayout(self._build_buttons())
        column = QVBoxLayout(self)
        column.setContentsMargins(0, SPACE.normal, 0, SPACE.normal)
        column.addWidget(Middle(theme, card, letters=_CARD_LETTERS))

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


def _grade(outcome: Outcome) -> tuple[str, str] | None:
    if outcome.is_passed is None:
        return None
    if outcome.is_excellent:
        return _("优秀"), "good"
    return (_("合格"), "good") if outcome.is_passed else (_("不合格"), "bad")


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
    if not outcome.may_review and outcome.review_from is not None:
        sentences.append(_("答卷和解析在 {at} 后可以查看。").format(at=moment(outcome.review_from)))
    return "\n".join(sentences)
