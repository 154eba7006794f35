"""A password or PIN: hidden letters, and an eye that shows them while one checks what was typed."""

from PySide6.QtCore import QRegularExpression, Qt
from PySide6.QtGui import QAction, QRegularExpressionValidator
from PySide6.QtWidgets import QLineEdit, QWidget

from quizapp.gui.theme import Theme
from quizapp.i18n import _


class PasswordField(QLineEdit):
    """`digits` limits it to so many figures (a PIN); 0: any text."""

    def __init__(self, theme: Theme, *, digits: int = 0, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._is_shown = False
        if digits:
            self.setValidator(QRegularExpressionValidator(QRegularExpression(rf"\d{{0,{digits}}}"), self))
            self.setInputMethodHints(Qt.InputMethodHint.ImhDigitsOnly | Qt.InputMethodHint.ImhSensitiveData)
        self.eye = QAction(self)
        self.eye.triggered.connect(self._on_eye_triggered)
        self.addAction(self.eye, QLineEdit.ActionPosition.TrailingPosition)
        theme.changed.connect(self._refresh)
        self._refresh()

    def _on_eye_triggered(self) -> None:
        self._is_shown = not self._is_shown
        self._refresh()

    def _refresh(self) -> None:
        modes = QLineEdit.EchoMode
        self.setEchoMode(modes.Normal if self._is_shown else modes.Password)
        self.eye.setIcon(self._theme.icon("eye-slash" if self._is_shown else "eye", "muted"))
        self.eye.setText(_("隐藏") if self._is_shown else _("显示"))
        self.eye.setToolTip(self.eye.text())
