"""Opens the window on a data folder: the application, the theme, the doors, and the first page."""

from collections.abc import Callable, MutableMapping, Sequence
from contextlib import AbstractContextManager

from PySide6.QtWidgets import QApplication

from quizapp.config import Settings
from quizapp.errors import QuizAppError
from quizapp.gui.application import make_application
from quizapp.gui.dialogs import Dialogs
from quizapp.gui.doors import Doors
from quizapp.gui.garbage import GarbageCollector
from quizapp.gui.main_window import MainWindow
from quizapp.gui.preferences import Preferences
from quizapp.gui.program import Program
from quizapp.gui.qt_words import QtWords
from quizapp.gui.requirements import missing_chinese_font
from quizapp.gui.tasks import Tasks
from quizapp.gui.theme import Theme
from quizapp.paths import Places
from quizapp.services.bundle import Services


def run_window(
    places: Places,
    settings: Settings,
    open_services: Callable[[], AbstractContextManager[Services]],
    notices: Sequence[str],
) -> int:
    """Show the window until it is closed; returns the exit status (1 where the data could not be opened)."""
    app = make_application()
    look = settings.appearance
    theme = Theme(app, places.resources, scheme=look.theme, size=look.text_size, moves=not look.reduced_motion)
    memory: dict[str, str] = {
        "window": settings.window.geometry,
        "opened": settings.folders.opened,
        "saved": settings.folders.saved,
    }
    dialogs = Dialogs(theme, places.logs, memory)
    try:
        with open_services() as services:
            return _run(app, places, settings, services, notices, doors_memory=(theme, dialogs, memory))
    except QuizAppError as error:
        dialogs.show_error(error)
        return 1


def _run(
    app: QApplication,
    places: Places,
    settings: Settings,
    services: Services,
    notices: Sequence[str],
    *,
    doors_memory: tuple[Theme, Dialogs, MutableMapping[str, str]],
) -> int:
    theme, dialogs, memory = doors_memory
    garbage = GarbageCollector()
    tasks = Tasks(dialogs.show_error)
    doors = Doors(theme, tasks, dialogs)
    preferences = Preferences(settings, places.settings, places.translations, theme)
    preferences.on_not_saved = dialogs.show_error
    words = QtWords(app)
    words.use(settings.appearance.language)
    preferences.language_changed.connect(lambda: words.use(preferences.settings.appearance.language))
    window = MainWindow(memory)
    program = Program(doors, window, services, preferences, places)
    lacking = missing_chinese_font()
    program.begin([*notices, *([lacking] if lacking else [])])
    window.show()
    status = app.exec()
    tasks.shutdown()
    garbage.stop()
    preferences.remember(
        geometry=memory.get("window", ""), opened=memory.get("opened", ""), saved=memory.get("saved", "")
    )
    return status
