"""A file is put in place as a whole; where that cannot be done it is said and nothing is left behind."""

import pytest

from quizapp.errors import EnvironmentFault
from quizapp.gui.save_bytes import save_bytes


def test_an_old_file_is_replaced_as_a_whole(tmp_path):
    path = tmp_path / "成绩.xlsx"
    path.write_bytes(b"old")
    save_bytes(path, b"new")
    assert path.read_bytes() == b"new"
    assert list(tmp_path.iterdir()) == [path]


def test_what_cannot_be_written_is_told_and_leaves_nothing(tmp_path):
    folder = tmp_path / "成绩.xlsx"
    folder.mkdir()
    with pytest.raises(EnvironmentFault, match=r"无法写入 成绩\.xlsx"):
        save_bytes(folder, b"new")
    assert list(tmp_path.iterdir()) == [folder]
