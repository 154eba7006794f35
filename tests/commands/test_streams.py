"""What a command says arrives, or its exit status and its words say that it did not."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from quizapp.app import main
from tests.services.month_json import content, month

ROOT = Path(__file__).parent.parent.parent

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="streams are closed and filled by its shell")


def shell(line: str, *arguments: object) -> subprocess.CompletedProcess[str]:
    """Run a line of the shell in which P is the program and $1, $2 … are the arguments."""
    program = f'P() {{ "{sys.executable}" main.py "$@"; }}; {line}'
    command = ["bash", "-c", program, "bash", *map(str, arguments)]
    return subprocess.run(command, cwd=ROOT, capture_output=True, encoding="utf-8", check=False)


@pytest.fixture
def loaded(data_dir: Path, tmp_path: Path) -> Path:
    """A data folder with a month in it."""
    file = tmp_path / "三月.json"
    file.write_bytes(content(month()))
    assert main(["--data", str(data_dir), "load-month", str(file)]) == 0
    return data_dir


def test_a_full_disk_behind_the_output_is_told(loaded: Path, tmp_path: Path) -> None:
    out = tmp_path / "o.xlsx"
    done = shell('P --data "$1" export-results --month 2026-03 --json "$2" >/dev/full', loaded, out)
    assert done.returncode == 1
    assert "结果没有输出完整" in done.stderr
    assert "Traceback" not in done.stderr and "Exception" not in done.stderr
    assert out.exists()


def test_who_closed_the_output_wants_none(loaded: Path, tmp_path: Path) -> None:
    out = tmp_path / "o.xlsx"
    done = shell('P --data "$1" export-results --month 2026-03 "$2" >&-', loaded, out)
    assert (done.returncode, out.exists()) == (0, True)
    assert "不是最终成绩" in done.stderr and "Traceback" not in done.stderr
    assert shell('P --data "$1" export-results --month 2026-03 "$2" 2>&-', loaded, out).returncode == 0


def test_a_reader_that_has_gone_needs_no_words(loaded: Path, tmp_path: Path) -> None:
    line = 'P --data "$1" export-results --month 2026-03 --json "$2" | true; echo "${PIPESTATUS[0]}"'
    done = shell(line, loaded, tmp_path / "o.xlsx")
    assert "Traceback" not in done.stderr and "Broken pipe" not in done.stderr and "输出完整" not in done.stderr
    assert done.stdout.strip() == "1"


def test_messages_that_nobody_can_read_stop_nothing(loaded: Path, tmp_path: Path) -> None:
    done = shell('P --data "$1" export-results --month 2026-03 "$2" 2>/dev/full', loaded, tmp_path / "o.xlsx")
    assert done.returncode == 0
    assert "已导出" in done.stdout


def test_help_that_cannot_be_shown_is_no_success() -> None:
    done = shell("P --help >/dev/full")
    assert done.returncode == 1
    assert "Exception" not in done.stderr


def test_names_that_are_not_utf8_are_read_as_chinese_systems_write_them(data_dir: Path, tmp_path: Path) -> None:
    file = tmp_path / os.fsdecode("题库.csv".encode("gbk"))
    file.write_text("题型,题干,选项A,选项B,答案\n单选题,先敲门还是先推门？,敲门,推门,A\n", encoding="utf-8")
    done = shell('P --data "$1" import-bank "$2" --bank 礼仪 --json', data_dir, file)
    assert (done.returncode, done.stderr) == (0, "")
    assert '"file": "题库.csv"' in done.stdout
    backup = tmp_path / os.fsdecode(b"\xff.bak")
    done = shell('P --data "$1" backup "$2" && P --data "$1" restore "$2"', data_dir, backup)
    assert (done.returncode, done.stderr) == (0, "")
    assert backup.exists()


@pytest.mark.parametrize("arguments", [["import-bank", "x.csv", "--bank"], ["reset-password"]])
def test_a_name_that_is_kept_must_be_text(
    arguments: list[str], data_dir: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["--data", str(data_dir), *arguments, os.fsdecode("礼仪".encode("gbk"))]) == 2
    assert "不是 UTF-8 编码的文字" in capsys.readouterr().err
    assert not data_dir.exists()
