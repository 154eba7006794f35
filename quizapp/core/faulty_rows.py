"""A row that is no question yet: what could be read of it, so that somebody can mend it where it is shown."""

from dataclasses import dataclass

from quizapp.core.questions import Question


@dataclass(frozen=True, slots=True)
class FaultyRow:
    """`draft` is what the row says as far as it is clear; `kind_text` and `key_text` as they stand in the file."""

    sheet: str
    row: int
    draft: Question
    kind_text: str = ""
    key_text: str = ""

    @property
    def place(self) -> tuple[str, int]:
        """Where the row stands: sheet and row."""
        return self.sheet, self.row
