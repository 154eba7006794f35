"""Text tables in the encodings and with the delimiters that offices use."""

import csv
import io

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from quizapp.errors import NotReadable
from quizapp.excel.text_rows import decode_text, text_rows

TEXT = "题干,答案\n茶水礼仪，第一题,A\n"
ROWS = [["题干", "答案"], ["茶水礼仪，第一题", "A"]]


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "gb18030", "utf-16", "utf-16-le", "utf-16-be"])
def test_the_encoding_is_found(encoding: str) -> None:
    assert text_rows(TEXT.encode(encoding)) == ROWS


@pytest.mark.parametrize("delimiter", [",", "\t", ";"])
def test_the_delimiter_is_found(delimiter: str) -> None:
    text = f"题干{delimiter}选项A{delimiter}答案\n甲，乙。丙{delimiter}一{delimiter}A\n"
    assert text_rows(text.encode()) == [["题干", "选项A", "答案"], ["甲，乙。丙", "一", "A"]]


def test_a_hint_in_the_first_line_is_followed_and_counted() -> None:
    assert text_rows("sep=;\n题干;答案\n".encode()) == [[], ["题干", "答案"]]


def test_a_line_break_within_quotes_does_not_part_a_row() -> None:
    assert text_rows('题干,答案\n"第一行\n第二行",A\n'.encode())[1] == ["第一行\n第二行", "A"]


def test_a_number_that_was_guarded_against_excel_is_freed() -> None:
    assert text_rows('编号,姓名\n="00007",张三\n'.encode())[1] == ["00007", "张三"]


def test_blank_lines_keep_their_places() -> None:
    assert text_rows("题干,答案\n\n甲,A\n".encode()) == [["题干", "答案"], [], ["甲", "A"]]


@pytest.mark.parametrize("content", [bytes(range(256)) * 4, b"\x00\x01\x02\x03" * 50, b"\xff\xfe\xff"])
def test_bytes_that_are_no_text_are_refused(content: bytes) -> None:
    with pytest.raises(NotReadable):
        decode_text(content)


CELLS = st.text(st.characters(codec="gb18030", exclude_categories=["Cs", "Cc", "Cn", "Co"]), min_size=1, max_size=8)


@given(
    st.lists(st.lists(CELLS, min_size=3, max_size=3), min_size=2, max_size=6), st.sampled_from(["utf-8-sig", "gb18030"])
)
def test_what_was_written_is_read(rows: list[list[str]], encoding: str) -> None:
    assume(not any("=" in cell for row in rows for cell in row))
    written = io.StringIO()
    csv.writer(written, quoting=csv.QUOTE_ALL).writerows([["题干", "选项", "答案"], *rows])
    content = written.getvalue().encode(encoding)
    assume(encoding != "gb18030" or not _is_utf8(content))
    assert text_rows(content)[1:] == rows


def _is_utf8(content: bytes) -> bool:
    try:
        content.decode()
    except UnicodeDecodeError:
        return False
    return True
