"""A month's results from what is stored: figures, filters, who may see what, the workbook handed out."""

from dataclasses import replace
from io import BytesIO

import pytest
from openpyxl import load_workbook
from sqlalchemy import select

from quizapp.core.exams import ExamState
from quizapp.core.monthly import Status
from quizapp.core.people import Actor, Department, DepartmentKind, Person
from quizapp.db.engine import Database
from quizapp.db.tables import LogRow
from quizapp.errors import Cancelled, Conflict, NotAllowed
from quizapp.services.results import ExamResults, Results, ResultsFilter
from tests.services.conftest import Roster
from tests.services.office import ACTOR, Office, fill_bank, usual_questions


@pytest.fixture
def office(database: Database) -> Office:
    return Office(database)


@pytest.fixture
def results(office: Office) -> Results:
    return Results(office.database, office.clock)


@pytest.fixture
def centre(roster: Roster) -> Department:
    return roster.department("服务中心", DepartmentKind.UNIT)


@pytest.fixture
def people(roster: Roster, centre: Department) -> dict[str, Person]:
    """Two in the office, one in the centre itself, two in its fleet, one of whom does not count."""
    section, fleet = roster.department("办公室"), roster.department("车队", DepartmentKind.UNIT, centre)
    known = [
        roster.person("张三", section, category="公务员"),
        roster.person("李四", section, category="公务员"),
        roster.person("王五", centre, category="事业"),
        roster.person("赵六", fleet, category="工勤"),
        roster.person("钱七", fleet, category="借入", counts=False),
    ]
    return {person.name: person for person in known}


@pytest.fixture
def exam_id(office: Office, people: dict[str, Person]) -> int:
    return office.published(fill_bank(office.database, usual_questions()))


def sit(office: Office, exam_id: int, person: Person, *, wrong: int) -> None:
    """Let somebody take the test: ten questions of ten points, so many of them wrong."""
    token = office.desk.sign_in(person.id, "").token
    sheet = office.desk.start(token, exam_id)
    office.answer_all(token, sheet, wrong=wrong)
    office.clock.advance(60)
    office.desk.submit(token, sheet.attempt_id)


def by_department(found: ExamResults) -> dict[str, tuple[int, int, object, int | None]]:
    """Registered, sat, mean and rank of each department."""
    return {
        one.department[-1]: (one.figures.registered, one.figures.sat, one.figures.mean, one.rank)
        for one in found.figures.departments
    }


def test_from_the_desk_to_the_figures(
    office: Office, results: Results, exam_id: int, people: dict[str, Person]
) -> None:
    sit(office, exam_id, people["张三"], wrong=1)
    sit(office, exam_id, people["赵六"], wrong=5)
    sit(office, exam_id, people["钱七"], wrong=0)
    found = results.results(exam_id)
    assert (found.state, found.title, found.month) == (ExamState.PUBLISHED, "三月礼仪测试", "2026-03")
    assert by_department(found) == {
        "服务中心": (1, 0, None, None),
        "车队": (1, 1, 50_00, 2),
        "办公室": (2, 1, 90_00, 1),
    }
    whole = found.figures.whole
    assert (whole.registered, whole.sat, whole.not_yet, whole.mean, whole.passed) == (4, 2, 2, 70_00, 1)
    assert found.people_not_counted == 1
    assert [person.row.used_s for person in found.figures.people if person.row.name == "张三"] == [60]
    assert found.categories == ("工勤", "公务员", "借入", "事业")  # as the dictionary sorts them
    assert not found.is_final


def test_a_filter_takes_a_department_with_all_below_it(
    office: Office, results: Results, exam_id: int, people: dict[str, Person], centre: Department
) -> None:
    sit(office, exam_id, people["赵六"], wrong=5)
    found = results.results(exam_id, ResultsFilter(department_ids=(centre.id,)))
    assert by_department(found) == {"服务中心": (1, 0, None, None), "车队": (1, 1, 50_00, 1)}
    assert found.scope == "服务中心（含下属）"
    assert len(found.categories) == 4  # all there is to choose from


def test_a_filter_by_category(results: Results, exam_id: int, centre: Department) -> None:
    found = results.results(exam_id, ResultsFilter(categories=("公务员", "工勤")))
    assert found.figures.whole.registered == 3
    assert found.scope == "公务员、工勤人员"
    both = results.results(exam_id, ResultsFilter((centre.id,), ("公务员", "工勤")))
    assert [person.row.name for person in both.figures.people] == ["赵六"]
    assert both.scope == "服务中心（含下属）中的公务员、工勤人员"


def test_who_ran_out_of_time_is_graded_when_somebody_looks(
    office: Office, results: Results, exam_id: int, people: dict[str, Person]
) -> None:
    token = office.desk.sign_in(people["张三"].id, "").token
    office.answer_all(token, office.desk.start(token, exam_id), wrong=2)
    running = results.results(exam_id).figures.whole
    assert (running.sat, running.scored, running.mean) == (1, 0, None)
    office.clock.advance(31 * 60)
    assert results.results(exam_id).figures.whole.mean == 80_00


def test_statuses_settled_and_the_test_closed_make_it_final(
    office: Office, results: Results, exam_id: int, people: dict[str, Person]
) -> None:
    sit(office, exam_id, people["张三"], wrong=0)
    office.exams.close(ACTOR, exam_id)
    found = results.results(exam_id)
    assert found.figures.whole.unsettled == 3
    assert not found.is_final
    due = {person.row.name: person.row.due_id for person in found.figures.people}
    assert len(results.settle(ACTOR, exam_id, [due["李四"]], Status.DEFERRED, " 出车 ")) == 1
    settled = results.settle(ACTOR, exam_id, [due["王五"], due["赵六"], due["钱七"]], Status.ABSENT, "")
    assert len(settled) == 3
    assert results.take_back(ACTOR, exam_id, settled[:1]) == 1
    assert len(results.settle(ACTOR, exam_id, [settled[0].due_id], Status.ABSENT, "")) == 1
    whole = results.results(exam_id).figures.whole
    assert (whole.due, whole.sat, whole.deferred, whole.absent, whole.unsettled) == (4, 1, 1, 2, 0)
    assert results.results(exam_id).is_final
    assert {person.row.reason for person in results.results(exam_id).figures.people} == {"", "出车"}


def test_tests_of_a_month_are_those_that_were_published(office: Office, results: Results, exam_id: int) -> None:
    bank_id = fill_bank(office.database, usual_questions(), "另一题库")
    office.exams.create(ACTOR, office.definition(bank_id, title="还没发布"))
    earlier = office.definition(bank_id, title="月初测试")
    earlier = replace(earlier, opens_at=earlier.opens_at.replace(day=1))
    first = office.exams.create(ACTOR, earlier)
    office.exams.publish(ACTOR, first)
    office.exams.close(ACTOR, exam_id)
    assert results.exams_of_month("2026-03") == [(first, "月初测试"), (exam_id, "三月礼仪测试")]
    assert results.exams_of_month("2026-04") == []


def test_a_draft_has_no_results(office: Office, results: Results, exam_id: int) -> None:
    draft = office.exams.create(ACTOR, office.definition(1))
    with pytest.raises(Conflict, match="还没有发布"):
        results.results(draft)
    with pytest.raises(Conflict):
        results.results(999)


def test_the_workbook_says_what_the_page_says_and_is_logged(
    office: Office, results: Results, exam_id: int, people: dict[str, Person]
) -> None:
    sit(office, exam_id, people["张三"], wrong=1)
    workbook = load_workbook(BytesIO(results.export(ACTOR, exam_id)))
    rows = {row[1]: row for row in workbook["汇总"].iter_rows(values_only=True) if row[1]}
    assert rows["办公室"][2:5] == (2, 2, 1)
    assert "考试尚未结束" in workbook["汇总"]["A3"].value
    with office.database.read() as session:
        (line,) = session.scalars(select(LogRow).where(LogRow.action == "results.export"))
    assert (line.who, line.subject, line.details["people"]) == (ACTOR.name, "三月礼仪测试", 5)


def test_the_figures_that_come_with_the_workbook_are_those_in_it(
    office: Office, results: Results, exam_id: int, people: dict[str, Person]
) -> None:
    sit(office, exam_id, people["张三"], wrong=1)
    content, figures = results.export_with_figures(ACTOR, exam_id)
    sit(office, exam_id, people["李四"], wrong=0)
    rows = {row[1]: row for row in load_workbook(BytesIO(content))["汇总"].iter_rows(values_only=True) if row[1]}
    section = next(one.figures for one in figures.figures.departments if one.department == ("办公室",))
    assert rows["办公室"][2:5] == (section.registered, section.due, section.sat) == (2, 2, 1)


def test_a_unit_gets_its_own_workbook_only(
    office: Office, results: Results, exam_id: int, people: dict[str, Person], centre: Department
) -> None:
    head = Actor("主任", unit_id=centre.id)
    workbook = load_workbook(BytesIO(results.export(head, exam_id)))
    names = [row[2] for row in workbook["成绩"].iter_rows(values_only=True) if isinstance(row[0], int)]
    assert sorted(names) == ["王五", "赵六", "钱七"]
    assert workbook["成绩"]["A3"].value == "范围：服务中心（含下属）"
    fleet = people["赵六"].department
    assert results.export(head, exam_id, ResultsFilter(department_ids=(fleet.id,)))
    with pytest.raises(NotAllowed):
        results.export(head, exam_id, ResultsFilter(department_ids=(fleet.id, people["张三"].department.id)))


def test_a_cancelled_export_is_not_logged(office: Office, results: Results, exam_id: int) -> None:
    with pytest.raises(Cancelled):
        results.export(ACTOR, exam_id, is_cancelled=lambda: True)
    with office.database.read() as session:
        assert session.scalars(select(LogRow).where(LogRow.action == "results.export")).all() == []
