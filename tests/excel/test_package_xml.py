"""Parts of packages: document types are refused in any encoding."""

from xml.etree.ElementTree import ParseError

import pytest

from quizapp.core.column_mapping import column_letter
from quizapp.excel.package_xml import DocumentType, column_number, folded_name, local_name, parsed

BOMB = '<?xml version="1.0" encoding="{}"?><!DOCTYPE a [<!ENTITY b "bb">]><a>&b;</a>'


@pytest.mark.parametrize("encoding", ["utf-8", "utf-16"])
def test_a_document_type_is_refused(encoding: str) -> None:
    with pytest.raises(DocumentType):
        parsed(BOMB.format(encoding).encode(encoding))


def test_a_part_is_read_and_a_damaged_one_is_not() -> None:
    assert local_name(parsed('<x:a xmlns:x="y">甲</x:a>'.encode()).tag) == "a"
    with pytest.raises(ParseError):
        parsed(b"<a>")


def test_names_have_one_spelling() -> None:
    assert folded_name("\\XL\\worksheets/../Media/A.png") == "xl/media/a.png"


def test_columns_are_counted_as_they_are_called() -> None:
    for column in (0, 25, 26, 701, 702, 16_383):
        assert column_number(column_letter(column)) == column
    assert column_number("b") == 1
