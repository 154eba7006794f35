"""Workbooks that people have published, where they are at hand: nearly all is read, and nothing wrong in silence."""

import importlib.machinery
import importlib.util
import json
from collections import Counter
from pathlib import Path
from typing import Any

import pytest

from quizapp.excel.read_bank import BankFile, BankItem, parse_bank
from tests.excel.made_books import no_report

FOLDER = Path(__file__).parents[3] / "shared" / "spreadsheets"
TEXT_TABLES = (".csv", ".tsv")

pytestmark = pytest.mark.skipif(not (FOLDER / "banks").is_dir(), reason="the workbooks are not on this machine")


def test_published_workbooks_are_read() -> None:
    score = scorer()
    total: Counter[str] = Counter()
    silent: list[str] = []
    for entry in json.loads((FOLDER / "banks" / "TRUTH.json").read_text("utf-8")):
        found = parse_bank((FOLDER / "banks" / entry["file"]).read_bytes(), entry["file"], no_report)
        count, examples = score.compare(entry, report(found, with_sheet_of(entry)))
        if count["wrong silent"] or count["missing"]:
            silent.append(f"{entry['file']}: {examples}")
        total += count + Counter({"expected": len(entry["items"])})
    assert not silent
    assert total["right"] >= 0.98 * total["expected"]
    assert total["leak"] <= 0.001 * total["right"]
    assert total["noisy"] <= 0.05 * total["right"]
    assert total["extra"] <= 0.01 * total["expected"]


def scorer() -> Any:
    """The comparison that comes with the workbooks."""
    loader = importlib.machinery.SourceFileLoader("score", str(FOLDER / "score"))
    spec = importlib.util.spec_from_loader("score", loader)
    assert spec is not None
    module = importlib.util.module_from_spec(spec)
    loader.exec_module(module)
    return module


def with_sheet_of(entry: dict[str, Any]) -> str | None:
    """The truth calls the one sheet of a text table by its encoding; a reader cannot but call it by the file."""
    sheets = {item["sheet"] for item in entry["items"]}
    return sheets.pop() if entry["file"].endswith(TEXT_TABLES) and len(sheets) == 1 else None


def report(found: BankFile, sheet: str | None) -> dict[str, Any]:
    """What was read, as the command line gives it out."""
    problems = [{"sheet": sheet or problem.sheet, "row": problem.row} for problem in found.problems]
    return {"items": [shown(item, sheet) for item in found.items], "problems": problems}


def shown(item: BankItem, sheet: str | None) -> dict[str, Any]:
    question = item.question
    return {
        "sheet": sheet or item.sheet,
        "row": item.row,
        "kind": question.kind.value,
        "stem": question.stem,
        "options": [option.text for option in question.options],
        "key": list(question.key_letters) if question.kind.has_options else question.key,
    }
