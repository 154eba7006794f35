"""A file compared with a bank: by identity, row by row."""

from collections.abc import Callable
from dataclasses import replace
from datetime import datetime

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from quizapp.config import ReadingLimits
from quizapp.core.people import Actor
from quizapp.core.problems import Severity
from quizapp.core.questions import Kind, Option, Question
from quizapp.db.engine import Database
from quizapp.errors import NotReadable
from quizapp.services.bank_previews import BankPreview, Novelty
from quizapp.services.banks import Banks, QuestionState
from tests.services.bank_files import file_of, preview_of, single


@pytest.fixture
def banks(database: Database, now: Callable[[], datetime]) -> Banks:
    """The service on an empty database."""
    return Banks(database, now)


def novelties(preview: BankPreview) -> list[str]:
    """What each row is."""
    return [item.novelty.value for item in preview.items]


def test_all_is_new_where_there_is_no_bank(database: Database) -> None:
    preview = preview_of(database, file_of([single(1), single(2)], faulty=1))
    assert novelties(preview) == ["new", "new"]
    assert (preview.faulty, preview.layout, preview.file_name) == (1, "每列一个选项", "题库.xlsx")
    assert [(problem.row, problem.message) for problem in preview.problems] == [(4, "没有答案")]


def test_rows_are_new_same_or_changed_against_the_bank(database: Database, banks: Banks, actor: Actor) -> None:
    banks.import_(actor, preview_of(database, file_of([single(1), single(2), single(3)])))
    preview = preview_of(database, file_of([single(1), single(2, key=3), single(3, explanation="看规定"), single(4)]))
    assert novelties(preview) == ["same", "changed", "changed", "new"]
    assert [preview.count(novelty) for novelty in Novelty] == [1, 1, 2, 0]
    changed = preview.items[1]
    assert (changed.before, changed.after) == (single(2), single(2, key=3))


def test_another_bank_knows_nothing_of_it(database: Database, banks: Banks, actor: Actor) -> None:
    banks.import_(actor, preview_of(database, file_of([single(1)])))
    assert novelties(preview_of(database, file_of([single(1)]), "服务标准")) == ["new"]


def test_what_a_file_leaves_empty_does_not_delete_anything(database: Database, banks: Banks, actor: Actor) -> None:
    full = single(1, explanation="看规定", category="会面", source="惯例")
    banks.import_(actor, preview_of(database, file_of([full])))
    preview = preview_of(database, file_of([single(1), single(1, key=2)]))
    assert novelties(preview) == ["same", "repeated"]
    preview = preview_of(database, file_of([single(1, key=2)]))
    assert preview.items[0].after == replace(full, key=(2,))


def test_a_repeated_row_is_no_second_question_whatever_it_answers(database: Database) -> None:
    turned = replace(single(1), options=tuple(reversed(single(1).options)), key=(3,))
    preview = preview_of(database, file_of([single(1), turned, single(2), single(1, key=1)]))
    assert novelties(preview) == ["new", "repeated", "new", "repeated"]


def test_the_same_stem_with_other_options_is_new(database: Database, banks: Banks, actor: Actor) -> None:
    banks.import_(actor, preview_of(database, file_of([single(1)])))
    other = replace(single(1), options=tuple(Option(text) for text in ("甲", "乙")))
    assert novelties(preview_of(database, file_of([other]))) == ["new"]


def test_a_retired_question_is_told(database: Database, banks: Banks, actor: Actor) -> None:
    banks.import_(actor, preview_of(database, file_of([single(1), single(2)])))
    (first, _second) = banks.questions(1)
    banks.set_state(actor, (first.id,), QuestionState.RETIRED)
    preview = preview_of(database, file_of([single(1), single(2)]))
    assert novelties(preview) == ["same", "same"]
    assert [(problem.row, problem.severity) for problem in preview.problems] == [(2, Severity.WARNING)]


KINDS = (
    single(1),
    Question(Kind.MULTIPLE, "哪些对？", (0, 1), (Option("甲"), Option("乙"), Option("丙"))),
    Question(Kind.TRUE_FALSE, "对吗？", True, explanation="对"),
    Question(Kind.FILL_BLANK, "____ 与 ____", (("甲", "乙"), ("丙",))),
    Question(Kind.SHORT_ANSWER, "为什么？", "因为"),
)


def test_every_kind_comes_back_the_same(database: Database, banks: Banks, actor: Actor) -> None:
    banks.import_(actor, preview_of(database, file_of(KINDS)))
    assert novelties(preview_of(database, file_of(KINDS))) == ["same"] * 5


@settings(max_examples=25, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(rows=st.lists(st.tuples(st.integers(1, 6), st.integers(0, 3)), max_size=12), again=st.data())
def test_every_row_is_counted_once(database: Database, rows: list[tuple[int, int]], again: st.DataObject) -> None:
    order = again.draw(st.permutations(rows))
    preview = preview_of(database, file_of([single(number, key) for number, key in order]))
    distinct = {number for number, _key in rows}
    assert preview.count(Novelty.NEW) == len(distinct)
    assert sum(preview.count(novelty) for novelty in Novelty) == len(rows)


def test_a_file_beyond_all_measure_is_not_read(database: Database, now: Callable[[], datetime]) -> None:
    banks = Banks(database, now, ReadingLimits(file_megabytes=1))
    with pytest.raises(NotReadable, match="超过 1 MB"):
        banks.preview("礼仪", b" " * (1024 * 1024 + 1), "题库.xlsx")


def test_a_file_is_read_and_compared(banks: Banks, actor: Actor) -> None:
    rows = ["题型,题干,选项A,选项B,答案", "单选题,递送名片应当,双手,单手,A", "判断题,走在客人前面,,,错"]
    content = "\n".join(rows).encode("utf-8-sig")
    preview = banks.preview(" 礼仪 ", content, "题库.csv")
    assert (preview.bank_name, preview.file_name, len(preview.file_hash)) == ("礼仪", "题库.csv", 64)
    assert [(item.row, item.question.kind, item.question.key) for item in preview.items] == [
        (2, Kind.SINGLE, (0,)),
        (3, Kind.TRUE_FALSE, False),
    ]
    assert banks.banks() == []
