"""Questions that colleagues send as running text: lines -> questions as they are written, by part.

Nothing is judged here: whoever reads a table's rows (bank_items) judges these questions too.
"""

from collections.abc import Sequence

from quizapp.excel.written_lines import WrittenLine, WrittenText


def read_written(lines: Sequence[WrittenLine]) -> WrittenText:
    """The questions of a text, and what in it looks like one and is none."""
    raise NotImplementedError
