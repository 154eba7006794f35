"""A bank of 50,000 questions, from file to committed rows ÷ openpyxl's read-only mode just reading the file."""

import resource
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from io import BytesIO
from pathlib import Path
from tempfile import TemporaryDirectory

from openpyxl import Workbook, load_workbook

from quizapp.core.people import Actor
from quizapp.db.engine import Database, open_sqlite
from quizapp.db.tables import Base
from quizapp.errors import Cancelled
from quizapp.services.banks import BankPreview, Banks, Novelty
from tests.benchmarks.large_month import OPENS
from tests.benchmarks.measuring import Measured, peak_megabytes

QUESTIONS = 50_000
_ROUNDS = 3
_ACTOR = Actor("管理员")
_HEADINGS = ("题型", "题干", "选项A", "选项B", "选项C", "选项D", "答案", "解析", "分类", "知识点", "难度", "依据")


def measure() -> list[Measured]:
    """The best of several rounds of each, taken in turns; the same file once more; a cancel in mid-way; peak memory."""
    content = workbook(QUESTIONS)
    reads, firsts, agains = [], [], []
    for _round in range(_ROUNDS):
        reads.append(_timed(lambda: read_by_openpyxl(content)))
        with _banks() as banks:
            firsts.append(_timed(lambda banks=banks: _import(banks, content)))
            agains.append(_timed(lambda banks=banks: _import(banks, content)))
    read, first, again = min(reads), min(firsts), min(agains)
    details = f"{first:.2f} s ÷ {read:.2f} s, {QUESTIONS} questions, best of {_ROUNDS} each"
    peak = max(peak_megabytes(), resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss / 1024)
    return [
        Measured("import", first / read, 0.5, "×", details),
        Measured("again", again / first, 1.0, "×", f"{again:.2f} s ÷ {first:.2f} s: all recognised as the same"),
        Measured("cancel", _seconds_to_cancel(content), 1.0, "s", "the longest of several moments to the error"),
        Measured("memory", peak, 400, "MB", "of the program or the child that reads, whichever had more"),
    ]


def workbook(count: int) -> bytes:
    """A bank in plain columns, as openpyxl writes it."""
    book = Workbook(write_only=True)
    sheet = book.create_sheet("题库")
    sheet.append(_HEADINGS)
    for number in range(count):
        options = [f"第{number}题的第{place}个做法，说得完整一些" for place in "一二三四"]
        stem = f"第{number}题：接待来访人员时，工作人员首先应当怎样做才符合服务规范的要求？"
        rest = (
            "ABCD"[number % 4],
            f"第{number}题的解析：规范要求先问候再登记。",
            "接待礼仪",
            "来访接待",
            "易",
            "服务规范第三条",
        )
        sheet.append(("单选题", stem, *options, *rest))
    content = BytesIO()
    book.save(content)
    return content.getvalue()


def read_by_openpyxl(content: bytes) -> int:
    """Every value of the file, as its read-only mode gives it."""
    book = load_workbook(BytesIO(content), read_only=True, data_only=True)
    count = sum(1 for sheet in book.worksheets for row in sheet.iter_rows(values_only=True) for _value in row)
    book.close()
    return count


@contextmanager
def _banks() -> Iterator[Banks]:
    with TemporaryDirectory(prefix="quizapp-benchmark-") as folder:
        database: Database = open_sqlite(Path(folder) / "quizapp.sqlite3")
        try:
            Base.metadata.create_all(database.engine)
            yield Banks(database, lambda: OPENS)
        finally:
            database.close()


def _import(banks: Banks, content: bytes) -> None:
    before = sum(bank.total for bank in banks.banks())
    preview = banks.preview("大题库", content, "大题库.xlsx")
    assert preview.count(Novelty.SAME if before else Novelty.NEW) == QUESTIONS
    banks.import_(_ACTOR, preview)
    assert sum(bank.total for bank in banks.banks()) == QUESTIONS


def _timed(work: object) -> float:
    started = time.perf_counter()
    work()
    return time.perf_counter() - started


def _seconds_to_cancel(content: bytes) -> float:
    """Cancel the preview at several moments, and the writing after its first report; how long each still took."""
    waits = []
    with _banks() as banks:
        for after_s in (0.3, 1.0, 2.0):
            asked = _Asked()
            timer = threading.Timer(after_s, asked.ask)
            timer.start()
            waits.append(
                asked.seconds_to(
                    lambda asked=asked: banks.preview("大题库", content, "大题库.xlsx", is_cancelled=asked)
                )
            )
            timer.cancel()
        preview, asked = banks.preview("大题库", content, "大题库.xlsx"), _Asked()

        def write(preview: BankPreview = preview, asked: _Asked = asked) -> object:
            return banks.import_(_ACTOR, preview, on_progress=lambda _d, _t: asked.ask(), is_cancelled=asked)

        waits.append(asked.seconds_to(write))
        assert banks.banks() == []
    return max(waits)


class _Asked:
    """The wish to cancel, and when it was made."""

    def __init__(self) -> None:
        self._at: float | None = None

    def __call__(self) -> bool:
        return self._at is not None

    def ask(self) -> None:
        """Wish it, once."""
        self._at = self._at or time.perf_counter()

    def seconds_to(self, work: object) -> float:
        """Run the work until it is cancelled; 0 where it was done before anybody asked."""
        try:
            work()
        except Cancelled:
            assert self._at is not None
            return time.perf_counter() - self._at
        return 0.0
