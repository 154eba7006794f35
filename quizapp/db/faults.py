"""What SQLite says when the machine is in the way, in the user's words."""

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from quizapp.errors import Damaged, EnvironmentFault
from quizapp.i18n import _


@contextmanager
def faults_in_words() -> Iterator[None]:
    """Raise EnvironmentFault where the disk is full, the file locked, read-only or damaged; let other errors pass."""
    try:
        yield
    except sqlite3.Error as error:
        fault = fault_of(error)
        if fault is None:
            raise
        raise fault from error


def fault_of(error: sqlite3.Error) -> EnvironmentFault | None:
    """Say what is in the way and what to do; None where the machine is not to blame."""
    kind = getattr(error, "sqlite_errorcode", 0) & 0xFF  # the low byte is the kind, the rest the detail
    if kind in (sqlite3.SQLITE_CORRUPT, sqlite3.SQLITE_NOTADB):
        return damaged()
    words = _words(kind)
    return None if words is None else EnvironmentFault(words)


def damaged() -> Damaged:
    """Say that the data are damaged and how they come back."""
    return Damaged(_("数据文件已损坏，没有改动它。请用「restore」命令从备份恢复，或请信息人员处理。"))


def _words(kind: int) -> str | None:
    match kind:
        case sqlite3.SQLITE_FULL:
            return _("磁盘已满，没有保存。请清理磁盘后再试。")
        case sqlite3.SQLITE_BUSY | sqlite3.SQLITE_LOCKED:
            return _("数据文件正被其他程序占用，没有保存。请稍候再试。")
        case sqlite3.SQLITE_READONLY | sqlite3.SQLITE_PERM:
            return _("数据文件是只读的，没有保存。请修改数据文件夹的权限，或换一个可以写入的文件夹。")
        case sqlite3.SQLITE_CANTOPEN | sqlite3.SQLITE_IOERR:
            return _("读写数据文件失败。请检查磁盘和数据文件夹的权限后再试。")
        case sqlite3.SQLITE_NOMEM:
            return _("内存不足，没有保存。请关闭一些程序后再试。")
    return None


def os_fault_words(place: Path, error: OSError) -> str:
    """Say that a file or folder cannot be read or written, and why."""
    words = _("不能读写 {place}（{reason}）。请检查权限和磁盘剩余空间后再试。")
    return words.format(place=place, reason=error.strerror or error)
