"""Answer sheets to print: a person's own; for the organiser one or a department's, which the log remembers."""

from collections.abc import Callable, Sequence

from sqlalchemy import select
from sqlalchemy.orm import Session

from quizapp.clock import ClockReading
from quizapp.core.attempts import AttemptState
from quizapp.core.desk import AnswerSheet
from quizapp.core.people import Actor
from quizapp.core.pictures import PicturePlace
from quizapp.db.engine import Database
from quizapp.db.tables import AttemptRow, DuePersonRow, ExamRow, ResultRow, SittingRow
from quizapp.errors import Cancelled, NotAllowed, UserError
from quizapp.i18n import _
from quizapp.services.attempt_records import AskedQuestion, asked_questions, time_given_s, time_taken_s
from quizapp.services.bureau import read_bureau
from quizapp.services.desk_outcome import review_question
from quizapp.services.exam_records import marks_of
from quizapp.services.log import record
from quizapp.services.picture_records import contents_of, places_shown
from quizapp.services.question_records import chunks
from quizapp.services.rights import own_departments


class AnswerSheets:
    """Answer sheets, as the organiser prints them."""

    def __init__(self, database: Database, read_clock: Callable[[], ClockReading]) -> None:
        self._database = database
        self._read_clock = read_clock

    def sheets(
        self,
        actor: Actor,
        attempt_ids: Sequence[int],
        *,
        has_key: bool,
        on_progress: Callable[[int, int], None] | None = None,
        is_cancelled: Callable[[], bool] | None = None,
    ) -> tuple[AnswerSheet, ...]:
        """The sheets of these attempts in this order; those that nobody has handed in yet are left out.

        UserError where none is left; NotAllowed for an attempt beyond an administrator's unit.
        """
        made = []
        with self._database.read() as session:
            _refuse_beyond_unit(session, actor, attempt_ids)
            for done, attempt_id in enumerate(attempt_ids, start=1):
                if is_cancelled is not None and is_cancelled():
                    raise Cancelled
                sheet = sheet_of(session, attempt_id, has_key=has_key, shows_score=True)
                if sheet is not None:
                    made.append(sheet)
                if on_progress is not None:
                    on_progress(done, len(attempt_ids))
        if not made:
            raise UserError(_("还没有可以打印的答卷：交卷以后才能打印。"))
        with self._database.write() as session:
            details = {"people": len(made), "names": [one.name for one in made], "with_key": has_key}
            record(session, self._read_clock().wall_at, actor, "sheets.print", made[0].title, details=details)
        return tuple(made)


def sheet_of(session: Session, attempt_id: int, *, has_key: bool, shows_score: bool) -> AnswerSheet | None:
    """The sheet of an attempt; None where it is gone or nobody has handed it in."""
    found = session.execute(_WITH_PERSON.where(AttemptRow.id == attempt_id)).one_or_none()
    if found is None:
        return None
    attempt, due, exam, result = found
    if attempt.ended_at is None or attempt.state == AttemptState.RUNNING:
        return None
    asked = asked_questions(session, attempt_id)
    unmarked = result.unmarked if result is not None else 0
    score = result.score if result is not None and shows_score and not unmarked else None
    is_void = attempt.state == AttemptState.VOIDED
    return AnswerSheet(
        bureau=read_bureau(session).name,
        title=exam.title,
        name=due.name,
        person_number=due.number,
        department=" / ".join(due.department),
        number=attempt.number,
        started_at=attempt.started_at,
        ended_at=attempt.ended_at,
        used_s=time_taken_s(session, attempt),
        given_s=time_given_s(session, attempt),
        score=score,
        full_points=exam.full_points,
        grade=None if score is None or is_void else marks_of(exam).grade(score),
        questions=tuple(review_question(one, with_key=has_key) for one in asked),
        has_key=has_key,
        unmarked=unmarked,
        void_reason=attempt.void_reason if is_void else "",
        pictures=_pictures(session, asked),
    )


_WITH_PERSON = (
    select(AttemptRow, DuePersonRow, ExamRow, ResultRow)
    .join(SittingRow, SittingRow.id == AttemptRow.sitting_id)
    .join(DuePersonRow, DuePersonRow.id == SittingRow.due_id)
    .join(ExamRow, ExamRow.id == DuePersonRow.exam_id)
    .outerjoin(ResultRow, ResultRow.attempt_id == AttemptRow.id)
)


def _pictures(session: Session, asked: Sequence[AskedQuestion]) -> dict[tuple[int, PicturePlace], bytes]:
    contents = contents_of(session, (one.question for one in asked))
    return {
        (one.position, place): contents[digest]
        for one in asked
        for place, digest in places_shown(one.question.pictures, one.option_order).items()
        if digest in contents
    }


def _refuse_beyond_unit(session: Session, actor: Actor, attempt_ids: Sequence[int]) -> None:
    own = own_departments(session, actor)
    if own is None:
        return
    whose = select(DuePersonRow.department_id).join(SittingRow, SittingRow.due_id == DuePersonRow.id)
    whose = whose.join(AttemptRow, AttemptRow.sitting_id == SittingRow.id)
    for part in chunks(list(attempt_ids)):
        if any(department_id not in own for department_id in session.scalars(whose.where(AttemptRow.id.in_(part)))):
            raise NotAllowed(_("您只能打印本单位人员的答卷。"))
