"""What is wrong with a row of somebody's workbook, and where; the same value for banks, rosters and scores."""

from dataclasses import dataclass
from enum import StrEnum


class Severity(StrEnum):
    """ERROR keeps the row out, WARNING lets it in and tells."""

    ERROR = "error"
    WARNING = "warning"


@dataclass(frozen=True, slots=True)
class Problem:
    """One thing to mend: `row` is the sheet's own from 1 (None: the whole sheet), `column` its heading or letter."""

    sheet: str
    row: int | None
    column: str
    severity: Severity
    message: str
