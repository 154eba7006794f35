"""Above a reviewed sheet: which questions are shown, and from one wrong answer to the next by button or key."""

from collections.abc import Sequence
from enum import StrEnum

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QButtonGroup, QHBoxLayout, QWidget

from quizapp.core.desk import ReviewQuestion
from quizapp.gui.theme import SPACE, Theme
from quizapp.gui.widgets.button import Button
from quizapp.gui.widgets.text import Text
from quizapp.i18n import _


class Shown(StrEnum):
    """Which questions of a sheet are shown."""

    ALL = "all"
    WRONG = "wrong"
    MARKED = "marked"

    def includes(self, question: ReviewQuestion) -> bool:
        """Whether a question is among them; one that nobody has marked yet is not wrong."""
        if self is Shown.WRONG:
            return is_wrong(question)
        return question.is_marked or self is Shown.ALL


def is_wrong(question: ReviewQuestion) -> bool:
    """Whether not all points were earned."""
    return question.earned is not None and question.earned < question.points


class ReviewBar(QWidget):
    """`shown_changed` carries a `Shown`, `step_wanted` +1 or -1 for the next or the previous wrong answer."""

    shown_changed = Signal(object)
    step_wanted = Signal(int)

    def __init__(self, theme: Theme, questions: Sequence[ReviewQuestion], *, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.setSpacing(SPACE.tight)
        counts = {shown: sum(map(shown.includes, questions)) for shown in Shown}
        self.buttons = self._build_choice(counts)
        self._row.addStretch(1)
        self.hint = Text(_("按 N 到下一道错题，按 P 到上一道"), "small", wraps=False)
        self._row.addWidget(self.hint)
        self.previous_button = self._step_button(_("上一道错题"), "arrow-up", Qt.Key.Key_P, -1)
        self.next_button = self._step_button(_("下一道错题"), "arrow-down", Qt.Key.Key_N, 1)
        self._has_wrong = counts[Shown.WRONG] > 0
        for button in (self.previous_button, self.next_button):
            button.setEnabled(self._has_wrong)
        theme.changed.connect(self._fit)
        self._fit()

    def _build_choice(self, counts: dict[Shown, int]) -> dict[Shown, Button]:
        words = {
            Shown.ALL: _("全部（{count}）"),
            Shown.WRONG: _("只看答错（{count}）"),
            Shown.MARKED: _("只看标记（{count}）"),
        }
        group, buttons = QButtonGroup(self), {}
        for shown, word in words.items():
            button = buttons[shown] = Button(self._theme, word.format(count=counts[shown]))
            button.setCheckable(True)
            button.setChecked(shown is Shown.ALL)
            button.setEnabled(counts[shown] > 0)
            button.clicked.connect(lambda _checked=False, shown=shown: self.shown_changed.emit(shown))
            group.addButton(button)
            self._row.addWidget(button)
        return buttons

    def _step_button(self, word: str, icon: str, key: Qt.Key, step: int) -> Button:
        button = Button(self._theme, word, icon=icon)
        QShortcut(QKeySequence(key), self, button.click)
        button.setToolTip(_("{action}（{key}）").format(action=word, key=QKeySequence(key).toString()))
        button.clicked.connect(lambda: self.step_wanted.emit(step))
        self._row.addWidget(button)
        return button

    def _fit(self) -> None:
        """The keys are named where there is room; the buttons' tips name them always."""
        self.hint.setVisible(self._has_wrong and self._theme.size == "standard")
