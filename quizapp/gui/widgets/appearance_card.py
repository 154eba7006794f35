"""Text size, theme, language and motion, in words and all in sight; each takes effect at once."""

from collections.abc import Callable, Sequence

from PySide6.QtWidgets import QButtonGroup, QCheckBox, QGridLayout, QHBoxLayout, QRadioButton

from quizapp.gui.preferences import Preferences
from quizapp.gui.theme import SPACE, Theme
from quizapp.gui.widgets.card import Card
from quizapp.gui.widgets.text import Text
from quizapp.i18n import _


class AppearanceCard(Card):
    """What is chosen is remembered for the next start."""

    def __init__(self, theme: Theme, preferences: Preferences) -> None:
        super().__init__(_("外观"))
        self._theme = theme
        self._preferences = preferences
        self._grid = QGridLayout()
        self._grid.setHorizontalSpacing(SPACE.wide)
        self._grid.setVerticalSpacing(SPACE.hair)
        self._grid.setColumnStretch(1, 1)
        self.body.addLayout(self._grid)
        sizes = (("standard", _("标准")), ("large", _("大")), ("extra", _("特大")))
        schemes = (("light", _("浅色")), ("dark", _("深色")), ("system", _("跟随系统")))
        languages = (("zh", "中文"), ("en", "English"))  # no _(): each language in its own words
        self.sizes = self._add(_("文字大小"), sizes, preferences.set_text_size)
        self.schemes = self._add(_("明暗"), schemes, preferences.set_theme)
        self.languages = self._add(_("语言"), languages, preferences.set_language)
        self.reduced = QCheckBox(_("减少动画"))
        self.reduced.setChecked(preferences.settings.appearance.reduced_motion)
        self.reduced.toggled.connect(preferences.set_reduced_motion)
        self._grid.addWidget(self.reduced, self._grid.rowCount(), 1)
        theme.changed.connect(self._show)
        self._show()

    def _add(
        self, label: str, entries: Sequence[tuple[str, str]], choose: Callable[[str], object]
    ) -> dict[str, QRadioButton]:
        """A line of which one word is chosen."""
        at = self._grid.rowCount()
        group = QButtonGroup(self)
        row = QHBoxLayout()
        row.setSpacing(SPACE.wide)
        buttons = {}
        for value, word in entries:
            button = QRadioButton(word)
            button.setAccessibleName(_("{label}：{word}").format(label=label, word=word))
            button.clicked.connect(lambda _checked=False, value=value: choose(value))
            group.addButton(button)
            row.addWidget(button)
            buttons[value] = button
        row.addStretch(1)
        self._grid.addWidget(Text(label, "label", wraps=False), at, 0)
        self._grid.addLayout(row, at, 1)
        return buttons

    def _show(self) -> None:
        """What is chosen may have been chosen elsewhere."""
        self.sizes[self._theme.size].setChecked(True)
        self.schemes[self._theme.scheme].setChecked(True)
        self.languages[self._preferences.settings.appearance.language].setChecked(True)
