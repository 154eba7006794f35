"""Renders every screen to PNG, to be looked at after each change; also finds words that are cut off."""

from collections.abc import Callable, Collection, Iterable, Sequence
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QEventLoop, QSize, Qt
from PySide6.QtWidgets import QAbstractButton, QLabel, QLayout, QMainWindow, QWidget

from quizapp.errors import EnvironmentFault
from quizapp.gui.application import make_application
from quizapp.gui.page import Page
from quizapp.gui.qt_words import QtWords
from quizapp.gui.screens import Screen, all_screens
from quizapp.gui.tasks import Tasks
from quizapp.gui.theme import Theme, has_cjk_font
from quizapp.i18n import LANGUAGES, _, use_language
from quizapp.paths import Places

DEFAULT_PIXELS = ((1366, 768),)
_LAYOUT_ROUNDS = 4  # wrapped words, scroll bars and their layouts answer one another


def render_gallery(out: Path, places: Places, *, only: Collection[str] = ()) -> int:
    """Render every screen (or `only` those named) in every look into `out`; return the exit status."""
    app = make_application()
    theme, words = Theme(app, places.resources), QtWords(app)

    def speak(language: str) -> None:
        use_language(language, places.translations)
        words.use(language)

    screens = [screen for screen in all_screens(theme) if not only or screen.name in only]
    render(screens, out, theme, languages=LANGUAGES, use_language=speak)
    return 0


def render(
    screens: Iterable[Screen],
    folder: Path,
    theme: Theme,
    *,
    languages: Sequence[str],
    use_language: Callable[[str], None],
    schemes: Sequence[str] = ("light", "dark"),
    sizes: Sequence[str] = ("standard", "extra"),
    pixels: Sequence[tuple[int, int]] = DEFAULT_PIXELS,
    tasks: Tasks | None = None,
) -> list[Path]:
    """Write `name-language-scheme-size-WIDTHxHEIGHT.png` for every combination; return the files.

    With `tasks`, each picture waits until what the screen looks up is there.
    """
    if not has_cjk_font():
        raise EnvironmentFault(_("这台电脑没有中文字体，无法生成画面。请先安装中文字体，例如 fonts-noto-cjk。"))
    folder.mkdir(parents=True, exist_ok=True)
    written = []
    for screen in screens:
        for language in languages:
            use_language(language)
            for scheme in schemes:
                for size in sizes:
                    theme.use(scheme=scheme, size=size)
                    for width, height in pixels:
                        name = f"{screen.name}-{language}-{scheme}-{size}-{width}x{height}.png"
                        written.append(_shoot(screen, folder / name, QSize(width, height), tasks))
    return written


def _shoot(screen: Screen, path: Path, size: QSize, tasks: Tasks | None) -> Path:
    window = _window_of(screen.build())
    try:
        window.setAttribute(Qt.WidgetAttribute.WA_DontShowOnScreen)
        window.resize(size)
        window.show()
        _settle(window, tasks)
        if not window.grab().save(str(path)):
            raise EnvironmentFault(_("无法写入画面文件：{path}").format(path=path))
    finally:
        window.close()
        window.deleteLater()
    return path


def _window_of(widget: QWidget) -> QMainWindow:
    """The widget itself if it is a window, else one round it."""
    if isinstance(widget, QMainWindow):
        return widget
    window = QMainWindow()
    window.layout().setSizeConstraint(QLayout.SizeConstraint.SetNoConstraint)
    window.setCentralWidget(widget)
    return window


def _settle(window: QMainWindow, tasks: Tasks | None) -> None:
    """Wait until the page has looked up what it shows, and lay it out."""
    page = window.centralWidget()
    if isinstance(page, Page):
        page.enter()
    if tasks is not None and tasks.is_busy:
        loop = QEventLoop()
        tasks.became_idle.connect(loop.quit)
        loop.exec()
    for _round in range(_LAYOUT_ROUNDS):
        QCoreApplication.sendPostedEvents()


def cut_texts(widget: QWidget) -> list[str]:
    """The texts of visible labels and buttons below `widget` that have less room than they need."""
    cut = []
    for label in widget.findChildren(QLabel):
        if label.isVisibleTo(widget) and label.text() and _is_cut_label(label):
            cut.append(label.text())
    for button in widget.findChildren(QAbstractButton):
        if button.isVisibleTo(widget) and button.text() and button.width() < button.minimumSizeHint().width():
            cut.append(button.text())
    return cut


def _is_cut_label(label: QLabel) -> bool:
    if label.wordWrap():
        return label.height() < label.heightForWidth(label.width())
    need = label.minimumSizeHint()
    return label.width() < need.width() or label.height() < need.height()
