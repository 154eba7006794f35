"""Keys and responses as letters, true and false, texts."""

import json

import pytest

from quizapp.core.json_nodes import Node, raise_faults, read_json
from quizapp.core.month_answers import read_key, read_response
from quizapp.core.questions import Kind, Option, Question
from quizapp.errors import UserError


def _node(value: object) -> Node:
    return read_json(json.dumps({"x": value}).encode())


def _question(kind: Kind) -> Question:
    keys = {Kind.SINGLE: (0,), Kind.MULTIPLE: (0, 1), Kind.TRUE_FALSE: True, Kind.FILL_BLANK: (("三",), ("五",))}
    options = tuple(Option(one) for one in "甲乙丙") if kind.has_options else ()
    return Question(kind, "题干", keys[kind], options)


@pytest.mark.parametrize(
    ("kind", "written", "key"),
    [
        (Kind.SINGLE, ["B"], (1,)),
        (Kind.SINGLE, "B", (1,)),
        (Kind.MULTIPLE, ["C", "A"], (0, 2)),
        (Kind.MULTIPLE, "CA", (0, 2)),
        (Kind.TRUE_FALSE, False, False),
        (Kind.FILL_BLANK, [["三", "3"], ["五"]], (("三", "3"), ("五",))),
        (Kind.FILL_BLANK, ["三", "五"], (("三",), ("五",))),
        (Kind.SHORT_ANSWER, "先听完。", "先听完。"),
    ],
)
def test_keys(kind: Kind, written: object, key: object) -> None:
    root = _node(written)
    assert read_key(root.field("x"), kind, 3) == key
    raise_faults(root)


@pytest.mark.parametrize(
    ("kind", "written"),
    [
        (Kind.SINGLE, ["A", "B"]),
        (Kind.SINGLE, "D"),
        (Kind.SINGLE, ""),
        (Kind.SINGLE, 1),
        (Kind.MULTIPLE, []),
        (Kind.MULTIPLE, "AA"),
        (Kind.MULTIPLE, ["甲"]),
        (Kind.TRUE_FALSE, "正确"),
        (Kind.FILL_BLANK, []),
        (Kind.FILL_BLANK, [[]]),
        (Kind.FILL_BLANK, "三"),
        (Kind.SHORT_ANSWER, ""),
        (Kind.SHORT_ANSWER, None),
    ],
)
def test_keys_that_are_none(kind: Kind, written: object) -> None:
    root = _node(written)
    read_key(root.field("x"), kind, 3)
    with pytest.raises(UserError, match="x"):
        raise_faults(root)


@pytest.mark.parametrize(
    ("kind", "written", "response"),
    [
        (Kind.SINGLE, "C", (2,)),
        (Kind.SINGLE, "", ()),
        (Kind.SINGLE, None, None),
        (Kind.MULTIPLE, "BA", (0, 1)),
        (Kind.MULTIPLE, [], ()),
        (Kind.TRUE_FALSE, False, False),
        (Kind.FILL_BLANK, ["三", None], ("三", "")),
        (Kind.FILL_BLANK, "三", ("三",)),
    ],
)
def test_responses(kind: Kind, written: object, response: object) -> None:
    root = _node(written)
    assert read_response(root.field("x"), _question(kind)) == response
    raise_faults(root)


@pytest.mark.parametrize(
    ("kind", "written"),
    [
        (Kind.SINGLE, "AB"),
        (Kind.SINGLE, "D"),
        (Kind.MULTIPLE, "AZ"),
        (Kind.TRUE_FALSE, "A"),
        (Kind.FILL_BLANK, ["一", "二", "三"]),
        (Kind.FILL_BLANK, 3),
    ],
)
def test_responses_that_cannot_be(kind: Kind, written: object) -> None:
    root = _node(written)
    read_response(root.field("x"), _question(kind))
    with pytest.raises(UserError, match="x"):
        raise_faults(root)
