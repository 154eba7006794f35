"""Rows that were refused are handed back as far as they can be read, through the child process as well."""

from quizapp.core.questions import Kind, Option
from quizapp.excel.read_bank import BankFile, read_bank

HEAD = "题型,题干,选项A,选项B,选项C,答案,解析,分类,依据,复核日期"


def read(*rows: str) -> BankFile:
    return read_bank("\n".join([HEAD, *rows]).encode(), "题库.csv")


def test_what_a_row_without_a_key_says_is_kept() -> None:
    (row,) = read("单选题,几声之内接听？,三声,五声,七声,,不必久等,电话,《规范》,2026-03-01").faulty_rows
    assert (row.row, row.key_text, row.kind_text) == (2, "", "单选题")
    draft = row.draft
    assert (draft.kind, draft.stem, draft.key) == (Kind.SINGLE, "几声之内接听？", ())
    assert draft.options == (Option("三声"), Option("五声"), Option("七声"))
    assert (draft.explanation, draft.category, draft.source) == ("不必久等", "电话", "《规范》")
    assert str(draft.reviewed_on) == "2026-03-01"


def test_a_key_that_is_not_clear_is_left_to_whoever_mends() -> None:
    file = read("多选题,哪些恰当？,甲,乙,丙,AE,,,,", "单选题,选哪个？,甲,乙,丙,9,,,,", "判断题,正对客人。,,,,也许,,,,")
    assert [row.key_text for row in file.faulty_rows] == ["AE", "9", "也许"]
    multiple, single, truth = (row.draft for row in file.faulty_rows)
    assert (multiple.kind, single.kind, truth.kind) == (Kind.MULTIPLE, Kind.SINGLE, Kind.TRUE_FALSE)
    assert single.key == ()
    assert truth.key == ""
    assert file.rows_faulty == 3


def test_a_question_that_is_faulty_keeps_what_is_right() -> None:
    (row,) = read("单选题,,甲,乙,丙,B,,,,").faulty_rows
    assert (row.draft.stem, row.draft.key, len(row.draft.options)) == ("", (1,), 3)


def test_the_kind_of_a_section_is_known_and_labels_are_taken_off() -> None:
    file = read(",二、多选题,,,,,,,,", ",选哪些？,A.甲,B.乙,C.丙,,,,,", ",选哪一个？,A.甲,B.乙,C.丙,A,,,,")
    row = file.faulty_rows[0]
    assert row.draft.kind is Kind.MULTIPLE
    assert [option.text for option in row.draft.options] == ["甲", "乙", "丙"]


def test_good_rows_leave_nothing_behind() -> None:
    assert read("单选题,选哪个？,甲,乙,丙,A,,,,").faulty_rows == []
