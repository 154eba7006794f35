"""main.py and `python -m quizapp` open the same door, and importing them does nothing."""

import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent


@pytest.mark.parametrize("door", [["main.py"], ["-m", "quizapp"]])
def test_both_doors_lead_to_the_program(door: list[str]) -> None:
    done = subprocess.run(
        [sys.executable, *door, "export-results", "--month", "2026-13", "out.xlsx"],
        cwd=ROOT,
        capture_output=True,
        encoding="utf-8",
        check=False,
    )
    assert done.returncode == 2
    assert done.stdout == ""
    assert "2026-13" in done.stderr


def test_a_child_process_that_imports_main_loads_none_of_the_program() -> None:
    code = "import sys, main; print([name for name in sys.modules if name.startswith(('quizapp', 'PySide6'))])"
    done = subprocess.run([sys.executable, "-c", code], cwd=ROOT, capture_output=True, encoding="utf-8", check=True)
    assert done.stdout.strip() == "[]"
    assert len((ROOT / "main.py").read_text(encoding="utf-8").splitlines()) <= 12
