"""The rows that figures are made of, and the order of departments."""

from quizapp.core.monthly import SittingKind, Status
from quizapp.core.people import DepartmentKind
from quizapp.db.engine import Database
from quizapp.db.tables import DepartmentRow, SittingRow
from quizapp.services.result_rows import department_tree, due_rows
from tests.services.conftest import Roster
from tests.services.office import Office, fill_bank, usual_questions


def test_a_due_person_comes_with_both_sittings(database: Database, roster: Roster) -> None:
    centre = roster.department("服务中心", DepartmentKind.UNIT)
    fleet = roster.department("车队", DepartmentKind.UNIT, centre)
    roster.person("张三", fleet, category="工勤", position="驾驶员", is_ranked=False)
    roster.person("李四", fleet)
    office = Office(database)
    exam_id = office.published(fill_bank(database, usual_questions()))
    with database.read() as session:
        sat, waits = due_rows(session, exam_id)
    with database.write() as session:
        session.add(SittingRow(due_id=sat.due_id, kind=SittingKind.FIRST, counting_attempt_id=None, score=55_00,
                               used_s=600, submitted_at=office.clock.wall_at))  # fmt: skip
        session.add(SittingRow(due_id=sat.due_id, kind=SittingKind.MAKE_UP, counting_attempt_id=None, score=80_00,
                               used_s=500, submitted_at=office.clock.wall_at))  # fmt: skip
    with database.read() as session:
        sat, waits = due_rows(session, exam_id)
    assert (sat.name, sat.department, sat.kind) == ("张三", ("服务中心", "车队"), DepartmentKind.UNIT)
    assert (sat.category, sat.position, sat.counts, sat.is_ranked) == ("工勤", "驾驶员", True, False)
    assert (sat.score, sat.make_up_score, sat.used_s, sat.submitted_at) == (55_00, 80_00, 600, office.clock.wall_at)
    assert (waits.status, waits.score, waits.make_up_score) == (Status.NOT_YET, None, None)


def test_another_test_is_another_list(database: Database, roster: Roster) -> None:
    roster.person("张三", roster.department("办公室"))
    office, bank_id = Office(database), fill_bank(database, usual_questions())
    first, second = office.published(bank_id), office.published(bank_id)
    with database.read() as session:
        assert [row.name for row in due_rows(session, first)] == ["张三"]
        assert due_rows(session, first)[0].due_id != due_rows(session, second)[0].due_id


def test_departments_stand_as_the_bureau_lists_them_each_before_those_below(database: Database, roster: Roster) -> None:
    centre = roster.department("服务中心", DepartmentKind.UNIT)
    office = roster.department("办公室")
    fleet = roster.department("车队", DepartmentKind.UNIT, centre)
    kitchen = roster.department("食堂", DepartmentKind.UNIT, centre)
    night = roster.department("夜班组", DepartmentKind.UNIT, fleet)
    with database.write() as session:
        session.get_one(DepartmentRow, office.id).position = 0  # the bureau lists its office first
        session.get_one(DepartmentRow, kitchen.id).is_active = False
    with database.read() as session:
        tree = department_tree(session)
    assert tree.order == (office.id, centre.id, fleet.id, night.id, kitchen.id)
    assert tree.with_below([centre.id]) == {centre.id, fleet.id, night.id, kitchen.id}
    assert tree.with_below([fleet.id, office.id]) == {fleet.id, night.id, office.id}
    assert tree.names[night.id] == "夜班组"
