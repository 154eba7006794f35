"""What the organiser does while a test runs: watch the hall, add minutes, open an attempt again, end it, an outage."""

from collections.abc import Callable, Sequence

from quizapp.clock import ClockReading
from quizapp.core.attempts import AttemptState
from quizapp.core.hall import Hall
from quizapp.core.lost_time import Outage
from quizapp.core.people import Actor
from quizapp.db.engine import Database
from quizapp.db.tables import AttemptRow
from quizapp.errors import Conflict
from quizapp.i18n import _
from quizapp.services.attempt_records import note_event
from quizapp.services.attempts import check_reason, void_attempt
from quizapp.services.desk_outcome import ENDED_EARLY
from quizapp.services.exam_records import exam_row
from quizapp.services.exams import published_row
from quizapp.services.granting import Act, Granted, MoreTime, grant_time, settle_granted, take_back_time
from quizapp.services.hall_records import due_of, hall_of, places_of
from quizapp.services.log import record
from quizapp.services.marking import finish, grade_overdue
from quizapp.services.reopening import open_again
from quizapp.services.rights import own_departments, refuse_beyond_unit


class Invigilation:
    """The hall of a test; every act is noted with the attempt and in the log, by whom and why."""

    def __init__(self, database: Database, read_clock: Callable[[], ClockReading]) -> None:
        self._database = database
        self._read_clock = read_clock

    def view(self, actor: Actor, exam_id: int) -> Hall:
        """The hall as it stands, of a unit's administrator the own people; what is overdue is graded first."""
        reading = self._read_clock()
        with self._database.read() as session:
            hall = hall_of(session, actor, exam_row(session, exam_id), reading)
        if all(seat.left_s for seat in hall.running):
            return hall  # as nearly always: nobody's answers wait for a look at the hall
        with self._database.write() as session:
            grade_overdue(session, reading, exam_id)
            return hall_of(session, actor, exam_row(session, exam_id), reading)

    def grant(
        self, actor: Actor, exam_id: int, attempt_ids: Sequence[int] | None, minutes: int, more: MoreTime
    ) -> Granted:
        """Add minutes to running attempts; None: to all who are writing now. Conflict where none of them is."""
        reading = self._read_clock()
        with self._database.write() as session:
            act = Act(session, reading, actor, published_row(session, exam_id))
            grade_overdue(session, reading, exam_id)
            own = own_departments(session, actor)
            places = [
                (attempt, due)
                for attempt, due in places_of(session, exam_id, attempt_ids)
                if attempt.state == AttemptState.RUNNING
                and (attempt_ids is not None or own is None or due.department_id in own)
            ]
            refuse_beyond_unit(session, actor, [due.department_id for _attempt, due in places])
            if not places:
                raise Conflict(_("他们都已不在作答：请刷新后重新选择。"))
            added = grant_time(act, places, minutes, more=more)
            return settle_granted(act, added, more=more)

    def make_up(self, actor: Actor, exam_id: int, outage: Outage, minutes: int, more: MoreTime) -> Granted:
        """Make up for an outage: add the minutes to all whom it hit; whose time ran out meanwhile may go on."""
        reading = self._read_clock()
        with self._database.write() as session:
            act = Act(session, reading, actor, published_row(session, exam_id))
            grade_overdue(session, reading, exam_id)
            places = places_of(session, exam_id, outage.attempt_ids)
            refuse_beyond_unit(session, actor, [due.department_id for _attempt, due in places])
            running = [one for one in places if one[0].state == AttemptState.RUNNING]
            over = [one for one in places if one[0].state == AttemptState.EXPIRED]
            if not running and not over:
                raise Conflict(_("他们都已不在作答：请刷新后重新选择。"))
            added = grant_time(act, running, minutes, more=more, outage=outage)
            for place in over:
                added[place] = open_again(act, place, minutes, more=more, outage=outage)
            return settle_granted(act, added, more=more)

    def take_back(self, actor: Actor, exam_id: int, granted: Granted) -> int:
        """Take minutes back from those who have not begun to use them; returns from how many."""
        reading = self._read_clock()
        with self._database.write() as session:
            act = Act(session, reading, actor, published_row(session, exam_id))
            grade_overdue(session, reading, exam_id)
            places = places_of(session, exam_id, granted.attempt_ids)
            refuse_beyond_unit(session, actor, [due.department_id for _attempt, due in places])
            return take_back_time(act, places, granted.minutes)

    def reopen(self, actor: Actor, exam_id: int, attempt_id: int, minutes: int, more: MoreTime) -> Granted:
        """Let somebody go on with an attempt that has ended: the time left is what was left, and the minutes."""
        reading = self._read_clock()
        with self._database.write() as session:
            act = Act(session, reading, actor, published_row(session, exam_id))
            grade_overdue(session, reading, exam_id)
            places = places_of(session, exam_id, [attempt_id])
            refuse_beyond_unit(session, actor, [due.department_id for _attempt, due in places])
            if not places:
                raise Conflict(_("这次作答已不存在：请刷新列表。"))
            added = {one: open_again(act, one, minutes, more=more) for one in places}
            return settle_granted(act, added, more=more)

    def end(self, actor: Actor, attempt_id: int, reason: str) -> None:
        """Hand a running attempt in, graded from what is stored."""
        check_reason(reason)
        reading = self._read_clock()
        with self._database.write() as session:
            attempt = session.get(AttemptRow, attempt_id)
            if attempt is None or attempt.state != AttemptState.RUNNING:
                raise Conflict(_("这次作答已经结束：请刷新列表。"))
            due = due_of(session, attempt)
            refuse_beyond_unit(session, actor, [due.department_id])
            note_event(session, attempt_id, reading, ENDED_EARLY, who=actor.name, reason=reason.strip())
            finish(session, attempt, AttemptState.SUBMITTED, reading)
            record(session, reading.wall_at, actor, "attempt.end", due.name, reason=reason.strip())

    def postpone(self, actor: Actor, exam_id: int, outage: Outage, reason: str) -> int:
        """改期: whom an outage hit starts anew when the window is moved; returns how many."""
        return self._void_all(actor, exam_id, outage, reason, event="postponed")

    def move_to_paper(self, actor: Actor, exam_id: int, outage: Outage, reason: str) -> int:
        """转纸考: the attempts are void, their people stay to be settled; returns how many."""
        return self._void_all(actor, exam_id, outage, reason, event="to_paper")

    def _void_all(self, actor: Actor, exam_id: int, outage: Outage, reason: str, *, event: str) -> int:
        reading = self._read_clock()
        with self._database.write() as session:
            published_row(session, exam_id)
            places = places_of(session, exam_id, outage.attempt_ids)
            ids = [attempt.id for attempt, _due in places if attempt.state in _HIT]
            for attempt_id in ids:
                void_attempt(session, reading, actor, attempt_id, reason, event=event)
            return len(ids)


_HIT = (AttemptState.RUNNING, AttemptState.EXPIRED)
