"""A file is read whole; it is written whole, or the old one stays as it is."""

import os
import sys
from pathlib import Path

import pytest

from quizapp.errors import EnvironmentFault, NotReadable, UserError
from quizapp.files import read_whole, readable, write_whole


def test_a_file_is_written_and_replaced(tmp_path):
    path = tmp_path / "试卷.pdf"
    assert write_whole(path, b"first") == path
    write_whole(path, b"second")
    assert path.read_bytes() == b"second"
    assert [one.name for one in tmp_path.iterdir()] == ["试卷.pdf"]


def test_where_it_cannot_be_written_the_words_say_what_to_do(tmp_path):
    with pytest.raises(EnvironmentFault, match=r"没有保存“试卷\.pdf”.*换一个文件夹"):
        write_whole(tmp_path / "没有这个文件夹" / "试卷.pdf", b"")


def test_a_failure_half_way_leaves_the_old_file(tmp_path, monkeypatch):
    path = tmp_path / "试卷.pdf"
    path.write_bytes(b"old")

    def no_room(_descriptor):
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "fsync", no_room)
    with pytest.raises(EnvironmentFault, match="No space left"):
        write_whole(path, b"new")
    assert path.read_bytes() == b"old"
    assert [one.name for one in tmp_path.iterdir()] == ["试卷.pdf"]


def test_a_file_is_read_up_to_a_size(tmp_path):
    path = tmp_path / "题库.xlsx"
    path.write_bytes(b"x" * 1024 * 1024)
    assert len(read_whole(path, megabytes=1)) == 1024 * 1024
    path.write_bytes(b"x" * (1024 * 1024 + 1))
    with pytest.raises(NotReadable, match=r"“题库\.xlsx”超过 1 MB"):
        read_whole(path, megabytes=1)


def test_what_is_not_there_or_no_file_is_said(tmp_path):
    with pytest.raises(NotReadable, match="重新选择"):
        read_whole(tmp_path / "题库.xlsx", megabytes=1)
    folder = tmp_path / "题库"
    folder.mkdir()
    with pytest.raises((NotReadable, EnvironmentFault), match="“题库”"):
        read_whole(folder, megabytes=1)


def test_the_data_are_never_overwritten(tmp_path):
    path = tmp_path / "quizapp.sqlite3"
    content = b"SQLite format 3\x00 and all the rest"
    path.write_bytes(content)
    with pytest.raises(UserError, match="没有覆盖"):
        write_whole(path, b"PK")
    log = tmp_path / "quizapp.sqlite3-wal"
    log.write_bytes(b"log")
    with pytest.raises(UserError, match="没有覆盖"):
        write_whole(log, b"PK")
    assert path.read_bytes() == content
    assert log.read_bytes() == b"log"


@pytest.mark.parametrize("name", ["", "."])
def test_a_folder_is_no_file_to_write(name, tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    with pytest.raises(UserError, match="文件的名字"):
        write_whole(Path(name), b"")
    assert list(tmp_path.iterdir()) == []


@pytest.mark.skipif(sys.platform == "win32", reason="has no such files")
def test_a_pipe_is_neither_read_nor_written(tmp_path):
    pipe = tmp_path / "题库.csv"
    os.mkfifo(pipe)
    with pytest.raises(NotReadable, match="不是文件"):
        read_whole(pipe, megabytes=1)
    with pytest.raises(UserError, match="不是文件"):
        write_whole(pipe, b"")


@pytest.mark.parametrize(
    ("raw", "shown"),
    [
        ("题库.xlsx".encode(), "题库.xlsx"),
        ("题库.xlsx".encode("gbk"), "题库.xlsx"),
        (b"\xff.xlsx", "\ufffd.xlsx"),
        ("题库".encode()[:-1], "题\ufffd"),
    ],
)
@pytest.mark.skipif(sys.platform == "win32", reason="names are no bytes there")
def test_a_name_that_no_text_may_hold_is_made_readable(raw, shown):
    assert readable(os.fsdecode(raw)) == shown


def test_half_a_character_in_a_name_is_marked():
    assert readable("题\ud800库") == "题?库"


@pytest.mark.skipif(sys.platform != "linux", reason="only there may names be any bytes")
def test_what_is_said_of_such_a_file_can_be_printed(tmp_path):
    path = tmp_path / os.fsdecode("没有.xlsx".encode("gbk"))
    with pytest.raises(NotReadable, match=r"没有找到文件“没有\.xlsx”"):
        read_whole(path, megabytes=1)
    with pytest.raises(EnvironmentFault, match=r"没有保存“没有\.xlsx”"):
        write_whole(path / "x" / path.name, b"")
