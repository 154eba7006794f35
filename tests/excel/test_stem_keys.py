"""Keys in the brackets of stems."""

from time import perf_counter

import pytest

from quizapp.core.questions import Kind
from quizapp.excel.kinds import Declared
from quizapp.excel.stem_keys import has_key, take_key

OPTIONS = ["甲", "乙", "丙"]


@pytest.mark.parametrize(
    ("stem", "options", "kind", "emptied", "key"),
    [
        ("应当（B）。", OPTIONS, None, "应当（）。", "B"),
        ("应当( A、C )。", OPTIONS, Kind.MULTIPLE, "应当()。", "A、C"),
        ("应当（答案：AB）", OPTIONS, None, "应当（）", "AB"),
        ("应当（　ａ　）", OPTIONS, None, "应当（）", "ａ"),
        ("商务区（CBD）在哪里", OPTIONS, None, "商务区（CBD）在哪里", ""),
        ("方案（A）应当（ ）", OPTIONS, None, "方案（A）应当（ ）", ""),
        ("名片双手递。（√）", [], None, "名片双手递。（）", "√"),
        ("名片（对）双手递。", [], Kind.TRUE_FALSE, "名片（）双手递。", "对"),
        ("名片（对）双手递。", [], None, "名片（对）双手递。", ""),
        ("名片双手递  ×", [], None, "名片双手递", "×"),
        ("握手（三）秒，距离（一米）", [], Kind.FILL_BLANK, "握手（）秒，距离（）", "三|一米"),
        ("握手（三）秒，距离（ ）", [], Kind.FILL_BLANK, "握手（三）秒，距离（ ）", ""),
        ("怎样接待（请答）", [], Kind.SHORT_ANSWER, "怎样接待（请答）", ""),
    ],
)
def test_the_key_is_taken_out(stem: str, options: list[str], kind: Declared | None, emptied: str, key: str) -> None:
    found = take_key(stem, options, kind)
    assert (found.stem, found.key, found.trouble) == (emptied, key, "")


@pytest.mark.parametrize(("stem", "options"), [("甲（A）乙（B）", OPTIONS), ("甲（√）乙（×）", [])])
def test_two_keys_are_none(stem: str, options: list[str]) -> None:
    found = take_key(stem, options, None)
    assert found.trouble
    assert not found.key


def test_lines_with_a_key() -> None:
    assert has_key("名片双手递。（√）")
    assert has_key("应当（B）")
    assert not has_key("应当（ ）")


@pytest.mark.parametrize("stem", ["站姿" + " " * 32_000 + "端正", "站姿（" + " " * 32_000 + "端正", "（ " * 16_000])
def test_long_blanks_are_looked_through_quickly(stem: str) -> None:
    begin = perf_counter()
    assert not has_key(stem)
    assert perf_counter() - begin < 1
