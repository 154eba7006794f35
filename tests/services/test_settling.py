"""Settling who did not sit: who decided what, with which reason, and for whom it may be done."""

import pytest
from sqlalchemy import select

from quizapp.core.monthly import Status
from quizapp.core.people import Actor, DepartmentKind
from quizapp.db.engine import Database
from quizapp.db.tables import DuePersonRow, LogRow, PersonRow
from quizapp.errors import Conflict, NotAllowed, UserError
from quizapp.services.settling import Settlement, settle_people, take_back
from tests.services.conftest import Roster
from tests.services.office import ACTOR, Office, fill_bank, usual_questions


@pytest.fixture
def office(database: Database) -> Office:
    return Office(database)


@pytest.fixture
def exam_id(office: Office, roster: Roster) -> int:
    """A published test: 张三 has sat, 李四 王五 of the office and 赵六 of a unit have not."""
    roster.people(roster.department("办公室"), "张三", "李四", "王五")
    roster.people(roster.department("幼儿园", DepartmentKind.UNIT), "赵六")
    exam_id = office.published(fill_bank(office.database, usual_questions()))
    with office.database.write() as session:
        session.scalars(select(DuePersonRow).where(DuePersonRow.name == "张三")).one().status = Status.SAT
    return exam_id


def people(office: Office) -> dict[str, DuePersonRow]:
    """The due people by name."""
    with office.database.read() as session:
        return {row.name: row for row in session.scalars(select(DuePersonRow))}


def settle(
    office: Office, exam_id: int, names: list[str], status: Status, reason: str = "", *, actor: Actor = ACTOR
) -> int:
    """Settle people by name."""
    known = people(office)
    settlement = Settlement(tuple(known[name].id for name in names), status, reason)
    with office.database.write() as session:
        return len(settle_people(session, office.clock.wall_at, actor, exam_id, settlement))


def test_several_at_once_with_reason_who_and_when(office: Office, exam_id: int) -> None:
    office.exams.close(ACTOR, exam_id)
    assert settle(office, exam_id, ["李四", "王五"], Status.DEFERRED, "出车") == 2
    for name in ("李四", "王五"):
        row = people(office)[name]
        assert (row.status, row.reason, row.settled_by) == (Status.DEFERRED, "出车", ACTOR.name)
        assert row.settled_at == office.clock.wall_at
    assert people(office)["赵六"].status == Status.UNSETTLED


def test_it_is_written_in_the_log_with_what_was_before(office: Office, exam_id: int) -> None:
    office.exams.close(ACTOR, exam_id)
    settle(office, exam_id, ["李四"], Status.ABSENT)
    with office.database.read() as session:
        (line,) = session.scalars(select(LogRow).where(LogRow.action == "results.settle"))
    assert (line.who, line.subject) == (ACTOR.name, "三月礼仪测试")
    assert line.details["status"] == "absent"
    assert [(one["name"], one["from"]) for one in line.details["people"]] == [("李四", "unsettled")]


def test_the_same_again_changes_nothing_and_is_not_logged(office: Office, exam_id: int) -> None:
    office.exams.close(ACTOR, exam_id)
    assert settle(office, exam_id, ["李四"], Status.EXEMPT, "产假") == 1
    assert settle(office, exam_id, ["李四", "李四"], Status.EXEMPT, "产假") == 0
    assert settle(office, exam_id, ["李四"], Status.EXEMPT, "病假") == 1  # another reason is a change
    with office.database.read() as session:
        assert len(session.scalars(select(LogRow).where(LogRow.action == "results.settle")).all()) == 2


@pytest.mark.parametrize("status", [Status.DEFERRED, Status.EXEMPT])
def test_deferring_and_exempting_need_a_reason(office: Office, exam_id: int, status: Status) -> None:
    office.exams.close(ACTOR, exam_id)
    with pytest.raises(UserError, match="原因"):
        settle(office, exam_id, ["李四"], status)


def test_absent_needs_no_reason_but_a_closed_test(office: Office, exam_id: int) -> None:
    with pytest.raises(UserError, match="还没有结束"):
        settle(office, exam_id, ["李四"], Status.ABSENT)
    office.exams.close(ACTOR, exam_id)
    assert settle(office, exam_id, ["李四"], Status.ABSENT) == 1


def test_exempt_before_the_end_and_put_back(office: Office, exam_id: int) -> None:
    settle(office, exam_id, ["李四"], Status.EXEMPT, "产假")
    assert settle(office, exam_id, ["李四"], Status.UNSETTLED) == 1
    row = people(office)["李四"]
    assert (row.status, row.reason, row.settled_by, row.settled_at) == (Status.NOT_YET, "", "", None)


def test_put_back_after_the_end_is_unsettled(office: Office, exam_id: int) -> None:
    office.exams.close(ACTOR, exam_id)
    settle(office, exam_id, ["李四"], Status.ABSENT)
    settle(office, exam_id, ["李四"], Status.NOT_YET, "点错了")
    assert (people(office)["李四"].status, people(office)["李四"].reason) == (Status.UNSETTLED, "")


def test_whoever_sat_is_refused_and_nobody_is_changed(office: Office, exam_id: int) -> None:
    office.exams.close(ACTOR, exam_id)
    with pytest.raises(Conflict, match="张三"):
        settle(office, exam_id, ["李四", "张三"], Status.ABSENT)
    assert people(office)["李四"].status == Status.UNSETTLED


def test_nobody_is_made_to_have_sat(office: Office, exam_id: int) -> None:
    with pytest.raises(UserError, match="实考"):
        settle(office, exam_id, ["李四"], Status.SAT)


def test_people_of_another_test_are_refused(office: Office, exam_id: int) -> None:
    other = office.published(fill_bank(office.database, usual_questions(), "另一题库"))
    office.exams.close(ACTOR, exam_id)
    office.exams.close(ACTOR, other)
    with office.database.read() as session:
        foreign = session.scalars(select(DuePersonRow.id).where(DuePersonRow.exam_id == other)).first()
    with pytest.raises(Conflict), office.database.write() as session:
        settle_people(session, office.clock.wall_at, ACTOR, exam_id, Settlement((foreign or 0,), Status.ABSENT))


def test_a_draft_has_nobody_to_settle(office: Office, exam_id: int) -> None:
    office.exams.close(ACTOR, exam_id)
    draft = office.exams.create(ACTOR, office.definition(1))
    with pytest.raises(Conflict, match="还没有发布"), office.database.write() as session:
        settle_people(session, office.clock.wall_at, ACTOR, draft, Settlement((), Status.ABSENT))


def test_a_unit_settles_its_own_people_only(office: Office, exam_id: int) -> None:
    office.exams.close(ACTOR, exam_id)
    head = Actor("园长", unit_id=people(office)["赵六"].department_id)
    assert settle(office, exam_id, ["赵六"], Status.DEFERRED, "值班", actor=head) == 1
    with pytest.raises(NotAllowed):
        settle(office, exam_id, ["赵六", "李四"], Status.DEFERRED, "值班", actor=head)


def test_more_people_than_one_statement_takes(office: Office, roster: Roster) -> None:
    department = roster.department("大科")
    names = [f"人{number}" for number in range(1100)]
    with office.database.write() as session:
        session.add_all(
            PersonRow(number=name, name=name, department_id=department.id, pin_hash=None, pinyin="", initials="",
                      is_number_generated=False, category="", position="", phone="", remark="", takes_tests=True,
                      counts=True, is_ranked=True, is_active=True)
            for name in names
        )  # fmt: skip
    exam_id = office.published(fill_bank(office.database, usual_questions()))
    office.exams.close(ACTOR, exam_id)
    assert settle(office, exam_id, names, Status.DEFERRED, "外出培训") == 1100


def test_taking_back_gives_each_the_status_of_before_but_not_who_was_settled_anew(office: Office, exam_id: int) -> None:
    office.exams.close(ACTOR, exam_id)
    settle(office, exam_id, ["李四"], Status.DEFERRED, "出车")
    known = people(office)
    all_three = tuple(known[name].id for name in ("李四", "王五", "赵六"))
    with office.database.write() as session:
        settlement = Settlement(all_three, Status.ABSENT)
        settled = settle_people(session, office.clock.wall_at, ACTOR, exam_id, settlement)
    settle(office, exam_id, ["赵六"], Status.EXEMPT, "产假")
    with office.database.write() as session:
        assert take_back(session, office.clock.wall_at, ACTOR, exam_id, settled) == 2
    after = {name: (row.status, row.reason) for name, row in people(office).items() if row.status != Status.SAT}
    assert after == {"李四": (Status.DEFERRED, "出车"), "王五": (Status.UNSETTLED, ""), "赵六": (Status.EXEMPT, "产假")}
