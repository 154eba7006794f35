"""What can be read of a row that was refused: its texts, and a key only where it is beyond doubt."""

from quizapp.core.faulty_rows import FaultyRow
from quizapp.core.questions import Key, Kind, Option, Question
from quizapp.excel.cell_texts import read_date, read_difficulty
from quizapp.excel.keys import UnclearKey, blanks_key, choice_key, is_number, true_false_key
from quizapp.excel.kinds import CHOICE, Declared, declared_kind, inferred_kind
from quizapp.excel.option_labels import is_labelled, without_labels
from quizapp.excel.row_cells import Row, TableCells


def faulty_row(cells: TableCells, number: int, row: Row, around: Declared | None) -> FaultyRow:
    """A row as it stands; `around` is the kind that its section or sheet declares."""
    texts, key = cells.texts(row), cells.key(row)
    options = cells.options(row)
    if options and is_labelled(options):
        options = without_labels(options)
    kind = _kind(declared_kind(texts.kind) or around, texts.stem, options, key)
    draft = Question(
        kind,
        texts.stem,
        blanks_key(cells.blanks(row)) if kind is Kind.FILL_BLANK else _key(kind, key, options),
        tuple(map(Option, options)) if kind.has_options else (),
        texts.explanation,
        cells.category(row),
        cells.knowledge_point(row),
        read_difficulty(texts.difficulty, set()),
        texts.source,
        read_date(texts.reviewed_on),
    )
    return FaultyRow(cells.table.sheet.name, number, draft, texts.kind, key)


def _kind(declared: Declared | None, stem: str, options: list[str], key: str) -> Kind:
    if declared is not None and declared != CHOICE:
        return Kind(str(declared))
    found = inferred_kind(stem, options, key)
    if declared == CHOICE or found is None:
        return Kind.SINGLE
    return found


def _key(kind: Kind, text: str, options: list[str]) -> Key:
    """The key where it says one thing; digits may count from 0 or from 1, and are left to whoever mends."""
    try:
        if kind.has_options:
            return () if is_number(text) else choice_key(text, options)
        return true_false_key(text, options) if kind is Kind.TRUE_FALSE else text
    except UnclearKey:
        return () if kind.has_options else ""
