"""Arguments lead to the right room, every end has its exit status, and nothing heavy is loaded on the way."""

import subprocess
import sys
from pathlib import Path

import pytest

import quizapp.app
from quizapp.app import main

ROOT = Path(__file__).parent.parent
COMMANDS = {
    "import-bank": ["no-such-file.xlsx", "--bank", "礼仪", "--check"],
    "import-people": ["no-such-file.xlsx", "--check"],
    "load-month": ["no-such-file.json"],
    "export-results": ["--month", "2026-03", "no-such-folder/out.xlsx"],
    "reset-password": ["谁也不是"],
    "backup": ["no-such-folder/backup.zip"],
    "restore": ["no-such-file"],
}


def test_help_is_done_and_goes_to_standard_output(data_dir: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["--data", str(data_dir), "--help"]) == 0
    said = capsys.readouterr()
    assert "import-bank" in said.out
    assert said.err == ""
    assert not data_dir.exists()


@pytest.mark.parametrize(
    "arguments", [["no-such-command"], ["import-bank"], ["--no-such-option"], ["--data"], ["--data", "x", "demo"]]
)
def test_arguments_without_sense_are_a_usage_error(
    arguments: list[str], capsys: pytest.CaptureFixture[str], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    assert main(arguments) == 2
    said = capsys.readouterr()
    assert said.out == ""
    assert "usage:" in said.err
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("command", COMMANDS)
def test_a_command_refuses_what_cannot_be_and_imports_no_qt(command: str, data_dir: Path) -> None:
    code = (
        "import sys; from quizapp.app import main; status = main(sys.argv[1:]);"
        "print(status, [name for name in sys.modules if name.startswith('PySide6')])"
    )
    done = subprocess.run(
        [sys.executable, "-c", code, "--data", str(data_dir), command, *COMMANDS[command]],
        cwd=ROOT,
        capture_output=True,
        encoding="utf-8",
        check=True,
        stdin=subprocess.DEVNULL,
    )
    assert done.stdout.splitlines()[-1:] == ["1 []"], done.stderr
    assert done.stderr.strip()
    assert "Traceback" not in done.stderr


def test_a_check_creates_no_folder(data_dir: Path) -> None:
    assert main(["--data", str(data_dir), "import-bank", "no-such-file.xlsx", "--bank", "礼仪", "--check"]) == 1
    assert main(["--data", str(data_dir), "import-people", "no-such-file.xlsx", "--check"]) == 1
    assert not data_dir.exists()


def test_a_mistake_in_the_program_is_told_as_one(
    data_dir: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    def broken(*arguments: object) -> int:
        raise ZeroDivisionError("a bug")

    monkeypatch.setattr(quizapp.app, "_command", broken)
    assert main(["--data", str(data_dir), "sample"]) == 3
    said = capsys.readouterr()
    assert said.out == ""
    assert "程序出错了" in said.err
    assert "ZeroDivisionError: a bug" in said.err


def test_ctrl_c_ends_quietly(data_dir: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def interrupted(*arguments: object) -> int:
        raise KeyboardInterrupt

    monkeypatch.setattr(quizapp.app, "_command", interrupted)
    assert main(["--data", str(data_dir), "sample"]) == 130


def test_the_language_of_the_data_folder_is_spoken(data_dir: Path, capsys: pytest.CaptureFixture[str]) -> None:
    data_dir.mkdir()
    (data_dir / "settings.toml").write_text('appearance.language = "en"\n', encoding="utf-8")
    assert main(["--data", str(data_dir), "export-results", "--month", "March", "out.xlsx"]) == 2
    assert "write the month as 2026-03" in capsys.readouterr().err


def test_damaged_settings_do_not_stop_a_command_and_stay_where_they_are(
    data_dir: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    data_dir.mkdir()
    (data_dir / "settings.toml").write_text("appearance = [", encoding="utf-8")
    assert main(["--data", str(data_dir), "--help"]) == 0
    assert "设置文件读不出来" in capsys.readouterr().err
    assert [path.name for path in data_dir.iterdir()] == ["settings.toml"]


def test_output_is_utf8_on_a_console_of_another_kind(tmp_path: Path) -> None:
    done = subprocess.run(
        [sys.executable, "main.py", "--help"],
        cwd=ROOT,
        env={"PYTHONIOENCODING": "gbk", "HOME": str(tmp_path)},
        capture_output=True,
        check=True,
    )
    assert "数据文件夹" in done.stdout.decode("utf-8")
