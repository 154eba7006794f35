"""Who is due for a test and with which paper: looked at before publishing, written down when it is published."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import select
from sqlalchemy.orm import Session

from quizapp.core.exams import ExamDefinition, PaperPlan, definition_faults
from quizapp.core.monthly import Status
from quizapp.core.papers import shortages
from quizapp.db.tables import DuePersonRow, ExamPaperRow, ExamRow, PersonRow
from quizapp.i18n import _
from quizapp.services.exam_records import to_audience
from quizapp.services.people_records import read_departments
from quizapp.services.question_records import candidates


@dataclass(frozen=True, slots=True)
class DueCount:
    """How many people of a department would be due, and for which paper each."""

    department: str
    people: int
    by_paper: tuple[tuple[str, int], ...]


@dataclass(frozen=True, slots=True)
class ExamCheck:
    """What stands in the way of publishing (`faults`, empty: nothing), and who would be due."""

    faults: tuple[str, ...]
    due: tuple[DueCount, ...]

    @property
    def total_due(self) -> int:
        """People due in all."""
        return sum(count.people for count in self.due)


@dataclass(frozen=True, slots=True)
class _Place:
    """Where a person stands: ids from the top down, and the names."""

    ids: tuple[int, ...]
    names: tuple[str, ...]
    kind: str


def check_definition(session: Session, definition: ExamDefinition, now: datetime) -> ExamCheck:
    """All that keeps a definition from being published, and who would be due."""
    found = definition_faults(definition)
    if definition.closes_at <= now:
        found.append(_("结束时间已经过去：请调整开放时间。"))
    for plan in definition.papers:
        found += _bank_faults(session, plan, several=len(definition.papers) > 1)
    people = _due_people(session, definition)
    if not people:
        found.append(_("没有应考人员：请先导入人员名单，或调整应考范围。"))
    without = [person.name for person, place in people if _plan_of(definition, person, place) is None]
    if without:
        words = _("{count} 人没有对应的试卷（如 {names}）：请让最后一份试卷不限范围。")
        found.append(words.format(count=len(without), names=_("、").join(without[:3])))
    return ExamCheck(faults=tuple(found), due=_due_counts(definition, people))


def _bank_faults(session: Session, plan: PaperPlan, *, several: bool) -> list[str]:
    if not plan.blueprint.bank_ids:
        return []  # already told by `definition_faults`
    lacking = [one.message for one in shortages(plan.blueprint, candidates(session, plan.blueprint.bank_ids))]
    if not several:
        return lacking
    return [_("试卷“{name}”：{fault}").format(name=plan.name, fault=fault) for fault in lacking]


def _due_counts(definition: ExamDefinition, people: Sequence[tuple[PersonRow, _Place]]) -> tuple[DueCount, ...]:
    by_department: dict[str, Counter[str]] = {}
    for person, place in people:
        position = _plan_of(definition, person, place)
        name = "" if position is None else definition.papers[position].name
        by_department.setdefault(" / ".join(place.names), Counter())[name] += 1
    return tuple(
        DueCount(department, counts.total(), tuple(counts.items())) for department, counts in by_department.items()
    )


def _places(session: Session) -> dict[int, _Place]:
    """Every department's place, in the bureau's order, children after their parent."""
    places: dict[int, _Place] = {}
    for department in read_departments(session):
        above = places[department.parent_id].ids if department.parent_id is not None else ()
        places[department.id] = _Place((*above, department.id), department.path, department.kind)
    return places


def _due_people(session: Session, definition: ExamDefinition) -> list[tuple[PersonRow, _Place]]:
    """People on record who take tests and are meant, department by department."""
    places = _places(session)
    wanted = (
        select(PersonRow).where(PersonRow.is_active, PersonRow.takes_tests).order_by(PersonRow.pinyin, PersonRow.id)
    )
    order = {department_id: at for at, department_id in enumerate(places)}
    people = sorted(session.scalars(wanted), key=lambda person: order[person.department_id])
    found = [(person, places[person.department_id]) for person in people]
    return [(person, place) for person, place in found if definition.audience.includes(place.ids, person.category)]


def _plan_of(definition: ExamDefinition, person: PersonRow, place: _Place) -> int | None:
    """Which paper a person gets: the first whose audience includes the person."""
    for position, plan in enumerate(definition.papers):
        if plan.audience.includes(place.ids, person.category):
            return position
    return None


def write_due_list(session: Session, exam: ExamRow, definition: ExamDefinition, papers: Sequence[ExamPaperRow]) -> int:
    """Write one due row per person, all as now; returns how many. The definition must have been checked."""
    rows = []
    for person, place in _due_people(session, definition):
        position = _plan_of(definition, person, place)
        if position is not None:
            rows.append(_due_row(exam, papers[position], person, place))
    session.add_all(rows)
    session.flush()
    return len(rows)


def add_due_people(
    session: Session, exam: ExamRow, papers: Sequence[ExamPaperRow], person_ids: Sequence[int]
) -> list[str]:
    """Put people on the list of a published test, whatever its audience says; returns the names of those added.

    Their paper is the first whose audience includes them, else the last.
    """
    on_list = set(session.scalars(select(DuePersonRow.person_id).where(DuePersonRow.exam_id == exam.id)))
    places = _places(session)
    names = []
    for person_id in dict.fromkeys(person_ids):
        if person_id in on_list:
            continue
        person = session.get_one(PersonRow, person_id)
        place = places[person.department_id]
        fitting = [one for one in papers if to_audience(one.audience).includes(place.ids, person.category)]
        session.add(_due_row(exam, (fitting or [papers[-1]])[0], person, place))
        names.append(person.name)
    session.flush()
    return names


def _due_row(exam: ExamRow, paper: ExamPaperRow, person: PersonRow, place: _Place) -> DuePersonRow:
    return DuePersonRow(
        exam_id=exam.id,
        person_id=person.id,
        paper_id=paper.id,
        number=person.number,
        name=person.name,
        department_id=person.department_id,
        department=list(place.names),
        department_kind=place.kind,
        category=person.category,
        position=person.position,
        counts=person.counts,
        is_ranked=person.is_ranked,
        status=Status.NOT_YET,
        reason="",
        settled_by="",
        settled_at=None,
        extra_minutes=person.extra_minutes,
    )
