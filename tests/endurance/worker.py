"""A process that reads one stranger's file after another under limits; where it dies a new one takes its place.

It does what the program's own child does, without the start of a process for every file.
"""

import multiprocessing
import os
import re
import signal
import sys
import time
import traceback
from dataclasses import dataclass
from enum import StrEnum
from multiprocessing.connection import Connection
from pathlib import Path
from typing import Any

from quizapp.errors import QuizAppError
from quizapp.excel.annotate import annotated_book
from quizapp.excel.read_bank import parse_bank
from quizapp.excel.read_people import parse_people

SECONDS = 10
MEGABYTES = 1024
OWN_MEGABYTES = 256


class Outcome(StrEnum):
    """What became of a file."""

    READ = "read"
    REFUSED = "refused"
    FAILED = "failed"
    LEFT = "left"  # the process died or ran out of memory: the program's own child has to cope


@dataclass(frozen=True, slots=True)
class Told:
    """What a worker tells of one file: `items` read, what it cost, and a traceback where it failed."""

    outcome: Outcome
    items: int = 0
    seconds: float = 0.0
    megabytes: float = 0.0
    details: str = ""

    @property
    def words(self) -> str:
        """What the user is told where a file is refused."""
        return self.details if self.outcome is Outcome.REFUSED else ""


class Worker:
    """The parent's side."""

    def __init__(self) -> None:
        self._context = multiprocessing.get_context("spawn")
        self._process: Any = None
        self._connection: Any = None

    def read(self, name: str, content: bytes, *, reader: str = "bank", annotates: bool = False) -> Told:
        """Read a file in the process, and write its annotated copy where that is wanted."""
        if self._process is None:
            self._connection, theirs = self._context.Pipe()
            self._process = self._context.Process(target=_serve, args=(theirs,), daemon=True)
            self._process.start()
            theirs.close()
        try:
            self._connection.send((name, content, reader, annotates))
            told: Told = self._connection.recv()
        except (EOFError, OSError):
            self._process.join()
            died = self._process.exitcode
            self.close()
            is_hang = sys.platform != "win32" and died == -signal.SIGPROF
            words = f"over {SECONDS} s of processor time" if is_hang else f"exit status {died}"
            return Told(Outcome.FAILED if is_hang else Outcome.LEFT, details=words)
        return told

    def close(self) -> None:
        """End the process."""
        if self._process is not None:
            self._process.kill()
            self._process.join()
            self._connection.close()
            self._process = None


def _serve(connection: Connection) -> None:
    nowhere = os.open(os.devnull, os.O_WRONLY)
    os.dup2(nowhere, 2)  # what native readers print before they abort
    _limit_memory()
    while True:
        try:
            name, content, reader, annotates = connection.recv()
        except EOFError:
            return
        _limit_time(SECONDS)
        started = time.process_time()
        outcome, items, details = look_at(name, content, reader=reader, annotates=annotates)
        _limit_time(0)
        connection.send(Told(outcome, items, time.process_time() - started, _peak_megabytes(), details))


def _limit_memory() -> None:
    """Where the system can (not Windows): what asks for more is told so, and leaves no core behind."""
    if sys.platform == "win32":
        return
    import resource

    space = (MEGABYTES + OWN_MEGABYTES) * 1024 * 1024
    resource.setrlimit(resource.RLIMIT_AS, (space, space))
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))


def _limit_time(seconds: float) -> None:
    """End this process, native code or not, when it has used up the processor for so long; 0 ends the watch."""
    if sys.platform != "win32":
        signal.setitimer(signal.ITIMER_PROF, seconds)


def _peak_megabytes() -> float:
    """The most memory this process has had; the rusage of a new process begins with its parent's. 0 if unknown."""
    status = Path("/proc/self/status")
    found = re.search(r"VmHWM:\s+(\d+)", status.read_text()) if status.exists() else None
    return int(found[1]) / 1024 if found else 0.0


def look_at(name: str, content: bytes, *, reader: str = "bank", annotates: bool = False) -> tuple[Outcome, int, str]:
    """Read a file in this process: what became of it, how many questions or people, and what went wrong."""
    try:
        if reader == "people":
            return Outcome.READ, len(parse_people(content, name, _no_report).rows), ""
        found = parse_bank(content, name, _no_report)
        if annotates:
            annotated_book(content, name, found.problems, found.tables, _no_report)
    except QuizAppError as error:
        return (
            (Outcome.REFUSED, 0, str(error))
            if str(error)
            else (Outcome.FAILED, 0, f"refused without a word: {error!r}")
        )
    except MemoryError:
        return Outcome.LEFT, 0, "memory"
    except Exception:  # noqa: BLE001 - what this whole test looks for
        return Outcome.FAILED, 0, traceback.format_exc()
    except BaseException as error:
        if type(error).__name__ != "PanicException":
            raise
        return Outcome.LEFT, 0, f"panic: {error}"
    return Outcome.READ, len(found.items), ""


def _no_report(done: int, total: int) -> None:
    """Progress that nobody looks at."""
