"""Files of questions as the reader would hand them over, without a workbook round them."""

from collections.abc import Sequence
from dataclasses import replace

from sqlalchemy import select

from quizapp.core.problems import Problem, Severity
from quizapp.core.questions import Kind, Option, Question, identity
from quizapp.db.engine import Database
from quizapp.db.tables import QuestionRow, RevisionRow
from quizapp.excel.read_bank import BankFile, BankItem
from quizapp.services.bank_previews import BankPreview, compare, on_record
from quizapp.services.near_duplicates import NearPair
from quizapp.services.question_records import to_question

SHEET = "题库"


def single(number: int, key: int = 0, **fields: object) -> Question:
    """A single-choice question; `number` makes it another one."""
    options = tuple(Option(f"第 {number} 题的选项{letter}") for letter in "甲乙丙丁")
    return replace(Question(Kind.SINGLE, f"第 {number} 题选哪一个？", (key,), options), **fields)  # type: ignore[arg-type] - fields of Question


def file_of(questions: Sequence[Question], *, faulty: int = 0, name: str = "题库.xlsx") -> BankFile:
    """A file with these questions from row 2 on, and after them as many faulty rows."""
    items = [BankItem(SHEET, row, question) for row, question in enumerate(questions, start=2)]
    last = len(questions) + 1
    problems = [Problem(SHEET, last + row, "答案", Severity.ERROR, "没有答案") for row in range(1, faulty + 1)]
    return BankFile(name, items, problems, "每列一个选项", faulty)


def preview_of(database: Database, file: BankFile, bank_name: str = "礼仪") -> BankPreview:
    """What importing a file would do, compared with the bank as it is now."""
    names = [identity(item.question) for item in file.items]
    with database.read() as session:
        record = on_record(session, bank_name, names)
    return compare(file, names, record, bank_name=bank_name, file_hash="0" * 64)


def near_pair(database: Database, new: Question, row: int = 2) -> NearPair:
    """A new row beside the first question on record."""
    with database.read() as session:
        question = session.scalars(select(QuestionRow).order_by(QuestionRow.id)).first()
        assert question is not None
        revision = session.get_one(RevisionRow, question.revision_id)
        return NearPair(
            SHEET, row, new, 90, to_question(revision), question_id=question.id, revision_id=question.revision_id
        )
