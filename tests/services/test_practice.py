"""Practising at the desk: no key before an answer, the mistakes book, the day's ten, and nothing of it a result."""

from dataclasses import replace
from datetime import timedelta

import pytest
from sqlalchemy import func, select

from quizapp.core.grading import Response
from quizapp.core.people import Person
from quizapp.core.pictures import PicturePlace
from quizapp.core.practice import PracticeChoice, PracticeMode
from quizapp.core.practice_desk import PracticeAnswer, PracticePlace, PracticeQuestion
from quizapp.core.questions import Kind
from quizapp.db.engine import Database
from quizapp.db.tables import AttemptRow, LogRow, QuestionRow, ResultRow, RevisionRow, SittingRow
from quizapp.errors import Conflict, NotAllowed, UserError
from quizapp.services.bank_questions import edit, one_question
from quizapp.services.banks import Banks
from quizapp.services.practice import day_of
from tests.services.conftest import Roster
from tests.services.office import ACTOR, OPENS, Office, fill_bank, question, usual_questions
from tests.services.pictured import fill_pictured_bank, seats

DAILY, RANDOM = PracticeChoice(PracticeMode.DAILY), PracticeChoice(PracticeMode.RANDOM)
MISTAKES, FAVOURITES = PracticeChoice(PracticeMode.MISTAKES), PracticeChoice(PracticeMode.FAVOURITES)


@pytest.fixture
def office(database: Database) -> Office:
    return Office(database)


@pytest.fixture
def person(roster: Roster) -> Person:
    return roster.person("张三", roster.department("办公室"))


@pytest.fixture
def token(office: Office, person: Person) -> str:
    return office.desk.sign_in(person.id, "").token


@pytest.fixture
def bank_id(database: Database) -> int:
    return fill_bank(database, usual_questions(explanation="因为规范如此"))


def right(shown: PracticeQuestion) -> Response:
    """The right answer to one of `office.question`, as it is shown."""
    if shown.kind is Kind.TRUE_FALSE:
        return True
    if shown.kind is Kind.FILL_BLANK:
        return ("３",)
    wanted = "乙" if shown.kind is Kind.SINGLE else "甲丙"
    return tuple(at for at, text in enumerate(shown.options) if text[-1] in wanted)


def wrong(shown: PracticeQuestion) -> Response:
    """A wrong one."""
    if shown.kind is Kind.TRUE_FALSE:
        return False
    if shown.kind is Kind.FILL_BLANK:
        return ("四",)
    return tuple(at for at, text in enumerate(shown.options) if text.endswith("丁"))


def give(office: Office, token: str, shown: PracticeQuestion, *, is_right: bool) -> PracticeAnswer:
    return office.desk.answer_practice(token, shown.place, right(shown) if is_right else wrong(shown))


def test_what_there_is_is_told_by_bank_and_category(office: Office, token: str, bank_id: int) -> None:
    page = office.desk.practice(token)
    (bank,) = page.banks
    assert (bank.id, bank.name, bank.total, bank.seen) == (bank_id, "礼仪题库", 20, 0)
    assert [(topic.category, topic.total) for topic in bank.topics] == [("电话礼仪", 10), ("会面礼仪", 10)]
    assert (page.mistakes, page.favourites, page.daily_done, page.daily_total) == (0, 0, 0, 10)
    assert not page.is_closed


def test_nothing_yet(office: Office, token: str) -> None:
    page = office.desk.practice(token)
    assert (page.banks, page.total, page.daily_total) == ((), 0, 0)
    assert office.desk.start_practice(token, DAILY).questions == ()


def test_a_set_holds_no_key_and_the_answer_all_of_it(office: Office, token: str, database: Database) -> None:
    blank = replace(question(1, Kind.FILL_BLANK, key=(("秘密的答案",),), explanation="秘密的解析"), source="秘密的依据")
    fill_bank(database, [blank])
    made = office.desk.start_practice(token, DAILY)
    assert "秘密" not in repr(made)
    (shown,) = made.questions
    assert (shown.blanks, shown.category) == (1, "会面礼仪")
    answer = office.desk.answer_practice(token, shown.place, (" 秘密的答案。",))
    assert answer == PracticeAnswer(
        is_right=True,
        key=None,
        key_texts=("秘密的答案",),
        explanation="秘密的解析",
        source="秘密的依据",
        was_mistake=False,
        mistakes_left=0,
    )


def test_the_key_is_told_as_the_options_stand(office: Office, token: str, bank_id: int) -> None:
    for _round in range(5):  # the options stand otherwise each time
        for shown in office.desk.start_practice(token, RANDOM).questions:
            answer = give(office, token, shown, is_right=False)
            assert not answer.is_right
            if shown.kind is not Kind.FILL_BLANK:
                assert answer.key == right(shown)


def test_options_are_shuffled_at_each_showing(office: Office, token: str, database: Database) -> None:
    fill_bank(database, [question(1)])
    orders = {office.desk.start_practice(token, RANDOM).questions[0].options for _time in range(30)}
    assert len(orders) > 3


def test_a_mistake_stays_in_the_book_until_two_right_answers_in_a_row(
    office: Office, token: str, database: Database
) -> None:
    fill_bank(database, [question(1), question(2)])
    first = office.desk.start_practice(token, RANDOM).questions[0]
    assert give(office, token, first, is_right=False).mistakes_left == 2
    assert office.desk.practice(token).mistakes == 1
    left = []
    for is_right in (True, False, True, True):
        (shown,) = office.desk.start_practice(token, MISTAKES).questions
        answer = give(office, token, shown, is_right=is_right)
        assert answer.was_mistake
        left.append((shown.mistakes_left, answer.mistakes_left))
    assert left == [(2, 1), (1, 2), (2, 1), (1, 0)]
    assert office.desk.practice(token).mistakes == 0
    assert office.desk.start_practice(token, MISTAKES).questions == ()


def test_the_days_ten_are_gone_on_with_and_the_same_all_day(office: Office, token: str, bank_id: int) -> None:
    first = office.desk.start_practice(token, DAILY)
    assert (first.done, first.total) == (0, 10)
    for number, shown in enumerate(first.questions[:4]):
        give(office, token, shown, is_right=number % 2 == 0)
    for shown in office.desk.start_practice(token, RANDOM).questions:
        give(office, token, shown, is_right=False)
    office.clock.advance(3600)
    then = office.desk.start_practice(token, DAILY)
    assert then.total == 10
    asked = [shown.place.revision_id for shown in first.questions]
    assert {shown.place.revision_id for shown in then.questions} <= set(asked[4:])
    for shown in then.questions:
        give(office, token, shown, is_right=True)
    page = office.desk.practice(token)
    assert (page.daily_done, page.daily_total) == (10, 10)
    assert office.desk.start_practice(token, DAILY).questions == ()


def test_the_next_day_begins_with_what_was_wrong(office: Office, token: str, bank_id: int, person: Person) -> None:
    asked = office.desk.start_practice(token, DAILY).questions
    for number, shown in enumerate(asked):
        give(office, token, shown, is_right=number not in (2, 7))
    office.clock.advance(86_400)
    token = office.desk.sign_in(person.id, "").token
    then = office.desk.start_practice(token, DAILY)
    assert then.done == 0
    assert {shown.place.revision_id for shown in then.questions[:2]} == {asked[at].place.revision_id for at in (2, 7)}
    met = {shown.place.revision_id for shown in asked}
    assert all(shown.place.revision_id not in met for shown in then.questions[2:])


def test_progress_in_a_category_is_remembered(office: Office, token: str, bank_id: int) -> None:
    choice = PracticeChoice(PracticeMode.TOPIC, bank_id, "会面礼仪")
    for shown in office.desk.start_practice(token, choice).questions[:3]:
        give(office, token, shown, is_right=True)
    topics = office.desk.practice(token).banks[0].topics
    assert [(topic.category, topic.seen) for topic in topics] == [("电话礼仪", 0), ("会面礼仪", 3)]
    assert office.desk.practice(token).banks[0].seen == 3


def test_favourites_are_kept_whether_met_or_not(office: Office, token: str, bank_id: int) -> None:
    one, other = office.desk.start_practice(token, RANDOM).questions[:2]
    office.desk.set_favourite(token, one.place, is_favourite=True)
    office.desk.set_favourite(token, other.place, is_favourite=True)
    give(office, token, one, is_right=False)
    assert office.desk.practice(token).favourites == 2
    found = office.desk.start_practice(token, FAVOURITES).questions
    assert {shown.place.revision_id for shown in found} == {one.place.revision_id, other.place.revision_id}
    assert all(shown.is_favourite for shown in found)
    office.desk.set_favourite(token, one.place, is_favourite=False)
    assert office.desk.practice(token).favourites == 1
    assert office.desk.practice(token).mistakes == 1


def test_nobody_practises_in_a_test(office: Office, token: str, bank_id: int, person: Person) -> None:
    shown = office.desk.start_practice(token, DAILY).questions[0]
    attempt = office.desk.start(token, office.published(bank_id))
    assert office.desk.practice(token).is_closed
    with pytest.raises(NotAllowed, match="正在考试"):
        office.desk.start_practice(token, DAILY)
    with pytest.raises(NotAllowed, match="正在考试"):
        office.desk.answer_practice(token, shown.place, right(shown))
    office.desk.submit(token, attempt.attempt_id)
    assert not office.desk.practice(token).is_closed
    assert office.desk.start_practice(token, DAILY).questions


def test_an_attempt_whose_time_has_run_out_closes_nothing(office: Office, token: str, bank_id: int) -> None:
    office.desk.start(token, office.published(bank_id))
    office.clock.advance(3600)
    assert office.desk.start_practice(token, DAILY).questions


def test_an_answer_is_judged_by_what_was_shown(office: Office, token: str, database: Database) -> None:
    fill_bank(database, [question(1)])
    (shown,) = office.desk.start_practice(token, DAILY).questions
    with database.write() as session:
        before = one_question(session, 1)
        edit(session, OPENS, ACTOR, 1, replace(before.question, key=(3,)), seen_revision=1)
    answer = give(office, token, shown, is_right=True)
    assert answer.is_right
    assert shown.options[answer.key[0]].endswith("乙")  # type: ignore[index] - a choice has numbers


def test_what_is_kept_back_meanwhile_is_judged_no_more(
    office: Office, token: str, bank_id: int, database: Database
) -> None:
    shown = office.desk.start_practice(token, DAILY).questions[0]
    with database.read() as session:
        question_id = session.get_one(RevisionRow, shown.place.revision_id).question_id
    Banks(database, lambda: OPENS).keep_back(ACTOR, {question_id: True})
    for act in (
        lambda: give(office, token, shown, is_right=True),
        lambda: office.desk.set_favourite(token, shown.place, is_favourite=True),
        lambda: office.desk.practice_picture(token, shown.place, PicturePlace()),
    ):
        with pytest.raises(Conflict, match="做下一题"):
            act()
    assert question_id not in {one.place.revision_id for one in office.desk.start_practice(token, DAILY).questions}


def test_a_question_of_an_open_test_gives_its_key_to_nobody(office: Office, token: str, bank_id: int) -> None:
    office.published(bank_id, same_questions=False)
    with pytest.raises(Conflict):
        office.desk.answer_practice(token, PracticePlace(1, "any"), (0,))


def test_an_empty_answer_is_sent_back(office: Office, token: str, bank_id: int) -> None:
    shown = office.desk.start_practice(token, DAILY).questions[0]
    with pytest.raises(UserError, match="先作答"):
        office.desk.answer_practice(token, shown.place, None)
    assert office.desk.practice(token).daily_done == 0


def test_pictures_stand_where_the_options_stand(office: Office, token: str, database: Database) -> None:
    fill_pictured_bank(database, [seats(1)])
    (shown,) = office.desk.start_practice(token, DAILY).questions
    assert len(shown.pictures) == 3
    contents = {office.desk.practice_picture(token, shown.place, place) for place in shown.pictures}
    assert len(contents) == 3
    with pytest.raises(Conflict):
        office.desk.practice_picture(token, shown.place, PicturePlace(None, 5))


def test_a_stranger_practises_nothing(office: Office, bank_id: int) -> None:
    for act in (office.desk.practice, lambda token: office.desk.start_practice(token, DAILY)):
        with pytest.raises(NotAllowed):
            act("no such token")


def test_nothing_of_it_is_a_result(office: Office, token: str, bank_id: int, database: Database) -> None:
    for shown in office.desk.start_practice(token, DAILY).questions:
        give(office, token, shown, is_right=True)
    with database.read() as session:
        for table in (AttemptRow, SittingRow, ResultRow, LogRow):
            assert session.scalar(select(func.count()).select_from(table)) == 0
    page = office.desk.my_page(token)
    assert (page.exams, page.months) == ((), ())


def test_a_day_is_the_calendars(office: Office) -> None:
    now = office.clock.wall_at
    day = day_of(now)
    assert day.has(now) and day.ends_at - day.starts_at >= timedelta(hours=23)
    assert day.starts_at.astimezone().hour == 0
    assert not day.has(day.ends_at) and not day.has(None)


def test_no_two_of_a_set_are_one_question_though_two_banks_have_it(
    office: Office, token: str, database: Database
) -> None:
    fill_bank(database, [question(1), question(2)])
    fill_bank(database, [question(1), question(2)], "另一个题库")
    assert len(office.desk.start_practice(token, RANDOM).questions) == 2
    with database.read() as session:
        assert session.scalar(select(func.count()).select_from(QuestionRow)) == 4


def test_sets_that_differ_in_keys_only_are_the_same(
    office: Office, token: str, database: Database, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("secrets.token_hex", lambda _bytes: "same")
    fill_bank(database, [question(1), question(2, Kind.TRUE_FALSE), question(3, Kind.FILL_BLANK)])
    before = office.desk.start_practice(token, DAILY)
    with database.write() as session:
        for question_id, key in ((1, (3,)), (2, False), (3, (("五",),))):
            one = one_question(session, question_id)
            edit(session, OPENS, ACTOR, question_id, replace(one.question, key=key), seen_revision=1)
        for revision in session.scalars(select(RevisionRow).where(RevisionRow.number == 2)):
            first = session.scalars(
                select(RevisionRow).where(RevisionRow.question_id == revision.question_id, RevisionRow.number == 1)
            ).one()
            first.key = revision.key  # as if it had been asked so from the beginning
            session.get_one(QuestionRow, revision.question_id).revision_id = first.id
    assert office.desk.start_practice(token, DAILY) == before


def test_blanks_in_any_order_are_right_in_any(database: Database, office: Office, token: str) -> None:
    keys = (("甲",), ("乙",))
    fill_bank(database, [replace(question(1, Kind.FILL_BLANK, key=keys), stem="先____后____", any_order=True)])
    (shown,) = office.desk.start_practice(token, DAILY).questions
    assert office.desk.answer_practice(token, shown.place, ("乙", "甲")).is_right
    assert not office.desk.answer_practice(token, shown.place, ("乙", "乙")).is_right
