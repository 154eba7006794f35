"""Nested departments, switches, and people added after publishing."""

import pytest

from quizapp.core.exams import Audience, PaperPlan
from quizapp.core.papers import Blueprint
from quizapp.core.people import DepartmentKind
from quizapp.db.engine import Database
from quizapp.db.tables import DuePersonRow, ExamPaperRow
from tests.services.conftest import Roster
from tests.services.office import ACTOR, SECTIONS, Office, fill_bank, usual_questions


@pytest.fixture
def office(database: Database) -> Office:
    return Office(database)


def test_a_unit_stands_for_all_below_it_and_paths_are_kept(office: Office, roster: Roster, database: Database) -> None:
    unit = roster.department("机关幼儿园", DepartmentKind.UNIT)
    class_group = roster.department("大班组", parent=unit)
    roster.person("园长", unit)
    roster.person("老师", class_group)
    roster.person("科员", roster.department("办公室"))
    office.published(fill_bank(database, usual_questions()), audience=Audience(department_ids=(unit.id,)))
    with database.read() as session:
        rows = {row.name: (row.department, row.department_kind) for row in session.query(DuePersonRow)}
    assert rows == {"园长": (["机关幼儿园"], "unit"), "老师": (["机关幼儿园", "大班组"], "section")}


def test_the_switches_are_as_at_publishing(office: Office, roster: Roster, database: Database) -> None:
    department = roster.department("局领导")
    roster.person("局长", department, is_ranked=False)
    roster.person("借出", department, counts=False)
    roster.person("不考", department, takes_tests=False)
    office.published(fill_bank(database, usual_questions()))
    with database.read() as session:
        rows = {row.name: (row.counts, row.is_ranked) for row in session.query(DuePersonRow)}
    assert rows == {"局长": (True, False), "借出": (False, True)}


def test_who_is_added_later_gets_the_paper_meant_for_them(office: Office, roster: Roster, database: Database) -> None:
    department = roster.department("车队")
    roster.person("科员", department)
    bank_id = fill_bank(database, usual_questions())
    drivers = PaperPlan("工勤卷", Blueprint((bank_id,), SECTIONS), Audience(categories=("工勤",)))
    exam_id = office.published(bank_id, papers=(drivers, PaperPlan("通用卷", Blueprint((bank_id,), SECTIONS))))
    new = [roster.person("司机", department, category="工勤"), roster.person("新科员", department)]
    ids = [one.id for one in new]
    assert office.exams.add_due(ACTOR, exam_id, ids + ids, "新报到") == 2
    assert office.exams.add_due(ACTOR, exam_id, ids, "再点一次") == 0
    with database.read() as session:
        names = {row.name: session.get_one(ExamPaperRow, row.paper_id).name for row in session.query(DuePersonRow)}
    assert names == {"科员": "通用卷", "司机": "工勤卷", "新科员": "通用卷"}
