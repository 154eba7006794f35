"""What every test of the window gets: the theme, the door to threads, and dialogs that answer instead of asking."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QLayout, QMainWindow, QWidget
from pytestqt.qtbot import QtBot

from quizapp.app import open_stage_data
from quizapp.gui.doors import Doors
from quizapp.gui.stage import Stage, StageData, play
from quizapp.gui.tasks import Tasks
from quizapp.gui.theme import Theme
from quizapp.i18n import use_language
from quizapp.paths import Places
from tests.gui.answers import Answers

RESOURCES = Path(__file__).parents[2] / "resources"


@pytest.fixture
def theme(qapp, qtbot: QtBot) -> Iterator[Theme]:
    """The light theme at the standard size on the application of the tests."""
    made = Theme(qapp, RESOURCES)
    yield made
    made.deleteLater()
    qapp.setStyleSheet("")


@pytest.fixture
def failures() -> list[BaseException]:
    """Errors that no page wanted."""
    return []


@pytest.fixture
def tasks(qtbot: QtBot, failures: list[BaseException]) -> Iterator[Tasks]:
    """The door to threads, closed after the test."""
    made = Tasks(failures.append)
    yield made
    made.shutdown()


@pytest.fixture
def answers(theme: Theme, tmp_path: Path) -> Answers:
    """Dialogs that answer what the test says beforehand; see `Answers`."""
    return Answers(theme, tmp_path / "app.log", {})


@pytest.fixture
def show(qtbot: QtBot) -> Iterator[Callable[..., QWidget]]:
    """Call `show(page)` to see a page or widget in a window of a usual office screen."""

    windows = []  # qtbot alone would not keep them

    def place(widget: QWidget, width: int = 1366, height: int = 768) -> QWidget:
        window = QMainWindow()
        window.layout().setSizeConstraint(QLayout.SizeConstraint.SetNoConstraint)
        window.setCentralWidget(widget)
        window.resize(width, height)
        qtbot.addWidget(window)
        windows.append(window)
        with qtbot.waitActive(window):  # else nothing in it has the focus
            window.show()
            window.activateWindow()
        return widget

    yield place
    windows.clear()


@pytest.fixture
def doors(theme: Theme, tasks: Tasks, answers: Answers) -> Doors:
    """What every page is handed."""
    return Doors(theme, tasks, answers)


@pytest.fixture(scope="session")
def stage_data(tmp_path_factory: pytest.TempPathFactory) -> Iterator[StageData]:
    """The sample month with what happened after it, made once: tests look at it and change nothing."""
    use_language("zh", Path())
    with play(tmp_path_factory.mktemp("stage"), open_stage_data) as data:
        yield data


@pytest.fixture
def stage(stage_data: StageData, doors: Doors, places: Places) -> Stage:
    """What the screens of the gallery are handed."""
    return Stage(stage_data, doors, places, lambda: "zh")
