"""Answers of blanks in one cell: joined and split again, and what other files write."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quizapp.excel.blank_texts import joined_blanks, split_blanks

PIECES = st.text(st.sampled_from("ab|;；｜\\"), min_size=1, max_size=5)


@given(st.lists(st.lists(PIECES, min_size=1, max_size=3), min_size=1, max_size=3))
def test_what_is_joined_is_split_into_the_same(key: list[list[str]]) -> None:
    assert split_blanks(joined_blanks(key)) == key


@pytest.mark.parametrize(
    ("text", "blanks"),
    [
        ("位尊者;尊者|3;三", [["位尊者", "尊者"], ["3", "三"]]),
        ("甲；乙｜丙", [["甲", "乙"], ["丙"]]),
        ("甲||乙|丙", [["甲"], ["乙|丙"]]),
        (r"甲\|乙|丙\;丁", [["甲|乙"], ["丙;丁"]]),
        (r"C:\temp\a|D", [["C:\\temp\\a"], ["D"]]),
        (r"\\server", [["\\\\server"]]),
        ("", [[""]]),
    ],
)
def test_what_files_write(text: str, blanks: list[list[str]]) -> None:
    assert split_blanks(text) == blanks


def test_the_usual_answer_reads_as_anybody_would_write_it() -> None:
    assert joined_blanks([("位尊者", "尊者"), ("3",)]) == "位尊者;尊者|3"
