"""A file imported into a data file of its own, faulty rows skipped: everything is written, or nothing is."""

from datetime import UTC, datetime
from pathlib import Path
from tempfile import TemporaryDirectory

from sqlalchemy import func, select

from quizapp.config import ReadingLimits
from quizapp.core.people import Actor
from quizapp.db.engine import open_sqlite
from quizapp.db.tables import BankRow, Base, BatchRow, QuestionRow, RevisionRow
from quizapp.errors import QuizAppError
from quizapp.services.banks import Banks, Novelty

_AT = datetime(2026, 5, 6, tzinfo=UTC)
_TABLES = (BankRow, BatchRow, QuestionRow, RevisionRow)


def imported(name: str, content: bytes, *, limits: ReadingLimits | None = None) -> tuple[int, str]:
    """How many questions were written, and what is wrong with them ("" where nothing is)."""
    with TemporaryDirectory(prefix="quizapp-endurance-") as folder:
        database = open_sqlite(Path(folder) / "quizapp.sqlite3")
        try:
            Base.metadata.create_all(database.engine)
            banks = Banks(database, lambda: _AT, limits or ReadingLimits())
            wanted = 0
            try:
                preview = banks.preview("题库", content, name)
                wanted = preview.count(Novelty.NEW)
                banks.import_(Actor("管理员"), preview)
                is_written = True
            except QuizAppError:
                is_written = False
            with database.read() as session:
                counts = {table: session.scalar(select(func.count()).select_from(table)) for table in _TABLES}
                loose = session.scalar(select(func.count()).where(QuestionRow.revision_id.is_(None)))
            if not is_written:
                return 0, f"refused, but something was written: {counts}" if any(counts.values()) else ""
            is_whole = counts[QuestionRow] == counts[RevisionRow] == wanted and not loose and counts[BatchRow] == 1
            return wanted, "" if is_whole else f"{wanted} questions in the preview, written {counts}, {loose} loose"
        finally:
            database.close()
