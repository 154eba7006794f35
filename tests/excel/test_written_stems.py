"""Kind, points and key are taken off a stem."""

import pytest

from quizapp.core.questions import Kind
from quizapp.excel.written_lines import KeyPlace, WrittenQuestion
from quizapp.excel.written_stems import take_stem_key, take_tags


@pytest.mark.parametrize(
    ("stem", "kind", "left"),
    [
        ("【单选题】甲", Kind.SINGLE, "甲"),
        ("(判断题，2分)甲（）", Kind.TRUE_FALSE, "甲（）"),
        ("甲（2分）", None, "甲"),
        ("甲（多选）", Kind.MULTIPLE, "甲"),
        ("（一般）甲", None, "（一般）甲"),
    ],
)
def test_tags(stem: str, kind: Kind | None, left: str) -> None:
    question = WrittenQuestion(1, stem=stem)
    take_tags(question)
    assert (question.kind, question.stem) == (kind, left)


def test_the_key_moves_out_of_the_stem() -> None:
    question = WrittenQuestion(1, stem="甲（B）", options=["一", "二"])
    take_stem_key(question, "")
    assert (question.stem, question.key, question.key_place) == ("甲（）", "B", KeyPlace.BRACKETS)


def test_a_key_that_is_written_twice_must_agree() -> None:
    same, other = (WrittenQuestion(1, stem="甲（B）", options=["一", "二"], key=key) for key in "BA")
    for question in (same, other):
        take_stem_key(question, "")
    assert (same.stem, same.trouble) == ("甲（）", "")
    assert other.trouble


def test_brackets_of_a_fill_in_with_its_own_key_are_text() -> None:
    question = WrittenQuestion(1, kind=Kind.FILL_BLANK, stem="规定（试行）以____为尊", key="右")
    take_stem_key(question, "")
    assert (question.stem, question.key, question.trouble) == ("规定（试行）以____为尊", "右", "")


def test_a_key_before_the_number() -> None:
    question = WrittenQuestion(1, stem="甲（ ）", options=["一", "二"])
    take_stem_key(question, "B")
    assert (question.stem, question.key) == ("甲（ ）", "B")
