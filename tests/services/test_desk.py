"""The desk: sign in, start, save, resume, submit, review; nothing lost, nothing told too early, nobody else's sheet."""

from dataclasses import replace
from datetime import timedelta

import pytest

from quizapp.clock import ClockReading
from quizapp.core.attempts import AttemptState
from quizapp.core.desk import Desk, ExamProgress, Sheet
from quizapp.core.exams import AttemptsRule, ReviewContent
from quizapp.core.people import Person, SignInCheck
from quizapp.core.pictures import PicturePlace
from quizapp.core.questions import Kind, Question
from quizapp.db.engine import Database
from quizapp.db.tables import AttemptEventRow, AttemptRow, BureauRow, ExamRow, LateResponseRow, PersonRow
from quizapp.errors import Conflict, NotAllowed, UserError
from quizapp.services.desk import LocalDesk
from quizapp.services.passwords import hash_pin
from quizapp.services.people import People
from tests.services.conftest import Roster
from tests.services.office import (
    ACTOR,
    CLOSES,
    OPENS,
    Office,
    fill_bank,
    right_response,
    usual_questions,
    wrong_response,
)
from tests.services.pictured import CONTENTS, fill_pictured_bank, seats


@pytest.fixture
def office(database: Database) -> Office:
    return Office(database)


@pytest.fixture
def people(roster: Roster) -> list[Person]:
    return roster.people(roster.department("办公室"), "张三", "李四")


@pytest.fixture
def exam_id(office: Office, people: list[Person], database: Database) -> int:
    return office.published(fill_bank(database, usual_questions()))


def begin(office: Office, person: Person, exam_id: int) -> tuple[str, Sheet]:
    token = office.desk.sign_in(person.id, "").token
    return token, office.desk.start(token, exam_id)


def test_local_desk_is_a_desk(database: Database, office: Office) -> None:
    desk: Desk = LocalDesk(database, office.clock)
    assert desk.sign_in_page().people == ()


def test_the_sign_in_page_lists_who_takes_tests_and_what_is_open(
    office: Office, roster: Roster, people: list[Person], exam_id: int
) -> None:
    driver_pool = roster.department("车队")
    roster.person("王五", driver_pool, takes_tests=False)
    roster.person("赵六", driver_pool, is_active=False)
    page = office.desk.sign_in_page()
    assert {person.name for person in page.people} == {"张三", "李四"}
    assert [department.name for department in page.departments] == ["办公室"]
    assert [exam.title for exam in page.open_exams] == ["三月礼仪测试"]
    office.clock.wall_at = CLOSES
    assert office.desk.sign_in_page().open_exams == ()


def test_signing_in_by_number_and_with_an_unknown_one(office: Office, people: list[Person]) -> None:
    assert office.desk.sign_in(None, "", number=f" {people[1].number} ").name == "李四"
    with pytest.raises(NotAllowed, match="没有找到"):
        office.desk.sign_in(None, "", number="999999")


def set_check(database: Database, check: SignInCheck) -> None:
    with database.write() as session:
        session.add(BureauRow(name="海滨局", unit_word="局属", sign_in_check=check))


def test_a_pin_is_asked_of_those_who_have_one(database: Database, office: Office, people: list[Person]) -> None:
    set_check(database, SignInCheck.PIN)
    with database.write() as session:
        session.get_one(PersonRow, people[0].id).pin_hash = hash_pin("204518")
    with pytest.raises(NotAllowed, match="登录码不对"):
        office.desk.sign_in(people[0].id, "204519")
    assert office.desk.sign_in(people[0].id, "204518").name == "张三"
    assert office.desk.sign_in(people[1].id, "").name == "李四"


def test_a_pin_that_is_reset_this_very_moment_is_the_one_that_counts(
    database: Database, office: Office, people: list[Person]
) -> None:
    set_check(database, SignInCheck.PIN)
    staff = People(database, lambda: OPENS)
    old = staff.reset_pin(ACTOR, people[0].id)

    def reset_meanwhile() -> ClockReading:
        staff.reset_pin(ACTOR, people[0].id)
        return office.clock()

    with pytest.raises(NotAllowed, match="登录码不对"):
        LocalDesk(database, reset_meanwhile).sign_in(people[0].id, old)


def test_the_last_digits_of_the_telephone(database: Database, office: Office, people: list[Person]) -> None:
    set_check(database, SignInCheck.PHONE)
    with database.write() as session:
        session.get_one(PersonRow, people[0].id).phone = "0631-521 8866"
    with pytest.raises(NotAllowed, match="后 4 位"):
        office.desk.sign_in(people[0].id, "1234")
    assert office.desk.sign_in(people[0].id, "8866").name == "张三"


def test_a_token_is_good_for_a_day_and_until_signed_out(office: Office, people: list[Person]) -> None:
    token = office.desk.sign_in(people[0].id, "").token
    office.desk.my_page(token)
    office.desk.sign_out(token)
    with pytest.raises(NotAllowed, match="登录已失效"):
        office.desk.my_page(token)
    token = office.desk.sign_in(people[0].id, "").token
    office.clock.advance(13 * 3600)
    with pytest.raises(NotAllowed, match="登录已失效"):
        office.desk.my_page(token)


def test_from_start_to_score(office: Office, people: list[Person], exam_id: int) -> None:
    token, sheet = begin(office, people[0], exam_id)
    assert len(sheet.questions) == 10
    assert sheet.time_left_s == 1800
    assert office.desk.my_page(token).exams[0].progress is ExamProgress.RUNNING
    office.answer_all(token, sheet, wrong=2)
    office.clock.advance(600)
    outcome = office.desk.submit(token, sheet.attempt_id)
    assert (outcome.score, outcome.full_points) == (80_00, 100_00)
    assert (outcome.is_passed, outcome.is_excellent) == (True, False)
    assert (outcome.used_s, outcome.answered, outcome.was_expired) == (600, 10, False)
    assert office.desk.submit(token, sheet.attempt_id) == outcome
    [mine] = office.desk.my_page(token).exams
    assert (mine.progress, mine.score, mine.may_start) == (ExamProgress.DONE, 80_00, False)


def test_every_kind_of_answer_is_read_back_as_it_was_given(office: Office, people: list[Person], exam_id: int) -> None:
    token, sheet = begin(office, people[0], exam_id)
    office.answer_all(token, sheet)
    again = office.desk.sheet(token, sheet.attempt_id)
    assert [place.response for place in again.questions] == [right_response(place) for place in sheet.questions]


def test_an_answer_can_be_changed_taken_back_and_marked(office: Office, people: list[Person], exam_id: int) -> None:
    token, sheet = begin(office, people[0], exam_id)
    place = sheet.questions[0]
    assert place.kind is Kind.SINGLE
    for seq, response in enumerate([(0,), (2,), None], start=1):
        office.desk.save_answer(token, sheet.attempt_id, 0, response, seq=seq, is_marked=seq == 3)
        stored = office.desk.sheet(token, sheet.attempt_id).questions[0]
        assert (stored.response, stored.is_marked) == (response, seq == 3)


def test_an_older_save_that_arrives_late_changes_nothing(office: Office, people: list[Person], exam_id: int) -> None:
    token, sheet = begin(office, people[0], exam_id)
    office.desk.save_answer(token, sheet.attempt_id, 0, (1,), seq=2, is_marked=False)
    office.desk.save_answer(token, sheet.attempt_id, 0, (3,), seq=1, is_marked=False)
    again = office.desk.sheet(token, sheet.attempt_id)
    assert again.questions[0].response == (1,)
    assert again.last_seq == 2  # whoever goes on from here must not save under a number that was used already


def test_a_response_that_does_not_fit_is_refused(office: Office, people: list[Person], exam_id: int) -> None:
    token, sheet = begin(office, people[0], exam_id)
    for response in [(9,), (-1,), (1, 1), True, "B", ("甲",)]:
        with pytest.raises(UserError, match="与题型不符"):
            office.desk.save_answer(token, sheet.attempt_id, 0, response, seq=1, is_marked=False)


def test_the_same_attempt_goes_on_after_the_program_was_gone(
    office: Office, people: list[Person], exam_id: int, database: Database
) -> None:
    token, sheet = begin(office, people[0], exam_id)
    office.desk.save_answer(token, sheet.attempt_id, 3, right_response(sheet.questions[3]), seq=1, is_marked=True)
    office.clock.restart(300)
    later = LocalDesk(database, office.clock)
    token = later.sign_in(people[0].id, "").token
    resumed = later.start(token, exam_id)
    assert resumed.was_resumed and resumed.attempt_id == sheet.attempt_id
    assert resumed.time_left_s == 1500
    assert resumed.last_seq == 1
    assert resumed.questions[3].response == right_response(sheet.questions[3])
    assert resumed.questions[3].is_marked
    assert [place.stem for place in resumed.questions] == [place.stem for place in sheet.questions]


def test_setting_the_clock_back_gains_nothing_and_is_noted(
    office: Office, people: list[Person], exam_id: int, database: Database
) -> None:
    token, sheet = begin(office, people[0], exam_id)
    office.clock.advance(600)
    office.clock.wall_at -= timedelta(minutes=30)
    assert office.desk.heartbeat(token, sheet.attempt_id) == 1200
    receipt = office.desk.save_answer(token, sheet.attempt_id, 0, (0,), seq=1, is_marked=False)
    assert receipt.time_left_s == 1200
    with database.read() as session:
        events = [(row.event, row.details) for row in session.query(AttemptEventRow).order_by(AttemptEventRow.id)]
    assert ("clock_jump", {"jump_s": -1800.0, "used_s": 600.0}) in events


def test_what_was_saved_is_graded_when_the_deadline_has_passed(
    office: Office, people: list[Person], exam_id: int
) -> None:
    token, sheet = begin(office, people[0], exam_id)
    for place in sheet.questions[:5]:
        office.desk.save_answer(
            token, sheet.attempt_id, place.position, right_response(place), seq=place.position + 1, is_marked=False
        )
    office.clock.restart(3600)
    [mine] = office.desk.my_page(token).exams
    assert (mine.progress, mine.score) == (ExamProgress.DONE, 50_00)
    outcome = office.desk.outcome(token, sheet.attempt_id)
    assert outcome.was_expired and outcome.used_s == 1800


def test_an_answer_within_the_grace_counts_a_later_one_is_laid_aside(
    office: Office, people: list[Person], exam_id: int, database: Database
) -> None:
    token, sheet = begin(office, people[0], exam_id)
    place = sheet.questions[0]
    office.clock.advance(1805)
    receipt = office.desk.save_answer(token, sheet.attempt_id, 0, right_response(place), seq=1, is_marked=False)
    assert not receipt.is_late
    assert "时间到后 5.0 秒收到第 1 题的答案，计入成绩" in events_of(office, sheet)
    office.clock.advance(60)
    receipt = office.desk.save_answer(token, sheet.attempt_id, 0, wrong_response(place), seq=2, is_marked=False)
    assert receipt.is_late
    assert events_of(office, sheet)[-1] == "作答结束后才收到第 1 题的答案，另存，不计分"
    assert office.desk.submit(token, sheet.attempt_id).score == 10_00
    with database.read() as session:
        assert [(late.position, late.seq) for late in session.query(LateResponseRow)] == [(0, 2)]


def events_of(office: Office, sheet: Sheet) -> list[str]:
    """What the organiser reads of an attempt."""
    return [event.words for event in office.attempts.record(sheet.attempt_id).events]


def test_the_window_bounds_the_start_and_the_deadline(office: Office, people: list[Person], exam_id: int) -> None:
    token = office.desk.sign_in(people[0].id, "").token
    office.clock.wall_at = OPENS - timedelta(seconds=1)
    with pytest.raises(UserError, match="还没有开始"):
        office.desk.start(token, exam_id)
    office.clock.wall_at = CLOSES - timedelta(minutes=10)
    token = office.desk.sign_in(people[0].id, "").token
    assert office.desk.start(token, exam_id).time_left_s == 600
    office.clock.wall_at = CLOSES
    other = office.desk.sign_in(people[1].id, "").token
    with pytest.raises(UserError, match="已经结束"):
        office.desk.start(other, exam_id)


def test_one_attempt_means_one(office: Office, people: list[Person], exam_id: int) -> None:
    token, sheet = begin(office, people[0], exam_id)
    office.desk.submit(token, sheet.attempt_id)
    with pytest.raises(UserError, match="次数已用完"):
        office.desk.start(token, exam_id)


@pytest.mark.parametrize(
    ("rule", "score"), [(AttemptsRule.BEST, 90_00), (AttemptsRule.LAST, 70_00), (AttemptsRule.FIRST, 80_00)]
)
def test_which_of_several_attempts_counts(
    office: Office, people: list[Person], database: Database, rule: AttemptsRule, score: int
) -> None:
    exam_id = office.published(fill_bank(database, usual_questions()), attempts_allowed=3, attempts_rule=rule)
    token = office.desk.sign_in(people[0].id, "").token
    for wrong in (2, 1, 3):
        sheet = office.desk.start(token, exam_id)
        office.answer_all(token, sheet, wrong=wrong)
        office.desk.submit(token, sheet.attempt_id)
    assert office.desk.my_page(token).exams[0].score == score


def test_nobody_reaches_anybody_elses_sheet(office: Office, people: list[Person], exam_id: int) -> None:
    _token, sheet = begin(office, people[0], exam_id)
    other = office.desk.sign_in(people[1].id, "").token
    with pytest.raises(NotAllowed):
        office.desk.sheet(other, sheet.attempt_id)
    with pytest.raises(NotAllowed):
        office.desk.save_answer(other, sheet.attempt_id, 0, (0,), seq=1, is_marked=False)
    with pytest.raises(NotAllowed):
        office.desk.submit(other, sheet.attempt_id)
    with pytest.raises(NotAllowed):
        office.desk.sheet("made-up token", sheet.attempt_id)


def test_who_is_not_due_cannot_start(office: Office, people: list[Person], exam_id: int, roster: Roster) -> None:
    late_comer = roster.person("钱七", roster.department("车队"))
    token = office.desk.sign_in(late_comer.id, "").token
    assert office.desk.my_page(token).exams == ()
    with pytest.raises(NotAllowed, match="应考名单"):
        office.desk.start(token, exam_id)
    assert office.exams.add_due(ACTOR, exam_id, [late_comer.id], "当日报到") == 1
    assert len(office.desk.start(token, exam_id).questions) == 10


def test_review_waits_for_the_end_of_the_window(office: Office, people: list[Person], exam_id: int) -> None:
    token, sheet = begin(office, people[0], exam_id)
    office.answer_all(token, sheet, wrong=1)
    with pytest.raises(NotAllowed, match="还没有交卷"):
        office.desk.review(token, sheet.attempt_id)
    assert not office.desk.submit(token, sheet.attempt_id).may_review
    with pytest.raises(NotAllowed, match="考试结束后"):
        office.desk.review(token, sheet.attempt_id)
    office.clock.wall_at = CLOSES
    token = office.desk.sign_in(people[0].id, "").token
    review = office.desk.review(token, sheet.attempt_id)
    assert [one.earned for one in review] == [0] + [10_00] * 9
    assert review[0].response == wrong_response(sheet.questions[0])
    assert review[0].key == right_response(sheet.questions[0])
    assert review[9].key_texts == ("三 或 3",)


def test_a_sheet_is_seen_again_while_somebody_writes(
    office: Office, people: list[Person], exam_id: int, database: Database
) -> None:
    token, sheet = begin(office, people[0], exam_id)
    office.desk.submit(token, sheet.attempt_id)
    office.clock.wall_at = CLOSES
    token = office.desk.sign_in(people[0].id, "").token
    review = office.desk.review(token, sheet.attempt_id)
    assert sum("查看了答卷" in event for event in events_of(office, sheet)) == 1
    with database.write():
        assert office.desk.review(token, sheet.attempt_id) == review
    assert sum("查看了答卷" in event for event in events_of(office, sheet)) == 1


def test_review_shows_no_more_than_the_organiser_allows(
    office: Office, people: list[Person], database: Database
) -> None:
    exam_id = office.published(
        fill_bank(database, usual_questions(explanation="因为")), review_content=ReviewContent.RIGHT_WRONG
    )
    token, sheet = begin(office, people[0], exam_id)
    office.desk.submit(token, sheet.attempt_id)
    office.clock.wall_at = CLOSES
    token = office.desk.sign_in(people[0].id, "").token
    review = office.desk.review(token, sheet.attempt_id)
    assert {(one.key, one.key_texts, one.explanation) for one in review} == {(None, (), "")}
    assert {one.earned for one in review} == {0}


def test_the_score_waits_where_the_organiser_says_so(office: Office, people: list[Person], database: Database) -> None:
    exam_id = office.published(fill_bank(database, usual_questions()), shows_score_at_once=False)
    token, sheet = begin(office, people[0], exam_id)
    office.answer_all(token, sheet)
    outcome = office.desk.submit(token, sheet.attempt_id)
    assert (outcome.score, outcome.is_passed) == (None, None)
    assert office.desk.my_page(token).exams[0].score is None
    office.clock.wall_at = CLOSES
    token = office.desk.sign_in(people[0].id, "").token
    assert office.desk.my_page(token).exams[0].score == 100_00


def test_tests_that_differ_only_in_keys_and_explanations_give_identical_sheets(
    roster: Roster, database: Database, office: Office, people: list[Person]
) -> None:
    """The promise of the desk: what is handed out before submission depends on no key, to the byte."""
    pickles = []
    for name, changes in [("甲库", {}), ("乙库", {"explanation": "因为如此"})]:
        questions = usual_questions(**changes)
        if changes:
            questions = [other_key(one) for one in questions]
        bank_id = fill_bank(database, questions, name)
        month = f"2026-0{len(pickles) + 3}"
        exam_id = office.published(bank_id, month=month, title="一样的名称", same_questions=False)
        align_seed(database, exam_id)
        token, sheet = begin(office, people[0], exam_id)
        pickles.append(repr((sheet.title, sheet.questions, sheet.time_left_s)))
        office.desk.submit(token, sheet.attempt_id)
    assert pickles[0].encode() == pickles[1].encode()


def other_key(one: Question) -> Question:
    keys = {Kind.SINGLE: (3,), Kind.MULTIPLE: (1, 2, 3), Kind.TRUE_FALSE: False, Kind.FILL_BLANK: (("完全不同",),)}
    return replace(one, key=keys[one.kind])


def align_seed(database: Database, exam_id: int) -> None:
    """Give both tests one seed, and draw both in the banks' own order of questions."""
    with database.write() as session:
        session.get_one(ExamRow, exam_id).seed = "one seed"


def test_starting_keeps_one_attempt_however_often_it_is_pressed(
    office: Office, people: list[Person], exam_id: int, database: Database
) -> None:
    token, sheet = begin(office, people[0], exam_id)
    assert office.desk.start(token, exam_id).attempt_id == sheet.attempt_id
    with database.read() as session:
        assert [row.state for row in session.query(AttemptRow)] == [AttemptState.RUNNING]


def test_pictures_are_shown_where_the_options_stand_and_to_their_own_person_only(
    office: Office, people: list[Person], database: Database
) -> None:
    questions = [seats(number) for number in range(1, 5)] + usual_questions()[8:]
    exam_id = office.published(fill_pictured_bank(database, questions))
    token, sheet = begin(office, people[0], exam_id)
    for place in (one for one in sheet.questions if one.kind is Kind.SINGLE):
        pictured = [at for at, text in enumerate(place.options) if not text]
        assert place.pictures == (PicturePlace(), *map(PicturePlace, pictured))
        found = {office.desk.picture(token, sheet.attempt_id, place.position, one) for one in place.pictures}
        assert found == set(CONTENTS.values())
        with pytest.raises(Conflict, match="图片"):
            office.desk.picture(token, sheet.attempt_id, place.position, PicturePlace(None, 1))
    other = office.desk.sign_in(people[1].id, "").token
    with pytest.raises(NotAllowed):
        office.desk.picture(other, sheet.attempt_id, 0, PicturePlace())
    with pytest.raises(Conflict):
        office.desk.picture(token, sheet.attempt_id, 99, PicturePlace())
    office.desk.submit(token, sheet.attempt_id)
    office.clock.wall_at = CLOSES
    token = office.desk.sign_in(people[0].id, "").token
    review = office.desk.review(token, sheet.attempt_id)
    assert [one.pictures for one in review] == [one.pictures for one in sheet.questions]
