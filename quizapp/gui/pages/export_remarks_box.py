"""Which questions a file does not hold, or not all of them: a list to be read and copied."""

from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QPlainTextEdit, QWidget

from quizapp.gui.dialogs import Box
from quizapp.gui.theme import Theme
from quizapp.i18n import _


class ExportRemarksBox(Box):
    """Shows the lines; they can be copied."""

    def __init__(self, theme: Theme, parent: QWidget | None, *, lines: str) -> None:
        words = _("下面的题目没有写入文件，或没有全部写入。题库里的内容没有改动。")
        super().__init__(theme, parent, title=_("没有写入的内容"), text=words)
        self.lines = QPlainTextEdit(lines)
        self.lines.setReadOnly(True)
        self.lines.setTabChangesFocus(True)
        self.lines.setAccessibleName(_("没有写入的内容"))
        self.column.addWidget(self.lines, 1)
        self.copy_button = self.button(_("复制"), "secondary", self._on_copy_clicked)
        self.close_button = self.button(_("关闭"), "primary", self.accept)
        self.add_buttons(self.copy_button, self.close_button)
        self.close_button.setDefault(True)
        self.close_button.setFocus()

    def _on_copy_clicked(self) -> None:
        QGuiApplication.clipboard().setText(self.lines.toPlainText())
        self.copy_button.setText(_("已复制"))
