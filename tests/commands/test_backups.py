"""backup and restore as IT uses them."""

from pathlib import Path

import pytest

from quizapp.app import main, open_services
from quizapp.config import Settings
from quizapp.core.people import Actor, DepartmentKind
from quizapp.paths import Places, make_data_folder


def departments(places: Places) -> list[str]:
    """What the data folder holds."""
    with open_services(places, Settings()) as services:
        return [department.name for department in services.people.departments()]


def add(places: Places, name: str) -> None:
    """Put a department in."""
    make_data_folder(places)
    with open_services(places, Settings()) as services:
        services.people.add_department(Actor("李四"), name, DepartmentKind.SECTION, None)


def run(places: Places, *arguments: str | Path) -> int:
    """Run a command on the data folder."""
    return main(["--data", str(places.data), *(str(argument) for argument in arguments)])


def test_there_and_back(places: Places, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    add(places, "办公室")
    assert run(places, "backup", tmp_path / "备份") == 0
    assert "备份" in capsys.readouterr().out
    add(places, "财务科")
    assert run(places, "restore", tmp_path / "备份") == 0
    assert "没有删除" in capsys.readouterr().out
    assert departments(places) == ["办公室"]
    (former,) = places.backups.iterdir()
    assert run(places, "restore", former / places.database.name) == 0
    assert departments(places) == ["办公室", "财务科"]


def test_damaged_data_come_back(places: Places, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    add(places, "办公室")
    assert run(places, "backup", tmp_path / "out") == 0
    places.database.write_bytes(b"")
    assert run(places, "backup", tmp_path / "out") == 1
    assert "restore" in capsys.readouterr().err
    assert run(places, "restore", tmp_path / "out") == 0
    assert departments(places) == ["办公室"]


def test_without_data_there_is_nothing_to_back_up(
    places: Places, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(places, "backup", tmp_path / "out") == 1
    assert "还没有数据" in capsys.readouterr().err
    assert list(tmp_path.iterdir()) == []


def test_a_new_pc_is_filled_from_a_backup(places: Places, tmp_path: Path) -> None:
    add(places, "办公室")
    assert run(places, "backup", tmp_path / "out") == 0
    assert main(["--data", str(tmp_path / "new" / "data"), "restore", str(tmp_path / "out")]) == 0
    assert not (tmp_path / "new" / "data" / "backups").exists()


def test_what_is_no_backup_is_refused(places: Places, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "letter").write_bytes(b"PK")
    for name in ("letter", "nothing"):
        assert run(places, "restore", tmp_path / name) == 1
        assert "备份" in capsys.readouterr().err
    assert not places.data.exists()


def test_a_window_keeps_the_data_from_being_exchanged(
    places: Places, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    add(places, "办公室")
    with open_services(places, Settings(), is_window=True):
        assert run(places, "backup", tmp_path / "out") == 0
        assert run(places, "restore", tmp_path / "out") == 1
    assert "请先关闭：程序窗口" in capsys.readouterr().err
