"""Which column of a table holds what: as it was found in a file, as the organiser changes it, as it is remembered."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from quizapp.core.questions import LETTERS, Kind
from quizapp.i18n import N_, _

MOST_COLUMNS = 60
"""So many columns of a table are described and can be mapped."""

_NAMES = {
    "stem": N_("题干"),
    "kind": N_("题型"),
    "options": N_("选项（都在一格里）"),
    "key": N_("答案"),
    "explanation": N_("解析"),
    "category": N_("分类"),
    "knowledge_point": N_("知识点"),
    "difficulty": N_("难度"),
    "source": N_("依据"),
    "reviewed_on": N_("复核日期"),
    "sub_stem": N_("小题题干"),
    "right": N_("这一行的选项是否正确"),
    "item": N_("题号"),
}
_NUMBERED = {
    "option": N_("选项{letter}"),
    "answer": N_("答案（第 {count} 列）"),
    "blank": N_("第 {count} 空的答案"),
    "mark": N_("选项{letter}是否正确"),
    "wrong": N_("错误选项（第 {count} 列）"),
}
_SEVERAL = ("category", "knowledge_point")
_KEYS = ("key", "answer", "blank", "mark", "right")
_OFFERED_OPTIONS = 8
_OFFERED = (
    ("", 0), ("stem", 0), ("kind", 0), *(("option", at) for at in range(_OFFERED_OPTIONS)), ("options", 0), ("key", 0),
    ("explanation", 0), ("category", 0), ("knowledge_point", 0), ("difficulty", 0), ("source", 0), ("reviewed_on", 0),
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class MappedColumn:
    """A column (from 0), its heading as it stands, what it holds: a role ("": nothing that is imported), its number."""

    column: int
    heading: str
    role: str = ""
    number: int = 0


@dataclass(frozen=True, slots=True)
class TableMapping:
    """What somebody said of a table. `heading_row` from 1; 0: there is none, the questions begin in the first row.

    An empty `sheet` is a remembered mapping: it is for every table with these headings. No column with a role: the
    table is not to be read. `kind` for all rows where no column tells it; `kind_codes` (digit -> kind) for a column
    that tells it in digits; `numbers_from_one`: whether a key in digits counts the options from 1 or from 0, None where
    nobody said.
    """

    sheet: str
    heading_row: int
    columns: tuple[MappedColumn, ...]
    kind: Kind | None = None
    kind_codes: tuple[tuple[str, Kind], ...] = ()
    numbers_from_one: bool | None = None

    @property
    def is_read(self) -> bool:
        """Whether the table is to be read at all."""
        return any(column.role for column in self.columns)


@dataclass(frozen=True, slots=True)
class TableLayout:
    """A table as it was read, or a sheet in which none was found (`is_table` False).

    `rows` are the first rows round the headings, the first of them being row `first_row` of the sheet; `codes` the
    digits in the kind column with what they were taken for. `mapping` says how it was read; `is_said` that a person
    had said so, `is_remembered` that it was in an earlier import.
    """

    mapping: TableMapping
    last_row: int
    first_row: int
    rows: tuple[tuple[str, ...], ...]
    is_table: bool = True
    is_said: bool = False
    is_remembered: bool = False
    codes: tuple[tuple[str, Kind | None], ...] = ()
    has_number_keys: bool = False

    def row(self, number: int) -> tuple[str, ...]:
        """The cells of a row of the sheet from 1, as far as they are kept."""
        at = number - self.first_row
        return self.rows[at] if 0 <= at < len(self.rows) else ()

    def samples(self, column: int, *, heading_row: int, count: int = 3) -> tuple[str, ...]:
        """The first cells below the headings that are not blank."""
        below = self.rows[max(0, heading_row + 1 - self.first_row) :]
        filled = (row[column].strip() for row in below if column < len(row))
        return tuple(text for text in filled if text)[:count]


def column_letter(column: int) -> str:
    """A column (from 0) as spreadsheets call it: A … Z, AA …"""
    letters = ""
    column += 1
    while column:
        column, rest = divmod(column - 1, 26)
        letters = LETTERS[rest] + letters
    return letters


def role_name(role: str, number: int = 0) -> str:
    """What a column holds, in words."""
    if not role:
        return _("不导入")
    if role in _NUMBERED:
        return _(_NUMBERED[role]).format(letter=LETTERS[number], count=number + 1)
    return _(_NAMES[role])


def offered_roles(columns: Sequence[MappedColumn]) -> list[tuple[str, int]]:
    """The roles to choose from: the usual ones, and those that the file has besides."""
    return list(dict.fromkeys([*_OFFERED, *((one.role, one.number) for one in columns)]))


def mapping_faults(mapping: TableMapping) -> list[str]:
    """What keeps a table from being read by this mapping, in words; nothing for one that is not to be read."""
    if not mapping.is_read:
        return []
    counts = Counter((one.role, one.number) for one in mapping.columns if one.role)
    roles = {role for role, _number in counts}
    found = []
    if "stem" not in roles:
        found.append(_("没有题干列：请指明哪一列是题干。"))
    if not roles & set(_KEYS):
        found.append(_("没有答案列：请指明哪一列是答案。"))
    for (role, number), count in counts.items():
        if count > 1 and role not in _SEVERAL:
            words = _("有 {count} 列都是“{role}”：请只留一列。")
            found.append(words.format(count=count, role=role_name(role, number)))
    if "options" in roles and "option" in roles:
        found.append(_("选项不能既分列又都在一格里：请只留一种。"))
    return found
