"""What the organiser says of each table of a file while it is not read yet: heading row, columns, kinds, digits."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace

from quizapp.core.column_mapping import MappedColumn, TableLayout, TableMapping, mapping_faults
from quizapp.core.questions import Kind
from quizapp.i18n import _

ColumnsAt = Callable[[TableLayout, int], tuple[MappedColumn, ...]]
"""The columns of a table if its headings stood in this row (0: nowhere)."""


@dataclass(slots=True)
class Draft:
    """A table of the file and what is said of it; not `is_wanted`: it is not to be read."""

    layout: TableLayout
    mapping: TableMapping
    is_wanted: bool

    @property
    def has_kind_column(self) -> bool:
        """Whether a column tells the kind, so that it cannot be said for all rows."""
        return any(one.role == "kind" for one in self.mapping.columns)

    @property
    def final(self) -> TableMapping:
        """The mapping as it is to be read."""
        if not self.is_wanted:
            return replace(self.mapping, columns=())
        if self.has_kind_column:
            return replace(self.mapping, kind=None)
        return replace(self.mapping, kind_codes=())


class MappingDrafts:
    """The tables of a file one after the other; `now` is the one in view."""

    def __init__(self, tables: Sequence[TableLayout], columns_at: ColumnsAt) -> None:
        self._columns_at = columns_at
        has_tables = any(table.is_table for table in tables)
        self.all = [
            Draft(table, table.mapping, table.is_table or (not has_tables and at == 0))
            for at, table in enumerate(tables)
        ]
        self.at = 0

    @property
    def now(self) -> Draft:
        """The table in view."""
        return self.all[self.at]

    def set_heading_row(self, row: int) -> None:
        """The headings stand in another row (0: there are none): what its columns hold is looked up anew."""
        draft = self.now
        columns = self._columns_at(draft.layout, row)
        if not any(one.role for one in columns):  # headings that say nothing take back nothing that was said
            said = {one.column: (one.role, one.number) for one in draft.mapping.columns}
            columns = tuple(
                replace(one, role=role, number=number)
                for one in columns
                for role, number in [said.get(one.column, ("", 0))]
            )
        draft.mapping = replace(draft.mapping, heading_row=row, columns=columns)

    def set_role(self, column: int, role: str, number: int) -> None:
        """A column holds something else."""
        columns = self.now.mapping.columns
        changed = (replace(one, role=role, number=number) if one.column == column else one for one in columns)
        self.now.mapping = replace(self.now.mapping, columns=tuple(changed))

    def set_kind(self, kind: Kind | None) -> None:
        """All rows are of one kind."""
        self.now.mapping = replace(self.now.mapping, kind=kind)

    def set_code(self, code: str, kind: Kind | None) -> None:
        """A digit in the kind column means a kind."""
        codes = dict(self.now.mapping.kind_codes or ((one, known) for one, known in self.now.layout.codes if known))
        codes.pop(code, None)
        if kind is not None:
            codes[code] = kind
        self.now.mapping = replace(self.now.mapping, kind_codes=tuple(sorted(codes.items())))

    def set_numbers(self, from_one: bool | None) -> None:
        """What keys in digits count from."""
        self.now.mapping = replace(self.now.mapping, numbers_from_one=from_one)

    def set_wanted(self, is_wanted: bool) -> None:
        """Whether the table is to be read."""
        self.now.is_wanted = is_wanted

    def faults(self, draft: Draft) -> list[str]:
        """What keeps a table from being read, in words."""
        return (
            mapping_faults(draft.mapping)
            or ([] if draft.mapping.is_read else [_("没有指明哪一列是题干、哪一列是答案。")])
            if draft.is_wanted
            else []
        )

    def first_faulty(self) -> int | None:
        """The number of the first table that cannot be read so."""
        return next((at for at, draft in enumerate(self.all) if self.faults(draft)), None)

    def said(self) -> tuple[TableMapping, ...]:
        """All tables of the sheets in which anything was said, now or before: a sheet is said as a whole."""
        sheets = {draft.mapping.sheet for draft in self.all if self._is_said(draft)}
        return tuple(draft.final for draft in self.all if draft.mapping.sheet in sheets)

    def _is_said(self, draft: Draft) -> bool:
        was_said = draft.layout.is_said and not draft.layout.is_remembered
        was_wanted = draft.layout.is_table
        return was_said or draft.is_wanted != was_wanted or (draft.is_wanted and draft.mapping != draft.layout.mapping)
