"""What a new test begins with: the default form at first, later the last one's, always on workdays."""

from datetime import date, timedelta

import pytest

from quizapp.core.exams import PRESETS, Scope
from quizapp.db.engine import Database
from quizapp.errors import UserError
from tests.services.conftest import Roster
from tests.services.office import ACTOR, OPENS, Office, fill_bank, usual_questions


@pytest.fixture
def office(database: Database, roster: Roster) -> Office:
    roster.people(roster.department("办公室"), "张三")
    return Office(database)


@pytest.mark.parametrize(
    ("today", "opens", "closes"),
    [
        (date(2026, 3, 2), (2026, 3, 2), (2026, 3, 4)),  # Monday to Wednesday
        (date(2026, 3, 6), (2026, 3, 6), (2026, 3, 10)),  # Friday to Tuesday
        (date(2026, 3, 7), (2026, 3, 9), (2026, 3, 11)),  # Saturday: from Monday on
    ],
)
def test_the_window_lies_on_workdays_from_half_past_eight(
    office: Office, today: date, opens: tuple[int, ...], closes: tuple[int, ...]
) -> None:
    proposal = office.exams.proposal(today)
    first, last = proposal.opens_at.astimezone(), proposal.closes_at.astimezone()
    assert (first.year, first.month, first.day, first.hour, first.minute) == (*opens, 8, 30)
    assert (last.year, last.month, last.day, last.hour, last.minute) == (*closes, 17, 30)
    assert proposal.month == "2026-03"
    assert proposal.title == "2026年3月礼仪与服务规范测试"


def test_at_first_the_form_is_the_usual_one_on_all_banks(office: Office, database: Database) -> None:
    bank_id = fill_bank(database, usual_questions())
    [plan] = office.exams.proposal(date(2026, 3, 2)).papers
    assert plan.blueprint.sections == PRESETS[0].sections
    assert plan.blueprint.bank_ids == (bank_id,)


def test_later_the_form_is_that_of_the_last_test(office: Office, database: Database) -> None:
    exam_id = office.published(fill_bank(database, usual_questions()), minutes=45, title="二月")
    last = office.exams.exam(exam_id).definition
    proposal = office.exams.proposal(date(2026, 4, 1))
    assert (proposal.minutes, proposal.papers) == (45, last.papers)
    assert (proposal.month, proposal.title) == ("2026-04", "2026年4月礼仪与服务规范测试")
    assert ACTOR.unit_id is None


def test_a_units_own_test_is_no_form_for_the_bureau(office: Office, database: Database) -> None:
    bank_id = fill_bank(database, usual_questions())
    office.published(bank_id, minutes=45)
    office.published(bank_id, title="单位自测", minutes=10, scope=Scope.UNIT, opens_at=OPENS + timedelta(hours=1))
    assert office.exams.proposal(date(2026, 4, 1)).minutes == 45


def test_a_second_test_of_a_month_gets_a_title_of_its_own(office: Office, database: Database) -> None:
    bank_id = fill_bank(database, usual_questions())
    title = office.exams.proposal(date(2026, 3, 2)).title
    office.published(bank_id, title=title)
    assert office.exams.proposal(date(2026, 3, 2)).title == f"{title}（2）"
    twin = office.exams.create(ACTOR, office.definition(bank_id, title=title))
    with pytest.raises(UserError, match="已有同名的考试"):
        office.exams.publish(ACTOR, twin)
