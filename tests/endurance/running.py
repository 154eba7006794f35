"""A run over many files: each is judged, what it cost is noted, what fails is told at once and kept."""

import sys
import time
import traceback
from collections import Counter
from pathlib import Path

from quizapp.errors import QuizAppError
from quizapp.excel.child import ChildLimits
from quizapp.excel.read_bank import read_bank
from quizapp.excel.read_people import read_people
from tests.endurance.importing import imported
from tests.endurance.monsters import Monster
from tests.endurance.mutators import Case
from tests.endurance.worker import MEGABYTES, OWN_MEGABYTES, SECONDS, Outcome, Told, Worker

_LIMITS = ChildLimits(seconds=SECONDS, megabytes=MEGABYTES)
_IMPORTS = 50
_CHILD_EVERY, _ANNOTATED_EVERY = 50, 10
_START_S = 5  # of a child, on a busy machine, besides the limit


class Run:
    """Judges cases; `finish` says what came of them all."""

    def __init__(self, seed: int, count: int, keep: Path) -> None:
        self._seed, self._keep = seed, keep
        self._import_every = max(1, count // _IMPORTS)
        self._worker = Worker()
        self._outcomes: Counter[str] = Counter()
        self._files = self._imports = self._questions = self._children = self._failures = 0
        self._wants_import = False
        self._slowest, self._largest = (0.0, ""), (0.0, "")

    def judge(self, case: Case) -> None:
        """Read a case in the worker, and a sample of them in the program's own child and into a data file."""
        self._files += 1
        is_bank = case.reader == "bank"
        annotates = is_bank and case.number % _ANNOTATED_EVERY == 0
        told = self._worker.read(case.name, case.content, reader=case.reader, annotates=annotates)
        words = f"{case.number} {case.name} ({', '.join(case.done)})"
        self._note(told, words)
        if told.outcome is Outcome.FAILED:
            self._fail(case.number, case.name, case.content, f"{words}: {told.details}")
        if told.outcome is Outcome.LEFT or case.number % _CHILD_EVERY == 0:
            self._in_child(case, words)
        if not is_bank:
            return
        self._wants_import |= case.number % self._import_every == 0
        if self._wants_import and told.items:  # the next one that has questions
            self._wants_import = False
            self._imported(case, words)

    def judge_monster(self, monster: Monster) -> None:
        """Read a named monster in a process of its own, and in the program's own child where it dies of it."""
        self._files += 1
        worker = Worker()
        told = worker.read(monster.name, monster.content, reader=monster.reader)
        worker.close()
        self._note(told, monster.title)
        name = f"{monster.title} {monster.name}"
        if told.outcome is Outcome.FAILED or told.megabytes > MEGABYTES + OWN_MEGABYTES:
            self._fail(0, name, monster.content, f"{monster.title}: {told.megabytes:.0f} MB {told.details}")
        if told.outcome is Outcome.LEFT:
            self._in_child(Case(0, name, monster.content, (), monster.reader), monster.title)
        shown = f"{told.outcome} {told.seconds:.1f} s {told.megabytes:.0f} MB"
        sys.stdout.write(f"  {monster.title}: {shown} {told.words[:60]}\n")

    def finish(self) -> int:
        """Say what came of it; the exit status."""
        self._worker.close()
        outcomes = ", ".join(f"{count} {outcome}" for outcome, count in sorted(self._outcomes.items()))
        sys.stdout.write(
            f"{self._files} files with seed {self._seed}: {outcomes}; {self._children} in the program's child, "
            f"{self._imports} imported ({self._questions} questions)\n"
            f"slowest {self._slowest[0]:.1f} s: {self._slowest[1]}\n"
            f"peak {self._largest[0]:.0f} MB: {self._largest[1]}\n"
            f"{self._failures} failures{f', kept in {self._keep}' if self._failures else ''}\n"
        )
        return 1 if self._failures else 0

    def _note(self, told: Told, words: str) -> None:
        self._outcomes[told.outcome.value] += 1
        self._slowest = max(self._slowest, (told.seconds, words))
        self._largest = max(self._largest, (told.megabytes, words), key=lambda pair: pair[0])

    def _in_child(self, case: Case, words: str) -> None:
        self._children += 1
        number, name, content = case.number, case.name, case.content
        started = time.monotonic()
        try:
            (read_people if case.reader == "people" else read_bank)(content, name, limits=_LIMITS)
        except QuizAppError:
            pass  # told in words, as it should be
        except Exception:  # noqa: BLE001 - what this whole test looks for
            self._fail(number, name, content, f"{words}, in the child: {traceback.format_exc()}")
            return
        seconds = time.monotonic() - started
        if seconds > SECONDS + _START_S:
            self._fail(number, name, content, f"{words}, in the child: {seconds:.0f} s")

    def _imported(self, case: Case, words: str) -> None:
        self._imports += 1
        try:
            count, wrong = imported(case.name, case.content)
        except Exception:  # noqa: BLE001 - what this whole test looks for
            count, wrong = 0, traceback.format_exc()
        self._questions += count
        if wrong:
            self._fail(case.number, case.name, case.content, f"{words}, imported: {wrong}")

    def _fail(self, number: int, name: str, content: bytes, words: str) -> None:
        self._failures += 1
        self._keep.mkdir(parents=True, exist_ok=True)
        path = self._keep / f"{self._seed}-{number}-{name.replace('/', '_')}"
        path.write_bytes(content)
        sys.stdout.write(f"FAILED seed {self._seed} {words}\n  kept as {path}\n")
        sys.stdout.flush()
