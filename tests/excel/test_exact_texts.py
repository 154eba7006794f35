"""Texts that cells or readers would change are spelled; all others stand as they are."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quizapp.excel.exact_texts import read_spelled, spelled


@given(st.text(st.characters(codec=None)) | st.text(st.sampled_from("\\:u200b_x0041\r\u200b=DISPIMG(")))
def test_whatever_is_spelled_is_read_again(text: str) -> None:
    assert read_spelled(spelled(text)) == text


@pytest.mark.parametrize("text", ["普通的题干", "=1+1", "C:\\temp", "两\n行", "\\", "_x_", "𠮷😀"])
def test_usual_texts_stand_as_they_are(text: str) -> None:
    assert spelled(text) == text


@pytest.mark.parametrize(
    ("text", "cell"),
    [
        ("零\u200b宽", "\\:零\\u200b宽"),
        ("甲\r乙\\", "\\:甲\\u000d乙\\\\"),
        ("_x0041_", "\\:\\u005fx0041_"),
        ("\\:", "\\:\\\\:"),
    ],
)
def test_what_would_change_is_spelled(text: str, cell: str) -> None:
    assert spelled(text) == cell
