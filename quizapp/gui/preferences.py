"""What the user chose of language, theme and text size: put on the window at once, remembered for the next start."""

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

from PySide6.QtCore import QObject, Signal

from quizapp.config import Settings, save_settings
from quizapp.errors import QuizAppError
from quizapp.gui.theme import Theme
from quizapp.i18n import use_language


class Preferences(QObject):
    """Holds the settings while the window is open; `language_changed` asks for every page to be made anew."""

    language_changed = Signal()

    def __init__(self, settings: Settings, file: Path, translations: Path, theme: Theme) -> None:
        super().__init__()
        self._settings = settings
        self._file = file
        self._translations = translations
        self._theme = theme
        self.on_not_saved: Callable[[QuizAppError], object] | None = None

    @property
    def settings(self) -> Settings:
        """The settings as they are now."""
        return self._settings

    def set_text_size(self, size: str) -> None:
        """Choose standard, large or extra."""
        self._theme.use(size=size)
        self._keep(text_size=size)

    def try_text_size(self, size: str) -> None:
        """Choose a size for one person's sitting: the PC's own stays what it is."""
        self._theme.use(size=size)

    def use_own_text_size(self) -> None:
        """Go back to the PC's own size, for whoever comes next, or where a page had its own."""
        self._theme.use(size=self._settings.appearance.text_size)

    def set_theme(self, scheme: str) -> None:
        """Choose light, dark or system."""
        self._theme.use(scheme=scheme)
        self._keep(theme=scheme)

    def set_language(self, language: str) -> None:
        """Choose zh or en."""
        if language == self._settings.appearance.language:
            return
        use_language(language, self._translations)
        self._keep(language=language)
        self.language_changed.emit()

    def set_reduced_motion(self, is_reduced: bool) -> None:
        """Choose whether things move at all."""
        self._theme.is_moving_wanted = not is_reduced
        self._keep(reduced_motion=is_reduced)

    def set_kiosk(self, is_on: bool) -> None:
        """Choose whether one person after another takes the test on this PC; pages shown later follow it."""
        self._save(replace(self._settings, kiosk=replace(self._settings.kiosk, is_on=is_on)))

    def set_needs_review(self, needs_review: bool) -> None:
        """Choose whether imported questions wait for somebody's approval."""
        self._save(replace(self._settings, importing=replace(self._settings.importing, needs_review=needs_review)))

    def remember(self, *, geometry: str, opened: str, saved: str) -> None:
        """Keep where the window stood and which folders were used."""
        folders = replace(self._settings.folders, opened=opened, saved=saved)
        window = replace(self._settings.window, geometry=geometry)
        self._save(replace(self._settings, window=window, folders=folders))

    def _keep(self, **chosen: str | bool) -> None:
        appearance = replace(self._settings.appearance, **chosen)
        self._save(replace(self._settings, appearance=appearance))

    def _save(self, settings: Settings) -> None:
        self._settings = settings
        try:
            save_settings(self._file, settings)
        except QuizAppError as fault:
            if self.on_not_saved is not None:
                self.on_not_saved(fault)
