"""One quiet button that opens a menu of text size, theme and language, where a row of buttons has no room."""

from collections.abc import Callable, Sequence

from PySide6.QtGui import QAction, QActionGroup
from PySide6.QtWidgets import QMenu, QWidget

from quizapp.gui.preferences import Preferences
from quizapp.gui.theme import Theme
from quizapp.gui.widgets.button import Button
from quizapp.i18n import _


class AppearanceMenu(Button):
    """What is chosen takes effect at once and is remembered."""

    def __init__(self, theme: Theme, preferences: Preferences, *, parent: QWidget | None = None) -> None:
        super().__init__(theme, _("显示设置"), kind="nav", icon="text-aa", parent=parent)
        self._preferences = preferences
        self.clicked.connect(self._on_clicked)

    def menu_now(self) -> QMenu:
        """The menu with what is chosen ticked; the caller lets it go."""
        menu = QMenu(self)
        look = self._preferences.settings.appearance
        sizes = (("standard", _("标准字号")), ("large", _("大字号")), ("extra", _("特大字号")))
        schemes = (("light", _("浅色")), ("dark", _("深色")), ("system", _("跟随系统")))
        languages = (("zh", "中文"), ("en", "English"))  # no _(): each language in its own words
        _add_choices(menu, sizes, self._theme.size, self._preferences.set_text_size)
        menu.addSeparator()
        _add_choices(menu, schemes, self._theme.scheme, self._preferences.set_theme)
        menu.addSeparator()
        _add_choices(menu, languages, look.language, self._preferences.set_language)
        return menu

    def _on_clicked(self) -> None:
        menu = self.menu_now()
        menu.aboutToHide.connect(menu.deleteLater)
        menu.popup(self.mapToGlobal(self.rect().topRight()))


def _add_choices(menu: QMenu, entries: Sequence[tuple[str, str]], now: str, choose: Callable[[str], object]) -> None:
    """Entries of which one is ticked."""
    group = QActionGroup(menu)
    for value, label in entries:
        action = QAction(label, menu, checkable=True)
        action.setChecked(value == now)
        action.triggered.connect(lambda _checked=False, value=value: choose(value))
        group.addAction(action)
        menu.addAction(action)
