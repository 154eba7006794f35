"""Renders every screen to PNG, to be looked at after each change; also finds words that are cut off."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QSize, Qt
from PySide6.QtWidgets import QAbstractButton, QLabel, QWidget

from quizapp.errors import EnvironmentFault
from quizapp.gui.theme import Theme, has_cjk_font
from quizapp.i18n import _

DEFAULT_PIXELS = ((1366, 768),)
_LAYOUT_ROUNDS = 4  # wrapped words, scroll bars and their layouts answer one another


@dataclass(frozen=True, slots=True)
class Screen:
    """A screen to render: `build` makes it anew for each look (the language is set by then)."""

    name: str
    build: Callable[[], QWidget]


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
) -> list[Path]:
    """Write `name-language-scheme-size-WIDTHxHEIGHT.png` for every combination; return the files."""
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
                        written.append(_shoot(screen, folder / name, QSize(width, height)))
    return written


def _shoot(screen: Screen, path: Path, size: QSize) -> Path:
    widget = screen.build()
    try:
        widget.setAttribute(Qt.WidgetAttribute.WA_DontShowOnScreen)
        widget.resize(size)
        widget.show()
        for _round in range(_LAYOUT_ROUNDS):
            QCoreApplication.sendPostedEvents()
        if not widget.grab().save(str(path)):
            raise EnvironmentFault(_("无法写入画面文件：{path}").format(path=path))
    finally:
        widget.close()
        widget.deleteLater()
    return path


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
