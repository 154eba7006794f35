"""Work in a child process: results, progress, errors, limits, and a child that dies."""

import gc
import multiprocessing
import os
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

import pytest

from quizapp.errors import Cancelled, NotAllowed, NotReadable
from quizapp.excel.child import ChildLimits, collector_paused, run_in_child
from quizapp.i18n import chosen_language, use_language

Report = Callable[[int, int], None]


def double(number: int, report: Report) -> int:
    report(1, 2)
    report(2, 2)
    return number * 2


def refuse(report: Report) -> None:
    raise NotAllowed("这样不行")


def stumble(report: Report) -> None:
    raise ZeroDivisionError("ein Fehler")


def die(report: Report) -> None:
    os._exit(3)


def abort(report: Report) -> None:
    os.abort()


def never_end(report: Report) -> None:
    while True:
        report(0, 1)


def eat(report: Report) -> int:
    return len([bytearray(1024 * 1024) for _ in range(100_000)])


def modules(report: Report) -> list[str]:
    return sorted(sys.modules)


def language(report: Report) -> str:
    return chosen_language()[0]


def main_file(report: Report) -> str:
    return str(getattr(sys.modules["__main__"], "__file__", ""))


def test_the_result_comes_back_and_progress_is_told() -> None:
    told: list[tuple[int, int]] = []
    assert run_in_child(double, 21, on_progress=lambda done, total: told.append((done, total))) == 42
    assert told == [(1, 2), (2, 2)]


def test_errors_of_the_program_come_back_as_they_are() -> None:
    with pytest.raises(NotAllowed, match="这样不行"):
        run_in_child(refuse)


def test_a_mistake_comes_back_with_the_child_s_traceback() -> None:
    with pytest.raises(RuntimeError, match="ein Fehler") as caught:
        run_in_child(stumble)
    assert "in stumble" in str(caught.value)


@pytest.mark.parametrize("function", [die, abort])
def test_a_child_that_dies_is_told_in_plain_words(function: Callable[[Report], None]) -> None:
    with pytest.raises(NotReadable, match="中途停止"):
        run_in_child(function)


def test_limits_beyond_what_the_system_can_count_are_none() -> None:
    assert run_in_child(double, 21, limits=ChildLimits(seconds=float("inf"), megabytes=2**63)) == 42


def test_a_child_that_takes_too_long_is_ended() -> None:
    with pytest.raises(NotReadable, match="超过了 1 秒"):
        run_in_child(never_end, limits=ChildLimits(seconds=0.6, megabytes=500))
    assert not multiprocessing.active_children()


def test_a_child_that_takes_too_much_memory_is_ended() -> None:
    with pytest.raises(NotReadable, match="内存超过 100 MB"):
        run_in_child(eat, limits=ChildLimits(seconds=60, megabytes=100))
    assert not multiprocessing.active_children()


def test_a_child_is_ended_when_nobody_wants_it_any_more() -> None:
    asked: list[float] = []

    def is_cancelled() -> bool:
        asked.append(time.monotonic())
        return asked[-1] - asked[0] > 0.2

    with pytest.raises(Cancelled):
        run_in_child(never_end, is_cancelled=is_cancelled)
    assert not multiprocessing.active_children()


def test_the_child_is_light_and_does_not_run_the_program_again() -> None:
    before = sys.modules["__main__"]
    loaded = set(run_in_child(modules))
    heavy = {"PySide6", "sqlalchemy", "openpyxl", "psutil", "quizapp.app", "quizapp.services", "quizapp.config"}
    assert not loaded & heavy
    assert run_in_child(main_file) == ""
    assert sys.modules["__main__"] is before


def test_the_child_speaks_the_language_of_the_program(tmp_path: Path) -> None:
    use_language("en", tmp_path)
    assert run_in_child(language) == "en"


PROGRAM = """
import sys
from pathlib import Path
with Path(__file__).with_suffix(".log").open("a") as log:
    log.write("started ")
from tests.excel.test_child import double
from quizapp.excel.child import run_in_child
sys.exit(run_in_child(double, 21))
"""


@pytest.mark.skipif(os.name == "nt", reason="streams are closed by a POSIX shell")
@pytest.mark.parametrize("closed", ["", "0<&-", "0<&- 2>&-", "0<&- 1>&- 2>&-"])
def test_a_program_without_a_guard_or_without_streams_can_start_a_child(tmp_path: Path, closed: str) -> None:
    program = tmp_path / "program.py"
    program.write_text(PROGRAM)
    root = Path(__file__).parent.parent.parent
    done = subprocess.run(
        ["sh", "-c", f'"$0" "$1" {closed}', sys.executable, str(program)],
        env={**os.environ, "PYTHONPATH": str(root)},
        capture_output=True,
        encoding="utf-8",
        check=False,
    )
    assert done.returncode == 42, done.stderr
    assert program.with_suffix(".log").read_text() == "started "


def test_the_collector_is_paused_only_for_a_while() -> None:
    with collector_paused():
        assert not gc.isenabled()
        with collector_paused():
            pass
        assert not gc.isenabled()
    assert gc.isenabled()
