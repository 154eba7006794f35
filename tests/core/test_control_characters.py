"""What is a control character and what is text."""

import unicodedata

import pytest

from quizapp.core.control_characters import CONTROL_CHARACTERS


def test_all_of_the_category_but_white_space_of_texts_and_the_noncharacters() -> None:
    found = {code for code in range(0x110000) if CONTROL_CHARACTERS.fullmatch(chr(code))}
    control = {code for code in range(0x110000) if unicodedata.category(chr(code)) == "Cc"} - {9, 10, 13}
    nowhere = {
        *range(0xFDD0, 0xFDF0),
        *(plane + last for plane in range(0, 0x110000, 0x10000) for last in (0xFFFE, 0xFFFF)),
    }
    assert found == control | nowhere


@pytest.mark.parametrize("text", ["张三", "第一行\n第二行\t", "\u3000", "👨\u200d👩", "\ue000", "é"])
def test_what_people_write_is_none(text: str) -> None:
    assert not CONTROL_CHARACTERS.search(text)
