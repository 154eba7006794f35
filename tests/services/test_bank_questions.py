"""Questions one by one: found, added, edited, retired, with their history."""

from collections.abc import Callable
from datetime import datetime

import pytest
from sqlalchemy import select

from quizapp.core.people import Actor
from quizapp.core.questions import Difficulty, Kind, Option, Question
from quizapp.db.engine import Database
from quizapp.db.tables import LogRow
from quizapp.errors import Conflict, UserError
from quizapp.services.banks import Banks, QuestionFilter, QuestionState
from tests.services.bank_files import single
from tests.services.conftest import Clock

CARD = Question(
    Kind.SINGLE, "递送名片应当用", (0,), (Option("双手"), Option("单手")), category="会面礼仪", source="通行做法",
    difficulty=Difficulty.EASY,
)  # fmt: skip
DOOR = Question(Kind.TRUE_FALSE, "引导时走在客人右前方", False, category="接待", difficulty=Difficulty.HARD)


@pytest.fixture
def banks(database: Database, now: Callable[[], datetime]) -> Banks:
    """The service on an empty database."""
    return Banks(database, now)


@pytest.fixture
def bank_id(banks: Banks, actor: Actor) -> int:
    """A bank of two questions."""
    bank = banks.add_bank(actor, "礼仪").id
    banks.add_question(actor, bank, CARD)
    banks.add_question(actor, bank, DOOR)
    return bank


def log_lines(database: Database) -> list[tuple[str, str]]:
    """All lines, as (action, subject)."""
    with database.read() as session:
        return [(line.action, line.subject) for line in session.scalars(select(LogRow).order_by(LogRow.id))]


@pytest.mark.parametrize(
    ("wanted", "found"),
    [
        (QuestionFilter(), [CARD, DOOR]),
        (QuestionFilter(text="名片"), [CARD]),
        (QuestionFilter(text="单手 名片"), [CARD]),
        (QuestionFilter(text="名 客人"), []),
        (QuestionFilter(text="接待"), [DOOR]),
        (QuestionFilter(text="通行"), [CARD]),
        (QuestionFilter(text="　"), [CARD, DOOR]),
        (QuestionFilter(kind=Kind.TRUE_FALSE), [DOOR]),
        (QuestionFilter(category="会面礼仪"), [CARD]),
        (QuestionFilter(category=""), []),
        (QuestionFilter(difficulty=Difficulty.HARD), [DOOR]),
        (QuestionFilter(state=QuestionState.RETIRED), []),
        (QuestionFilter(text="双手", kind=Kind.TRUE_FALSE), []),
    ],
)
def test_questions_are_found_by_what_is_asked_of_them(
    banks: Banks, bank_id: int, wanted: QuestionFilter, found: list[Question]
) -> None:
    assert [one.question for one in banks.questions(bank_id, wanted)] == found


def test_a_search_does_not_mind_width_and_case(banks: Banks, bank_id: int, actor: Actor) -> None:
    banks.add_question(actor, bank_id, Question(Kind.SHORT_ANSWER, "什么是ＩＳＯ９００１？", "标准"))
    assert [one.question.stem for one in banks.questions(bank_id, QuestionFilter(text="iso9001"))] == [
        "什么是ＩＳＯ９００１？"
    ]


def test_an_added_question_is_tidied_and_logged(database: Database, banks: Banks, bank_id: int, actor: Actor) -> None:
    added = banks.add_question(actor, bank_id, Question(Kind.SHORT_ANSWER, " 为什么？ ", " 因为 "))
    assert (added.question.stem, added.question.key, added.revision, added.state) == (
        "为什么？", "因为", 1, QuestionState.ACTIVE,
    )  # fmt: skip
    assert log_lines(database)[-1] == ("question.add", "礼仪")


def test_a_faulty_question_is_refused_with_every_fault(banks: Banks, bank_id: int, actor: Actor) -> None:
    with pytest.raises(UserError, match=r"(?s)题干为空.*选项不足两个.*没有答案"):
        banks.add_question(actor, bank_id, Question(Kind.SINGLE, " ", ()))
    assert len(banks.questions(bank_id)) == 2


def test_a_question_that_the_bank_has_is_not_added_again(banks: Banks, bank_id: int, actor: Actor) -> None:
    with pytest.raises(Conflict, match="直接修改"):
        banks.add_question(actor, bank_id, CARD)
    other = banks.add_bank(actor, "服务").id
    banks.add_question(actor, other, CARD)
    card = banks.questions(bank_id)[0]
    banks.set_state(actor, (card.id,), QuestionState.RETIRED)
    with pytest.raises(Conflict, match="停用"):
        banks.add_question(actor, bank_id, CARD)


def test_a_question_cannot_be_added_to_a_bank_that_is_gone(banks: Banks, actor: Actor) -> None:
    with pytest.raises(Conflict, match="题库已不存在"):
        banks.add_question(actor, 99, CARD)


def test_each_edit_is_a_revision(database: Database, banks: Banks, bank_id: int, actor: Actor, clock: Clock) -> None:
    card = banks.questions(bank_id)[0]
    clock.advance(days=1)
    corrected = single(1, category="会面礼仪")
    edited = banks.edit_question(Actor("李四"), card.id, corrected, seen_revision=1)
    assert (edited.revision, edited.question) == (2, corrected)
    newest, oldest = banks.history(card.id)
    assert (newest.number, newest.who, newest.question, newest.at) == (2, "李四", corrected, clock())
    assert (oldest.number, oldest.who, oldest.question) == (1, actor.name, CARD)
    assert log_lines(database)[-1] == ("question.edit", corrected.stem)
    banks.add_question(actor, bank_id, CARD)  # what it said before is free again


def test_an_edit_without_a_difference_leaves_no_revision(
    database: Database, banks: Banks, bank_id: int, actor: Actor
) -> None:
    card = banks.questions(bank_id)[0]
    before = log_lines(database)
    assert banks.edit_question(actor, card.id, CARD, seen_revision=1).revision == 1
    assert log_lines(database) == before


def test_somebody_elses_edit_is_not_overwritten(banks: Banks, bank_id: int, actor: Actor) -> None:
    card = banks.questions(bank_id)[0]
    banks.edit_question(actor, card.id, single(1), seen_revision=1)
    with pytest.raises(Conflict, match="别人改过"):
        banks.edit_question(actor, card.id, single(2), seen_revision=1)
    assert banks.history(card.id)[0].question == single(1)


def test_an_edit_cannot_make_a_question_another_one(banks: Banks, bank_id: int, actor: Actor) -> None:
    door = banks.questions(bank_id)[1]
    with pytest.raises(Conflict, match="直接修改"):
        banks.edit_question(actor, door.id, CARD, seen_revision=1)
    with pytest.raises(Conflict, match="已不存在"):
        banks.edit_question(actor, 99, CARD, seen_revision=1)


def test_retired_questions_are_put_back(database: Database, banks: Banks, bank_id: int, actor: Actor) -> None:
    ids = tuple(one.id for one in banks.questions(bank_id))
    banks.set_state(actor, ids, QuestionState.RETIRED)
    banks.set_state(actor, ids[:1], QuestionState.ACTIVE)
    assert [one.state for one in banks.questions(bank_id)] == [QuestionState.ACTIVE, QuestionState.RETIRED]
    before = log_lines(database)
    assert before[-2:] == [("question.retired", "礼仪"), ("question.active", "礼仪")]
    assert banks.set_state(actor, ids[:1], QuestionState.ACTIVE) == {}
    assert log_lines(database) == before


def test_what_a_change_of_state_returns_takes_it_back(banks: Banks, bank_id: int, actor: Actor) -> None:
    card, door = (one.id for one in banks.questions(bank_id))
    banks.set_state(actor, (card,), QuestionState.REVIEW)
    before = banks.set_state(actor, (card, door), QuestionState.RETIRED)
    assert before == {card: QuestionState.REVIEW, door: QuestionState.ACTIVE}
    banks.set_state(actor, (door,), QuestionState.REVIEW)  # since then: that stays
    assert banks.set_states(actor, before, among=(QuestionState.RETIRED,)) == {card: QuestionState.RETIRED}
    assert [one.state for one in banks.questions(bank_id)] == [QuestionState.REVIEW, QuestionState.REVIEW]


def test_only_questions_in_the_states_meant_are_changed(banks: Banks, bank_id: int, actor: Actor) -> None:
    card, door = (one.id for one in banks.questions(bank_id))
    banks.set_state(actor, (card,), QuestionState.RETIRED)
    approved = banks.set_state(actor, (card, door), QuestionState.ACTIVE, among=(QuestionState.REVIEW,))
    assert approved == {}
    assert [one.state for one in banks.questions(bank_id)] == [QuestionState.RETIRED, QuestionState.ACTIVE]
