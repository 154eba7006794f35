"""Asks the system whether the screen is locked or a screen saver runs: who waits for an unlocked screen has not left.

What can be told: Windows, the state of the session and the running screen saver; Linux, what the session's login
manager and the desktop say over D-Bus (GNOME, KDE, UKUI of Kylin, DDE of UOS and Deepin, as far as they tell). Where
nothing answers, as on macOS, the answer is no: an absence behind a locked screen then looks like any other, which the
organiser sees by its length. Below Qt 6.8 properties cannot be read, so that login1, UOS and Deepin tell nothing.
"""

import sys

from PySide6.QtCore import QLibraryInfo, QVersionNumber

_PATIENCE_MS = 200  # D-Bus answers in a few; the window waits meanwhile
_SAVER_RUNS = 0x0072  # SPI_GETSCREENSAVERRUNNING
_SESSION_INFO = 25  # WTSSessionInfoEx
_THIS_SESSION = -1  # WTS_CURRENT_SESSION
_FLAGS_AT = 4  # of the 32-bit numbers in WTSINFOEXW: Level, a gap, SessionId, SessionState, SessionFlags
_LOCKED = 0  # WTS_SESSIONSTATE_LOCK

_PROPERTIES = "org.freedesktop.DBus.Properties"
_LOGIN = (
    ("org.freedesktop.login1", "/org/freedesktop/login1/session/auto", _PROPERTIES, "Get"),
    ("org.freedesktop.login1.Session", "LockedHint"),
)
_DESKTOPS = (
    (("org.freedesktop.ScreenSaver", "/org/freedesktop/ScreenSaver", "org.freedesktop.ScreenSaver", "GetActive"), ()),
    (("org.gnome.ScreenSaver", "/org/gnome/ScreenSaver", "org.gnome.ScreenSaver", "GetActive"), ()),
    (("org.ukui.ScreenSaver", "/", "org.ukui.ScreenSaver", "GetLockState"), ()),
    (
        ("org.deepin.dde.SessionManager1", "/org/deepin/dde/SessionManager1", _PROPERTIES, "Get"),
        ("org.deepin.dde.SessionManager1", "Locked"),
    ),
    (
        ("com.deepin.SessionManager", "/com/deepin/SessionManager", _PROPERTIES, "Get"),
        ("com.deepin.SessionManager", "Locked"),
    ),
)
"""Service, path, interface and method that answer, and what they are asked with."""


def is_screen_locked() -> bool:
    """Whether nobody can use the PC now because its screen is locked or covered; no where that cannot be told."""
    if sys.platform == "win32":
        return _windows_is_locked()
    return sys.platform.startswith("linux") and _linux_is_locked()


def _windows_is_locked() -> bool:
    import ctypes

    saver = ctypes.c_int(0)
    ctypes.windll.user32.SystemParametersInfoW(_SAVER_RUNS, 0, ctypes.byref(saver), 0)
    if saver.value:
        return True
    numbers, size = ctypes.POINTER(ctypes.c_int32)(), ctypes.c_uint32(0)
    ask = ctypes.windll.wtsapi32.WTSQuerySessionInformationW
    if not ask(None, _THIS_SESSION, _SESSION_INFO, ctypes.byref(numbers), ctypes.byref(size)):
        return False
    try:
        return size.value > 4 * _FLAGS_AT and numbers[_FLAGS_AT] == _LOCKED
    finally:
        ctypes.windll.wtsapi32.WTSFreeMemory(numbers)


def _linux_is_locked() -> bool:
    try:
        from PySide6.QtDBus import QDBusConnection  # here: the window's start needs it not
    except ImportError:  # a distribution may pack it apart: then nothing can be told
        return False
    session = QDBusConnection.sessionBus()
    return _says_yes(QDBusConnection.systemBus(), *_LOGIN) or any(_says_yes(session, *ask) for ask in _DESKTOPS)


def _says_yes(bus, call: tuple[str, str, str, str], arguments: tuple[str, ...]) -> bool:
    """Whether a bus is there and its service answers a question with yes."""
    from PySide6.QtDBus import QDBus, QDBusMessage, QDBusVariant

    if not bus.isConnected():
        return False
    message = QDBusMessage.createMethodCall(*call)
    message.setAutoStartService(False)  # nothing is started for our sake
    message.setArguments(list(arguments))
    answer = bus.call(message, QDBus.CallMode.Block, _PATIENCE_MS)
    if answer.type() != QDBusMessage.MessageType.ReplyMessage or not answer.arguments():
        return False
    value = answer.arguments()[0]
    if isinstance(value, QDBusVariant):
        return reads_properties() and bool(value.variant())
    return bool(value)


def reads_properties() -> bool:
    """Whether this PySide can open what a property comes in; 6.5 dies of it."""
    return QLibraryInfo.version() >= QVersionNumber(6, 8)
