"""Long work in the page: what is being done, how far it is, and a button that stops it."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QProgressBar, QVBoxLayout, QWidget

from quizapp.gui.tasks import Task
from quizapp.gui.theme import SPACE, Theme
from quizapp.gui.widgets.button import Button
from quizapp.gui.widgets.text import Text
from quizapp.i18n import _


class Progress(QFrame):
    """Hidden until `start`; hides itself when the task has ended."""

    cancelled = Signal()

    def __init__(self, theme: Theme, *, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("surface", "card")
        self._task: Task | None = None
        self._text = Text("", "body")
        self._count = Text("", "small", wraps=False)
        self._bar = QProgressBar()
        self._bar.setTextVisible(False)
        self.cancel_button = Button(theme, _("取消"), compact=True)
        self.cancel_button.clicked.connect(self._on_cancel_clicked)
        words = QVBoxLayout()
        words.setSpacing(SPACE.tight)
        words.addWidget(self._text)
        words.addWidget(self._bar)
        words.addWidget(self._count)
        row = QHBoxLayout(self)
        row.setContentsMargins(SPACE.wide, SPACE.normal, SPACE.normal, SPACE.normal)
        row.setSpacing(SPACE.wide)
        row.addLayout(words, 1)
        row.addWidget(self.cancel_button)
        self.hide()

    def start(self, text: str, task: Task | None = None) -> None:
        """Show that work began; with its task, the button cancels it and its end hides this."""
        self._text.setText(text)
        self._count.setText("")
        self._bar.setRange(0, 1)
        self._bar.setValue(0)
        self._bar.setAccessibleName(text)
        self.cancel_button.setEnabled(True)
        self.cancel_button.setText(_("取消"))
        self._task = task
        if task:
            task.ended.connect(self.finish)
        self.show()

    def step(self, done: int, total: int) -> None:
        """Show how far it is; give it to `Tasks.run` as `on_progress`."""
        self._bar.setRange(0, max(1, total))
        self._bar.setValue(done)
        self._count.setText(_("{done} / {total}").format(done=f"{done:,}", total=f"{total:,}"))

    def finish(self) -> None:
        """The work is over."""
        self._task = None
        self.hide()

    def _on_cancel_clicked(self) -> None:
        self.cancel_button.setEnabled(False)
        self.cancel_button.setText(_("正在取消…"))
        if self._task:
            self._task.cancel()
        self.cancelled.emit()
