"""Text size, theme and language in one quiet row, for the corner of a page that everybody sees.

Words without icons: the first page is there sooner when the font of icons need not be loaded for it.
"""

from PySide6.QtWidgets import QButtonGroup, QHBoxLayout, QWidget

from quizapp.gui.preferences import Preferences
from quizapp.gui.theme import SPACE, Theme
from quizapp.gui.widgets.button import Button
from quizapp.i18n import _


class AppearanceBar(QWidget):
    """标准 大 特大 | 深色 | English."""

    def __init__(
        self, theme: Theme, preferences: Preferences, *, keeps_size: bool = True, parent: QWidget | None = None
    ) -> None:
        """`keeps_size` False: the text size is one person's, and not the PC's at the next start."""
        super().__init__(parent)
        self._choose_size = preferences.set_text_size if keeps_size else preferences.try_text_size
        self._theme = theme
        self._preferences = preferences
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.setSpacing(SPACE.hair)
        self._build_sizes()
        self._row.addSpacing(SPACE.tight)
        self.theme_button = Button(theme, "", kind="quiet")
        self.theme_button.clicked.connect(self._on_theme_clicked)
        self._row.addWidget(self.theme_button)
        # each language names itself: somebody who cannot read the present one must find the other
        is_chinese = preferences.settings.appearance.language == "zh"
        self.language_button = Button(
            theme,
            "English" if is_chinese else "中文",
            kind="quiet",  # no _(): a language's own name
        )
        self._other_language = "en" if is_chinese else "zh"
        self.language_button.clicked.connect(self._on_language_clicked)
        self._row.addWidget(self.language_button)
        theme.changed.connect(self._refresh)
        self._refresh()

    def _build_sizes(self) -> None:
        self.sizes = QButtonGroup(self)
        for key, word in (("standard", _("标准")), ("large", _("大")), ("extra", _("特大"))):
            button = Button(self._theme, word, kind="quiet")
            button.setCheckable(True)
            button.setAccessibleName(_("文字大小：{size}").format(size=word))
            button.setToolTip(button.accessibleName())
            button.setProperty("size_key", key)
            button.clicked.connect(lambda _checked=False, key=key: self._choose_size(key))
            self.sizes.addButton(button)
            self._row.addWidget(button)

    def _on_language_clicked(self) -> None:
        self._preferences.set_language(self._other_language)

    def _on_theme_clicked(self) -> None:
        self._preferences.set_theme("light" if self._theme.is_dark else "dark")

    def _refresh(self) -> None:
        for button in self.sizes.buttons():
            button.setChecked(button.property("size_key") == self._theme.size)
        self.theme_button.setText(_("浅色") if self._theme.is_dark else _("深色"))
