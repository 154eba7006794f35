"""The rows of a file of questions as its preview lists them: what can be imported and what is faulty, in file order."""

from collections.abc import Sequence
from dataclasses import dataclass

from quizapp.core.faulty_rows import FaultyRow
from quizapp.core.problems import Problem, Severity
from quizapp.core.questions import Question
from quizapp.services.banks import BankPreview, Novelty, Place, PreviewItem


@dataclass(frozen=True, slots=True)
class PreviewLine:
    """One row of the file; `item` None: it is faulty, `problems` say why, `faulty` is what could be read of it."""

    sheet: str
    row: int
    item: PreviewItem | None
    problems: tuple[Problem, ...]
    faulty: FaultyRow | None = None

    @property
    def question(self) -> Question | None:
        """What the row asks, as far as it is known."""
        if self.item:
            return self.item.question
        return self.faulty.draft if self.faulty else None

    @property
    def is_mended(self) -> bool:
        """Whether it was corrected on the page."""
        return self.item is not None and self.item.mended is not None

    @property
    def place(self) -> Place:
        """Where the row stands."""
        return self.sheet, self.row

    @property
    def novelty(self) -> Novelty | None:
        """How it stands to the bank; None: it is faulty."""
        return self.item.novelty if self.item else None

    @property
    def may_be_imported(self) -> bool:
        """Whether it would change anything."""
        return self.novelty in (Novelty.NEW, Novelty.CHANGED)


def preview_lines(preview: BankPreview) -> list[PreviewLine]:
    """A line for each row that is a question or was meant to be one."""
    problems = _by_place(preview.problems)
    lines = [PreviewLine(one.sheet, one.row, one, problems.pop((one.sheet, one.row), ())) for one in preview.items]
    faulty = {row.place: row for row in preview.faulty_rows}
    lines += [
        PreviewLine(*place, None, found, faulty.get(place)) for place, found in problems.items() if _is_faulty(found)
    ]
    sheets = {sheet: at for at, sheet in enumerate(dict.fromkeys(line.sheet for line in lines))}
    return sorted(lines, key=lambda line: (sheets[line.sheet], line.row))


def _by_place(problems: Sequence[Problem]) -> dict[Place, tuple[Problem, ...]]:
    found: dict[Place, list[Problem]] = {}
    for problem in problems:
        if problem.row is not None:
            found.setdefault((problem.sheet, problem.row), []).append(problem)
    return {place: tuple(some) for place, some in found.items()}


def _is_faulty(problems: Sequence[Problem]) -> bool:
    """A remark about a heading row does not make it a question."""
    return any(problem.severity is Severity.ERROR for problem in problems)
