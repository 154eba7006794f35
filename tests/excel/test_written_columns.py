"""A question written as text stands in the columns that its table names."""

from quizapp.core.questions import Kind
from quizapp.excel.written_columns import written_columns, written_row
from quizapp.excel.written_lines import WrittenQuestion


def test_each_cell_stands_under_its_heading() -> None:
    question = WrittenQuestion(
        3, kind=Kind.SINGLE, stem="先请谁入座？", options=["客人", "自己"], key="A", source="规定"
    )
    columns, row = written_columns(3), written_row(question, 3)
    said = dict(zip(columns.headings.values(), row, strict=True))
    assert (said["题干"], said["题型"], said["答案"], said["依据"]) == ("先请谁入座？", "单选题", "A", "规定")
    assert [row[at] for at in columns.options] == ["客人", "自己", ""]
    assert (columns.stem, columns.kind, columns.keys, columns.source) == (0, 1, (2,), 7)


def test_a_kind_that_is_open_is_written_as_it_was_said() -> None:
    assert written_row(WrittenQuestion(1, kind="choice"), 0)[1] == "choice"
    assert written_row(WrittenQuestion(1), 0)[1] == ""
