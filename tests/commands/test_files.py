"""Files named on the command line."""

from pathlib import Path

import pytest

from quizapp.commands.files import read_file, write_file
from quizapp.errors import EnvironmentFault, NotReadable


def test_a_file_is_read_whole(tmp_path: Path) -> None:
    (tmp_path / "三月.json").write_bytes(b"{}")
    assert read_file(tmp_path / "三月.json", megabytes=1) == b"{}"


def test_what_cannot_be_read_is_told(tmp_path: Path) -> None:
    (tmp_path / "large").write_bytes(b"x" * (1024 * 1024 + 1))
    for file, words in ((tmp_path / "none", "没有这个文件"), (tmp_path, "文件夹"), (tmp_path / "large", "太大")):
        with pytest.raises(NotReadable, match=words):
            read_file(file, megabytes=1)


def test_a_file_is_replaced_and_nothing_is_left_beside_it(tmp_path: Path) -> None:
    file = tmp_path / "成绩.xlsx"
    write_file(file, b"old")
    write_file(file, b"new")
    assert file.read_bytes() == b"new"
    assert list(tmp_path.iterdir()) == [file]


def test_what_cannot_be_written_is_told_and_the_old_file_stays(tmp_path: Path) -> None:
    folder = tmp_path / "成绩.xlsx"
    folder.mkdir()
    for file in (folder, tmp_path / "none" / "成绩.xlsx"):
        with pytest.raises(EnvironmentFault, match="不能写入"):
            write_file(file, b"new")
    assert list(tmp_path.iterdir()) == [folder]
