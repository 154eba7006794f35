"""Several processes in one data folder."""

import os
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from quizapp.db.folder import IN_USE, Holder, Purpose, hold_folder, holders
from quizapp.errors import EnvironmentFault, FolderBusy
from tests.db.conftest import NOW, read_only

_HOLDING = """
import sys
from datetime import UTC, datetime
from pathlib import Path
from quizapp.db.folder import Purpose, hold_folder
folder, purpose, how = sys.argv[1:]
with hold_folder(Path(folder), Purpose(purpose), datetime(2026, 3, 2, tzinfo=UTC), alone=how == "alone"):
    print("held", flush=True)
    sys.stdin.read()
"""


@contextmanager
def _other_process(folder: Path, purpose: Purpose, how: str = "shared") -> Iterator[subprocess.Popen[str]]:
    """Let another process hold the folder for the block."""
    arguments = [sys.executable, "-c", _HOLDING, str(folder), purpose.value, how]
    with subprocess.Popen(arguments, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True) as process:
        assert process.stdout is not None and process.stdout.readline() == "held\n"
        yield process
        process.communicate("")


def test_a_window_and_commands_work_side_by_side(tmp_path: Path) -> None:
    with _other_process(tmp_path, Purpose.WINDOW) as process, hold_folder(tmp_path, Purpose.COMMAND, NOW):
        assert {(holder.purpose, holder.pid) for holder in holders(tmp_path)} == {
            (Purpose.WINDOW, process.pid),
            (Purpose.COMMAND, os.getpid()),
        }
    assert holders(tmp_path) == []


def test_a_second_window_is_told_where_the_first_is(tmp_path: Path) -> None:
    with (
        _other_process(tmp_path, Purpose.WINDOW) as process,
        pytest.raises(FolderBusy, match=f"已经打开.*进程 {process.pid}"),
        hold_folder(tmp_path, Purpose.WINDOW, NOW),
    ):
        pass
    with hold_folder(tmp_path, Purpose.WINDOW, NOW):
        pass


def test_a_killed_process_leaves_the_folder_free(tmp_path: Path) -> None:
    with _other_process(tmp_path, Purpose.WINDOW) as process:
        process.kill()
        process.wait()
        with hold_folder(tmp_path, Purpose.WINDOW, NOW) as hold, hold.alone():
            assert [holder.pid for holder in holders(tmp_path)] == [os.getpid()]
    assert [file.name for file in (tmp_path / IN_USE).iterdir()] == ["gate"]


def test_nobody_may_be_there_where_one_must_be_alone(tmp_path: Path) -> None:
    with hold_folder(tmp_path, Purpose.COMMAND, NOW) as hold:
        with _other_process(tmp_path, Purpose.HOST) as process:
            with pytest.raises(FolderBusy, match=f"考试主机.*进程 {process.pid}"), hold.alone():
                pass
            with pytest.raises(FolderBusy), hold_folder(tmp_path, Purpose.COMMAND, NOW, alone=True):
                pass
        with hold.alone():
            pass


def test_nobody_joins_who_is_alone(tmp_path: Path) -> None:
    with (
        _other_process(tmp_path, Purpose.COMMAND, "alone") as process,
        pytest.raises(FolderBusy, match=f"请等.*进程 {process.pid}"),
        hold_folder(tmp_path, Purpose.WINDOW, NOW),
    ):
        pass


def test_others_may_come_again_when_it_is_done(tmp_path: Path) -> None:
    with hold_folder(tmp_path, Purpose.WINDOW, NOW, alone=True) as hold:
        hold.share()
        with _other_process(tmp_path, Purpose.COMMAND):
            pass
        with hold.alone(), pytest.raises(FolderBusy), hold_folder(tmp_path, Purpose.COMMAND, NOW):
            pass
        with _other_process(tmp_path, Purpose.COMMAND):
            pass


def test_who_cannot_be_read_is_there_all_the_same(tmp_path: Path) -> None:
    with _other_process(tmp_path, Purpose.WINDOW) as process:
        (file,) = [file for file in (tmp_path / IN_USE).iterdir() if file.name != "gate"]
        file.write_bytes(b"{")
        (holder,) = holders(tmp_path)
        assert holder.pid == process.pid


def test_who_leaves_while_somebody_looks_is_no_hindrance(tmp_path: Path) -> None:
    with hold_folder(tmp_path, Purpose.WINDOW, NOW):
        (tmp_path / IN_USE / "1-leaving").symlink_to(tmp_path / "gone")  # listed, and not there when it is opened
        with hold_folder(tmp_path, Purpose.COMMAND, NOW):
            assert {holder.purpose for holder in holders(tmp_path)} == {Purpose.WINDOW, Purpose.COMMAND}


def test_a_folder_among_the_holders_is_nobody(tmp_path: Path) -> None:
    (tmp_path / IN_USE / "dir").mkdir(parents=True)
    with hold_folder(tmp_path, Purpose.WINDOW, NOW):
        assert [holder.purpose for holder in holders(tmp_path)] == [Purpose.WINDOW]
    assert (tmp_path / IN_USE / "dir").is_dir()


def test_a_holder_that_may_not_be_looked_at_is_told(tmp_path: Path) -> None:
    (tmp_path / IN_USE).mkdir()
    (tmp_path / IN_USE).chmod(0o777)
    (tmp_path / "elsewhere").mkdir()
    for name, mode in (("gate", 0o666), ("7-somebody", 0o000)):
        (tmp_path / IN_USE / name).write_bytes(b"")
        (tmp_path / IN_USE / name).chmod(mode)
    with read_only(tmp_path / "elsewhere"), pytest.raises(EnvironmentFault, match=rf"不能读写.*{IN_USE}"):
        holders(tmp_path)


def test_looking_makes_nothing(tmp_path: Path) -> None:
    assert holders(tmp_path / "nowhere") == []
    assert not (tmp_path / "nowhere").exists()


def test_a_read_only_folder_is_told(tmp_path: Path) -> None:
    folder = tmp_path / "data"
    folder.mkdir()
    with read_only(folder), pytest.raises(EnvironmentFault, match="权限"), hold_folder(folder, Purpose.WINDOW, NOW):
        pass


def test_a_holder_says_what_it_is_and_since_when() -> None:
    said = Holder(Purpose.WINDOW, 42, "bgs-pc", NOW).describe()
    assert all(part in said for part in ("程序窗口", "42", "bgs-pc", f"{NOW.astimezone():%m-%d %H:%M}"))
    assert {purpose.label for purpose in Purpose} == {"程序窗口", "命令", "考试主机"}
