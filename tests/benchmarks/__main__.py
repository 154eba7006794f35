"""Runs the benchmarks, each in a process of its own so that its peak memory is its own.

    python -m tests.benchmarks            all of them
    python -m tests.benchmarks figures    the ones named

A benchmark is a module beside this one with `measure() -> list[Measured]`, listed in BENCHMARKS. The exit status is 1
where a limit is exceeded.
"""

import os
import subprocess
import sys
from importlib import import_module
from pathlib import Path

from tests.benchmarks.measuring import peak_megabytes

BENCHMARKS = ("figures", "workbook", "saving", "answering", "signing_in", "importing", "near_duplicates")
ROOT = Path(__file__).parents[2]


def run_all(names: list[str]) -> int:
    """Run benchmarks one after the other; return the exit status."""
    unknown = [name for name in names if name not in BENCHMARKS]
    if unknown:
        sys.stderr.write(f"no such benchmark: {', '.join(unknown)}; there are: {', '.join(BENCHMARKS)}\n")
        return 2
    environment = {**os.environ, "QT_QPA_PLATFORM": os.environ.get("QT_QPA_PLATFORM", "offscreen")}
    statuses = [
        subprocess.run([sys.executable, "-m", "tests.benchmarks", "--one", name], cwd=ROOT, env=environment).returncode
        for name in names or BENCHMARKS
    ]
    return 1 if any(statuses) else 0


def run_one(name: str) -> int:
    """Run one benchmark in this process and say what it measured."""
    status = 0
    for one in import_module(f"tests.benchmarks.{name}").measure():
        verdict = "ok" if one.is_within else "TOO SLOW"
        sys.stdout.write(
            f"{one.name:<12} {one.value:6.2f} {one.unit:<2} (limit {one.limit:g}) {verdict:<9} "
            f"peak {peak_megabytes():5.0f} MB   {one.details}\n"
        )
        status |= not one.is_within
    return status


if __name__ == "__main__":
    arguments = sys.argv[1:]
    sys.exit(run_one(arguments[1]) if arguments[:1] == ["--one"] else run_all(arguments))
