"""Where a person stands after an attempt: the own rank, as far as the test tells it, and which attempt counts."""

from collections import defaultdict
from collections.abc import Collection, Mapping
from dataclasses import dataclass

from sqlalchemy import select
from sqlalchemy.orm import Session

from quizapp.core.attempts import AttemptState
from quizapp.core.exams import AttemptsRule
from quizapp.core.monthly import SittingKind, Status
from quizapp.core.own_results import AttemptPlace, Ranking, RankState, Scored, own_rank
from quizapp.db.tables import AttemptRow, DuePersonRow, ExamRow, SittingRow

_IDS_AT_ONCE = 500


@dataclass(frozen=True, slots=True)
class RankedPeople:
    """Those of one test who are ranked and sat: who has a score, and whether somebody's is still open."""

    scored: tuple[Scored, ...]
    is_open: bool

    def ranking_of(self, person_id: int) -> Ranking:
        """A person's rank, once no score is open that could move it."""
        if self.is_open:
            return Ranking(RankState.WAITING)
        rank = own_rank(self.scored, person_id)
        return Ranking(RankState.UNRANKED) if rank is None else Ranking(RankState.KNOWN, rank)


def ranked_people(session: Session, exam_ids: Collection[int]) -> Mapping[int, RankedPeople]:
    """Who is ranked in these tests, by test: the people that `monthly` ranks, without making a row of each."""
    scored: defaultdict[int, list[Scored]] = defaultdict(list)
    is_open: defaultdict[int, bool] = defaultdict(bool)
    ids = sorted(exam_ids)
    for start in range(0, len(ids), _IDS_AT_ONCE):
        wanted = (
            select(DuePersonRow.exam_id, DuePersonRow.person_id, DuePersonRow.department_id, SittingRow.score)
            .outerjoin(SittingRow, (SittingRow.due_id == DuePersonRow.id) & (SittingRow.kind == SittingKind.FIRST))
            .where(
                DuePersonRow.exam_id.in_(ids[start : start + _IDS_AT_ONCE]),
                DuePersonRow.is_ranked,
                DuePersonRow.status == Status.SAT,
            )
        )
        for exam_id, person_id, department_id, score in session.execute(wanted):
            if score is None:
                is_open[exam_id] = True
            else:
                scored[exam_id].append(Scored(person_id, department_id, score))
    return {exam_id: RankedPeople(tuple(scored[exam_id]), is_open[exam_id]) for exam_id in ids}


def ranking_of(session: Session, exam_id: int, person_id: int, *, is_allowed: bool, is_over: bool) -> Ranking:
    """A person's rank in one test as it may be shown now."""
    if not is_allowed:
        return Ranking()
    if not is_over:
        return Ranking(RankState.LATER)
    return ranked_people(session, [exam_id])[exam_id].ranking_of(person_id)


def place_of(session: Session, exam: ExamRow, attempt: AttemptRow, *, shows_score: bool) -> AttemptPlace:
    """An attempt among those of its sitting."""
    sitting = session.get_one(SittingRow, attempt.sitting_id)
    counting = session.get(AttemptRow, sitting.counting_attempt_id) if sitting.counting_attempt_id else None
    return AttemptPlace(
        number=attempt.number,
        allowed=exam.attempts_allowed,
        rule=AttemptsRule(exam.attempts_rule),
        counting_number=None if counting is None else counting.number,
        counting_score=sitting.score if shows_score else None,
        given_s=given_s(attempt),
    )


def given_s(attempt: AttemptRow) -> int:
    """The time an attempt had: extra minutes are in it, what the window cut off is not."""
    return max(0, round((attempt.deadline_at - attempt.started_at).total_seconds()))


def finished_attempts(session: Session, exam_id: int, person_id: int) -> list[tuple[AttemptRow, SittingRow]]:
    """A person's attempts of one test that are handed in, the first one first; void ones are left out."""
    wanted = (
        select(AttemptRow, SittingRow)
        .join(SittingRow, SittingRow.id == AttemptRow.sitting_id)
        .join(DuePersonRow, DuePersonRow.id == SittingRow.due_id)
        .where(
            DuePersonRow.exam_id == exam_id,
            DuePersonRow.person_id == person_id,
            AttemptRow.state.in_((AttemptState.SUBMITTED, AttemptState.EXPIRED)),
        )
        .order_by(AttemptRow.started_at, AttemptRow.id)
    )
    return [(attempt, sitting) for attempt, sitting in session.execute(wanted).all()]
