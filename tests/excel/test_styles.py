"""Text that is written into workbooks is harmless and legal."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from openpyxl import Workbook

from quizapp.excel.styles import HEADING, Look, legal_text, set_value, text_width


@pytest.mark.parametrize("text", ["=1+1", "+1", "-张", "@x", "\t1", " =1", "＝1", "a\nb", "\r=1"])
def test_active_beginnings_are_quoted(text: str) -> None:
    cell = Look().cell(Workbook(write_only=True).create_sheet())
    set_value(cell, text)
    assert (cell.data_type, bool(cell.quotePrefix)) == ("s", text != "a\nb")


def test_a_cell_that_is_used_again_forgets_the_quote() -> None:
    cell = Look().cell(Workbook(write_only=True).create_sheet())
    for value, data_type, is_quoted in (("=1", "s", True), ("张三", "s", False), ("#N/A", "s", False), (5, "n", False)):
        set_value(cell, value)
        assert (cell.value, cell.data_type, bool(cell.quotePrefix)) == (value, data_type, is_quoted)


@given(st.text())
def test_any_text_becomes_legal_and_keeps_its_length(text: str) -> None:
    legal = legal_text(text)
    assert len(legal) == len(text)
    assert legal.encode().decode() == legal  # no halves of characters
    assert not any(ord(one) < 32 and one not in "\t\n\r" for one in legal)


def test_too_long_a_text_is_cut_to_what_a_cell_holds() -> None:
    assert len(legal_text("长" * 40_000)) == 32_767


def test_a_look_is_what_it_says() -> None:
    cell = HEADING.cell(Workbook(write_only=True).create_sheet())
    assert (cell.font.b, cell.alignment.horizontal, cell.border.left.style) == (True, "center", "thin")
    assert cell.fill.start_color.rgb.endswith("E4ECF6")
    assert Look(number_format="0.00").cell(Workbook(write_only=True).create_sheet()).number_format == "0.00"


def test_chinese_is_twice_as_wide() -> None:
    assert text_width("科室(单位)") == 10
