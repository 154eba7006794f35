"""The tables. Times are aware UTC, scores integer hundredths; what was asked and who was due is never edited."""

from datetime import UTC, date, datetime
from typing import Any

from sqlalchemy import (
    JSON,
    DateTime,
    Dialect,
    Float,
    ForeignKey,
    Index,
    Integer,
    LargeBinary,
    MetaData,
    String,
    Text,
    TypeDecorator,
    UniqueConstraint,
    false,
    text,
)  # fmt: skip
from sqlalchemy.orm import DeclarativeBase, Mapped, mapped_column

NAMING = {
    "ix": "ix_%(column_0_label)s",
    "uq": "uq_%(table_name)s_%(column_0_name)s",
    "ck": "ck_%(table_name)s_%(constraint_name)s",
    "fk": "fk_%(table_name)s_%(column_0_name)s_%(referred_table_name)s",
    "pk": "pk_%(table_name)s",
}


class UtcDateTime(TypeDecorator[datetime]):
    """An aware UTC datetime; a naive one is refused, so that no local time can slip in."""

    impl = DateTime
    cache_ok = True

    def process_bind_param(self, value: datetime | None, dialect: Dialect) -> datetime | None:
        if value is None:
            return None
        if value.tzinfo is None:
            raise ValueError("a time without a zone cannot be stored")
        return value.astimezone(UTC).replace(tzinfo=None)

    def process_result_value(self, value: datetime | None, dialect: Dialect) -> datetime | None:
        return None if value is None else value.replace(tzinfo=UTC)


class Base(DeclarativeBase):
    """Base of all rows."""

    metadata = MetaData(naming_convention=NAMING)
    type_annotation_map = {datetime: UtcDateTime, dict[str, Any]: JSON, list[Any]: JSON}  # noqa: RUF012 - as SQLAlchemy wants it


class BureauRow(Base):
    """The one row of what belongs to the whole bureau."""

    __tablename__ = "bureau"
    id: Mapped[int] = mapped_column(primary_key=True)
    name: Mapped[str] = mapped_column(String(200))
    unit_word: Mapped[str] = mapped_column(String(20))
    sign_in_check: Mapped[str] = mapped_column(String(20))


class AdministratorRow(Base):
    """Somebody who organises; `department_id` None: of the whole bureau, else of that unit."""

    __tablename__ = "administrators"
    id: Mapped[int] = mapped_column(primary_key=True)
    name: Mapped[str] = mapped_column(String(100), unique=True)
    password_hash: Mapped[str] = mapped_column(String(200))
    recovery_hash: Mapped[str] = mapped_column(String(200))
    department_id: Mapped[int | None] = mapped_column(ForeignKey("departments.id"))
    created_at: Mapped[datetime]


class LogRow(Base):
    """Who did what to what, when and why; rows are only ever added."""

    __tablename__ = "log_entries"
    id: Mapped[int] = mapped_column(primary_key=True)
    at: Mapped[datetime]
    who: Mapped[str] = mapped_column(String(100))
    action: Mapped[str] = mapped_column(String(50), index=True)
    subject: Mapped[str] = mapped_column(String(200))
    reason: Mapped[str] = mapped_column(Text)
    details: Mapped[dict[str, Any]]


class DepartmentRow(Base):
    """A 科室 or a unit; `position` is the order in which the bureau lists them."""

    __tablename__ = "departments"
    __table_args__ = (UniqueConstraint("parent_id", "name"),)
    id: Mapped[int] = mapped_column(primary_key=True)
    name: Mapped[str] = mapped_column(String(200))
    kind: Mapped[str] = mapped_column(String(20))
    parent_id: Mapped[int | None] = mapped_column(ForeignKey("departments.id"), index=True)
    position: Mapped[int]
    is_active: Mapped[bool]


class PersonRow(Base):
    """A person; who left stays on record with `is_active` false.

    `extra_minutes`: more time in every test, for age or a disability.
    """

    __tablename__ = "people"
    id: Mapped[int] = mapped_column(primary_key=True)
    number: Mapped[str] = mapped_column(String(50), unique=True)
    is_number_generated: Mapped[bool]
    name: Mapped[str] = mapped_column(String(100))
    pinyin: Mapped[str] = mapped_column(String(400))
    initials: Mapped[str] = mapped_column(String(100))
    department_id: Mapped[int] = mapped_column(ForeignKey("departments.id"), index=True)
    category: Mapped[str] = mapped_column(String(50))
    position: Mapped[str] = mapped_column(String(100))
    phone: Mapped[str] = mapped_column(String(50))
    remark: Mapped[str] = mapped_column(String(200))
    takes_tests: Mapped[bool]
    counts: Mapped[bool]
    is_ranked: Mapped[bool]
    pin_hash: Mapped[str | None] = mapped_column(String(200))
    is_active: Mapped[bool]
    extra_minutes: Mapped[int] = mapped_column(default=0, server_default=text("0"))


class BankRow(Base):
    """A question bank."""

    __tablename__ = "banks"
    id: Mapped[int] = mapped_column(primary_key=True)
    name: Mapped[str] = mapped_column(String(200), unique=True)
    created_at: Mapped[datetime]


class BatchRow(Base):
    """One import of a bank or a roster; `undone_at` set where it was taken back."""

    __tablename__ = "import_batches"
    id: Mapped[int] = mapped_column(primary_key=True)
    kind: Mapped[str] = mapped_column(String(20))
    bank_id: Mapped[int | None] = mapped_column(ForeignKey("banks.id"), index=True)
    file_name: Mapped[str] = mapped_column(String(300))
    file_hash: Mapped[str] = mapped_column(String(64))
    at: Mapped[datetime]
    who: Mapped[str] = mapped_column(String(100))
    counts: Mapped[dict[str, Any]]
    undone_at: Mapped[datetime | None]


class QuestionRow(Base):
    """A question of a bank; what it says stands in its revisions. `state`: active, review (待审核) or retired.

    `is_kept_back`: for contests (竞赛), so that nobody meets it while practising.
    """

    __tablename__ = "questions"
    __table_args__ = (Index("ix_questions_bank_identity", "bank_id", "identity"),)
    id: Mapped[int] = mapped_column(primary_key=True)
    bank_id: Mapped[int] = mapped_column(ForeignKey("banks.id"), index=True)
    identity: Mapped[str] = mapped_column(String(40))
    revision_id: Mapped[int | None] = mapped_column(Integer)
    state: Mapped[str] = mapped_column(String(20))
    is_kept_back: Mapped[bool] = mapped_column(default=False, server_default=false())


class RevisionRow(Base):
    """What a question said from one moment on; never edited once written. `key` as `core.questions.Key` in JSON.

    `pictures`: the digest of each in `pictures` and the number of its option, null for the stem.
    `any_order`: blanks may be filled in any order.
    """

    __tablename__ = "question_revisions"
    __table_args__ = (UniqueConstraint("question_id", "number"),)
    id: Mapped[int] = mapped_column(primary_key=True)
    question_id: Mapped[int] = mapped_column(ForeignKey("questions.id"), index=True)
    number: Mapped[int]
    batch_id: Mapped[int | None] = mapped_column(ForeignKey("import_batches.id"), index=True)
    kind: Mapped[str] = mapped_column(String(20))
    stem: Mapped[str] = mapped_column(Text)
    options: Mapped[list[Any]]
    key: Mapped[Any] = mapped_column(JSON)
    explanation: Mapped[str] = mapped_column(Text)
    category: Mapped[str] = mapped_column(String(200))
    knowledge_point: Mapped[str] = mapped_column(String(200))
    difficulty: Mapped[str] = mapped_column(String(10))
    source: Mapped[str] = mapped_column(Text)
    reviewed_on: Mapped[date | None]
    created_at: Mapped[datetime]
    who: Mapped[str] = mapped_column(String(100))
    pictures: Mapped[list[Any]] = mapped_column(JSON, default=list, server_default=text("'[]'"))
    any_order: Mapped[bool] = mapped_column(default=False, server_default=false())


class PictureRow(Base):
    """The bytes of a picture, once for all questions that show it; `digest` is their SHA-256 in hex."""

    __tablename__ = "pictures"
    digest: Mapped[str] = mapped_column(String(64), primary_key=True)
    media_type: Mapped[str] = mapped_column(String(20))
    width: Mapped[int]
    height: Mapped[int]
    content: Mapped[bytes] = mapped_column(LargeBinary)


class ExamRow(Base):
    """A test as defined; `definition` holds what `core.exams.ExamDefinition` says beside the columns."""

    __tablename__ = "exams"
    id: Mapped[int] = mapped_column(primary_key=True)
    month: Mapped[str] = mapped_column(String(7), index=True)
    title: Mapped[str] = mapped_column(String(200))
    state: Mapped[str] = mapped_column(String(20))
    opens_at: Mapped[datetime]
    closes_at: Mapped[datetime]
    minutes: Mapped[int]
    full_points: Mapped[int]
    pass_points: Mapped[int]
    excellent_points: Mapped[int]
    attempts_allowed: Mapped[int]
    attempts_rule: Mapped[str] = mapped_column(String(20))
    multiple_rule: Mapped[str] = mapped_column(String(20))
    definition: Mapped[dict[str, Any]]
    seed: Mapped[str] = mapped_column(String(64))
    created_at: Mapped[datetime]
    published_at: Mapped[datetime | None]
    closed_at: Mapped[datetime | None]


class ExamPaperRow(Base):
    """A paper of an exam (岗位卷); `pool`: the revision ids frozen at publishing that its papers are drawn from."""

    __tablename__ = "exam_papers"
    __table_args__ = (UniqueConstraint("exam_id", "position"),)
    id: Mapped[int] = mapped_column(primary_key=True)
    exam_id: Mapped[int] = mapped_column(ForeignKey("exams.id"))
    position: Mapped[int]
    name: Mapped[str] = mapped_column(String(100))
    blueprint: Mapped[dict[str, Any]]
    audience: Mapped[dict[str, Any]]
    pool: Mapped[list[Any]]


class DuePersonRow(Base):
    """One person due for one exam, all as at publishing, and the first-sitting status."""

    __tablename__ = "due_people"
    __table_args__ = (UniqueConstraint("exam_id", "person_id"),)
    id: Mapped[int] = mapped_column(primary_key=True)
    exam_id: Mapped[int] = mapped_column(ForeignKey("exams.id"))
    person_id: Mapped[int] = mapped_column(ForeignKey("people.id"), index=True)
    paper_id: Mapped[int] = mapped_column(ForeignKey("exam_papers.id"))
    number: Mapped[str] = mapped_column(String(50))
    name: Mapped[str] = mapped_column(String(100))
    department_id: Mapped[int] = mapped_column(ForeignKey("departments.id"))
    department: Mapped[list[Any]]
    department_kind: Mapped[str] = mapped_column(String(20))
    category: Mapped[str] = mapped_column(String(50))
    position: Mapped[str] = mapped_column(String(100))
    counts: Mapped[bool]
    is_ranked: Mapped[bool]
    status: Mapped[str] = mapped_column(String(20))
    reason: Mapped[str] = mapped_column(String(200))
    settled_by: Mapped[str] = mapped_column(String(100))
    settled_at: Mapped[datetime | None]
    extra_minutes: Mapped[int]


class SittingRow(Base):
    """One sitting of a due person (first or make-up) with the score that counts; no row: has not sat."""

    __tablename__ = "sittings"
    __table_args__ = (UniqueConstraint("due_id", "kind"),)
    id: Mapped[int] = mapped_column(primary_key=True)
    due_id: Mapped[int] = mapped_column(ForeignKey("due_people.id"))
    kind: Mapped[str] = mapped_column(String(20))
    counting_attempt_id: Mapped[int | None] = mapped_column(Integer)
    score: Mapped[int | None]
    used_s: Mapped[int | None]
    submitted_at: Mapped[datetime | None]


class AttemptRow(Base):
    """One attempt; clock columns are the last reading and the time used up to it (`core.attempts.TimeUsed`).

    `granted_s`: seconds that the organiser added to it, as make-up for lost time or for a reopening.
    """

    __tablename__ = "attempts"
    __table_args__ = (UniqueConstraint("sitting_id", "number"),)
    id: Mapped[int] = mapped_column(primary_key=True)
    sitting_id: Mapped[int] = mapped_column(ForeignKey("sittings.id"))
    number: Mapped[int]
    state: Mapped[str] = mapped_column(String(20), index=True)
    started_at: Mapped[datetime]
    deadline_at: Mapped[datetime]
    ended_at: Mapped[datetime | None]
    used_s: Mapped[float] = mapped_column(Float)
    seen_at: Mapped[datetime]
    boot_id: Mapped[str] = mapped_column(String(64))
    boot_s: Mapped[float] = mapped_column(Float)
    last_seq: Mapped[int]
    void_reason: Mapped[str] = mapped_column(String(200))
    granted_s: Mapped[int] = mapped_column(default=0, server_default=text("0"))


class AttemptQuestionRow(Base):
    """A place of an attempt's frozen paper; `earned` (hundredths) is set when it is graded.

    `marked_by`: who gave the points, where that was not the program.
    """

    __tablename__ = "attempt_questions"
    attempt_id: Mapped[int] = mapped_column(ForeignKey("attempts.id"), primary_key=True)
    position: Mapped[int] = mapped_column(primary_key=True)
    revision_id: Mapped[int] = mapped_column(ForeignKey("question_revisions.id"), index=True)
    option_order: Mapped[list[Any]]
    points: Mapped[int]
    earned: Mapped[int | None]
    marked_by: Mapped[str] = mapped_column(String(100), default="", server_default=text("''"))
    marked_at: Mapped[datetime | None]


class ResponseRow(Base):
    """What was answered to a place of a paper, option numbers as in the revision; `seq` orders the saves."""

    __tablename__ = "responses"
    attempt_id: Mapped[int] = mapped_column(ForeignKey("attempts.id"), primary_key=True)
    position: Mapped[int] = mapped_column(primary_key=True)
    response: Mapped[Any] = mapped_column(JSON)
    is_marked: Mapped[bool]
    seq: Mapped[int]
    saved_at: Mapped[datetime]


class LateResponseRow(Base):
    """An answer that came after its attempt had ended: laid aside for the organiser, never thrown away."""

    __tablename__ = "late_responses"
    id: Mapped[int] = mapped_column(primary_key=True)
    attempt_id: Mapped[int] = mapped_column(ForeignKey("attempts.id"), index=True)
    position: Mapped[int]
    response: Mapped[Any] = mapped_column(JSON)
    seq: Mapped[int]
    received_at: Mapped[datetime]


class ResultRow(Base):
    """The graded outcome of one attempt, in hundredths; not final while answers are `unmarked`."""

    __tablename__ = "results"
    attempt_id: Mapped[int] = mapped_column(ForeignKey("attempts.id"), primary_key=True)
    score: Mapped[int]
    answered: Mapped[int]
    right: Mapped[int]
    graded_at: Mapped[datetime]
    unmarked: Mapped[int] = mapped_column(default=0, server_default=text("0"))


class AttemptEventRow(Base):
    """What happened to an attempt: started, resumed, clock_jump, late_answer, laid_aside, submitted …"""

    __tablename__ = "attempt_events"
    id: Mapped[int] = mapped_column(primary_key=True)
    attempt_id: Mapped[int] = mapped_column(ForeignKey("attempts.id"), index=True)
    at: Mapped[datetime]
    event: Mapped[str] = mapped_column(String(30))
    details: Mapped[dict[str, Any]]


class PracticeRow(Base):
    """What one person met while practising, question by question; never a result.

    `seen_at` None: a favourite that was not met yet.
    """

    __tablename__ = "practice_records"
    person_id: Mapped[int] = mapped_column(ForeignKey("people.id"), primary_key=True)
    question_id: Mapped[int] = mapped_column(ForeignKey("questions.id"), primary_key=True, index=True)
    seen: Mapped[int]
    wrong: Mapped[int]
    right_in_a_row: Mapped[int]
    is_mistake: Mapped[bool]
    is_favourite: Mapped[bool]
    seen_at: Mapped[datetime | None]


class TokenRow(Base):
    """A signed-in person's token, stored hashed."""

    __tablename__ = "tokens"
    token_hash: Mapped[str] = mapped_column(String(64), primary_key=True)
    person_id: Mapped[int] = mapped_column(ForeignKey("people.id"), index=True)
    expires_at: Mapped[datetime]
