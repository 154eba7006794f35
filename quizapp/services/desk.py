"""LocalDesk: the Desk on the database. One method, one transaction; the row written is the autosave."""

import secrets
from collections.abc import Callable
from dataclasses import replace
from datetime import datetime

from sqlalchemy import select
from sqlalchemy.orm import Session

from quizapp.clock import ClockReading
from quizapp.core.attempts import AttemptState, deadline
from quizapp.core.desk import (
    AnswerSheet,
    LeavingReceipt,
    MyPage,
    Outcome,
    ReviewQuestion,
    SaveReceipt,
    Sheet,
    SignedIn,
    SignInPage,
)
from quizapp.core.exams import ExamState, ReviewContent
from quizapp.core.grading import Response
from quizapp.core.own_results import OwnAttempt, OwnResult
from quizapp.core.people import PHONE_DIGITS, SignInCheck
from quizapp.core.pictures import PicturePlace
from quizapp.core.practice import PracticeChoice
from quizapp.core.practice_desk import PracticeAnswer, PracticeOverview, PracticePlace, PracticeSet
from quizapp.db.engine import Database
from quizapp.db.tables import (
    AttemptQuestionRow,
    AttemptRow,
    DepartmentRow,
    DuePersonRow,
    ExamPaperRow,
    ExamRow,
    PersonRow,
    SittingRow,
    TokenRow,
)
from quizapp.errors import NotAllowed, UserError
from quizapp.i18n import _
from quizapp.services import desk_pages, own_history, practice
from quizapp.services.absences import STEPPED_OUT, note_resumed, note_silence, returning
from quizapp.services.answer_sheets import sheet_of
from quizapp.services.attempt_records import asked_questions, count_on, left_s, next_number, note_event, sitting_of
from quizapp.services.bureau import read_bureau
from quizapp.services.desk_outcome import is_first_review, note_review, outcome_of, review_of, was_reviewed
from quizapp.services.desk_saving import save_answer
from quizapp.services.exam_records import paper_rows, to_definition
from quizapp.services.leavings import note_leaving
from quizapp.services.marking import attempts_counted, finish, grade_overdue, recount
from quizapp.services.paper_records import draw_paper
from quizapp.services.passwords import verify_pin
from quizapp.services.picture_records import picture_of_attempt
from quizapp.services.practice_records import is_in_a_test
from quizapp.services.tokens import forget_token, hash_token, issue_token, may_act, person_of, signed_out


class LocalDesk:
    """All that a staff member can do, on the database of this PC (see `core.desk.Desk` for each method)."""

    def __init__(self, database: Database, read_clock: Callable[[], ClockReading]) -> None:
        self._database = database
        self._read_clock = read_clock

    def sign_in_page(self) -> SignInPage:
        """Who can sign in, how, and what is open."""
        with self._database.read() as session:
            return desk_pages.sign_in_page(session, self._read_clock().wall_at)

    def sign_in(self, person_id: int | None, secret: str, *, number: str = "") -> SignedIn:
        """Sign in by person, or by number where `person_id` is None."""
        # A PIN takes long to check on purpose, and nobody's answers are to wait for it: first read, then write.
        with self._database.read() as session:
            person = _find_person(session, person_id, number)
            _verify(person, read_bureau(session).check, secret)
            verified = person.id, person.pin_hash, person.phone
        reading = self._read_clock()
        with self._database.write() as session:
            person = _find_person(session, verified[0], "")
            if (person.id, person.pin_hash, person.phone) != verified:
                raise NotAllowed(_("登录码不对：请重新输入；忘记了请组织者重设。"))
            token = issue_token(session, person.id, reading.wall_at)
            department = session.get_one(DepartmentRow, person.department_id).name
            return SignedIn(token=token, name=person.name, number=person.number, department=department)

    def sign_out(self, token: str) -> None:
        """Forget the token."""
        with self._database.write() as session:
            forget_token(session, token)

    def my_page(self, token: str) -> MyPage:
        """My tests and my months; attempts whose time has run out are graded first."""
        reading = self._read_clock()
        with self._database.write() as session:
            person = person_of(session, token, reading.wall_at)
            grade_overdue(session, reading)
            return desk_pages.my_page(session, person.id, reading.wall_at)

    def start(self, token: str, exam_id: int) -> Sheet:
        """Begin a test, or go on with the attempt that is running."""
        reading = self._read_clock()
        with self._database.write() as session:
            person = person_of(session, token, reading.wall_at)
            grade_overdue(session, reading, exam_id)
            exam, due = _due_for(session, exam_id, person.id)
            sitting = sitting_of(session, due)
            running = _running(session, sitting)
            if running is not None:
                absence = returning(session, running, reading)
                left = count_on(session, running, reading)
                note_resumed(session, running, reading, absence, left)
                sheet = desk_pages.sheet_of(session, exam, running, left, was_resumed=True)
                return replace(sheet, lost_s=absence.seconds if absence.is_loss else 0.0)
            _check_may_start(session, exam, sitting, reading)
            attempt = _begin(session, exam, due, sitting, reading)
            return desk_pages.sheet_of(session, exam, attempt, left_s(attempt, reading), was_resumed=False)

    def sheet(self, token: str, attempt_id: int) -> Sheet:
        """The running attempt as it stands on disk."""
        reading = self._read_clock()
        with self._database.read() as session:
            exam, attempt = self._own(session, token, attempt_id, reading)
            return desk_pages.sheet_of(session, exam, attempt, left_s(attempt, reading), was_resumed=True)

    def save_answer(
        self, token: str, attempt_id: int, position: int, response: Response, *, seq: int, is_marked: bool
    ) -> SaveReceipt:
        """Keep one answer; returns when it is on disk."""
        reading = self._read_clock()
        with self._database.connection() as connection:
            return save_answer(
                connection, reading, token, attempt_id, position=position, response=response, seq=seq, marked=is_marked
            )

    def heartbeat(self, token: str, attempt_id: int) -> float:
        """Note that the attempt is alive; returns the seconds left."""
        reading = self._read_clock()
        with self._database.write() as session:
            _exam, attempt = self._own(session, token, attempt_id, reading)
            if attempt.state != AttemptState.RUNNING:
                return 0.0
            note_silence(session, attempt, reading)
            return count_on(session, attempt, reading)

    def step_out(self, token: str, attempt_id: int) -> None:
        """Note that the person chose to leave the sheet for now."""
        reading = self._read_clock()
        with self._database.write() as session:
            _exam, attempt = self._own(session, token, attempt_id, reading)
            if attempt.state == AttemptState.RUNNING:
                count_on(session, attempt, reading)
                note_event(session, attempt.id, reading, STEPPED_OUT)

    def picture(self, token: str, attempt_id: int, position: int, place: PicturePlace) -> bytes:
        """A picture of a question of one's own sheet."""
        with self._database.read() as session:
            self._own(session, token, attempt_id, self._read_clock())
            return picture_of_attempt(session, attempt_id, position, place)

    def submit(self, token: str, attempt_id: int) -> Outcome:
        """Hand in; a second call returns the same outcome."""
        reading = self._read_clock()
        with self._database.write() as session:
            exam, attempt = self._own(session, token, attempt_id, reading)
            if attempt.state == AttemptState.RUNNING:
                is_over = left_s(attempt, reading) <= 0
                if not is_over:
                    note_silence(session, attempt, reading)
                finish(session, attempt, AttemptState.EXPIRED if is_over else AttemptState.SUBMITTED, reading)
            return outcome_of(session, exam, attempt, reading.wall_at)

    def outcome(self, token: str, attempt_id: int) -> Outcome:
        """How a finished attempt ended."""
        reading = self._read_clock()
        with self._database.write() as session:
            exam, attempt = self._own(session, token, attempt_id, reading)
            grade_overdue(session, reading, exam.id)
            return outcome_of(session, exam, attempt, reading.wall_at)

    def review(self, token: str, attempt_id: int) -> tuple[ReviewQuestion, ...]:
        """The sheet with what the organiser lets see."""
        reading = self._read_clock()
        with self._database.read() as session:
            exam, attempt = self._own(session, token, attempt_id, reading)
            definition = to_definition(exam, paper_rows(session, exam.id))
            shown = review_of(definition, exam, attempt, asked_questions(session, attempt_id), reading.wall_at)
            is_first = is_first_review(session, exam)
        if is_first:
            self._note_review(token, attempt_id, reading)
        return shown

    def note_leaving(self, token: str, attempt_id: int, seconds: float, *, seq: int) -> LeavingReceipt:
        """Record that the test's window was left."""
        reading = self._read_clock()
        with self._database.write() as session:
            exam, attempt = self._own(session, token, attempt_id, reading)
            return note_leaving(session, to_definition(exam, []), attempt, reading, seconds=seconds, seq=seq)

    def practice(self, token: str) -> PracticeOverview:
        """What there is to practise, and how far I am."""
        now, person_id = self._practising(token)
        with self._database.read() as session:
            return practice.overview(session, person_id, now)

    def start_practice(self, token: str, choice: PracticeChoice) -> PracticeSet:
        """The next questions to practise."""
        now, person_id = self._practising(token)
        with self._database.read() as session:
            return practice.next_set(session, person_id, choice, now)

    def answer_practice(self, token: str, place: PracticePlace, response: Response) -> PracticeAnswer:
        """Judge one answer and keep what came of it."""
        now, person_id = self._practising(token)
        with self._database.read() as session:  # judged first, so that nobody in a test waits for it
            judged = practice.judge(session, person_id, place, response, now)
        with self._database.write() as session:
            return practice.keep(session, person_id, judged)

    def set_favourite(self, token: str, place: PracticePlace, *, is_favourite: bool) -> None:
        """Put a question among my favourites, or take it out."""
        now = self._read_clock().wall_at
        with self._database.read() as session:  # looked up first, so that nobody in a test waits for it
            person_id = person_of(session, token, now).id
            question_id = practice.question_of(session, place)
        with self._database.write() as session:
            practice.set_favourite(session, person_id, question_id, is_favourite=is_favourite)

    def practice_picture(self, token: str, place: PracticePlace, picture: PicturePlace) -> bytes:
        """A picture of a question that is practised."""
        with self._database.read() as session:
            person_of(session, token, self._read_clock().wall_at)
            return practice.picture(session, place, picture)

    def _practising(self, token: str) -> tuple[datetime, int]:
        """The instant and who practises; an own attempt whose time has run out is graded first."""
        reading = self._read_clock()
        with self._database.read() as session:
            person_id = person_of(session, token, reading.wall_at).id
            is_running = is_in_a_test(session, person_id)
        if is_running:
            with self._database.write() as session:
                grade_overdue(session, reading)
        return reading.wall_at, person_id

    def _note_review(self, token: str, attempt_id: int, reading: ClockReading) -> None:
        """Remember the first review of a test: all others write nothing, and wait for nobody who does."""
        with self._database.write() as session:
            note_review(session, *self._own(session, token, attempt_id, reading), reading)

    def own_attempts(self, token: str, attempt_id: int) -> tuple[OwnAttempt, ...]:
        """All my attempts of the same test that are handed in."""
        reading = self._read_clock()
        with self._database.read() as session:
            exam, _attempt = self._own(session, token, attempt_id, reading)
            person = person_of(session, token, reading.wall_at)
            return own_history.own_attempts(session, exam, person.id, reading.wall_at)

    def own_results(self, token: str) -> tuple[OwnResult, ...]:
        """My results of all months; attempts whose time has run out are graded first."""
        reading = self._read_clock()
        with self._database.write() as session:
            person_id = person_of(session, token, reading.wall_at).id
            grade_overdue(session, reading)
        with self._database.read() as session:  # ranks are counted over everybody: nobody's answers are to wait for it
            return own_history.own_results(session, person_id, reading.wall_at)

    def answer_sheet(self, token: str, attempt_id: int) -> AnswerSheet:
        """The sheet of a finished attempt to print, under the rules of `review`."""
        reading = self._read_clock()
        with self._database.read() as session:
            exam, attempt = self._own(session, token, attempt_id, reading)
            definition = to_definition(exam, paper_rows(session, exam.id))
            review_of(definition, exam, attempt, (), reading.wall_at)  # refuses before its time
            has_key = definition.review_content is ReviewContent.ANSWERS
            sheet = sheet_of(session, attempt_id, has_key=has_key, shows_score=True)
            is_first = is_first_review(session, exam)
        if sheet is None:
            raise NotAllowed(_("这份答卷还没有交卷，不能查看。"))
        if is_first:
            self._note_review(token, attempt_id, reading)
        return sheet

    def _own(self, session: Session, token: str, attempt_id: int, reading: ClockReading) -> tuple[ExamRow, AttemptRow]:
        """The attempt and its test; NotAllowed where it is somebody else's, or nobody is signed in."""
        wanted = (
            select(ExamRow, AttemptRow, TokenRow.expires_at)
            .join(DuePersonRow, DuePersonRow.exam_id == ExamRow.id)
            .join(SittingRow, SittingRow.due_id == DuePersonRow.id)
            .join(AttemptRow, AttemptRow.sitting_id == SittingRow.id)
            .join(TokenRow, TokenRow.person_id == DuePersonRow.person_id)
            .where(AttemptRow.id == attempt_id, TokenRow.token_hash == hash_token(token))
        )
        found = session.execute(wanted).one_or_none()
        if found is None:
            person_of(session, token, reading.wall_at)
            raise NotAllowed(_("这份答卷不属于您：请重新登录。"))
        exam, attempt, expires_at = found
        if not may_act(expires_at, attempt.state, reading.wall_at):
            raise signed_out()
        return exam, attempt


def _find_person(session: Session, person_id: int | None, number: str) -> PersonRow:
    wanted = select(PersonRow).where(PersonRow.is_active, PersonRow.takes_tests)
    wanted = wanted.where(PersonRow.number == number.strip() if person_id is None else PersonRow.id == person_id)
    person = session.scalars(wanted).one_or_none()
    if person is None:
        raise NotAllowed(_("没有找到这个人：请核对姓名或编号；名单上没有的，请联系组织者添加。"))
    return person


def _verify(person: PersonRow, check: SignInCheck, secret: str) -> None:
    """Check what the organiser asks for; where no PIN or telephone is on record there is nothing to check."""
    if check is SignInCheck.PIN and person.pin_hash and not verify_pin(person.pin_hash, secret.strip()):
        raise NotAllowed(_("登录码不对：请重新输入；忘记了请组织者重设。"))
    if check is SignInCheck.PHONE:
        digits = "".join(one for one in person.phone if one.isdigit())
        if digits and secret.strip() != digits[-PHONE_DIGITS:]:
            raise NotAllowed(_("电话号码后 {count} 位不对：请重新输入。").format(count=PHONE_DIGITS))


def _due_for(session: Session, exam_id: int, person_id: int) -> tuple[ExamRow, DuePersonRow]:
    wanted = (
        select(ExamRow, DuePersonRow)
        .join(DuePersonRow, DuePersonRow.exam_id == ExamRow.id)
        .where(ExamRow.id == exam_id, DuePersonRow.person_id == person_id, ExamRow.state != ExamState.DRAFT)
    )
    found = session.execute(wanted).one_or_none()
    if found is None:
        raise NotAllowed(_("您不在这场考试的应考名单中：请联系组织者。"))
    return found[0], found[1]


def _running(session: Session, sitting: SittingRow) -> AttemptRow | None:
    wanted = select(AttemptRow).where(AttemptRow.sitting_id == sitting.id, AttemptRow.state == AttemptState.RUNNING)
    return session.scalars(wanted).one_or_none()


def _check_may_start(session: Session, exam: ExamRow, sitting: SittingRow, reading: ClockReading) -> None:
    if exam.state == ExamState.CLOSED or reading.wall_at >= exam.closes_at:
        raise UserError(_("考试已经结束，不能再开始。如有特殊情况，请联系组织者。"))
    if reading.wall_at < exam.opens_at:
        raise UserError(_("考试还没有开始：请到开放时间再来。"))
    if was_reviewed(session, exam):
        raise UserError(_("已有人查看过答卷，不能再开始。需要继续考试的，请组织者调整开放时间。"))
    if attempts_counted(session, sitting.id) >= exam.attempts_allowed:
        raise UserError(_("您的作答次数已用完。"))


def _begin(
    session: Session, exam: ExamRow, due: DuePersonRow, sitting: SittingRow, reading: ClockReading
) -> AttemptRow:
    """A new attempt with its paper frozen and its deadline stored."""
    attempt = AttemptRow(
        sitting_id=sitting.id,
        number=next_number(session, sitting),
        state=AttemptState.RUNNING,
        started_at=reading.wall_at,
        deadline_at=deadline(reading.wall_at, exam.minutes, exam.closes_at, extra_minutes=due.extra_minutes),
        ended_at=None,
        used_s=0.0,
        seen_at=reading.wall_at,
        boot_id=reading.boot_id,
        boot_s=reading.boot_s,
        last_seq=0,
        void_reason="",
        granted_s=0,
    )
    session.add(attempt)
    session.flush()
    _freeze_paper(session, exam, due, attempt)
    note_event(session, attempt.id, reading, "started")
    recount(session, sitting)
    return attempt


def _freeze_paper(session: Session, exam: ExamRow, due: DuePersonRow, attempt: AttemptRow) -> None:
    definition = to_definition(exam, paper_rows(session, exam.id))
    paper = session.get_one(ExamPaperRow, due.paper_id)
    person_seed = f"{due.person_id}/{attempt.number}"
    places = draw_paper(session, definition, paper, exam_seed=exam.seed, person_seed=person_seed)
    session.add_all(
        AttemptQuestionRow(
            attempt_id=attempt.id,
            position=position,
            revision_id=place.revision_id,
            option_order=list(place.option_order),
            points=place.points,
            earned=None,
        )
        for position, place in enumerate(places)
    )
    session.flush()


def new_seed() -> str:
    """A seed for the papers of a test."""
    return secrets.token_hex(16)
