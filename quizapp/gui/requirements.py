"""What the machine must have before Qt is imported; asked first, because Qt itself only aborts or shows boxes.

Nothing here imports PySide6 before that is known to work. The messages come in both languages: whoever reads them has
not chosen one yet, and a bare console may be unable to show Chinese.
"""

import ctypes
import os
import shlex
import sys
from collections.abc import Mapping
from pathlib import Path

from quizapp.errors import EnvironmentFault
from quizapp.i18n import LANGUAGES, N_, _, read_catalogue

FONT_PACKAGE = "fonts-noto-cjk"

# Debian's package for each library that the PySide6 wheels expect on the system; what these bring along is left out.
_LIBRARIES = {
    "libEGL.so.1": "libegl1",
    "libGL.so.1": "libgl1",
    "libxkbcommon.so.0": "libxkbcommon0",
    "libfontconfig.so.1": "libfontconfig1",
    "libdbus-1.so.3": "libdbus-1-3",
    "libglib-2.0.so.0": "libglib2.0-0",
}
_X11_LIBRARIES = {
    "libxcb-cursor.so.0": "libxcb-cursor0",
    "libxcb-icccm.so.4": "libxcb-icccm4",
    "libxcb-keysyms.so.1": "libxcb-keysyms1",
    "libxcb-shape.so.0": "libxcb-shape0",
    "libxkbcommon-x11.so.0": "libxkbcommon-x11-0",
}
_WAYLAND_LIBRARIES = {
    "libwayland-client.so.0": "libwayland-client0",
    "libwayland-cursor.so.0": "libwayland-cursor0",
}
_OLDEST_WINDOWS_BUILD = 17763  # Windows 10 1809, the oldest that Qt 6 runs on

_NO_DISPLAY = N_(
    "这里没有图形界面，窗口打不开。请在桌面上打开终端再运行；远程登录的，用 ssh -X 登录再运行；"
    "服务器上没有显示器的，先运行 apt-get install xvfb，再运行：xvfb-run {command}"
)
_NO_LIBRARY = N_("缺少系统库 {libraries}，窗口打不开。请让系统管理员运行：apt-get install {packages}")
_OLD_WINDOWS = N_(
    "这个程序需要 Windows 10 1809 或更新的系统，这台电脑上的是 {version}。请换一台电脑，或请信息部门升级系统。"
)


def check_machine(
    translations: Path,
    *,
    needs_display: bool = True,
    environ: Mapping[str, str] = os.environ,
    library_folder: Path | None = None,
) -> None:
    """Raise EnvironmentFault, in both languages, when no window can be opened here.

    `translations` is the folder of the catalogues; `library_folder` stands in for the system's library path.
    """
    if sys.platform == "win32":
        _check_windows(translations)
    elif sys.platform == "linux":
        _check_linux(translations, needs_display, environ, library_folder)


def missing_chinese_font() -> str | None:
    """Return the words of a warning when no font here can show Chinese; a QGuiApplication must exist."""
    from quizapp.gui.theme import has_cjk_font

    if has_cjk_font():
        return None
    return _(
        "这台电脑没有中文字体，汉字会显示成方框。请让系统管理员安装中文字体，例如运行：apt-get install {package}"
    ).format(package=FONT_PACKAGE)


def _check_linux(
    translations: Path, needs_display: bool, environ: Mapping[str, str], library_folder: Path | None
) -> None:
    wanted = dict(_LIBRARIES)
    platform = environ.get("QT_QPA_PLATFORM", "").partition(":")[0]
    if needs_display and platform in ("", "xcb", "wayland", "wayland-egl"):
        if not (environ.get("DISPLAY") or environ.get("WAYLAND_DISPLAY")):
            raise _fault(translations, _NO_DISPLAY, command=shlex.join(sys.orig_argv))
        wanted |= _X11_LIBRARIES if environ.get("DISPLAY") else _WAYLAND_LIBRARIES
    missing = [name for name in wanted if not _can_load(name, library_folder)]
    if missing:
        packages = " ".join(wanted[name] for name in missing)
        raise _fault(translations, _NO_LIBRARY, libraries=", ".join(missing), packages=packages)


def _check_windows(translations: Path) -> None:
    if sys.platform == "win32":  # the type checker follows only this spelling
        version = sys.getwindowsversion()
        if version.build < _OLDEST_WINDOWS_BUILD:
            name = f"Windows {version.major}.{version.minor} ({version.build})"
            raise _fault(translations, _OLD_WINDOWS, version=name)


def _can_load(library: str, folder: Path | None) -> bool:
    """Tell whether the system's loader finds the library."""
    try:
        ctypes.CDLL(library if folder is None else str(folder / library))
    except OSError:
        return False
    return True


def _fault(translations: Path, message: str, **fields: str) -> EnvironmentFault:
    """Say the same thing in Chinese and in English, one after the other."""
    texts = [read_catalogue(language, translations).gettext(message) for language in LANGUAGES]
    return EnvironmentFault("\n".join(text.format(**fields) for text in texts))
