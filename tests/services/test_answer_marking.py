"""Marking by hand: what waits, what a mark does to score and figures, and that each act is written down."""

from dataclasses import replace

import pytest

from quizapp.core.attempts import AttemptState
from quizapp.core.exams import AttemptsRule
from quizapp.core.people import Actor
from quizapp.db.engine import Database
from quizapp.db.tables import AttemptQuestionRow, AttemptRow, LogRow, ResultRow
from quizapp.errors import Conflict, NotAllowed, UserError
from quizapp.services.answer_marking import AnswerMarking, AnswerToMark
from quizapp.services.granting import MoreTime
from quizapp.services.invigilation import Invigilation
from quizapp.services.marking import grade_attempt
from quizapp.services.results import Results
from tests.services.conftest import Roster
from tests.services.office import ACTOR, Office
from tests.services.short_answers import KEY, publish_short_answers, take


@pytest.fixture
def office(database: Database, roster: Roster) -> Office:
    roster.people(roster.department("办公室"), "张三", "李四", "王五")
    return Office(database)


@pytest.fixture
def marking(office: Office) -> AnswerMarking:
    return AnswerMarking(office.database, office.clock)


def answers(marking: AnswerMarking, exam_id: int) -> list[AnswerToMark]:
    return [one for question in marking.marking(ACTOR, exam_id).questions for one in question.answers]


def mark_all(marking: AnswerMarking, exam_id: int, points: int) -> None:
    for one in answers(marking, exam_id):
        marking.mark(ACTOR, one.attempt_id, one.position, points)


def test_what_waits_is_listed_by_question_and_an_empty_answer_is_nought_by_itself(
    office: Office, marking: AnswerMarking
) -> None:
    exam_id = publish_short_answers(office)
    take(office, exam_id, 1, "请他坐下", "记下要点")
    take(office, exam_id, 2, "耐心听", "  ")
    found = marking.marking(ACTOR, exam_id)
    assert [(one.key, len(one.answers), one.empty) for one in found.questions] == [(KEY, 2, 0), (KEY, 1, 1)]
    assert [point.text for point in found.questions[0].key_points] == ["请坐倒水", "耐心听完", "记下要点"]
    assert (found.unmarked, found.total, found.running) == (3, 3, 0)
    assert {one.text for one in found.questions[0].answers} == {"请他坐下", "耐心听"}
    assert (office.exams.exams()[0].unmarked, office.exams.exams()[0].marked) == (3, 0)


def test_who_is_still_writing_is_counted_and_not_shown(office: Office, marking: AnswerMarking) -> None:
    exam_id = publish_short_answers(office)
    office.desk.start(office.desk.sign_in(1, "").token, exam_id)
    found = marking.marking(ACTOR, exam_id)
    assert (found.total, found.running) == (0, 1)


def test_there_is_no_score_anywhere_until_the_last_answer_is_marked(office: Office, marking: AnswerMarking) -> None:
    exam_id = publish_short_answers(office)
    sheet = take(office, exam_id, 1, "请他坐下", "记下要点")
    token = office.desk.sign_in(1, "").token
    results = Results(office.database, office.clock)

    def seen() -> tuple[object, ...]:
        outcome = office.desk.outcome(token, sheet.attempt_id)
        mine = office.desk.my_page(token).exams[0]
        figures = results.results(exam_id).figures
        row = next(one.row for one in figures.people if one.row.name == "张三")
        whole = figures.whole
        return outcome.score, outcome.unmarked, mine.score, mine.is_unmarked, row.score, whole.scored, whole.unmarked

    assert seen() == (None, 2, None, True, None, 0, 1)
    first, second = answers(marking, exam_id)
    marking.mark(ACTOR, first.attempt_id, first.position, 20_50)
    assert seen() == (None, 1, None, True, None, 0, 1)
    marking.mark(ACTOR, second.attempt_id, second.position, 30_00)
    assert seen() == (90_50, 0, 90_50, False, 90_50, 1, 0)
    office.exams.close(ACTOR, exam_id)
    summary = office.attempts.attempts(exam_id)[0]
    assert (summary.score, summary.unmarked, summary.state) == (90_50, 0, AttemptState.SUBMITTED)


def test_results_are_not_final_while_an_answer_waits(office: Office, marking: AnswerMarking, roster: Roster) -> None:
    exam_id = publish_short_answers(office)
    for person in (1, 2, 3):
        take(office, exam_id, person, "请他坐下", "")
    office.exams.close(ACTOR, exam_id)
    results = Results(office.database, office.clock)
    assert not results.results(exam_id).is_final
    mark_all(marking, exam_id, 10_00)
    assert results.results(exam_id).is_final


@pytest.mark.parametrize("points", [-50, 30_50, 10_25])
def test_marks_that_cannot_be_given_are_refused(office: Office, marking: AnswerMarking, points: int) -> None:
    exam_id = publish_short_answers(office)
    take(office, exam_id, 1, "请他坐下", "")
    one = answers(marking, exam_id)[0]
    with pytest.raises(UserError):
        marking.mark(ACTOR, one.attempt_id, one.position, points)
    assert answers(marking, exam_id) == [one]


def test_only_answered_short_answers_of_ended_attempts_are_marked(office: Office, marking: AnswerMarking) -> None:
    exam_id = publish_short_answers(office)
    sheet = take(office, exam_id, 1, "请他坐下", "")
    listed = {one.position for one in answers(marking, exam_id)}
    for place in sheet.questions:
        if place.position not in listed:
            with pytest.raises(Conflict):
                marking.mark(ACTOR, sheet.attempt_id, place.position, 0)
    office.attempts.void(ACTOR, sheet.attempt_id, "代考")
    with pytest.raises(Conflict):
        marking.mark(ACTOR, sheet.attempt_id, listed.pop(), 0)


def test_a_change_takes_a_reason_and_keeps_the_former_points(office: Office, marking: AnswerMarking) -> None:
    exam_id = publish_short_answers(office)
    take(office, exam_id, 1, "请他坐下", "")
    one = answers(marking, exam_id)[0]
    marking.mark(ACTOR, one.attempt_id, one.position, 10_00)
    with pytest.raises(UserError, match="原因"):
        marking.mark(ACTOR, one.attempt_id, one.position, 20_00)
    other = Actor("李管理")
    marking.mark(other, one.attempt_id, one.position, 20_00, reason="看漏一点")
    changed = answers(marking, exam_id)[0]
    assert (changed.earned, changed.marked_by, changed.marked_at) == (20_00, "李管理", office.clock().wall_at)
    words = [event.words for event in office.attempts.record(one.attempt_id).events][-2:]
    number = one.position + 1
    assert words == [
        f"第 {number} 题由张管理评为 10 分",
        f"第 {number} 题由李管理从 10 分改为 20 分，原因：看漏一点",
    ]
    with office.database.read() as session:
        logged = session.query(LogRow).filter(LogRow.action.like("answer.%")).order_by(LogRow.id).all()
    assert [(row.who, row.action, row.subject, row.reason, row.details["former"]) for row in logged] == [
        ("张管理", "answer.marked", "张三", "", None),
        ("李管理", "answer.mark_changed", "张三", "看漏一点", 10_00),
    ]


def test_a_mark_is_undone_once_by_who_gave_it(office: Office, marking: AnswerMarking) -> None:
    exam_id = publish_short_answers(office)
    take(office, exam_id, 1, "请他坐下", "")
    one = answers(marking, exam_id)[0]
    with pytest.raises(Conflict):
        marking.undo(ACTOR, one.attempt_id, one.position)
    marking.mark(ACTOR, one.attempt_id, one.position, 10_00)
    marking.mark(ACTOR, one.attempt_id, one.position, 30_00, reason="看漏一点")
    with pytest.raises(Conflict):
        marking.undo(Actor("李管理"), one.attempt_id, one.position)
    marking.undo(ACTOR, one.attempt_id, one.position)
    assert answers(marking, exam_id)[0].earned == 10_00
    with pytest.raises(Conflict):
        marking.undo(ACTOR, one.attempt_id, one.position)
    marking.mark(ACTOR, one.attempt_id, one.position, 20_00, reason="再看")
    marking.undo(ACTOR, one.attempt_id, one.position)
    assert answers(marking, exam_id)[0].earned == 10_00


def test_the_way_back_gives_a_mark_back_to_who_gave_it(office: Office, marking: AnswerMarking) -> None:
    exam_id = publish_short_answers(office)
    take(office, exam_id, 1, "请他坐下", "")
    one = answers(marking, exam_id)[0]
    marking.mark(ACTOR, one.attempt_id, one.position, 10_00)
    first = answers(marking, exam_id)[0]
    office.clock.advance(600)
    other = Actor("李管理")
    marking.mark(other, one.attempt_id, one.position, 20_00, reason="看漏一点")
    marking.undo(other, one.attempt_id, one.position)
    assert answers(marking, exam_id) == [first]


def test_undoing_the_first_mark_leaves_the_answer_unmarked(office: Office, marking: AnswerMarking) -> None:
    exam_id = publish_short_answers(office)
    take(office, exam_id, 1, "请他坐下", "")
    one = answers(marking, exam_id)[0]
    marking.mark(ACTOR, one.attempt_id, one.position, 10_00)
    marking.undo(ACTOR, one.attempt_id, one.position)
    assert answers(marking, exam_id) == [one]
    assert office.exams.exams()[0].unmarked == 1


def test_grading_again_keeps_what_a_person_gave(office: Office, marking: AnswerMarking) -> None:
    exam_id = publish_short_answers(office)
    sheet = take(office, exam_id, 1, "请他坐下", "记下要点")
    one = answers(marking, exam_id)[0]
    marking.mark(ACTOR, one.attempt_id, one.position, 12_50)
    with office.database.write() as session:
        grade_attempt(session, session.get_one(AttemptRow, sheet.attempt_id), office.clock())
    with office.database.read() as session:
        place = session.get_one(AttemptQuestionRow, (sheet.attempt_id, one.position))
        result = session.get_one(ResultRow, sheet.attempt_id)
    assert (place.earned, place.marked_by, result.score, result.unmarked) == (12_50, "张管理", 52_50, 1)


def test_of_several_attempts_the_best_is_known_only_when_all_are_marked(office: Office, marking: AnswerMarking) -> None:
    exam_id = publish_short_answers(office, attempts_allowed=2, attempts_rule=AttemptsRule.BEST)
    results = Results(office.database, office.clock)
    take(office, exam_id, 1, "请他坐下", "")
    mark_all(marking, exam_id, 30_00)
    assert results.results(exam_id).figures.people[0].row.score == 70_00
    take(office, exam_id, 1, "请他坐下", "记下要点")
    assert results.results(exam_id).figures.people[0].row.score is None
    for one in answers(marking, exam_id):
        if one.earned is None:
            marking.mark(ACTOR, one.attempt_id, one.position, 30_00)
    assert results.results(exam_id).figures.people[0].row.score == 100_00


def test_an_administrator_of_a_unit_marks_that_unit_only(
    office: Office, marking: AnswerMarking, roster: Roster
) -> None:
    unit = roster.department("车队")
    roster.people(unit, "赵六")
    exam_id = publish_short_answers(office)
    take(office, exam_id, 1, "请他坐下", "")
    take(office, exam_id, 4, "记下要点", "")
    theirs = replace(ACTOR, unit_id=unit.id)
    found = [one for question in marking.marking(theirs, exam_id).questions for one in question.answers]
    assert [one.name for one in found] == ["赵六"]
    office.desk.start(office.desk.sign_in(2, "").token, exam_id)
    assert (marking.marking(ACTOR, exam_id).running, marking.marking(theirs, exam_id).running) == (1, 0)
    other = next(one for one in answers(marking, exam_id) if one.name == "张三")
    with pytest.raises(NotAllowed):
        marking.mark(theirs, other.attempt_id, other.position, 0)


def test_a_draft_has_nothing_to_mark(office: Office, marking: AnswerMarking) -> None:
    exam_id = publish_short_answers(office)
    office.exams.withdraw(ACTOR, exam_id)
    with pytest.raises(Conflict):
        marking.marking(ACTOR, exam_id)


def test_a_mark_does_not_outlive_the_words_it_was_given_for(
    office: Office, marking: AnswerMarking, database: Database
) -> None:
    exam_id = publish_short_answers(office)
    sheet = take(office, exam_id, 1, "请他坐下", "记下要点")
    kept, changed = answers(marking, exam_id)
    mark_all(marking, exam_id, 10_00)
    Invigilation(database, office.clock).reopen(ACTOR, exam_id, sheet.attempt_id, 0, MoreTime("误点交卷"))
    token = office.desk.sign_in(1, "").token
    for seq, (one, text) in enumerate([(kept, kept.text), (changed, "说得更多")], start=100):
        office.desk.save_answer(token, sheet.attempt_id, one.position, text, seq=seq, is_marked=True)
    assert office.desk.submit(token, sheet.attempt_id).unmarked == 1
    assert {one.text: one.earned for one in answers(marking, exam_id)} == {kept.text: 10_00, "说得更多": None}
    words = [event.words for event in office.attempts.record(sheet.attempt_id).events]
    assert f"第 {changed.position + 1} 题的作答在重新开放后有改动，原来的评分作废" in words
