"""The blank forms are workbooks that the program's own import understands."""

from io import BytesIO

from openpyxl import load_workbook

from quizapp.services.templates import bank_template, roster_template


def headings(content: bytes) -> list[str]:
    sheet = load_workbook(BytesIO(content)).worksheets[0]
    return [str(cell.value) for cell in sheet[1]]


def test_the_form_for_a_bank_names_its_columns() -> None:
    assert headings(bank_template())[:4] == ["题型", "题干", "选项A", "选项B"]


def test_the_form_for_a_roster_names_its_columns() -> None:
    assert headings(roster_template())[:2] == ["编号", "姓名"]
