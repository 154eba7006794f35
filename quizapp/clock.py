"""The one real clock; whoever needs the time is handed `now` or `read_clock`, so that tests can hand in theirs."""

import sys
import time
import uuid
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

# Used when the system does not say which start this is: every process then counts as a start of its own, which is safe,
# because after a "restart" the wall clock is checked instead of trusted.
_THIS_PROCESS = str(uuid.uuid4())


@dataclass(frozen=True)
class ClockReading:
    """The wall clock and the clock of this start of the PC, read together."""

    wall_at: datetime  # UTC
    boot_id: str  # the same as long as the PC has not been restarted
    boot_s: float  # seconds on a clock that nobody can set and that goes on while the PC sleeps


def now() -> datetime:
    """Return the present instant in UTC."""
    return datetime.now(UTC)  # noqa: TID251 - the door that the ban points to


def read_clock() -> ClockReading:
    """Read the wall clock and the clock of this start of the PC."""
    return ClockReading(wall_at=now(), boot_id=_boot_id(), boot_s=_boot_seconds())


def _boot_seconds() -> float:
    """Return seconds on a clock that counts sleep as well."""
    if sys.platform == "win32":
        import ctypes

        tick_count = ctypes.windll.kernel32.GetTickCount64  # unlike time.monotonic() it has always counted sleep
        tick_count.restype = ctypes.c_uint64
        return float(tick_count()) / 1000.0
    for name in ("CLOCK_BOOTTIME", "CLOCK_MONOTONIC_RAW"):  # Linux; macOS
        if hasattr(time, name):
            return time.clock_gettime(getattr(time, name))
    return time.monotonic()


def _boot_id() -> str:
    """Return a name for this start of the PC; of this process where the system has none."""
    try:
        if sys.platform == "win32":
            import winreg

            key = r"SYSTEM\CurrentControlSet\Control\Session Manager\Memory Management\PrefetchParameters"
            with winreg.OpenKey(winreg.HKEY_LOCAL_MACHINE, key) as opened:
                return f"windows-{winreg.QueryValueEx(opened, 'BootId')[0]}"
        return Path("/proc/sys/kernel/random/boot_id").read_text(encoding="ascii").strip() or _THIS_PROCESS
    except OSError:
        return _THIS_PROCESS
