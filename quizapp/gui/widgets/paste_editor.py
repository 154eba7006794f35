"""Where questions are pasted as text: what came from a chat, a letter or a table is looked over before it is read."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QHBoxLayout, QPlainTextEdit, QVBoxLayout, QWidget

from quizapp.gui.theme import SPACE, Theme
from quizapp.gui.widgets.button import Button
from quizapp.gui.widgets.text import Text
from quizapp.i18n import _


class PasteEditor(QWidget):
    """`text_ready` carries the text, `cancelled` when it is left."""

    text_ready = Signal(str)
    cancelled = Signal()

    def __init__(self, theme: Theme, *, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        words = _("把题目粘贴到下面：可以是从 Excel 复制的表格（带标题行），也可以是一段文字。")
        self.edit = QPlainTextEdit()
        self.edit.setAccessibleName(_("题目文字"))
        self.edit.setTabChangesFocus(True)
        self.read_button = Button(theme, _("识别文字"), kind="primary", icon="check")
        self.cancel_button = Button(theme, _("取消"))
        foot = QHBoxLayout()
        foot.setSpacing(SPACE.snug)
        foot.addStretch(1)
        foot.addWidget(self.cancel_button)
        foot.addWidget(self.read_button)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(SPACE.snug)
        column.addWidget(Text(words, "body"))
        column.addWidget(self.edit, 1)
        column.addLayout(foot)
        self.edit.textChanged.connect(self._on_text_changed)
        self.read_button.clicked.connect(lambda: self.text_ready.emit(self.edit.toPlainText()))
        self.cancel_button.clicked.connect(self.cancelled)
        self._on_text_changed()

    def begin(self) -> None:
        """Begin with what was copied last, if that is text; what was typed before stays."""
        if not self.edit.toPlainText().strip():
            self.edit.setPlainText(QGuiApplication.clipboard().text())
        ready = bool(self.edit.toPlainText().strip())
        (self.read_button if ready else self.edit).setFocus(Qt.FocusReason.OtherFocusReason)

    def _on_text_changed(self) -> None:
        self.read_button.setEnabled(bool(self.edit.toPlainText().strip()))
