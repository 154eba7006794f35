"""A trial: the paper as somebody would get it, marked like any other, and nothing of it kept."""

import pytest
from sqlalchemy import update

from quizapp.core.exams import PaperPlan
from quizapp.core.papers import Blueprint, Section
from quizapp.core.questions import Kind
from quizapp.db.engine import Database
from quizapp.db.tables import AttemptRow, QuestionRow, SittingRow
from quizapp.errors import Conflict, UserError
from quizapp.services.question_records import QuestionState
from tests.services.conftest import Roster
from tests.services.office import ACTOR, Office, fill_bank, right_response, usual_questions, wrong_response
from tests.services.pictured import CONTENTS, SEATS, fill_pictured_bank, seats


@pytest.fixture
def office(database: Database, roster: Roster) -> Office:
    roster.people(roster.department("办公室"), "张三", "李四")
    return Office(database)


@pytest.fixture
def bank_id(database: Database) -> int:
    return fill_bank(database, usual_questions())


@pytest.mark.parametrize("is_published", [False, True])
def test_a_trial_is_marked_and_leaves_nothing_behind(
    office: Office, bank_id: int, database: Database, is_published: bool
) -> None:
    exam_id = office.exams.create(ACTOR, office.definition(bank_id))
    if is_published:
        office.exams.publish(ACTOR, exam_id)
    trial = office.trials.trial(exam_id, 0, "试做一")
    responses = [right_response(place) for place in trial.questions]
    responses[0] = wrong_response(trial.questions[0])
    outcome = office.trials.grade_trial(trial, responses)
    assert (outcome.score, outcome.full_points) == (90_00, 100_00)
    assert [one.earned for one in outcome.questions] == [0] + [10_00] * 9
    with database.read() as session:
        assert session.query(AttemptRow).count() == session.query(SittingRow).count() == 0


def test_a_draft_that_cannot_be_filled_cannot_be_tried(office: Office, bank_id: int) -> None:
    plan = PaperPlan("通用卷", Blueprint((bank_id,), (Section(Kind.SINGLE, 50, 200),)))
    exam_id = office.exams.create(ACTOR, office.definition(bank_id, papers=(plan,)))
    with pytest.raises(UserError, match="还缺 42 题"):
        office.trials.trial(exam_id, 0, "x")


def test_the_printed_paper_keeps_key_and_options_together(office: Office, bank_id: int) -> None:
    exam_id = office.published(bank_id)
    paper = office.trials.printed_paper(exam_id, 0, "A")
    assert paper.questions == office.trials.printed_paper(exam_id, 0, "A").questions
    assert paper.questions != office.trials.printed_paper(exam_id, 0, "B").questions
    assert sum(points for _question, points in paper.questions) == 100_00
    for question, _points in paper.questions:
        if question.kind is Kind.SINGLE and isinstance(question.key, tuple):
            assert [question.options[int(str(index))].text[-1] for index in question.key] == ["乙"]
        if question.kind is Kind.MULTIPLE and isinstance(question.key, tuple):
            assert {question.options[int(str(index))].text[-1] for index in question.key} == {"甲", "丙"}


def test_the_printed_paper_has_the_pictures_at_their_options(office: Office, database: Database) -> None:
    questions = [seats(number) for number in range(1, 5)] + usual_questions()[8:]
    exam_id = office.exams.create(ACTOR, office.definition(fill_pictured_bank(database, questions)))
    paper = office.trials.printed_paper(exam_id, 0, "print/B")
    assert paper.pictures == CONTENTS
    for question in (one for one, _points in paper.questions if one.kind is Kind.SINGLE):
        pictured = [picture for picture in question.pictures if picture.option is not None]
        assert [question.options[picture.option or 0].text for picture in pictured] == ["", ""]
        assert question.pictures_of(question.key[0]) == SEATS.pictures_of(1)  # type: ignore[index,arg-type]  # a choice


def test_a_trial_shows_its_own_pictures_whatever_becomes_of_the_bank(office: Office, database: Database) -> None:
    questions = [seats(number) for number in range(1, 5)] + usual_questions()[8:]
    bank_id = fill_pictured_bank(database, questions)
    trial = office.trials.trial(office.exams.create(ACTOR, office.definition(bank_id)), 0, "试做")
    shown = {
        (at, place): office.trials.picture(trial, at, place)
        for at, one in enumerate(trial.questions)
        for place in one.pictures
    }
    assert set(shown.values()) == set(CONTENTS.values())
    with database.write() as session:
        session.execute(update(QuestionRow).values(state=QuestionState.RETIRED))
    assert {where: office.trials.picture(trial, *where) for where in shown} == shown
    with pytest.raises(Conflict):
        office.trials.picture(trial, 0, (99, 0))
