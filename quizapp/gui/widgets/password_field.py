"""A password or PIN: hidden letters, and an eye that shows them while one checks what was typed."""

from PySide6.QtCore import QRegularExpression, QSize, Qt
from PySide6.QtGui import QAction, QRegularExpressionValidator, QResizeEvent, QShowEvent
from PySide6.QtWidgets import QLineEdit, QToolButton, QWidget

from quizapp.gui.theme import SPACE, Theme
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
        self._button = QToolButton(self)  # Qt's own place for actions in a field is too small to hit
        self._button.setDefaultAction(self.eye)
        self._button.setFocusPolicy(Qt.FocusPolicy.NoFocus)  # Tab goes to the next field
        self._button.setCursor(Qt.CursorShape.PointingHandCursor)
        theme.changed.connect(self._refresh)
        self._refresh()

    def _on_eye_triggered(self) -> None:
        self._is_shown = not self._is_shown
        self._refresh()

    def _refresh(self) -> None:
        modes = QLineEdit.EchoMode
        self.setEchoMode(modes.Normal if self._is_shown else modes.Password)
        if self.isVisible():  # icons take a while to load: not for a field that nobody sees
            self.eye.setIcon(self._theme.icon("eye-slash" if self._is_shown else "eye", "muted"))
        self.eye.setText(_("隐藏") if self._is_shown else _("显示"))
        self.eye.setToolTip(self.eye.text())
        self._button.setAccessibleName(self.eye.text())
        icon = round(self._theme.sizes.body * 1.75)
        self._button.setIconSize(QSize(icon, icon))
        self._place()

    def _place(self) -> None:
        side = self._theme.sizes.target - SPACE.tight
        self.setTextMargins(0, 0, side - SPACE.tight, 0)
        self._button.setGeometry(self.width() - side - SPACE.hair, (self.height() - side) // 2, side, side)

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._refresh()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._place()
