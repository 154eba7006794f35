"""Lists of keys among the lines of a text."""

from time import perf_counter

import pytest

from quizapp.core.questions import Kind
from quizapp.excel.closing_lists import find_lists
from tests.excel.made_texts import lines_of, written


@pytest.mark.parametrize(
    ("line", "keys"),
    [
        ("1—5 ABCDA", "A B C D A"),
        ("1-5：ABCDA 6-7：BC", "A B C D A B C"),
        ("1～3 AB CD ABC", "AB CD ABC"),
        ("1.A 2.B 3.CD", "A B CD"),
        ("1、A，2、B，3、CD", "A B CD"),
        ("(1)A (2)B", "A B"),
        ("1A2B3C", "A B C"),
        ("1.√ 2.× 3.√", "√ × √"),
        ("1-4 对错对错", "对 错 对 错"),
        ("1-2 正确 错误", "正确 错误"),
        ("答案：1.A 2.B", "A B"),
        ("1-10 ABCDA BCDAB", "A B C D A B C D A B"),
    ],
)
def test_lines_of_keys(line: str, keys: str) -> None:
    ((found,), taken) = find_lists(lines_of(line))
    assert " ".join(key for _number, key in found.keys) == keys
    assert taken == {0}


@pytest.mark.parametrize("line", ["1.A", "1. 甲 2. 乙", "A.甲 B.乙", "1.A级 2.B级", "答案：B", "2026-11 会议"])
def test_lines_that_are_no_lists(line: str) -> None:
    assert find_lists(lines_of(line)) == ([], set())


def test_a_range_with_another_count_is_broken() -> None:
    ((found,), _taken) = find_lists(lines_of("1-5 ABC"))
    assert found.is_broken


def test_headings_name_the_parts() -> None:
    text = "参考答案\n一、单选题 1.A 2.B\n二、判断题\n1.√ 2.×\n三、填空题\n1.甲\n2.乙"
    found, taken = find_lists(lines_of("一、单选题\n二、判断题\n三、填空题\n" + text))
    assert [parsed.kind for parsed in found] == [Kind.SINGLE, Kind.TRUE_FALSE, Kind.FILL_BLANK]
    assert [parsed.keys for parsed in found][-1] == [(1, "甲"), (2, "乙")]
    assert taken == set(range(3, 10))


def test_keys_of_a_part_without_numbers_stand_in_its_order() -> None:
    ((found,), _taken) = find_lists(lines_of("单选题答案：ABC"))
    assert found.keys == [(0, "A"), (0, "B"), (0, "C")]


def test_explanations_follow_their_keys() -> None:
    text = "1. 甲\n2. 乙\n参考答案：\n1. A 解析：因为甲。\n2. B\n【解析】因为乙。"
    ((found,), _taken) = find_lists(lines_of(text))
    assert found.keys == [(1, "A"), (2, "B")]
    assert found.explanations == {1: "因为甲。", 2: "因为乙。"}


def test_the_answer_of_one_question_is_no_list() -> None:
    assert find_lists(lines_of("1. 怎样送客？\n答案：\n1. 起立\n2. 挥手")) == ([], set())


def test_options_without_a_question_end_a_list() -> None:
    found, taken = find_lists(lines_of("1. 甲？\n2. 乙？\n参考答案\n1-2 AB\nA、五分钟\nB、十分钟"))
    assert [key for one in found for _number, key in one.keys] == ["A", "B"]
    assert taken == {2, 3}


ASKED = "1. 甲（ ）\nA.一 B.二\n2. 乙（ ）\nA.一 B.二\n参考答案：\n"


@pytest.mark.parametrize("keys", ["1.A 2.B\n", "1. A 解析：因为甲。\n2. B\n【解析】因为乙。\n", "1. A\n\n2.（B）\n"])
@pytest.mark.parametrize(
    ("below", "stem"),
    [
        ("站姿要端正。（√）", "站姿要端正。（）"),
        ("3. 怎样送客？\n答案：起立", "怎样送客？"),
        ("怎样送客？\n答案：起立", "怎样送客？"),
        ("7. 站姿要端正（√）", "站姿要端正（）"),
        ("1. 站姿要端正。\n答案：对", "站姿要端正。"),
    ],
)
def test_a_question_below_the_list_is_no_part_of_it(keys: str, below: str, stem: str) -> None:
    found = list(written(f"{ASKED}{keys}\n{below}").questions())
    assert [question.key.strip("（）") for question in found[:2]] == ["A", "B"]
    assert [question.stem for question in found[2:]] == [stem]
    assert stem[:4] not in "".join(question.explanation for question in found)


@pytest.mark.parametrize("line", ["\n以上试题由办公室解释。", "站姿要端正。（√）", "\n站姿应当____。"])
def test_a_line_below_the_list_is_told(line: str) -> None:
    text = written(f"{ASKED}1. A\n2. B\n【解析】因为乙。\n{line}")
    assert [remark.line for remark in text.remarks] == [9 + line.count("\n")]


def test_paragraphs_between_the_keys_are_not_told() -> None:
    text = written(f"{ASKED}1. A\n【解析】因为甲。\n\n也因为别的。\n\n2. B\n【解析】因为乙。")
    assert [question.explanation for question in text.questions()] == ["因为甲。\n也因为别的。", "因为乙。"]
    assert not text.remarks


def test_many_repeated_headings_are_read_quickly() -> None:
    lines = lines_of("参考答案\n" + "一、单选题\n1.A 2.B\n二、判断题\n" * 5_000)
    begin = perf_counter()
    find_lists(lines)
    assert perf_counter() - begin < 10
