"""Near questions of 5,000 new rows among 5,000 on record, one row in ten with a few letters changed."""

import random
import time
from collections.abc import Sequence
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path
from tempfile import TemporaryDirectory

from quizapp.core.people import Actor
from quizapp.core.questions import Kind, Option, Question, identity
from quizapp.db.engine import Database, open_sqlite
from quizapp.db.migrate import migrate
from quizapp.excel.read_bank import BankFile, BankItem
from quizapp.services.bank_previews import BankPreview, compare, on_record
from quizapp.services.banks import Banks
from tests.benchmarks.measuring import Measured

QUESTIONS = 5_000
_LIMIT_S = 20.0
_WORDS = 8_000
_CHANGED = 0.1
_NOW = datetime(2026, 3, 2, tzinfo=UTC)


def measure(questions: int = QUESTIONS) -> list[Measured]:
    """Seconds of one search, from the preview to the pairs."""
    rng = random.Random(1)
    words = ["".join(chr(0x4E00 + rng.randrange(2500)) for _ in range(rng.choice((2, 2, 3, 4)))) for _ in range(_WORDS)]
    weights = [1 / (rank + 1) ** 0.8 for rank in range(_WORDS)]  # as words are: a few stand in nearly every question
    known = [_question(rng, words, weights) for _ in range(questions)]
    asked = [
        _edited(rng, rng.choice(known)) if rng.random() < _CHANGED else _question(rng, words, weights)
        for _ in range(questions)
    ]
    with TemporaryDirectory() as folder:
        file = Path(folder) / "quizapp.sqlite3"
        migrate(file, Path(folder) / "backups", _NOW)
        database = open_sqlite(file)
        banks = Banks(database, lambda: _NOW)
        banks.import_(Actor("测试"), _preview(database, known))
        preview = _preview(database, asked)
        start = time.perf_counter()
        pairs = banks.near_pairs(preview)
        seconds = time.perf_counter() - start
        database.close()
    return [Measured("near", seconds, _LIMIT_S, "s", f"{questions:,} x {questions:,}, {len(pairs)} pairs")]


def _question(rng: random.Random, words: Sequence[str], weights: Sequence[float]) -> Question:
    said = rng.choices(words, weights, k=20)
    options = tuple(Option("".join(said[8 + 3 * at : 11 + 3 * at])) for at in range(4))
    return Question(Kind.SINGLE, f"下列关于{said[0]}的说法正确的是{''.join(said[:8])}", (0,), options)


def _edited(rng: random.Random, question: Question) -> Question:
    letters = list(question.stem)
    for _edit in range(3):
        letters[rng.randrange(len(letters))] = chr(0x4E00 + rng.randrange(2500))
    return replace(question, stem="".join(letters))


def _preview(database: Database, questions: Sequence[Question]) -> BankPreview:
    items = [BankItem("题库", row, question) for row, question in enumerate(questions, start=2)]
    names = [identity(question) for question in questions]
    with database.read() as session:
        record = on_record(session, "礼仪", names)
    return compare(BankFile("题库.xlsx", items, [], "", 0), names, record, bank_name="礼仪", file_hash="0" * 64)
