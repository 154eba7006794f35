"""JSON that somebody wrote: every fault is told with its path, nothing is guessed."""

from collections.abc import Callable
from datetime import UTC, date, datetime

import pytest

from quizapp.core.json_nodes import Node, at, raise_faults, read_json, refuse
from quizapp.errors import NotReadable, UserError


def _faults(root: Node) -> list[str]:
    with pytest.raises(UserError) as refused:
        raise_faults(root)
    return str(refused.value).split("\n")[1:]


def test_paths_lead_through_objects_and_lists() -> None:
    root = read_json(b'{"people": [{}, {"name": 5}]}')
    people = list(root.field("people").items())
    people[1].field("name").text()
    people[0].field("name").text()
    assert _faults(root) == ["people[1].name：这里应是文字，放在引号里。", "people[0].name：缺少这一项。"]


@pytest.mark.parametrize(
    ("read", "written", "value"),
    [
        (lambda node: node.text(), '" 张三 "', "张三"),
        (lambda node: node.text(""), "null", ""),
        (lambda node: node.text(), '"第一行\\r\\n\\t第二行"', "第一行\n\t第二行"),
        (lambda node: node.instant(), '"2999-12-31T23:59:59Z"', datetime(2999, 12, 31, 23, 59, 59, tzinfo=UTC)),
        (lambda node: node.flag(default=False), "true", True),
        (lambda node: node.flag(default=True), "null", True),
        (lambda node: node.whole(30, lowest=1, highest=600), "45", 45),
        (lambda node: node.points(), "2.5", 250),
        (lambda node: node.points(), "0.1", 10),
        (lambda node: node.points(), "4", 400),
        (lambda node: node.points(), "40.50" + "0" * 60, 4050),
        (lambda node: node.points(), "0e-99999999", 0),
        (lambda node: node.points(), "405e-1", 4050),
        (lambda node: node.one_of({"a": 1}, 0), '"a"', 1),
        (lambda node: node.instant(), '"2026-03-20T09:00:00+08:00"', datetime(2026, 3, 20, 1, 0, tzinfo=UTC)),
        (lambda node: node.instant(), '"2026-03-20T01:00:00Z"', datetime(2026, 3, 20, 1, 0, tzinfo=UTC)),
        (lambda node: node.day(), '"2026-03-20"', date(2026, 3, 20)),
        (lambda node: node.day(), "null", None),
        (lambda node: list(node.items()), "null", []),
    ],
)
def test_what_is_right_is_read(read: Callable[[Node], object], written: str, value: object) -> None:
    root = read_json(f'{{"x": {written}}}'.encode())
    assert read(root.field("x")) == value
    raise_faults(root)


def test_a_time_without_a_zone_is_local() -> None:
    root = read_json(b'{"x": "2026-03-20T09:00:00"}')
    assert root.field("x").instant() == datetime(2026, 3, 20, 9, 0).astimezone(UTC)


@pytest.mark.parametrize(
    ("read", "written", "words"),
    [
        (lambda node: node.text(), '""', "不能为空"),
        (lambda node: node.text(""), "5", "文字"),
        (lambda node: node.flag(default=False), '"是"', "true 或 false"),
        (lambda node: node.flag(default=False), "1", "true 或 false"),
        (lambda node: node.whole(1, lowest=1, highest=10), "0", "1 至 10"),
        (lambda node: node.whole(1, lowest=1, highest=10), "true", "整数"),
        (lambda node: node.whole(1, lowest=1, highest=10), "1.0", "整数"),
        (lambda node: node.points(), "null", "缺少"),
        (lambda node: node.points(), "-1", "分数"),
        (lambda node: node.points(), "0.125", "两位小数"),
        (lambda node: node.points(), "true", "分数"),
        (lambda node: node.points(), f"40.{'0' * 39}1", "两位小数"),
        (lambda node: node.points(), f"99.{'9' * 35}", "两位小数"),
        (lambda node: node.points(), "5e-99999999", "两位小数"),
        (lambda node: node.points(), "1e400", "分数"),
        (lambda node: node.one_of({"a": 1, "b": 2}, 0), '"c"', "a、b"),
        (lambda node: node.one_of({"a": 1}, 0), "[]", "a"),
        (lambda node: node.instant(), '"昨天"', "2026-03-20T09:00:00"),
        (lambda node: node.instant(), "null", "缺少"),
        (lambda node: node.instant(), '"0001-01-01T00:00:00+14:00"', "2026-03-20T09:00:00"),
        (lambda node: node.instant(), '"9999-12-31T23:59:59+00:00"', "1970 年至 2999 年"),
        (lambda node: node.instant(), '"3000-01-01T00:00:00+00:00"', "1970 年至 2999 年"),
        (lambda node: node.instant(), '"1969-12-31T23:59:59+00:00"', "1970 年至 2999 年"),
        (lambda node: node.text(), '"张\\u0000三"', "控制字符"),
        (lambda node: node.text(), '"\\u001b[31m张三"', "控制字符"),
        (lambda node: node.text(""), '"\\u0007"', "控制字符"),
        (lambda node: node.text(), '"张\\ufffe三"', "控制字符"),
        (lambda node: node.instant(), '"2026\\u0000"', "控制字符"),
        (lambda node: node.day(), '"20.3.2026"', "2026-03-20"),
        (lambda node: list(node.items()), "{}", "列表"),
        (lambda node: list(node.fields()), "[]", "对象"),
        (lambda node: node.only("a"), "[]", "对象"),
        (lambda node: node.only("a"), '{"b": 1}', "不认识的键"),
    ],
)
def test_what_is_wrong_is_told_once(read: Callable[[Node], object], written: str, words: str) -> None:
    root = read_json(f'{{"x": {written}}}'.encode())
    read(root.field("x"))
    (fault,) = _faults(root)
    assert fault.startswith("x") and words in fault


@pytest.mark.parametrize(
    ("content", "words"),
    [
        (b'{"a": 1,}', "第 1 行"),
        (b"", "不是有效的 JSON"),
        (b"\xff\xfe\x00", "UTF-8"),
        (b'{"a": NaN}', "NaN"),
        (b'{"a": ' + b"9" * 5_000 + b"}", "不是数字"),
        (b"[" * 100_000, "括号套得太深"),
        (b'{"a": 1e99999999999999999999}', "1e99999999999999999999 不是数字"),
        (b'{"a": 1e-' + b"9" * 5_000 + b"}", "不是数字"),
    ],
)
def test_what_is_no_json_is_not_readable(content: bytes, words: str) -> None:
    with pytest.raises(NotReadable, match=words):
        read_json(content)


def test_a_key_written_twice_is_refused() -> None:
    with pytest.raises(UserError, match="两个“q1”"):
        read_json(b'{"q1": "A", "q1": "B"}')


def test_a_byte_order_mark_does_no_harm() -> None:
    assert read_json(b'\xef\xbb\xbf{"a": 1}').value == {"a": 1}


def test_a_long_list_of_faults_is_cut_and_counted() -> None:
    with pytest.raises(UserError) as refused:
        refuse([at(f"people[{number}]", "错") for number in range(60)])
    lines = str(refused.value).split("\n")
    assert "60 处" in lines[0]
    assert len(lines) == 52
    assert "10 处" in lines[-1]
    refuse([])  # nothing wrong, nothing raised


def test_half_a_character_is_a_fault() -> None:
    root = read_json(b'{"name": "\\ud800", "whole": "\\ud83c\\udf89"}')
    assert root.field("whole").text() == "\U0001f389"
    assert root.field("name").text() == ""
    with pytest.raises(UserError, match="name：有不完整的字符"):
        raise_faults(root)
