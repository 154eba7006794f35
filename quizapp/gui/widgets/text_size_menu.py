"""A quiet button that opens a menu of the three text sizes, on the pages that have no room for all three in a row."""

from PySide6.QtGui import QAction, QActionGroup
from PySide6.QtWidgets import QMenu, QWidget

from quizapp.gui.theme import Theme
from quizapp.gui.widgets.button import Button
from quizapp.i18n import _


class TextSizeMenu(Button):
    """The size chosen is that of one person's sitting: signing out brings the PC's own back."""

    def __init__(self, theme: Theme, *, parent: QWidget | None = None) -> None:
        super().__init__(theme, _("字号"), kind="quiet", icon="text-aa", parent=parent)
        self.setAccessibleName(_("文字大小"))
        self.setToolTip(_("文字大小（Ctrl 加 +、-、0）"))
        self.clicked.connect(self._on_clicked)

    def menu_now(self) -> QMenu:
        """The menu with the present size ticked; the caller lets it go."""
        menu, group = QMenu(self), QActionGroup(self)
        group.setParent(menu)
        for size, word in (("standard", _("标准")), ("large", _("大")), ("extra", _("特大"))):
            action = QAction(word, menu, checkable=True)
            action.setChecked(size == self._theme.size)
            action.triggered.connect(lambda _checked=False, size=size: self._theme.use(size=size))
            group.addAction(action)
            menu.addAction(action)
        return menu

    def _on_clicked(self) -> None:
        menu = self.menu_now()
        menu.aboutToHide.connect(menu.deleteLater)
        menu.popup(self.mapToGlobal(self.rect().bottomLeft()))
