"""Questions that only a person can answer: is this row somebody who is on record, or another of the same name?"""

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QButtonGroup, QHBoxLayout, QRadioButton, QWidget

from quizapp.core.people import Person
from quizapp.core.roster import RosterDoubt, RosterQuestion
from quizapp.gui.models.roster_choices import LEAVE_OUT, RosterChoices
from quizapp.gui.theme import SPACE, Theme
from quizapp.gui.widgets.badge import Badge
from quizapp.gui.widgets.button import Button
from quizapp.gui.widgets.card import Card
from quizapp.gui.widgets.scroller import Scroller
from quizapp.gui.widgets.text import Text
from quizapp.i18n import _

_AT_ONCE = 30


class RosterQuestions(Scroller):
    """A card a question; `answered` after each choice. Many questions are shown some at a time."""

    answered = Signal()

    def __init__(self, theme: Theme, choices: RosterChoices, *, parent: QWidget | None = None) -> None:
        super().__init__(parent=parent)
        self._theme = theme
        self._choices = choices
        self._waiting: list[RosterQuestion] = []
        self.cards: list[QuestionCard] = []
        self.more_button = Button(theme, _("显示更多"), kind="quiet")
        self.more_button.clicked.connect(self._show_more)
        self.body.addWidget(self.more_button)
        self.body.addStretch(1)

    def set_questions(self, questions: Sequence[RosterQuestion]) -> None:
        """Ask these questions; those answered already are shown with their answer."""
        for card in self.cards:
            self.body.removeWidget(card)
            card.deleteLater()
        self.cards = []
        self._waiting = list(questions)
        self._show_more()

    def _show_more(self) -> None:
        now, self._waiting = self._waiting[:_AT_ONCE], self._waiting[_AT_ONCE:]
        for question in now:
            card = QuestionCard(self._theme, question, self._choices)
            card.answered.connect(self.answered)
            self.body.insertWidget(len(self.cards), card)
            self.cards.append(card)
        self.more_button.setVisible(bool(self._waiting))


class QuestionCard(Card):
    """One row of the file and who it may be."""

    answered = Signal()

    def __init__(self, theme: Theme, question: RosterQuestion, choices: RosterChoices) -> None:
        super().__init__(_row_words(question))
        self.question = question
        self._choices = choices
        self._badge = Badge(theme, "", "warn")
        self.head.addWidget(self._badge)
        self.body.setSpacing(SPACE.hair)
        self.body.addWidget(Text(question.doubt.label, "muted"))
        self.buttons: list[QRadioButton] = []
        self._answers: list[Any] = []
        group = QButtonGroup(self)
        for answer, words in _answers_of(question):
            button = QRadioButton(words)
            button.setChecked(choices.is_answered(question) and choices.answers[question.row.key] == answer)
            group.addButton(button)
            row = QHBoxLayout()
            row.addWidget(button)
            row.addStretch(1)
            self.body.addLayout(row)
            self.buttons.append(button)
            self._answers.append(answer)
        group.buttonClicked.connect(self._on_button_clicked)
        self._show_state()

    def _show_state(self) -> None:
        is_answered = self._choices.is_answered(self.question)
        self._badge.set_state(_("已回答") if is_answered else _("待回答"), "good" if is_answered else "warn")

    def _on_button_clicked(self, button: QRadioButton) -> None:
        self._choices.answers[self.question.row.key] = self._answers[self.buttons.index(button)]
        self._show_state()
        self.answered.emit()


def _row_words(question: RosterQuestion) -> str:
    row = question.row
    facts = [row.name, " / ".join(question.department), row.number, row.position, row.remark]
    words = _("第 {row} 行：{facts}")
    return words.format(row=row.row, facts=_("，").join(fact for fact in facts if fact))


def _answers_of(question: RosterQuestion) -> list[tuple[Any, str]]:
    """Every possible answer with its words."""
    is_repeated = question.doubt is RosterDoubt.REPEATED
    found: list[tuple[Any, str]] = [(person.id, _person_words(person)) for person in question.candidates]
    found.append((None, _("是两个同名的人，新增这一位") if is_repeated else _("是另一个同名的人，新增")))
    found.append((LEAVE_OUT, _("是重复的一行，不导入") if is_repeated else _("这一行先不导入")))
    return found


def _person_words(person: Person) -> str:
    facts = [person.department.full_name, _("编号 {number}").format(number=person.number)]
    facts += [fact for fact in (person.position, person.remark) if fact]
    if not person.is_active:
        facts.append(_("已离开"))
    return _("就是名册里的{name}（{facts}）").format(name=person.name, facts=_("，").join(facts))
