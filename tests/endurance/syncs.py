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
from collections import Counter
from dataclasses import dataclass, field
from pathlib import Path

from tests.endurance.examinee import Plan, command
from tests.endurance.sitting import make_sitting

ROOT = Path(__file__).parents[2]
_CALL = re.compile(r"\b(?:fsync|fdatasync)\(\d+<([^>]*)>|write\(1(?:<[^>]*>)?, \"(kept|giving|started|submitting)")
_ENOUGH_S = 600


@dataclass
class Syncs:
    """What strace saw between the first answer and handing in; `per_answer`: how many syncs of the log each had."""

    answers: int = 0
    per_answer: Counter[int] = field(default_factory=Counter)
    of_the_database: int = 0


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
    seen, of_this_one, is_sitting = Syncs(), 0, False
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
            seen.per_answer[of_this_one] += 1
            of_this_one = 0
        elif file is not None and file.endswith("-wal"):
            of_this_one += 1
        elif file is not None and file.endswith(".sqlite3"):
            seen.of_the_database += 1
    return seen


def say(seen: Syncs) -> int:
    """Say what was seen; the exit status."""
    spread = ", ".join(f"{times} with {syncs}" for syncs, times in sorted(seen.per_answer.items()))
    in_all = sum(syncs * times for syncs, times in seen.per_answer.items())
    sys.stdout.write(
        f"{seen.answers} answers acknowledged, {in_all} syncs of the log ({spread}); "
        f"{seen.of_the_database} syncs of the database by checkpoints\n"
    )
    beyond = in_all - seen.answers - 2 * seen.of_the_database
    return 0 if seen.answers and seen.answers <= in_all and beyond <= 0 else 1
