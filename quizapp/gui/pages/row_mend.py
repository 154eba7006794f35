"""One row of a file corrected where it is shown, in the form in which a question of the bank is edited."""

from collections.abc import Sequence
from datetime import date

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from quizapp.core.problems import Severity
from quizapp.gui.models.preview_lines import PreviewLine
from quizapp.gui.pages.question_form import QuestionForm
from quizapp.gui.theme import SPACE, Theme
from quizapp.gui.widgets.button import Button
from quizapp.gui.widgets.scroller import Scroller
from quizapp.gui.widgets.text import Text
from quizapp.i18n import _


class RowMend(QFrame):
    """`mended` carries the place and the question, `cancelled` when nothing is to change."""

    mended = Signal(object, object)
    cancelled = Signal()

    def __init__(self, theme: Theme, today: date, *, parent: QWidget | None = None) -> None:
        """`today` is what the date of a review begins with."""
        super().__init__(parent)
        self.setProperty("surface", "card")
        self._line: PreviewLine | None = None
        self._title = Text("", "title")
        self._problems = Text("", "body")
        self._in_file = Text("", "muted")
        self.form = QuestionForm(theme, today)
        self.cancel_button = Button(theme, _("取消"))
        self.done_button = Button(theme, _("改好了"), kind="primary", icon="check")
        self._build()
        self.cancel_button.clicked.connect(self.cancelled)
        self.done_button.clicked.connect(self._on_done_clicked)
        inside = Qt.ShortcutContext.WidgetWithChildrenShortcut
        QShortcut(QKeySequence("Ctrl+Return"), self, self._on_done_clicked, context=inside)
        QShortcut(QKeySequence("Esc"), self, self.cancelled.emit, context=inside)

    def begin(self, line: PreviewLine, categories: Sequence[str]) -> None:
        """Show a row to be corrected; `categories` are those in use."""
        assert line.question is not None
        self._line = line
        self._title.setText(_("修改第 {row} 行").format(row=line.row))
        self._problems.setText("\n".join(problem.message for problem in line.problems))
        is_bad = any(problem.severity is Severity.ERROR for problem in line.problems)
        self._problems.set_tone("bad" if is_bad else "warn")
        self._problems.setVisible(bool(line.problems))
        self._in_file.setText(_in_file(line))
        self._in_file.setVisible(bool(self._in_file.text()))
        self.form.set_categories(categories)
        self.form.show_question(line.question, is_new=False)
        self.form.focus_first()

    def _build(self) -> None:
        scroller = Scroller()
        for part in (self._problems, self._in_file, self.form):
            scroller.body.addWidget(part)
        scroller.body.addStretch(1)
        foot = QHBoxLayout()
        foot.setContentsMargins(0, 0, SPACE.tight, 0)
        foot.setSpacing(SPACE.snug)
        foot.addStretch(1)
        foot.addWidget(self.cancel_button)
        foot.addWidget(self.done_button)
        column = QVBoxLayout(self)
        column.setContentsMargins(SPACE.normal, SPACE.normal, SPACE.tight, SPACE.snug)
        column.setSpacing(SPACE.snug)
        column.addWidget(self._title)
        column.addWidget(scroller, 1)
        column.addLayout(foot)

    def _on_done_clicked(self) -> None:
        if self._line and self.form.check():
            self.mended.emit(self._line.place, self.form.question)


def _in_file(line: PreviewLine) -> str:
    """What the file says of the kind and the key where it is not clear."""
    if line.faulty is None:
        return ""
    said = {_("文件里写的题型：{text}"): line.faulty.kind_text, _("文件里写的答案：{text}"): line.faulty.key_text}
    return "\n".join(words.format(text=text) for words, text in said.items() if text)
