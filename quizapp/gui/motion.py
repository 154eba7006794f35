"""Whether the system asks for less motion, as far as it tells: some people get dizzy from what moves on a screen."""

import ctypes
import sys

from PySide6.QtGui import QStyleHints

_SPI_GETCLIENTAREAANIMATION = 0x1042  # Windows: "show animations", under accessibility


def system_moves(hints: QStyleHints) -> bool:
    """False where the system's setting asks for no animations; True where it does not say."""
    asked = getattr(hints, "accessibility", lambda: None)()  # Qt 6.10 and newer
    preference = getattr(asked, "motionPreference", lambda: None)()  # newer still
    if preference is not None:
        return not str(preference).endswith("ReducedMotion")
    return _windows_moves() if sys.platform == "win32" else True


def _windows_moves() -> bool:
    shows = ctypes.c_int(1)
    ctypes.windll.user32.SystemParametersInfoW(_SPI_GETCLIENTAREAANIMATION, 0, ctypes.byref(shows), 0)  # type: ignore[attr-defined]  # Windows only
    return bool(shows.value)
