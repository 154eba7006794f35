"""People who stand in a roster twice, or cannot be told apart."""

from collections.abc import Mapping
from dataclasses import dataclass

from quizapp.core.problems import Problem, Severity
from quizapp.core.roster import RosterRow
from quizapp.excel.headings import Role
from quizapp.i18n import _

Headings = Mapping[tuple[str, Role], str]
"""(sheet, role) -> heading as it stands in the file."""


def tell_of_the_same(rows: list[RosterRow], headings: Headings, problems: list[Problem]) -> list[RosterRow]:
    """The rows that remain: a number that was used before and a person who cannot be told apart are errors."""
    by_number: dict[str, RosterRow] = {}
    alike: dict[tuple[object, ...], _Alike] = {}
    kept = []
    for row in rows:
        role, message = Role.NUMBER, ""
        namesakes = alike.setdefault((row.department, row.name, row.position, row.remark), _Alike())
        if row.number and (first := by_number.setdefault(row.number, row)) is not row:
            message = _words_for_number(row, first)
        elif (other := namesakes.one_like(row)) is not None:
            role, message = Role.NAME, _words_for_name(row, other)
        if message:
            problems.append(Problem(row.sheet, row.row, headings.get((row.sheet, role), ""), Severity.ERROR, message))
        else:
            namesakes.add(row)
            kept.append(row)
    return kept


@dataclass(slots=True)
class _Alike:
    """People alike in department, name, position and remark: the first of them, and the first without a number."""

    first: RosterRow | None = None
    unnumbered: RosterRow | None = None

    def one_like(self, row: RosterRow) -> RosterRow | None:
        """The first from whom a row cannot be told apart: only numbers that both have tell them apart."""
        return self.unnumbered if row.number else self.first

    def add(self, row: RosterRow) -> None:
        """Keep a row in mind."""
        self.first = self.first or row
        if not row.number:
            self.unnumbered = self.unnumbered or row


def _words_for_number(row: RosterRow, first: RosterRow) -> str:
    if row.sheet == first.sheet:
        words = _("编号“{number}”与第 {row} 行的“{name}”重复：请改正其中一个编号，或删去重复的一行。")
    else:
        words = _("编号“{number}”与工作表“{sheet}”第 {row} 行的“{name}”重复：请改正其中一个编号，或删去重复的一行。")
    return words.format(number=row.number, sheet=first.sheet, row=first.row, name=first.name)


def _words_for_name(row: RosterRow, other: RosterRow) -> str:
    if row.sheet == other.sheet:
        words = _("与第 {row} 行同科室（单位）、同姓名：是同一个人就删去一行；是两个人请填写编号、职务或备注加以区分。")
    else:
        words = _(
            "与工作表“{sheet}”第 {row} 行同科室（单位）、同姓名："
            "是同一个人就删去一行；是两个人请填写编号、职务或备注加以区分。"
        )
    return words.format(sheet=other.sheet, row=other.row)
