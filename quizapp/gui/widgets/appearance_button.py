"""One quiet button for how the program looks and speaks: text size, theme, language."""

from PySide6.QtCore import Signal
from PySide6.QtGui import QAction, QActionGroup
from PySide6.QtWidgets import QMenu, QWidget

from quizapp.gui.theme import Theme
from quizapp.gui.widgets.button import Button
from quizapp.i18n import _


class AppearanceButton(Button):
    """Only tells what was chosen; who made it puts it into effect and remembers it."""

    size_chosen = Signal(str)
    scheme_chosen = Signal(str)
    language_chosen = Signal(str)

    def __init__(self, theme: Theme, language: str, *, kind: str = "nav", parent: QWidget | None = None) -> None:
        super().__init__(theme, _("显示设置"), kind=kind, icon="text-aa", parent=parent)
        self._language = language
        self.clicked.connect(self._on_clicked)

    def menu_now(self) -> QMenu:
        """The menu with what is chosen ticked; the caller lets it go."""
        menu = QMenu(self)
        sizes = (("standard", _("标准字号")), ("large", _("大字号")), ("extra", _("特大字号")))
        schemes = (("light", _("浅色")), ("dark", _("深色")), ("system", _("跟随系统")))
        languages = (("zh", "中文"), ("en", "English"))  # no _(): each language in its own words
        self._add(menu, sizes, self._theme.size, self.size_chosen)
        menu.addSeparator()
        self._add(menu, schemes, self._theme.scheme, self.scheme_chosen)
        menu.addSeparator()
        self._add(menu, languages, self._language, self.language_chosen)
        return menu

    def _add(self, menu: QMenu, entries: tuple[tuple[str, str], ...], now: str, chosen: Signal) -> None:
        group = QActionGroup(menu)
        for value, label in entries:
            action = QAction(label, menu, checkable=True)
            action.setChecked(value == now)
            action.triggered.connect(lambda _checked=False, value=value: chosen.emit(value))
            group.addAction(action)
            menu.addAction(action)

    def _on_clicked(self) -> None:
        menu = self.menu_now()
        menu.aboutToHide.connect(menu.deleteLater)
        menu.popup(self.mapToGlobal(self.rect().topLeft()))
