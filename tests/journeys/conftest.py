"""The real window on a data folder of the test's own, with the program's own services and the real clock."""

from collections.abc import Callable, Iterator
from contextlib import ExitStack
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from quizapp.app import open_services
from quizapp.config import Settings
from quizapp.gui.doors import Doors
from quizapp.gui.main_window import MainWindow
from quizapp.gui.preferences import Preferences
from quizapp.gui.program import Program
from quizapp.gui.qt_words import QtWords
from quizapp.gui.tasks import Tasks
from quizapp.paths import Places, make_data_folder
from tests.gui.answers import Answers
from tests.gui.conftest import answers as answers
from tests.gui.conftest import doors as doors
from tests.gui.conftest import failures as failures
from tests.gui.conftest import tasks as tasks
from tests.gui.conftest import theme as theme
from tests.journeys.driver import Driver


@pytest.fixture
def open_window(
    qtbot: QtBot, doors: Doors, tasks: Tasks, answers: Answers, places: Places, failures: list[BaseException]
) -> Iterator[Callable[[], Driver]]:
    """Call it to open the program's window on `places.data`, as `python main.py --data` does."""
    application = QApplication.instance()
    words = QtWords(application)
    words.use("zh")
    with ExitStack() as opened:

        def open_() -> Driver:
            make_data_folder(places)
            services = opened.enter_context(open_services(places, Settings(), is_window=True))
            window = MainWindow({})
            preferences = Preferences(Settings(), places.settings, places.translations, doors.theme)
            program = Program(doors, window, services, preferences, places)
            program.begin()
            qtbot.addWidget(window)
            with qtbot.waitActive(window):
                window.show()
                window.activateWindow()
            driver = Driver(qtbot, tasks, answers, window, program, services)
            driver.settle()
            return driver

        yield open_
        tasks.shutdown()
    assert failures == [], "a page did not say what went wrong"
    words.use("en")  # nothing of it stays in the application of the tests
    words.deleteLater()


@pytest.fixture
def desk_folder(tmp_path: Path) -> Path:
    """Where the organiser keeps workbooks."""
    folder = tmp_path / "桌面"
    folder.mkdir()
    return folder
