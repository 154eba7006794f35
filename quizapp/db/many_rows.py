"""Many rows written at once in half the time: SQLAlchemy looks at each value of each row, an import has a million."""

from collections.abc import Callable, Mapping, Sequence
from operator import itemgetter
from typing import Any

from sqlalchemy import JSON, ColumnDefault, Connection, Dialect, Table, insert


def insert_rows(
    connection: Connection, table: Table, same: Mapping[str, Any], names: Sequence[str], rows: Sequence[tuple[Any, ...]]
) -> None:
    """Insert rows that share the values `same` and have their own, in the order of `names`, two or more.

    Columns of JSON take a text of `json_texts.to_text`; columns with a plain default may be left out.
    """
    if not rows:
        return
    usual = {c.name: c.default.arg for c in table.c if isinstance(c.default, ColumnDefault) and c.default.is_scalar}
    same = {name: value for name, value in usual.items() if name not in names} | dict(same)
    processes = {name: _process(table, name, connection.dialect) for name in (*same, *names)}
    shared = tuple(value if (process := processes[name]) is None else process(value) for name, value in same.items())
    mended = [(at, process) for at, name in enumerate(names) if (process := processes[name]) is not None]
    if mended:
        rows = [_mended(row, mended) for row in rows]
    statement = insert(table).compile(dialect=connection.dialect, column_keys=list(processes))
    given = list(processes)
    if statement.positiontup is not None:
        in_order = itemgetter(*map(given.index, statement.positiontup))
        connection.exec_driver_sql(str(statement), [in_order(shared + row) for row in rows])
    else:
        connection.exec_driver_sql(str(statement), [dict(zip(given, shared + row, strict=True)) for row in rows])


def _process(table: Table, name: str, dialect: Dialect) -> Callable[[Any], Any] | None:
    """What makes a value of a column what the driver takes; None where it takes it as it is."""
    column_type = table.c[name].type
    return None if isinstance(column_type, JSON) else column_type.dialect_impl(dialect).bind_processor(dialect)


def _mended(row: tuple[Any, ...], mended: Sequence[tuple[int, Callable[[Any], Any]]]) -> tuple[Any, ...]:
    values = list(row)
    for at, process in mended:
        values[at] = process(values[at])
    return tuple(values)
