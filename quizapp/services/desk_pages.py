"""What the desk shows before and during a test: the sign-in page, my page, the sheet without its key."""

from collections import Counter
from datetime import datetime

from sqlalchemy import select
from sqlalchemy.orm import Session

from quizapp.core.attempts import AttemptState
from quizapp.core.desk import (
    DepartmentName,
    ExamProgress,
    MyExam,
    MyMonth,
    MyPage,
    OpenExam,
    PersonName,
    Sheet,
    SheetQuestion,
    SignInPage,
)
from quizapp.core.exams import ExamDefinition, ExamState, ReviewContent
from quizapp.core.grading import MultipleRule
from quizapp.core.leavings import GRACE_S
from quizapp.core.monthly import Status
from quizapp.core.papers import Blueprint
from quizapp.core.points import points_text
from quizapp.core.questions import Kind
from quizapp.db.tables import (
    AttemptRow,
    DuePersonRow,
    ExamPaperRow,
    ExamRow,
    PersonRow,
    SittingRow,
)
from quizapp.i18n import _
from quizapp.services.attempt_records import AskedQuestion, as_shown, asked_questions
from quizapp.services.bureau import read_bureau
from quizapp.services.desk_outcome import may_review, shows_score
from quizapp.services.exam_records import paper_rows, to_blueprint, to_definition
from quizapp.services.leavings import allowed_leavings, leavings_of
from quizapp.services.people_records import read_departments
from quizapp.services.picture_records import places_shown


def sign_in_page(session: Session, now: datetime) -> SignInPage:
    """Who can sign in, how, and what is open now."""
    bureau = read_bureau(session)
    columns = (
        PersonRow.id,
        PersonRow.name,
        PersonRow.number,
        PersonRow.department_id,
        PersonRow.pinyin,
        PersonRow.initials,
        PersonRow.remark,
        PersonRow.position,
    )
    wanted = select(*columns).where(PersonRow.is_active, PersonRow.takes_tests).order_by(PersonRow.pinyin, PersonRow.id)
    found = session.execute(wanted).all()
    alike = Counter((row.department_id, row.name) for row in found)
    done = _who_is_done(session, now)
    people = tuple(
        PersonName(
            id=row.id,
            name=row.name,
            number=row.number,
            department_id=row.department_id,
            search_keys=(*row.pinyin.replace(" ", "").split("|"), *row.initials.split("|")),
            # a remark is the organiser's own note: it is shown only where nothing else tells two people apart
            remark=(row.remark or row.position) if alike[row.department_id, row.name] > 1 else row.position,
            is_done=row.id in done,
        )
        for row in found
    )
    return SignInPage(
        bureau=bureau.name,
        check=bureau.check,
        departments=_departments(session, {person.department_id for person in people}),
        people=people,
        open_exams=_open_exams(session, now),
    )


def _who_is_done(session: Session, now: datetime) -> set[int]:
    """The people who have handed in every test that is open now and that they are due for."""
    wanted = (
        select(DuePersonRow.person_id, DuePersonRow.exam_id, AttemptRow.state)
        .join(ExamRow, ExamRow.id == DuePersonRow.exam_id)
        .outerjoin(SittingRow, SittingRow.due_id == DuePersonRow.id)
        .outerjoin(AttemptRow, (AttemptRow.sitting_id == SittingRow.id) & (AttemptRow.state != AttemptState.VOIDED))
        .where(ExamRow.state == ExamState.PUBLISHED, ExamRow.opens_at <= now, ExamRow.closes_at > now)
    )
    states: dict[tuple[int, int], set[str | None]] = {}
    for person_id, exam_id, state in session.execute(wanted):
        states.setdefault((person_id, exam_id), set()).add(state)
    is_over = {AttemptState.SUBMITTED, AttemptState.EXPIRED}
    waiting = {
        person_id
        for (person_id, _exam), found in states.items()
        if AttemptState.RUNNING in found or not found & is_over
    }
    return {person_id for person_id, _exam in states} - waiting


def _departments(session: Session, wanted_ids: set[int]) -> tuple[DepartmentName, ...]:
    """Departments that have somebody to sign in, in the bureau's order, nested ones after their parent."""
    return tuple(DepartmentName(one.id, one.full_name) for one in read_departments(session) if one.id in wanted_ids)


def _open_exams(session: Session, now: datetime) -> tuple[OpenExam, ...]:
    wanted = (
        select(ExamRow.title, ExamRow.closes_at)
        .where(ExamRow.state == ExamState.PUBLISHED, ExamRow.opens_at <= now, ExamRow.closes_at > now)
        .order_by(ExamRow.closes_at, ExamRow.id)
    )
    return tuple(OpenExam(row.title, row.closes_at) for row in session.execute(wanted))


def my_page(session: Session, person_id: int, now: datetime) -> MyPage:
    """The tests of one person: open and coming ones first, then by month; and the months so far."""
    wanted = (
        select(ExamRow, DuePersonRow)
        .join(DuePersonRow, DuePersonRow.exam_id == ExamRow.id)
        .where(DuePersonRow.person_id == person_id, ExamRow.state != ExamState.DRAFT)
        .order_by(ExamRow.closes_at.desc(), ExamRow.id.desc())
    )
    exams = [_my_exam(session, exam, due, now) for exam, due in session.execute(wanted).all()]
    current = [exam for exam in exams if exam.progress not in (ExamProgress.DONE, ExamProgress.MISSED)]
    past = [exam for exam in exams if exam not in current]
    return MyPage(exams=(*reversed(current), *past), months=_my_months(session, person_id, now))


def _my_exam(session: Session, exam: ExamRow, due: DuePersonRow, now: datetime) -> MyExam:
    sitting = session.scalars(select(SittingRow).where(SittingRow.due_id == due.id).order_by(SittingRow.id)).first()
    attempts = [] if sitting is None else _attempts(session, sitting)
    definition = to_definition(exam, paper_rows(session, exam.id))
    blueprint = to_blueprint(session.get_one(ExamPaperRow, due.paper_id).blueprint)
    is_open = exam.state == ExamState.PUBLISHED and exam.opens_at <= now < exam.closes_at
    progress = _progress(exam, attempts, now, is_open=is_open)
    counting = sitting.counting_attempt_id if sitting is not None else None
    return MyExam(
        exam_id=exam.id,
        title=exam.title,
        month=exam.month,
        opens_at=exam.opens_at,
        closes_at=exam.closes_at,
        minutes=exam.minutes + due.extra_minutes,
        question_count=blueprint.question_count,
        full_points=exam.full_points,
        pass_points=exam.pass_points,
        excellent_points=exam.excellent_points,
        attempts_used=len(attempts),
        attempts_allowed=exam.attempts_allowed,
        progress=progress,
        attempt_id=_attempt_to_show(attempts, counting),
        score=sitting.score if sitting is not None and shows_score(definition, exam, now) else None,
        may_start=is_open and (progress is ExamProgress.RUNNING or len(attempts) < exam.attempts_allowed),
        may_review=counting is not None and may_review(definition, exam, now),
        rules=rules_in_words(definition, blueprint),
        extra_minutes=due.extra_minutes,
        is_unmarked=counting is not None and sitting is not None and sitting.score is None,
    )


def _attempts(session: Session, sitting: SittingRow) -> list[AttemptRow]:
    wanted = select(AttemptRow).where(AttemptRow.sitting_id == sitting.id, AttemptRow.state != AttemptState.VOIDED)
    return list(session.scalars(wanted.order_by(AttemptRow.number)))


def _attempt_to_show(attempts: list[AttemptRow], counting: int | None) -> int | None:
    """The running attempt where there is one, else the one that counts."""
    return next((one.id for one in attempts if one.state == AttemptState.RUNNING), counting)


def _progress(exam: ExamRow, attempts: list[AttemptRow], now: datetime, *, is_open: bool) -> ExamProgress:
    if any(one.state == AttemptState.RUNNING for one in attempts):
        return ExamProgress.RUNNING
    if attempts:
        return ExamProgress.DONE
    if is_open:
        return ExamProgress.READY
    is_coming = exam.state == ExamState.PUBLISHED and now < exam.opens_at
    return ExamProgress.NOT_OPEN if is_coming else ExamProgress.MISSED


def _my_months(session: Session, person_id: int, now: datetime) -> tuple[MyMonth, ...]:
    """One entry a test that is over or that I sat, oldest first."""
    wanted = (
        select(ExamRow, DuePersonRow.status, SittingRow.score, SittingRow.counting_attempt_id)
        .join(DuePersonRow, DuePersonRow.exam_id == ExamRow.id)
        .outerjoin(SittingRow, SittingRow.due_id == DuePersonRow.id)
        .where(DuePersonRow.person_id == person_id, ExamRow.state != ExamState.DRAFT)
        .order_by(ExamRow.month, ExamRow.id)
    )
    months = []
    for exam, status, score, counting in session.execute(wanted).all():
        is_open = exam.state != ExamState.CLOSED and status in (Status.NOT_YET, Status.SAT)
        is_unmarked = score is None and counting is not None
        if is_open and score is None and not is_unmarked:  # not sat yet, or not handed in
            continue
        definition = to_definition(exam, paper_rows(session, exam.id))
        shown = score if shows_score(definition, exam, now) else None
        months.append(MyMonth(exam.month, exam.title, Status(status).label, shown, exam.full_points, is_unmarked))
    return tuple(months)


def rules_in_words(definition: ExamDefinition, blueprint: Blueprint) -> tuple[str, ...]:
    """The rules of a test, a sentence each, as they are read before starting."""
    parts = Counter[tuple[Kind, int]]()
    for section in blueprint.sections:
        parts[section.kind, section.points] += section.count
    per_kind = _("{kind} {count} 题，每题 {points} 分")
    rules = [
        per_kind.format(kind=kind.label, count=count, points=points_text(points))
        for (kind, points), count in parts.items()
        if count
    ]
    marks = _("满分 {full} 分，{passing} 分合格，{excellent} 分优秀")
    rules.append(
        marks.format(
            full=points_text(definition.full_points),
            passing=points_text(definition.pass_points),
            excellent=points_text(definition.excellent_points),
        )
    )
    if any(kind is Kind.MULTIPLE for kind, _points in parts):
        rules.append(_("多选题：{rule}").format(rule=MultipleRule(definition.multiple_rule).label))
    if definition.attempts_allowed > 1:
        words = _("可以作答 {count} 次，{rule}")
        rules.append(words.format(count=definition.attempts_allowed, rule=definition.attempts_rule.label))
    rules.append(_("每答一题自动保存；时间到自动交卷；中途断电或退出，重新登录可接着答，计时不停"))
    rules += conduct_rules(definition)
    rules.append(_review_words(definition))
    return (*rules, *(line for line in definition.instructions.splitlines() if line.strip()))


def conduct_rules(definition: ExamDefinition) -> list[str]:
    """What holds in the room: the whole screen, and what becomes of leaving the window."""
    rules = []
    if definition.is_full_screen:
        rules.append(_("考试窗口占满屏幕；按 Esc 或 F11 可以退出全屏"))
    if definition.records_leaving:
        rules.append(_("离开考试窗口超过 {seconds} 秒会记录时间和次数").format(seconds=GRACE_S))
        if definition.leavings_allowed:
            words = _("可以离开 {count} 次，超过后自动交卷")
            rules.append(words.format(count=definition.leavings_allowed))
    return rules


def _review_words(definition: ExamDefinition) -> str:
    if definition.review_content is ReviewContent.SCORE_ONLY:
        return _("考试后只公布成绩")
    if definition.shows_score_at_once:
        return _("交卷后即显示成绩，考试结束后可以查看答卷")
    return _("考试结束后公布成绩并可以查看答卷")


def sheet_of(session: Session, exam: ExamRow, attempt: AttemptRow, left_s: float, *, was_resumed: bool) -> Sheet:
    """The sheet of an attempt as it stands; nothing in it depends on a key."""
    definition = to_definition(exam, [])
    return Sheet(
        attempt_id=attempt.id,
        title=exam.title,
        questions=tuple(sheet_question(asked) for asked in asked_questions(session, attempt.id)),
        time_left_s=left_s if attempt.state == AttemptState.RUNNING else 0.0,
        deadline_at=attempt.deadline_at,
        last_seq=attempt.last_seq,
        was_resumed=was_resumed,
        is_full_screen=definition.is_full_screen,
        records_leaving=definition.records_leaving,
        leavings_allowed=allowed_leavings(session, definition, attempt.id),
        leavings=len(leavings_of(session, attempt.id)) if definition.records_leaving else 0,
    )


def sheet_question(asked: AskedQuestion) -> SheetQuestion:
    """One place of a sheet: the stem, the options in the order shown, and what was answered."""
    question = asked.question
    blanks = len(question.key) if question.kind is Kind.FILL_BLANK and isinstance(question.key, tuple) else 0
    return SheetQuestion(
        position=asked.position,
        kind=question.kind,
        stem=question.stem,
        options=tuple(question.options[index].text for index in asked.option_order),
        points=asked.points,
        blanks=blanks,
        response=as_shown(question.kind, asked.response, asked.option_order),
        is_marked=asked.is_marked,
        pictures=tuple(places_shown(question.pictures, asked.option_order)),
    )
