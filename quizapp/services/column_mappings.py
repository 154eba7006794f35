"""What columns hold, as somebody said it once: kept in a small file for the next workbook with the same headings.

What digits mean is not kept: it is how one file was written, and headings do not tell it. The next file with the same
headings would be read with every key shifted by one, and nobody would be told.
"""

import json
import logging
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any

from quizapp.core.column_mapping import MappedColumn, TableMapping, role_name
from quizapp.core.questions import Kind
from quizapp.errors import EnvironmentFault
from quizapp.excel.mapping import mapping_key
from quizapp.files import write_whole

MOST = 200
"""So many are kept; the oldest goes first."""

_log = logging.getLogger(__name__)


class ColumnMappings:
    """The mappings in one file, the newest last. A file that cannot be understood counts as an empty one."""

    def __init__(self, file: Path) -> None:
        self._file = file

    def all(self) -> tuple[TableMapping, ...]:
        """What is remembered."""
        try:
            found = json.loads(self._file.read_bytes())["mappings"]
            return tuple(_from_json(one) for one in found)[-MOST:]
        except FileNotFoundError:
            return ()
        except (OSError, ValueError, KeyError, TypeError, IndexError, AttributeError, RecursionError):
            _log.warning("the remembered column mappings in %s could not be read", self._file, exc_info=True)
            return ()

    def remember(self, mappings: Sequence[TableMapping]) -> None:
        """Keep mappings for other files with the same headings; one without headings finds none again."""
        known = Counter(mapping_key(one) for one in mappings)
        keyed = ((mapping_key(one), one) for one in mappings if one.is_read)
        # Two tables side by side have their headings in common: what holds for one is not what holds for both.
        wanted = {key: _lasting(one) for key, one in keyed if key and known[key] == 1}
        if wanted:
            self._write([*self._others(wanted), *wanted.values()])

    def forget(self, mappings: Sequence[TableMapping]) -> None:
        """Keep no mapping for the headings of these."""
        unwanted = {mapping_key(one) for one in mappings}
        rest = self._others(unwanted)
        if len(rest) < len(self.all()):
            self._write(rest)

    def _others(self, keys: Iterable[tuple[str, ...]]) -> list[TableMapping]:
        keys = set(keys)
        return [one for one in self.all() if mapping_key(one) not in keys]

    def _write(self, mappings: list[TableMapping]) -> None:
        """Not to remember is no reason to fail: the import itself is done."""
        content = json.dumps(
            {"version": 1, "mappings": [_to_json(one) for one in mappings[-MOST:]]}, ensure_ascii=False
        )
        try:
            write_whole(self._file, content.encode())
        except EnvironmentFault:
            _log.warning("the column mappings were not remembered", exc_info=True)


def _lasting(mapping: TableMapping) -> TableMapping:
    """What of a mapping holds for other files."""
    return replace(mapping, sheet="", kind_codes=(), numbers_from_one=None)


def _to_json(mapping: TableMapping) -> dict[str, Any]:
    return {
        "heading_row": mapping.heading_row,
        "columns": [[one.column, one.heading, one.role, one.number] for one in mapping.columns],
        "kind": mapping.kind and mapping.kind.value,
    }


def _from_json(found: dict[str, Any]) -> TableMapping:
    """ValueError, KeyError, TypeError and the like where it is not what was written."""
    columns = tuple(MappedColumn(int(at), str(heading), str(role), int(n)) for at, heading, role, n in found["columns"])
    for one in columns:
        role_name(one.role, one.number)  # KeyError, IndexError for what a later version may have written
    kind = found["kind"]
    return TableMapping(
        sheet="",
        heading_row=int(found["heading_row"]),
        columns=columns,
        kind=None if kind is None else Kind(kind),
    )
