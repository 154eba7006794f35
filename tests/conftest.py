"""What every test gets: its own home and data folder, Chinese, no display; and nothing may be left running or open."""

import atexit
import gc
import os
import shutil
import sys
import tempfile
import threading
import weakref
from collections.abc import Callable, Iterator
from pathlib import Path

import hypothesis
import pytest
from pytestqt.qtbot import QtBot

from quizapp.errors import EnvironmentFault
from quizapp.gui.requirements import check_machine
from quizapp.i18n import use_language
from quizapp.paths import Places, find_places

DEVELOPERS_DATA = str(find_places().data)  # asked before the home is changed

# Every answer is written through to the disk, tens of thousands of times in all the tests; memory needs no waiting.
_IN_MEMORY = Path("/dev/shm")
if _IN_MEMORY.is_dir() and os.access(_IN_MEMORY, os.W_OK) and shutil.disk_usage(_IN_MEMORY).free > 2 * 1024**3:
    os.environ.setdefault("PYTEST_DEBUG_TEMPROOT", str(_IN_MEMORY))

# Changed before Qt or the program looks at them, and inherited by every process that a test starts.
HOME = Path(tempfile.mkdtemp(prefix="quizapp-tests-"))
atexit.register(shutil.rmtree, HOME, ignore_errors=True)
os.environ["QT_QPA_PLATFORM"] = "offscreen"
for _name in ("HOME", "USERPROFILE", "APPDATA", "LOCALAPPDATA"):
    os.environ[_name] = str(HOME)
for _name in ("XDG_DATA_HOME", "XDG_CONFIG_HOME", "XDG_STATE_HOME"):
    os.environ.pop(_name, None)  # the defaults are below HOME
for _name in ("LANGUAGE", "LC_ALL", "LC_MESSAGES"):
    os.environ.pop(_name, None)  # argparse speaks the language of the environment

_PATIENCE_MS = 20_000

# The same examples in every run: a failure comes from a change. `--hypothesis-profile=search` looks for more.
hypothesis.settings.register_profile("repeatable", deadline=None, derandomize=True, database=None)
hypothesis.settings.register_profile("search", deadline=None, max_examples=2000)
hypothesis.settings.load_profile("repeatable")


def _refuse_developers_data(event: str, arguments: tuple[object, ...]) -> None:
    """Stop a test that opens something in the developer's own data folder."""
    if event in ("open", "sqlite3.connect", "os.mkdir", "os.rename", "os.remove"):
        path = arguments[0]
        if isinstance(path, (str, os.PathLike)) and str(path).startswith(DEVELOPERS_DATA):
            raise RuntimeError(f"a test touched the developer's own data: {event} {path}")


sys.addaudithook(_refuse_developers_data)


@pytest.hookimpl(tryfirst=True)
def pytest_configure(config: pytest.Config) -> None:
    """Say in plain words what this machine lacks, before pytest-qt fails over it."""
    try:
        check_machine(find_places().translations, needs_display=False)
    except EnvironmentFault as fault:
        raise pytest.UsageError(str(fault)) from fault


class PatientBot(QtBot):
    """Waits up to 20 s where no other limit is given: a wait ends at once when the thing is there.

    The usual 5 s are too few on a machine at a quarter of the speed, where a whole suite runs beside.
    """

    def waitUntil(self, callback: Callable[[], bool | None], *, timeout: int = _PATIENCE_MS) -> None:
        super().waitUntil(callback, timeout=timeout)

    def waitSignal(self, signal: object, *, timeout: int = _PATIENCE_MS, **named: object) -> object:
        return super().waitSignal(signal, timeout=timeout, **named)

    def waitSignals(self, signals: list, *, timeout: int = _PATIENCE_MS, **named: object) -> object:
        return super().waitSignals(signals, timeout=timeout, **named)

    def waitActive(self, widget: object, *, timeout: int = _PATIENCE_MS) -> object:
        return super().waitActive(widget, timeout=timeout)

    def waitExposed(self, widget: object, *, timeout: int = _PATIENCE_MS) -> object:
        return super().waitExposed(widget, timeout=timeout)


@pytest.fixture
def qtbot(qapp: object, request: pytest.FixtureRequest) -> PatientBot:
    """The hands on the window, with the patience that a slow machine needs."""
    return PatientBot(request)


@pytest.fixture
def data_dir(tmp_path: Path) -> Path:
    """A data folder of this test's own; it does not exist yet."""
    return tmp_path / "data"


@pytest.fixture
def places(data_dir: Path) -> Places:
    """The places of this test's own data folder."""
    return find_places(data_dir)


@pytest.fixture(autouse=True)
def _chinese() -> Iterator[None]:
    """Start and leave in Chinese, whatever language the test chose."""
    use_language("zh", Path())
    yield
    use_language("zh", Path())


@pytest.fixture(autouse=True)
def _no_threads_left() -> Iterator[None]:
    """Fail when a thread of this test still runs."""
    before = set(threading.enumerate())
    yield
    # What Python calls a dummy is a Qt thread that once ran Python; Python never learns that it has ended.
    started = [
        thread
        for thread in threading.enumerate()
        if thread not in before and not isinstance(thread, threading._DummyThread)
    ]
    for thread in started:
        thread.join(timeout=2)
    left = [thread.name for thread in started if thread.is_alive()]
    assert not left, f"threads left running: {left}"


@pytest.fixture(autouse=True)
def _no_windows_left(request: pytest.FixtureRequest) -> Iterator[None]:
    """Fail when a timer of this test still runs, a worker still works, or a window was not given to qtbot."""
    if not {"qapp", "qtbot"} & set(request.fixturenames):
        yield
        return
    from PySide6.QtCore import QTimer

    timers: weakref.WeakSet[QTimer] = weakref.WeakSet()
    start = QTimer.start

    def remembered_start(timer: QTimer, *arguments: int) -> None:
        timers.add(timer)
        start(timer, *arguments)

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(QTimer, "start", remembered_start)
        before = set(_windows())
        gc.disable()  # see quizapp/gui/garbage.py
        yield
    _let_qt_delete()
    gc.collect()  # a window in a reference cycle is gone only now
    gc.freeze()  # so that the next test looks through its own objects only
    gc.enable()
    _let_qt_delete()
    windows = [f"{type(window).__name__} {window.windowTitle()!r}" for window in _windows() if window not in before]
    running = [timer.objectName() or repr(timer.parent()) for timer in timers if _is_running(timer)]
    assert not windows, f"windows left open (close them or use qtbot.addWidget): {windows}"
    assert not running, f"timers left running: {running}"
    assert _workers_end(), "work left running in Qt's thread pool"


def _windows() -> list:
    """Return the windows that belong to nobody."""
    from PySide6.QtWidgets import QApplication

    application = QApplication.instance()
    return [] if application is None else [w for w in QApplication.topLevelWidgets() if w.parent() is None]


def _let_qt_delete() -> None:
    """Carry out every deleteLater() that waits for an event loop."""
    from PySide6.QtCore import QCoreApplication, QEvent

    if QCoreApplication.instance() is not None:
        QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)


def _is_running(timer: object) -> bool:
    """Tell whether a timer exists and runs."""
    import shiboken6

    return shiboken6.isValid(timer) and timer.isActive()


def _workers_end() -> bool:
    """Tell whether Qt's own thread pool comes to rest."""
    from PySide6.QtCore import QThreadPool  # noqa: TID251 - only looked at, nothing is started

    return QThreadPool.globalInstance().waitForDone(2000)
