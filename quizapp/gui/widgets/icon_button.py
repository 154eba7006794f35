"""A small button with an icon and no word, for rows of tables; its name is read out and shown as a tip."""

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QToolButton, QWidget

from quizapp.gui.theme import Theme


class IconButton(QToolButton):
    """Pressed by mouse, space and Enter like every other button."""

    def __init__(self, theme: Theme, icon: str, name: str, *, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._icon_name = icon
        self.setAccessibleName(name)
        self.setToolTip(name)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        theme.changed.connect(self._refresh)
        self._refresh()

    def _refresh(self) -> None:
        side = round(self._theme.sizes.body * 1.8)
        self.setIcon(self._theme.icon(self._icon_name, "muted"))
        self.setIconSize(QSize(side, side))
