"""The words of the program: gettext with Chinese msgids, so that Chinese can never be missing.

The chosen language is the one piece of state that belongs to the process and not to an object: `_()` is called from
every room, and a language handed to each of them would only make every call longer.
"""

import gettext
from pathlib import Path

LANGUAGES = ("zh", "en")

_translations: gettext.NullTranslations = gettext.NullTranslations()
_chosen: tuple[str, Path] = ("zh", Path())


def use_language(language: str, folder: Path) -> None:
    """Translate from now on into `language` ("zh" or "en") with the catalogues in `folder`."""
    global _translations, _chosen
    _translations = read_catalogue(language, folder)
    _chosen = language, folder


def chosen_language() -> tuple[str, Path]:
    """What `use_language` was last called with, for a child process that is to speak the same language."""
    return _chosen


def read_catalogue(language: str, folder: Path) -> gettext.NullTranslations:
    """Return the words of one language, for a message that must be understood before a language could be chosen."""
    if language == "zh":
        return gettext.NullTranslations()
    return gettext.translation("quizapp", str(folder), languages=[language], fallback=True)


def _(message: str) -> str:
    """Translate a text."""
    return _translations.gettext(message)


def _n(singular: str, plural: str, count: int) -> str:
    """Translate a text that depends on a count (Chinese: both forms are the same)."""
    return _translations.ngettext(singular, plural, count)


def _p(context: str, message: str) -> str:
    """Translate a text whose meaning depends on where it stands."""
    return _translations.pgettext(context, message)


def N_(message: str) -> str:
    """Mark a constant for translation; translate it with `_()` where it is shown."""
    return message
