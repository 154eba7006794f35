"""What can be done with the test selected in the list: a card that says which it is, with the buttons of its state."""

from PySide6.QtCore import Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QMenu, QVBoxLayout, QWidget

from quizapp.core.exams import ExamState
from quizapp.gui.exam_words import window_words
from quizapp.gui.theme import SPACE, Theme
from quizapp.gui.widgets.button import Button
from quizapp.gui.widgets.card import Card
from quizapp.gui.widgets.text import Text
from quizapp.i18n import N_, _
from quizapp.services.exams import ExamSummary

EDIT, PUBLISH, DELETE, WITHDRAW, CLOSE = "edit", "publish", "delete", "withdraw", "close"
TRY, PRINT, WINDOW, ADD_DUE, RESULTS, MARK = "try", "print", "window", "add_due", "results", "mark"
EXTRA_MINUTES, HALL = "extra_minutes", "hall"

_WORDS = {
    EDIT: (N_("编辑"), "pencil-simple"),
    PUBLISH: (N_("发布"), "paper-plane-tilt"),
    DELETE: (N_("删除草稿"), "trash"),
    TRY: (N_("试做"), "play"),
    PRINT: (N_("打印"), "printer"),
    RESULTS: (N_("查看成绩"), "chart-bar"),
    MARK: (N_("阅卷"), "pencil-simple"),
    HALL: (N_("考场"), "users-three"),
    CLOSE: (N_("结束考试"), "stop-circle"),
    WINDOW: (N_("调整开放时间"), "clock"),
    ADD_DUE: (N_("增加应考人员"), "user-plus"),
    EXTRA_MINUTES: (N_("个人延时"), "hourglass"),
    WITHDRAW: (N_("撤回发布"), "arrow-counter-clockwise"),
}

_BUTTONS = {
    ExamState.DRAFT: (DELETE, PRINT, TRY, PUBLISH, EDIT),
    ExamState.PUBLISHED: (CLOSE, MARK, RESULTS, HALL),
    ExamState.CLOSED: (PRINT, TRY, MARK, RESULTS),
}
_MORE = {ExamState.PUBLISHED: (WINDOW, ADD_DUE, EXTRA_MINUTES, TRY, PRINT, WITHDRAW)}
_LOOKING = (TRY, PRINT, MARK, RESULTS, HALL)


class ExamActions(Card):
    """`wanted` carries the act and the test. `looks_only`: for an administrator who may not change tests."""

    wanted = Signal(str, object)

    def __init__(self, theme: Theme, *, looks_only: bool = False, parent: QWidget | None = None) -> None:
        super().__init__(parent=parent)
        self._looks_only = looks_only
        self._exam: ExamSummary | None = None
        self._title = Text("", "title")
        self._facts = Text("", "muted")
        self.more_button = Button(theme, _("更多"), icon="dots-three-outline")
        self.more_button.clicked.connect(self._on_more_clicked)
        self.buttons: dict[str, Button] = {}
        words = QVBoxLayout()
        words.setSpacing(SPACE.hair)
        words.addWidget(self._title)
        words.addWidget(self._facts)
        row = QHBoxLayout()
        row.setSpacing(SPACE.tight)
        row.addStretch(1)
        row.addWidget(self.more_button)
        for act in (DELETE, PRINT, TRY, CLOSE, PUBLISH, EDIT, MARK, RESULTS, HALL):
            row.addWidget(self._make_button(theme, act))
        self._halves = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._halves.setSpacing(SPACE.snug)
        self._halves.addLayout(words, 1)
        self._halves.addLayout(row)
        self.body.addLayout(self._halves)
        self._theme = theme
        theme.changed.connect(self._fit)
        self._fit()
        self.hide()

    def show_exam(self, exam: ExamSummary | None) -> None:
        """Offer what can be done with a test; None hides the card."""
        self._exam = exam
        self.setVisible(exam is not None)
        if exam is None:
            return
        self._title.setText(exam.title)
        self._facts.setText(window_words(exam.opens_at, exam.closes_at))
        for act, button in self.buttons.items():
            button.setVisible(self._offers(act, _BUTTONS[exam.state]))
        self.more_button.setVisible(bool(self._more()))

    def menu_now(self) -> QMenu:
        """The rarer acts; the caller lets the menu go."""
        menu = QMenu(self)
        for act in self._more():
            action = QAction(_(_WORDS[act][0]), menu)
            action.triggered.connect(lambda _checked=False, act=act: self._tell(act))
            action.setEnabled(act != WITHDRAW or not self._is_started)
            menu.addAction(action)
        return menu

    def _fit(self) -> None:
        """At the largest text the buttons stand below the words."""
        ways = QBoxLayout.Direction
        self._halves.setDirection(ways.TopToBottom if self._theme.size == "extra" else ways.LeftToRight)

    @property
    def _is_started(self) -> bool:
        return self._exam is not None and bool(self._exam.sat or self._exam.running)

    def _more(self) -> tuple[str, ...]:
        offered = _MORE.get(self._exam.state, ()) if self._exam else ()
        return tuple(act for act in offered if self._offers(act, offered))

    def _offers(self, act: str, offered: tuple[str, ...]) -> bool:
        if act == MARK and self._exam is not None and not (self._exam.unmarked or self._exam.marked):
            return False
        return act in offered and (act in _LOOKING or not self._looks_only)

    def _make_button(self, theme: Theme, act: str) -> Button:
        word, icon = _WORDS[act]
        button = Button(theme, _(word), icon=icon)
        button.clicked.connect(lambda _checked=False, act=act: self._tell(act))
        self.buttons[act] = button
        return button

    def _tell(self, act: str) -> None:
        if self._exam is not None:
            self.wanted.emit(act, self._exam)

    def _on_more_clicked(self) -> None:
        menu = self.menu_now()
        menu.aboutToHide.connect(menu.deleteLater)
        menu.popup(self.more_button.mapToGlobal(self.more_button.rect().bottomLeft()))
