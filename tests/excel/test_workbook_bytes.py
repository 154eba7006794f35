"""A workbook being written: its bytes, and no trace where the work is stopped or the disk is full."""

import pytest
from openpyxl import Workbook

from quizapp.errors import Cancelled, EnvironmentFault
from quizapp.excel.workbook_bytes import workbook_bytes


def filled() -> Workbook:
    workbook = Workbook(write_only=True)
    workbook.create_sheet("甲").append(["一"])
    return workbook


def test_the_bytes_are_there_afterwards() -> None:
    with workbook_bytes(filled()) as content:
        assert content.getvalue() == b""
    assert content.getvalue().startswith(b"PK")


def test_what_is_stopped_is_closed() -> None:
    with pytest.raises(Cancelled), workbook_bytes(filled()):
        raise Cancelled("停")


def test_a_full_disk_is_told() -> None:
    with pytest.raises(EnvironmentFault, match="No space left"), workbook_bytes(filled()):
        raise OSError(28, "No space left")
