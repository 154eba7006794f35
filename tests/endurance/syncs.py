"""The program under strace: how often the disk is asked to make sure of an answer before it is acknowledged.

    python -m tests.endurance syncs [ANSWERS]

Exactly one fsync or fdatasync for each acknowledged answer, besides those of heartbeats and of checkpoints, in which
SQLite moves the log into the database every thousand pages.
"""

import os
import re
import shutil
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path

from tests.endurance.examinee import Plan, command
from tests.endurance.sitting import make_sitting

ROOT = Path(__file__).parents[2]
_CALL = re.compile(r"\b(?:fsync|fdatasync)\(\d+<([^>]*)>|write\(1(?:<[^>]*>)?, \"(kept|giving|started|submitting)")
_ENOUGH_S = 600


@dataclass
class Syncs:
    """What strace saw from the first answer to handing in; `too_early`: acknowledged before the disk was asked."""

    answers: int = 0
    of_the_log: int = 0
    of_the_database: int = 0
    too_early: int = 0


def why_not() -> str:
    """Why nothing can be traced here; empty where it can."""
    if shutil.which("strace") is None:
        return "strace is not installed (apt-get install strace)"
    tried = subprocess.run(["strace", "-o", os.devnull, "true"], capture_output=True, text=True, check=False)
    return "" if tried.returncode == 0 else f"tracing is not permitted here: {tried.stderr.strip()}"


def trace(folder: Path, answers: int) -> Syncs:
    """Let one person give so many answers and hand in, traced."""
    make_sitting(folder / "data", 1)
    plan = Plan("001", 7, answers, pause_ms=10, heartbeat_ms=3_600_000)
    traced = folder / "trace"
    strace = ["strace", "-f", "--seccomp-bpf", "-y", "-s", "16", "-e", "trace=fsync,fdatasync,write", "-o", str(traced)]
    environment = os.environ | {"QT_QPA_PLATFORM": "offscreen", "PYTHONIOENCODING": "utf-8"}
    subprocess.run(
        [*strace, *command(folder / "data", plan)],
        env=environment, cwd=ROOT, check=True, timeout=_ENOUGH_S, stdout=subprocess.DEVNULL,
    )  # fmt: skip
    return count(traced.read_text(encoding="utf-8", errors="replace").splitlines())


def count(lines: list[str]) -> Syncs:
    """Count the calls of a trace."""
    seen, is_sitting = Syncs(), False
    for line in lines:
        found = _CALL.search(line)  # a call that another thread interrupts is in the trace twice, named in full once
        if found is None:
            continue
        file, word = found.groups()
        if word:
            is_sitting = word != "submitting" and (is_sitting or word == "started")
        if not is_sitting:
            continue
        if word == "kept":
            seen.answers += 1
            seen.too_early += seen.answers > seen.of_the_log
        elif file is not None and file.endswith("-wal"):
            seen.of_the_log += 1
        elif file is not None and file.endswith(".sqlite3"):
            seen.of_the_database += 1
    return seen


def say(seen: Syncs) -> int:
    """Say what was seen; the exit status."""
    sys.stdout.write(
        f"{seen.answers} answers acknowledged, {seen.too_early} of them too early; {seen.of_the_log} syncs of the log, "
        f"{seen.of_the_database} of the database by checkpoints\n"
    )
    by_checkpoints = 2 * seen.of_the_database  # the log is made sure of before its pages move, and begun anew after
    is_right = seen.answers <= seen.of_the_log <= seen.answers + by_checkpoints
    return 0 if seen.answers and is_right and not seen.too_early else 1
