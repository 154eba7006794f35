"""Options in one cell: what divides a column of them, and what is left alone."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quizapp.core.questions import LETTERS
from quizapp.excel.option_cells import by_letters, divider_of, is_comma, letter_places, texts_at
from tests.excel.made_books import bank

SIGNS = ["$;$", "<|>", "<br/>", "===", "\n", "|", "；", ";", "#"]
TEXTS = st.text(st.characters(min_codepoint=0x4E00, max_codepoint=0x9FFF), min_size=1, max_size=8)
ROWS = st.lists(st.lists(TEXTS, min_size=2, max_size=6), min_size=1, max_size=5)


def divided(*cells: str) -> list[list[str]] | None:
    found = divider_of(cells)
    return found and [found[1](cell) for cell in cells]


@pytest.mark.parametrize("sign", SIGNS)
@given(rows=ROWS)
def test_each_sign_divides_what_it_joined(sign: str, rows: list[list[str]]) -> None:
    assert divided(*(sign.join(row) for row in rows)) == rows


@pytest.mark.parametrize("label", ["{}.", "{}、", "{}．", "{}:", "{}：", "{}-", "[{}]", "({})", "（{}）"])
@pytest.mark.parametrize("between", ["\n", " | ", "  ", "$;$", "; "])
@given(rows=ROWS)
def test_letters_divide_with_and_without_a_sign(label: str, between: str, rows: list[list[str]]) -> None:
    cells = (
        between.join(label.format(letter) + text for letter, text in zip(LETTERS, row, strict=False)) for row in rows
    )
    assert divided(*cells) == rows


def test_options_without_anything_between_go_by_their_letters() -> None:
    assert by_letters("A.五分B.七分C.十分") == ["五分", "七分", "十分"]
    assert by_letters("A，五分 B，七分") == ["五分", "七分"]


def test_a_letter_that_may_be_part_of_a_word_is_not_guessed_at() -> None:
    assert by_letters("A.路由器B.防火墙C.VPND.交换机") == ["A.路由器B.防火墙C.VPND.交换机"]


def test_a_sign_that_stands_in_an_option_does_not_divide_it() -> None:
    assert divided("A.甲；乙 B.丙", "A.丁 B.戊；己") == [["甲；乙", "丙"], ["丁", "戊；己"]]


@pytest.mark.parametrize(
    "cell",
    ['["甲","乙"]', "['甲', '乙']", '["A. 甲","B. 乙"]', '[{"text": "甲"}, {"text": "乙"}]', '{"A": "甲", "B": "乙"}'],
)
def test_lists_as_programs_write_them(cell: str) -> None:
    assert divided(cell) == [["甲", "乙"]]


def test_commas_divide_only_where_all_cells_have_the_same_number_of_parts() -> None:
    assert divided("甲,乙,丙", "丁,戊,己") == [["甲", "乙", "丙"], ["丁", "戊", "己"]]
    assert divided("甲,乙,丙", "丁,戊") is None
    assert divided("甲,乙", "丁,戊") is None
    assert is_comma(",") and not is_comma("|")


def test_cells_may_be_divided_each_in_its_way() -> None:
    assert divided("甲|乙", "丙;丁", "A.戊 B.己") == [["甲", "乙"], ["丙", "丁"], ["戊", "己"]]


@pytest.mark.parametrize("cells", [("甲 乙", "丙 丁"), ("甲",), ("", " "), ("甲|乙;丙", "丁|戊;己", "一", "二")])
def test_what_nothing_divides_for_sure(cells: tuple[str, ...]) -> None:
    assert divider_of(cells) is None


def test_gaps_stay_and_the_end_is_cut() -> None:
    assert divided("甲||丙|", "丁|戊|") == [["甲", "丙"], ["丁", "戊"]]
    assert divided("甲$;$$;$丙", "丁$;$戊") == [["甲", "", "丙"], ["丁", "戊"]]


def test_places_of_letters_in_running_text() -> None:
    text = "下列哪项？A、甲 B、乙"
    places = letter_places(text)
    assert (text[: places[0][0]], texts_at(text, places)) == ("下列哪项？", ["甲", "乙"])
    assert letter_places("见 A 栋的说明") == []
    assert letter_places("B、乙 A、甲") == []


@pytest.mark.parametrize("cell", ["[" * 30_000, "[" * 30_000 + "]" * 30_000, '{"A":' * 30_000, "[" * 900 + "]" * 900])
def test_brackets_in_brackets_are_no_options(cell: str) -> None:
    assert divider_of([cell]) is None or isinstance(divider_of([cell]), tuple)
    found = bank(["单选题", "问", cell[:32_000], "A"], headings=["题型", "题干", "选项", "答案"])
    assert found.items == [] and found.rows_faulty == 1
