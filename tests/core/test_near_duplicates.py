"""Texts that differ in few edits meet in a piece; texts that share nothing are never compared."""

from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from quizapp.core.near_duplicates import NearTexts, comparable, piece_width, pieces
from quizapp.core.questions import Kind, Option, Question

LETTERS = st.characters(min_codepoint=0x4E00, max_codepoint=0x4FFF)
QUESTION = Question(Kind.SINGLE, "铃响几声之内接听？", (0,), (Option("三声"), Option("五声")))


def edited(text: str, edits: list[tuple[int, str, str]]) -> str:
    """The text after edits of one letter each: put in, taken out, exchanged."""
    for place, act, letter in edits:
        at = place % max(1, len(text))
        kept = text[at + 1 :] if act != "in" else text[at:]
        text = text[:at] + ("" if act == "out" else letter) + kept
    return text


def test_signs_and_the_order_of_options_do_not_count() -> None:
    turned = replace(QUESTION, stem="铃响几声之内，接听", options=QUESTION.options[::-1])
    assert comparable(turned) == comparable(QUESTION)
    assert comparable(replace(QUESTION, options=(Option("三声"), Option("七声")))) != comparable(QUESTION)


def test_a_text_is_cut_into_pieces_that_do_not_overlap() -> None:
    assert pieces("一二三四五六七八九") == ["一二三", "四五六", "七八九"]
    assert pieces("一二三四五") == ["一二", "三四"]
    assert pieces("一二三") == []
    assert piece_width(40) == 4


@given(
    st.text(LETTERS, min_size=8, max_size=80),
    st.lists(st.tuples(st.integers(0, 200), st.sampled_from(["in", "out", "other"]), LETTERS), max_size=12),
    st.lists(st.text(LETTERS, min_size=8, max_size=40), max_size=5),
)
def test_a_text_with_fewer_edits_than_pieces_is_met(
    text: str, edits: list[tuple[int, str, str]], others: list[str]
) -> None:
    """At most one in five letters: beyond that two texts are not near any more."""
    edits = edits[: min(len(pieces(text)) - 1, len(text) // 5)]
    asked = edited(text, edits)
    known = NearTexts([asked])
    for number, other in enumerate([text, *others]):
        known.add(number, other)
    assert 0 in known.near(asked)


def test_texts_that_share_nothing_do_not_meet() -> None:
    known = NearTexts(["会议开始前多久到岗"])
    known.add(0, "名片的字应当正对着客人")
    assert known.near("会议开始前多久到岗") == set()


def test_a_piece_that_stands_everywhere_tells_nothing() -> None:
    """Two thousand questions that begin alike are not all compared with each other; the rare piece still leads."""
    texts = [f"下列说法正确的是{chr(0x5000 + number)}{chr(0x6000 + number)}关于会议服务" for number in range(2000)]
    known = NearTexts(texts)
    for number, text in enumerate(texts):
        known.add(number, text)
    assert len(known.near(texts[7])) < 250
    assert 7 in known.near(texts[7].replace("服务", "保障"))
