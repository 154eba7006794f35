"""A bank out of the program: which of its questions, in which form, and what the form could not say."""

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING

from sqlalchemy.orm import Session

from quizapp.core.bank_exports import ExportFormat, ExportRemark, Written, without_pictures
from quizapp.core.people import Actor
from quizapp.core.questions import Question
from quizapp.db.engine import Database
from quizapp.db.tables import BankRow
from quizapp.errors import Conflict, UserError
from quizapp.i18n import _, _n
from quizapp.services import log
from quizapp.services.bank_questions import BankQuestion, QuestionFilter, list_questions
from quizapp.services.picture_records import contents_of
from quizapp.services.question_records import QuestionState

if TYPE_CHECKING:
    from quizapp.excel.table_sheet import Progress

ALL_STATES = frozenset(QuestionState)
_WHOLE = (ExportFormat.TEMPLATE, ExportFormat.REVIEW)  # for the bureau: with pictures, and what waits for review
_IN_USE = frozenset([QuestionState.ACTIVE])
_FOR_PEOPLE = frozenset([QuestionState.ACTIVE, QuestionState.REVIEW])
_NO_FILE_NAME = re.compile(r'[\x00-\x1f<>:"/\\|?*]+')
_NAME_LENGTH = 80


@dataclass(frozen=True, slots=True)
class ExportChoice:
    """Which questions: those with these ids, or all; in these states, or those that the form is usually given.

    Usually: what is in use, and in our template and 审题稿 what waits for review as well. Ids mean just these
    questions, whatever their state.
    """

    ids: tuple[int, ...] | None = None
    states: frozenset[QuestionState] | None = None


WHOLE_BANK = ExportChoice()


@dataclass(frozen=True, slots=True)
class BankExport:
    """A file to be handed out: its bytes, a name to propose, how many questions are in it, what it does not say."""

    content: bytes
    file_name: str
    count: int
    left_out: int
    remarks: tuple[ExportRemark, ...]


@dataclass(frozen=True, slots=True)
class Watch:
    """How the caller follows the work and stops it."""

    on_progress: Callable[[int, int], None] | None = None
    is_cancelled: Callable[[], bool] | None = None


def export(
    database: Database,
    now: datetime,
    actor: Actor,
    bank_id: int,
    *,
    form: ExportFormat,
    choice: ExportChoice,
    watch: Watch,
) -> BankExport:
    """Write the file and log that it was handed out; UserError where there is nothing to write."""
    with database.read() as session:
        bank_name = _bank_name(session, bank_id)
        present = list_questions(session, bank_id, QuestionFilter())
        chosen, remarks = _chosen(present, form, choice)
        if not chosen:
            raise UserError(_("没有可导出的题目。"))
        questions = [one.question for one in chosen]
        pictures = contents_of(session, questions) if form in _WHOLE else {}
    written = _written(form, bank_name, questions, now=now, watch=watch, pictures=pictures)
    with database.write() as session:
        details = {"format": form.value, "questions": len(chosen) - written.left_out, "left_out": written.left_out}
        log.record(session, now, actor, "bank.export", bank_name, details=details)
    return BankExport(
        content=written.content,
        file_name=file_name(bank_name, form),
        count=len(chosen) - written.left_out,
        left_out=written.left_out,
        remarks=(*remarks, *written.remarks),
    )


def usual_states(form: ExportFormat) -> frozenset[QuestionState]:
    """The states whose questions a form is usually given."""
    return _FOR_PEOPLE if form in _WHOLE else _IN_USE


def file_name(bank_name: str, form: ExportFormat) -> str:
    """A name to propose, which every system takes."""
    name = _NO_FILE_NAME.sub("_", bank_name).strip(" .")[:_NAME_LENGTH] or _("题库")
    words = {
        ExportFormat.TEMPLATE: _("{bank}题库"),
        ExportFormat.REVIEW: _("{bank}审题稿"),
        ExportFormat.MOODLE: _("{bank}_Moodle"),
        ExportFormat.GIFT: _("{bank}_GIFT"),
        ExportFormat.KAHOOT: _("{bank}_Kahoot"),
        ExportFormat.KAOSHIBAO: _("{bank}_考试宝"),
    }
    return words[form].format(bank=name) + form.suffix


def _bank_name(session: Session, bank_id: int) -> str:
    bank = session.get(BankRow, bank_id)
    if bank is None:
        raise Conflict(_("这个题库已不存在：请刷新列表。"))
    return bank.name


def _chosen(
    present: Sequence[BankQuestion], form: ExportFormat, choice: ExportChoice
) -> tuple[list[BankQuestion], list[ExportRemark]]:
    """The questions that are meant, and words for those of the bank that are not because of their state."""
    if choice.ids is not None:
        wanted = set(choice.ids)
        return [one for one in present if one.id in wanted and one.state in (choice.states or ALL_STATES)], []
    states = choice.states or usual_states(form)
    remarks = []
    retired = sum(one.state is QuestionState.RETIRED for one in present if one.state not in states)
    waiting = sum(one.state is QuestionState.REVIEW for one in present if one.state not in states)
    if retired:
        words = _n("停用的 {count} 道题没有导出。", "停用的 {count} 道题没有导出。", retired)
        remarks.append(ExportRemark(None, words.format(count=retired)))
    if waiting:
        words = _n("待审核的 {count} 道题没有导出。", "待审核的 {count} 道题没有导出。", waiting)
        remarks.append(ExportRemark(None, words.format(count=waiting)))
    return [one for one in present if one.state in states], remarks


def _written(
    form: ExportFormat,
    bank_name: str,
    questions: Sequence[Question],
    *,
    now: datetime,
    watch: Watch,
    pictures: Mapping[str, bytes],
) -> Written:
    """The file in this form, with what it does not say of pictures."""
    from quizapp.excel.table_sheet import Progress

    progress = Progress(len(questions), watch.on_progress, watch.is_cancelled)
    if form is ExportFormat.TEMPLATE:
        from quizapp.excel.write_bank import write_bank

        return write_bank(bank_name, questions, progress, pictures=pictures)
    if form is ExportFormat.REVIEW:
        from quizapp.excel.write_review import ReviewHead, write_review

        head = ReviewHead(bank_name, now.astimezone().date())
        return write_review(head, questions, progress, pictures=pictures)
    whole, remarks = without_pictures(questions)
    written = _in_words(form, bank_name, whole, progress)
    return Written(written.content, (*remarks, *written.remarks))


def _in_words(form: ExportFormat, bank_name: str, questions: Sequence[Question], progress: "Progress") -> Written:
    """The file in a form without pictures; the libraries are loaded here, as the window's start does not need them."""
    match form:
        case ExportFormat.MOODLE:
            from quizapp.excel.write_moodle import write_moodle as write
        case ExportFormat.GIFT:
            from quizapp.excel.write_gift import write_gift as write
        case ExportFormat.KAHOOT:
            from quizapp.excel.write_kahoot import write_kahoot as write
        case _:
            from quizapp.excel.write_kaoshibao import write_kaoshibao as write
    return write(bank_name, questions, progress)
