"""A bank as a file: which questions are in it, what is told, and the log."""

from collections.abc import Callable
from datetime import datetime
from io import BytesIO

import docx
import pytest
from sqlalchemy import select

from quizapp.core.bank_exports import ExportFormat
from quizapp.core.people import Actor
from quizapp.core.questions import Kind, Question
from quizapp.db.engine import Database
from quizapp.db.tables import LogRow
from quizapp.errors import Cancelled, Conflict, UserError
from quizapp.excel.read_bank import parse_bank
from quizapp.services.bank_exports import BankExport, ExportChoice, file_name
from quizapp.services.banks import Banks, QuestionState
from tests.services.bank_files import single
from tests.services.pictured import CONTENTS, SEATS


@pytest.fixture
def banks(database: Database, now: Callable[[], datetime]) -> Banks:
    """The service on an empty database."""
    return Banks(database, now)


@pytest.fixture
def bank_id(banks: Banks, actor: Actor) -> int:
    """Four questions: one waits for review, one is retired, one is for a teacher to mark."""
    bank = banks.add_bank(actor, "礼仪").id
    ids = [banks.add_question(actor, bank, single(number)).id for number in (1, 2, 3)]
    banks.add_question(actor, bank, Question(Kind.SHORT_ANSWER, "怎样做？", "这样做。"))
    banks.set_state(actor, (ids[1],), QuestionState.REVIEW)
    banks.set_state(actor, (ids[2],), QuestionState.RETIRED)
    return bank


def stems(export: BankExport) -> list[str]:
    found = parse_bank(export.content, export.file_name, lambda _done, _total: None)
    return [item.question.stem for item in found.items]


def words(export: BankExport) -> list[str]:
    return [remark.message for remark in export.remarks]


def stem(number: int) -> str:
    return single(number).stem


def test_our_template_holds_what_is_in_use_and_what_waits(banks: Banks, actor: Actor, bank_id: int) -> None:
    export = banks.export(actor, bank_id, ExportFormat.TEMPLATE)
    assert stems(export) == [stem(1), stem(2), "怎样做？"]
    assert (export.file_name, export.count, export.left_out) == ("礼仪题库.xlsx", 3, 0)
    assert words(export) == ["停用的 1 道题没有导出。"]


def test_other_programs_get_what_is_in_use(banks: Banks, actor: Actor, bank_id: int) -> None:
    export = banks.export(actor, bank_id, ExportFormat.KAHOOT)
    assert stems(export) == [stem(1)]
    assert (export.count, export.left_out) == (1, 1)
    assert words(export) == [
        "停用的 1 道题没有导出。", "待审核的 1 道题没有导出。", "Kahoot 没有简答题，这道题没有写入。",
    ]  # fmt: skip


def test_states_can_be_asked_for(banks: Banks, actor: Actor, bank_id: int) -> None:
    every = ExportChoice(states=frozenset(QuestionState))
    assert len(stems(banks.export(actor, bank_id, ExportFormat.TEMPLATE, every))) == 4


def test_chosen_questions_go_whatever_their_state(banks: Banks, actor: Actor, bank_id: int) -> None:
    retired = next(one for one in banks.questions(bank_id) if one.state is QuestionState.RETIRED)
    export = banks.export(actor, bank_id, ExportFormat.TEMPLATE, ExportChoice(ids=(retired.id,)))
    assert (stems(export), export.remarks) == ([stem(3)], ())


@pytest.mark.parametrize("form", ExportFormat)
def test_every_form_can_be_written(banks: Banks, actor: Actor, bank_id: int, form: ExportFormat) -> None:
    told: list[tuple[int, int]] = []
    export = banks.export(actor, bank_id, form, on_progress=lambda done, total: told.append((done, total)))
    assert export.file_name.endswith(form.suffix)
    assert told[-1][0] == told[-1][1] > 0
    assert export.content


def test_the_review_draft_bears_the_day_of_the_act(banks: Banks, actor: Actor, bank_id: int) -> None:
    export = banks.export(actor, bank_id, ExportFormat.REVIEW)
    assert "2026-03-02" in docx.Document(BytesIO(export.content)).paragraphs[1].text


def test_it_is_logged(database: Database, banks: Banks, actor: Actor, bank_id: int) -> None:
    banks.export(actor, bank_id, ExportFormat.GIFT)
    with database.read() as session:
        line = session.scalars(select(LogRow).where(LogRow.action == "bank.export")).one()
        assert (line.who, line.subject) == (actor.name, "礼仪")
        assert line.details == {"format": "gift", "questions": 2, "left_out": 0}


def test_nothing_to_write_is_refused(database: Database, banks: Banks, actor: Actor) -> None:
    empty = banks.add_bank(actor, "空").id
    with pytest.raises(UserError, match="没有可导出"):
        banks.export(actor, empty, ExportFormat.TEMPLATE)
    with pytest.raises(Conflict):
        banks.export(actor, 999, ExportFormat.TEMPLATE)
    with database.read() as session:
        assert not session.scalars(select(LogRow).where(LogRow.action == "bank.export")).all()


def test_what_is_stopped_is_not_logged(database: Database, banks: Banks, actor: Actor, bank_id: int) -> None:
    with pytest.raises(Cancelled):
        banks.export(actor, bank_id, ExportFormat.MOODLE, is_cancelled=lambda: True)
    with database.read() as session:
        assert not session.scalars(select(LogRow).where(LogRow.action == "bank.export")).all()


@pytest.mark.parametrize(
    ("bank", "name"),
    [("甲/乙:丙", "甲_乙_丙题库.xlsx"), (" .. ", "题库题库.xlsx"), ("长" * 200, "长" * 80 + "题库.xlsx")],
)
def test_a_name_that_every_system_takes(bank: str, name: str) -> None:
    assert file_name(bank, ExportFormat.TEMPLATE) == name


def test_pictures_go_along_where_the_form_takes_them(banks: Banks, bank_id: int, actor: Actor) -> None:
    banks.add_question(actor, bank_id, SEATS, pictures=CONTENTS)
    template = banks.export(actor, bank_id, ExportFormat.TEMPLATE)
    found = parse_bank(template.content, template.file_name, lambda _done, _total: None)
    assert found.pictures == CONTENTS and found.items[-1].question == SEATS
    assert not any("图片" in one for one in words(template))
    for form in (ExportFormat.MOODLE, ExportFormat.GIFT):
        export = banks.export(actor, bank_id, form)
        assert export.left_out >= 1 and any("选项是图片" in one for one in words(export))
    review = banks.export(actor, bank_id, ExportFormat.REVIEW)
    assert len(docx.Document(BytesIO(review.content)).inline_shapes) == 3
