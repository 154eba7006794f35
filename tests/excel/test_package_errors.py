"""Whatever is wrong with a package, its reader can catch it."""

import io
from xml.etree import ElementTree
from zipfile import ZIP_BZIP2, ZIP_DEFLATED, ZIP_LZMA, ZipFile

import pytest

from quizapp.excel.package_errors import PACKAGE_ERRORS


@pytest.mark.parametrize("method", [ZIP_DEFLATED, ZIP_BZIP2, ZIP_LZMA])
def test_damage_in_a_packed_part_is_caught(method: int) -> None:
    stream = io.BytesIO()
    with ZipFile(stream, "w", method) as archive:
        archive.writestr("a.xml", bytes(range(256)) * 40)
    content = stream.getvalue()
    for at in range(46, 60):
        damaged = content[:at] + bytes([content[at] ^ 0x55]) + content[at + 1 :]
        with pytest.raises(PACKAGE_ERRORS), ZipFile(io.BytesIO(damaged)) as archive:
            archive.read("a.xml")


@pytest.mark.parametrize("encoding", ["rot13", "no-such-code", "hex"])
def test_xml_in_a_code_of_its_own_is_caught(encoding: str) -> None:
    with pytest.raises(PACKAGE_ERRORS):
        ElementTree.fromstring(f'<?xml version="1.0" encoding="{encoding}"?><a/>'.encode())


def test_too_little_memory_is_not() -> None:
    assert not issubclass(MemoryError, PACKAGE_ERRORS)
