"""The window opens on a data folder and closes again; a folder that cannot be opened is told, not shown as a bug."""

from collections.abc import Callable, Iterator
from datetime import UTC, datetime
from functools import partial

import pytest
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication, QDialog, QWidget

from quizapp.app import open_services
from quizapp.config import Appearance, Settings, load_settings
from quizapp.db.folder import Purpose, hold_folder
from quizapp.gui.main_window import MainWindow
from quizapp.gui.start import run_window
from quizapp.gui.theme import Theme
from quizapp.paths import Places, make_data_folder
from tests.gui.reading import words_of

SETTINGS = Settings(appearance=Appearance(theme="light"))


@pytest.fixture(autouse=True)
def _plain_application(qapp: QApplication) -> Iterator[None]:
    """Take off what the window put on the application."""
    yield
    for theme in qapp.findChildren(Theme):
        theme.deleteLater()
    qapp.setStyleSheet("")


@pytest.fixture
def folder(places: Places) -> Places:
    """A data folder as the program makes it before it opens the window."""
    make_data_folder(places)
    return places


@pytest.fixture
def user(qapp: QApplication) -> Iterator[Callable[..., list[str]]]:
    """Call `user(kind, act)` beforehand: when a window of the kind is there, `act` is done to it."""
    watches: list[QTimer] = []

    def awaits(kind: type[QWidget], act: Callable[[QWidget], object]) -> list[str]:
        watch, seen = QTimer(interval=20), []
        watches.append(watch)

        def look() -> None:
            found = next((one for one in qapp.topLevelWidgets() if isinstance(one, kind) and one.isVisible()), None)
            if found is not None:
                watch.stop()
                seen.append(words_of(found))
                act(found)

        watch.timeout.connect(look)
        watch.start()
        return seen

    yield awaits
    for watch in watches:
        watch.stop()


def run(places: Places, settings: Settings = SETTINGS, notices: tuple[str, ...] = ()) -> int:
    return run_window(places, settings, partial(open_services, places, settings, is_window=True), notices)


def test_a_fresh_folder_opens_with_the_guide_and_closes(folder, user):
    seen = user(MainWindow, QWidget.close)
    assert run(folder, notices=("设置文件读不出来。",)) == 0
    assert "开始使用" in seen[0]
    assert "设置文件读不出来。" in seen[0]
    assert folder.database.exists()
    assert load_settings(folder.settings).window.geometry


def test_the_window_stands_where_it_stood(folder, user):
    heights = []

    def note_and_close(window: QWidget) -> None:
        heights.append(window.height())
        window.resize(window.width(), window.height() + 21)
        window.close()

    user(MainWindow, note_and_close)
    run(folder)
    user(MainWindow, note_and_close)
    run(folder, load_settings(folder.settings))
    assert heights[1] == heights[0] + 21


def test_a_folder_in_use_is_told(folder, user):
    seen = user(QDialog, QDialog.accept)
    with hold_folder(folder.data, Purpose.WINDOW, datetime(2026, 3, 2, tzinfo=UTC)):
        assert run(folder) == 1
    assert "已经打开" in seen[0]


def test_damaged_data_are_told_and_left_as_they_are(folder, user):
    folder.database.write_bytes(b"SQLite format 3\0" + b"half written" * 400)
    before = folder.database.read_bytes()
    seen = user(QDialog, QDialog.accept)
    assert run(folder) == 1
    assert "知道了" in seen[0]
    assert "Traceback" not in seen[0]
    assert folder.database.read_bytes() == before
