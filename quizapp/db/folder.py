"""Who is at work in a data folder: several processes share it, some acts need it alone, and one window is enough.

Each process keeps a small file in the folder `in-use` locked for as long as it works; the system frees the lock when
the process ends, however it ends. The file says who it is. Only exclusive locks are needed, which Linux and Windows
both have; a second file is locked for the moment in which somebody looks who is there and joins.
"""

import json
import os
import socket
import sys
import uuid
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import asdict, dataclass, replace
from datetime import datetime
from enum import StrEnum
from pathlib import Path
from typing import IO

from quizapp.db.faults import os_fault_words
from quizapp.errors import EnvironmentFault, FolderBusy
from quizapp.i18n import _

IN_USE = "in-use"
_GATE = "gate"
_LOCKED_BYTE = 1 << 20  # behind the text: Windows forbids others to read what is locked


class Purpose(StrEnum):
    """What a process does in the folder."""

    WINDOW = "window"
    COMMAND = "command"
    HOST = "host"

    @property
    def label(self) -> str:
        """The purpose in words."""
        match self:
            case Purpose.WINDOW:
                return _("程序窗口")
            case Purpose.COMMAND:
                return _("命令")
            case Purpose.HOST:
                return _("考试主机")


@dataclass(frozen=True, slots=True)
class Holder:
    """A process at work in a folder; `alone`: it migrates, restores or copies and nobody may join."""

    purpose: Purpose
    pid: int
    host: str
    since: datetime
    alone: bool = False

    def describe(self) -> str:
        """Say who it is, for a message."""
        words = _("{purpose}（电脑 {host}，进程 {pid}，{since} 起）")
        since = f"{self.since.astimezone():%m-%d %H:%M}"
        return words.format(purpose=self.purpose.label, host=self.host, pid=self.pid, since=since)


class FolderHold:
    """This process's place in a data folder, from `hold_folder`."""

    def __init__(self, folder: Path, file: Path, stream: IO[bytes], holder: Holder) -> None:
        self._folder = folder
        self._file = file
        self._stream = stream
        self._holder = holder

    @contextmanager
    def alone(self) -> Iterator[None]:
        """Have the folder to oneself for the block; FolderBusy says who else is at work in it."""
        with _gate(self._folder):
            _refuse_beside([holder for file, holder in _living(self._folder) if file != self._file])
            _write_holder(self._stream, replace(self._holder, alone=True))
        try:
            yield
        finally:
            self.share()

    def share(self) -> None:
        """Let others in again."""
        with _gate(self._folder):
            _write_holder(self._stream, replace(self._holder, alone=False))

    def release(self) -> None:
        """Leave the folder."""
        _unlock(self._stream)
        self._stream.close()
        _clear_away(self._file)


@contextmanager
def hold_folder(folder: Path, purpose: Purpose, now: datetime, *, alone: bool = False) -> Iterator[FolderHold]:
    """Work in a data folder together with others, or `alone` until `share` is called.

    FolderBusy where somebody else is alone in it, where one window is open already, or where `alone` finds others.
    """
    hold = _join(folder, Holder(purpose, os.getpid(), socket.gethostname(), now, alone))
    try:
        yield hold
    finally:
        hold.release()


def holders(folder: Path) -> list[Holder]:
    """Return who is at work in the folder now."""
    if not (folder / IN_USE).is_dir():
        return []
    with _gate(folder):
        return [holder for _file, holder in _living(folder)]


def _join(folder: Path, holder: Holder) -> FolderHold:
    with _gate(folder):
        others = [other for _file, other in _living(folder)]
        _refuse_to_join(holder, others)
        if holder.alone:
            _refuse_beside(others)
        file = folder / IN_USE / f"{holder.pid}-{uuid.uuid4().hex[:8]}"
        try:
            stream = file.open("x+b")
            if not _lock(stream):
                raise OSError(f"{file} is locked by somebody else")
            _write_holder(stream, holder)
        except OSError as error:
            raise EnvironmentFault(os_fault_words(folder, error)) from error
        return FolderHold(folder, file, stream, holder)


def _refuse_to_join(holder: Holder, others: list[Holder]) -> None:
    """Raise FolderBusy where the others leave no room."""
    for other in others:
        if other.alone:
            words = _("数据正在升级、恢复或复制，请等它完成后再试：{holder}。")
            raise FolderBusy(words.format(holder=other.describe()))
        if other.purpose is holder.purpose is Purpose.WINDOW:
            words = _("程序已经打开，用的是同一个数据文件夹：{holder}。请切换到已经打开的窗口，或先把它关闭。")
            raise FolderBusy(words.format(holder=other.describe()))


def _refuse_beside(others: list[Holder]) -> None:
    """Raise FolderBusy where there is anybody."""
    if others:
        words = _("这一步要求没有别的程序在用这些数据。请先关闭：{holders}。")
        raise FolderBusy(words.format(holders=_("；").join(other.describe() for other in others)))


def _living(folder: Path) -> list[tuple[Path, Holder]]:
    """Return who holds a locked file; what a killed process left is cleared away. Within the gate."""
    found = []
    try:
        for file in sorted((folder / IN_USE).iterdir()):
            if file.name == _GATE or not file.is_file():  # who is there holds a file; a folder is nobody's
                continue
            with suppress(FileNotFoundError):  # who leaves this very moment takes the file along
                holder = _holder_of(file)
                if holder is None:
                    _clear_away(file)
                else:
                    found.append((file, holder))
    except OSError as error:
        raise EnvironmentFault(os_fault_words(folder / IN_USE, error)) from error
    return found


def _holder_of(file: Path) -> Holder | None:
    """Return who holds a file locked; None where nobody does any more."""
    with file.open("r+b") as stream:
        if not _lock(stream):
            return _read_holder(stream, file)
        _unlock(stream)
    return None


def _clear_away(file: Path) -> None:
    with suppress(OSError):  # gone, or open in another process (Windows): who looks next clears it away
        file.unlink()


def _write_holder(stream: IO[bytes], holder: Holder) -> None:
    stream.seek(0)
    stream.truncate()
    stream.write(json.dumps(asdict(holder) | {"since": holder.since.isoformat()}).encode())
    stream.flush()


def _read_holder(stream: IO[bytes], file: Path) -> Holder:
    """Read who holds the file; by its name alone where it cannot be read."""
    try:
        said = json.loads(stream.read(_LOCKED_BYTE))
        since = datetime.fromisoformat(said["since"])
        return Holder(Purpose(said["purpose"]), said["pid"], said["host"], since, said["alone"])
    except (OSError, ValueError, KeyError, TypeError):
        since = datetime.fromtimestamp(file.stat().st_mtime).astimezone()
        return Holder(Purpose.COMMAND, int(file.name.partition("-")[0]), "?", since)


@contextmanager
def _gate(folder: Path) -> Iterator[None]:
    """Let one process at a time look who is there; the others wait the few milliseconds."""
    try:
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        (folder / IN_USE).mkdir(exist_ok=True)
        stream = (folder / IN_USE / _GATE).open("a+b")
    except OSError as error:
        raise EnvironmentFault(os_fault_words(folder, error)) from error
    with stream:
        if not _lock(stream, waits=True):
            raise FolderBusy(_("数据文件夹正被别的程序占用，请稍候再试：{folder}").format(folder=folder))
        try:
            yield
        finally:
            _unlock(stream)


if sys.platform == "win32":
    import msvcrt

    def _lock(stream: IO[bytes], *, waits: bool = False) -> bool:
        """Lock the file for this process; False where another holds it (`waits`: after some seconds)."""
        stream.seek(_LOCKED_BYTE)
        try:
            msvcrt.locking(stream.fileno(), msvcrt.LK_LOCK if waits else msvcrt.LK_NBLCK, 1)
        except OSError:
            return False
        finally:
            stream.seek(0)
        return True

    def _unlock(stream: IO[bytes]) -> None:
        stream.seek(_LOCKED_BYTE)
        msvcrt.locking(stream.fileno(), msvcrt.LK_UNLCK, 1)

else:
    import fcntl

    def _lock(stream: IO[bytes], *, waits: bool = False) -> bool:
        """Lock the file for this opening of it; False where another holds it."""
        try:
            fcntl.flock(stream, fcntl.LOCK_EX | (0 if waits else fcntl.LOCK_NB))
        except BlockingIOError:
            return False
        return True

    def _unlock(stream: IO[bytes]) -> None:
        fcntl.flock(stream, fcntl.LOCK_UN)
