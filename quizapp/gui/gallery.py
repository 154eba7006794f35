"""Renders every screen to PNG, to be looked at after each change; also finds words that are cut off."""

from collections.abc import Callable, Collection, Iterable, Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import TypeVar

from PySide6.QtCore import QCoreApplication, QEvent, QEventLoop, Qt
from PySide6.QtWidgets import QLayout, QMainWindow, QWidget

from quizapp.errors import EnvironmentFault, UserError
from quizapp.gui.access import cut_texts
from quizapp.gui.application import make_application
from quizapp.gui.dialogs import Dialogs
from quizapp.gui.doors import Doors
from quizapp.gui.garbage import GarbageCollector, collect_what_is_due
from quizapp.gui.page import Page
from quizapp.gui.qt_words import QtWords
from quizapp.gui.screen import Screen
from quizapp.gui.screens import all_screens
from quizapp.gui.stage import Stage, StageData
from quizapp.gui.tasks import Tasks
from quizapp.gui.theme import Theme, has_cjk_font
from quizapp.i18n import LANGUAGES, _, use_language
from quizapp.paths import Places

Found = TypeVar("Found")


@dataclass(frozen=True, slots=True)
class Look:
    """How a screen may be seen."""

    language: str
    scheme: str = "light"
    text_size: str = "standard"
    width: int = 1366
    height: int = 768


LOOKS = tuple(
    look
    for language in LANGUAGES
    for look in (
        *(Look(language, scheme, size) for scheme in ("light", "dark") for size in ("standard", "extra")),
        Look(language, text_size="large"),
        Look(language, width=1920, height=1080),
    )
)
"""What the gallery shows of each screen: an office PC's window in every scheme and size, and a large one."""

_LAYOUT_ROUNDS = 4  # wrapped words, scroll bars and their layouts answer one another


@dataclass(frozen=True, slots=True)
class Picture:
    """A picture as written, and the texts in it that have less room than they need."""

    file: Path
    cut: tuple[str, ...]


class Pictures:
    """Draws screens one after another; `use_language` is asked before each screen is made."""

    def __init__(self, theme: Theme, use_language: Callable[[str], None], tasks: Tasks | None = None) -> None:
        """With `tasks`, each picture waits until what the screen looks up is there."""
        self._theme = theme
        self._use_language = use_language
        self._tasks = tasks

    def draw(self, screen: Screen, folder: Path, look: Look) -> Picture:
        """Write `name-language-scheme-size-WIDTHxHEIGHT.png`."""
        file = folder / f"{screen.name}-{look.language}-{look.scheme}-{look.text_size}-{look.width}x{look.height}.png"
        return self.examine(screen, look, partial(_shoot, file))

    def examine(self, screen: Screen, look: Look, find: Callable[[QMainWindow], Found]) -> Found:
        """What `find` says of the screen's window, without a picture of it."""
        self._use_language(look.language)
        self._theme.use(scheme=look.scheme, size=look.text_size)
        return self._visit(screen, look, find)

    def _visit(self, screen: Screen, look: Look, find: Callable[[QMainWindow], Found]) -> Found:
        made = screen.build()
        window = _window_of(made)
        try:
            window.setAttribute(Qt.WidgetAttribute.WA_DontShowOnScreen)
            window.resize(look.width, look.height)
            window.show()
            if isinstance(made, Page):
                made.enter()
            self._settle()
            for step in screen.steps:
                step(made)
                self._settle()
            return find(window)
        finally:
            window.close()
            window.deleteLater()
            # there is no event loop to come back to, which would do this, and every window left would be styled anew
            QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
            collect_what_is_due()

    def _settle(self) -> None:
        """Wait until the page has looked up what it shows, and lay it out."""
        if self._tasks is not None and self._tasks.is_busy:
            loop = QEventLoop()
            self._tasks.became_idle.connect(loop.quit)
            loop.exec()
        for _round in range(_LAYOUT_ROUNDS):
            QCoreApplication.sendPostedEvents()


def render_gallery(out: Path, places: Places, data: StageData, *, only: Collection[str] = ()) -> list[str]:
    """Draw every screen (or those whose names begin with one of `only`) in every look into `out`.

    Returns a line for each text that is cut off.
    """
    app = make_application()
    theme, words = Theme(app, places.resources, moves=False), QtWords(app)
    spoken = ["zh"]

    def speak(language: str) -> None:
        use_language(language, places.translations)
        words.use(language)
        spoken[:] = [language]

    failures: list[Exception] = []
    garbage = GarbageCollector()
    tasks = Tasks(failures.append)
    stage = Stage(data, Doors(theme, tasks, Dialogs(theme, places.logs, {})), places, lambda: spoken[0])
    try:
        drawn = render(_chosen(all_screens(stage), only), out, Pictures(theme, speak, tasks))
    finally:
        tasks.shutdown()
        garbage.stop()
        theme.deleteLater()
    if failures:
        raise failures[0]
    return [f"{picture.file.name}: {text!r}" for picture in drawn for text in picture.cut]


def _chosen(screens: Sequence[Screen], only: Collection[str]) -> list[Screen]:
    chosen = [screen for screen in screens if not only or screen.name.startswith(tuple(only))]
    if not chosen:
        names = _("、").join(screen.name for screen in screens)
        raise UserError(_("没有这样的画面。有这些：{names}").format(names=names))
    return chosen


def render(screens: Iterable[Screen], folder: Path, pictures: Pictures, looks: Iterable[Look] = LOOKS) -> list[Picture]:
    """Draw each screen in each look into `folder`; refuse where no font can write Chinese."""
    if not has_cjk_font():
        raise EnvironmentFault(_("这台电脑没有中文字体，无法生成画面。请先安装中文字体，例如 fonts-noto-cjk。"))
    folder.mkdir(parents=True, exist_ok=True)
    return [pictures.draw(screen, folder, look) for screen in screens for look in looks]


def _shoot(file: Path, window: QMainWindow) -> Picture:
    if not window.grab().save(str(file)):
        raise EnvironmentFault(_("无法写入画面文件：{path}").format(path=file))
    return Picture(file, tuple(cut_texts(window)))


def _window_of(widget: QWidget) -> QMainWindow:
    """The widget itself if it is a window, else one round it."""
    if isinstance(widget, QMainWindow):
        return widget
    window = QMainWindow()
    window.layout().setSizeConstraint(QLayout.SizeConstraint.SetNoConstraint)
    window.setCentralWidget(widget)
    return window
