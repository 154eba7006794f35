"""Runs a function in a child process with limits on time and memory, because it reads a stranger's file.

A damaged or hostile workbook can make a native reader abort or ask for dozens of gigabytes; then the child dies and the
program says so. What the child imports is what the function's module imports: keep that light, no Qt, no database.
"""

import contextlib
import gc
import multiprocessing
import os
import pickle
import sys
import threading
import time
import traceback
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from multiprocessing.connection import Connection, wait
from multiprocessing.context import SpawnProcess
from types import ModuleType
from typing import Any, TypeVar

from quizapp.errors import Cancelled, EnvironmentFault, NotReadable, QuizAppError
from quizapp.i18n import _, chosen_language, use_language

Result = TypeVar("Result")
Report = Callable[[int, int], None]
"""What the function tells its progress with: `report(done, total)`."""

_DAY_S = 86_400
_LOOK_S = 0.05  # how often memory, time and the wish to cancel are looked at
_OWN_MEGABYTES = 256  # address space of the interpreter and its libraries, before any file is read
_starting = threading.Lock()  # `__main__` is hidden for a moment, see _main_hidden


@dataclass(frozen=True, slots=True)
class ChildLimits:
    """What a child may use up before it is stopped."""

    seconds: float = 120.0
    megabytes: int = 1024


DEFAULT_LIMITS = ChildLimits()


def run_in_child(
    function: Callable[..., Result],
    *args: Any,
    limits: ChildLimits = DEFAULT_LIMITS,
    on_progress: Callable[[int, int], object] | None = None,
    is_cancelled: Callable[[], bool] | None = None,
) -> Result:
    """Call `function(*args, report)`, a function of a module, in a child process and return its result.

    Errors of the program's own kind come back as they are. NotReadable where the child dies or passes a limit,
    Cancelled where `is_cancelled` says so; a mistake in the function is a RuntimeError with the child's traceback.
    """
    context = multiprocessing.get_context("spawn")
    ours, theirs = context.Pipe()
    process = context.Process(target=_serve, args=(theirs,), daemon=True)
    try:
        _start(process)
        theirs.close()
        task = (function, args, limits, chosen_language())
        result: Result = _Watch(process, ours, limits, on_progress, is_cancelled).outcome(task)
        return result
    finally:
        _stop(process)
        ours.close()
        theirs.close()


def _start(process: SpawnProcess) -> None:
    try:
        with _main_hidden():
            process.start()
    except OSError as error:
        message = _("读取文件的进程没有启动：{reason}。请关闭一些程序后再试。")
        raise EnvironmentFault(message.format(reason=error)) from error


@dataclass(frozen=True, slots=True)
class _Watch:
    """The parent's side: waits for what the child says and stops it when it takes too much."""

    process: SpawnProcess
    connection: Connection
    limits: ChildLimits
    on_progress: Callable[[int, int], object] | None
    is_cancelled: Callable[[], bool] | None

    def outcome(self, task: tuple[Any, ...]) -> Any:
        """Hand the task over; return what the function returned or raise what became of it."""
        deadline = time.monotonic() + self.limits.seconds
        try:
            self.connection.send(task)
            while True:
                self._check(deadline)
                if self.connection in wait([self.connection, self.process.sentinel], _LOOK_S):
                    content = self.connection.recv_bytes()
                    with collector_paused():
                        what, value = pickle.loads(content)
                    if what != "progress":
                        return _settle(what, value)
                    if self.on_progress:
                        self.on_progress(*value)
                elif not self.process.is_alive() and not self.connection.poll():
                    raise _died()
        except (EOFError, BrokenPipeError, ConnectionResetError) as error:
            raise _died() from error

    def _check(self, deadline: float) -> None:
        if self.is_cancelled and self.is_cancelled():
            raise Cancelled
        if time.monotonic() > deadline:
            words = _("读这个文件超过了 {seconds} 秒，已停止。请删去多余的工作表和图片，或分成几个文件再试。")
            raise NotReadable(words.format(seconds=round(self.limits.seconds)))
        if _megabytes_of(self.process.pid) > self.limits.megabytes:
            raise _too_much_memory(self.limits)


@contextlib.contextmanager
def collector_paused() -> Iterator[None]:
    """Make a million small objects without the garbage collector counting them over and over: three times as fast."""
    was_on = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_on:
            gc.enable()


def _settle(what: str, value: Any) -> Any:
    """Turn the child's last words into a result or an error."""
    if what == "result":
        return value
    if what == "refused":
        raise value
    if what == "memory":
        raise _too_much_memory(value)
    raise RuntimeError(value)


def _serve(connection: Connection) -> None:
    """The child's side: do the task, say what came of it."""
    if connection.fileno() > 2:  # unless the program was started with its streams closed
        _keep_quiet()
    gc.disable()  # a short life with a limit on memory: counting what could be freed only costs time
    function, args, limits, language = connection.recv()
    use_language(*language)
    _limit(limits)

    def report(done: int, total: int) -> None:
        connection.send(("progress", (done, total)))

    try:
        answer = ("result", function(*args, report))
    except QuizAppError as error:
        answer = ("refused", error)
    except MemoryError:
        answer = ("memory", limits)
    except Exception:  # noqa: BLE001 - not dropped: the parent raises it
        answer = ("mistake", traceback.format_exc())
    connection.send(answer)


def _keep_quiet() -> None:
    """Send what native readers print before they abort to nowhere: the program says it in its own words."""
    with contextlib.suppress(OSError):  # a window program on Windows may have no such stream
        nowhere = os.open(os.devnull, os.O_WRONLY)
        os.dup2(nowhere, 2)
        os.close(nowhere)


def _limit(limits: ChildLimits) -> None:
    """Set the system's own limits where it has them (not Windows); the parent watches as well."""
    if sys.platform == "win32":
        return
    import resource

    space = (limits.megabytes + _OWN_MEGABYTES) * 1024 * 1024
    for what, value in (
        (resource.RLIMIT_AS, space),
        (resource.RLIMIT_CPU, int(min(limits.seconds, _DAY_S)) + 2),  # ends a child whose parent was killed
        (resource.RLIMIT_CORE, 0),
    ):
        with contextlib.suppress(ValueError, OSError, OverflowError):  # a stricter limit is set already
            resource.setrlimit(what, (value, resource.getrlimit(what)[1]))


def _megabytes_of(pid: int | None) -> float:
    """Memory that a process holds; 0 when it has ended."""
    import psutil  # here: the child does without

    try:
        return float(psutil.Process(pid).memory_info().rss) / 1048576
    except psutil.Error:
        return 0.0


@contextlib.contextmanager
def _main_hidden() -> Iterator[None]:
    """Hide the program's main module while a child starts, or the child would import it, with the window and all."""
    with _starting:
        main = sys.modules["__main__"]
        sys.modules["__main__"] = ModuleType("__main__")
        try:
            yield
        finally:
            sys.modules["__main__"] = main


def _stop(process: SpawnProcess) -> None:
    """End the child, at once: whatever it had to say was said."""
    if process.pid is not None:
        process.kill()
        process.join()
    process.close()


def _died() -> NotReadable:
    return NotReadable(
        _("读这个文件时中途停止了，文件可能已损坏，或者内容太大。请用 Excel 或 WPS 打开它，另存为新的 .xlsx 后再试。")
    )


def _too_much_memory(limits: ChildLimits) -> NotReadable:
    words = _("读这个文件需要的内存超过 {megabytes} MB，已停止。请删去多余的行、列和图片，另存后再试。")
    return NotReadable(words.format(megabytes=limits.megabytes))
