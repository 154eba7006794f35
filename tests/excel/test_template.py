"""The blank forms: the headings an import knows, choices that are real, examples that are right."""

from io import BytesIO

from openpyxl import load_workbook
from openpyxl.worksheet.worksheet import Worksheet

from quizapp.core.questions import Kind
from quizapp.excel.headings import Role, bank_heading, roster_heading
from quizapp.excel.read_bank import parse_bank
from quizapp.excel.read_people import parse_people
from quizapp.excel.template import bank_template, roster_template


def _form(content: bytes) -> Worksheet:
    workbook = load_workbook(BytesIO(content))
    assert workbook.sheetnames[1] == "填写说明"
    return workbook.worksheets[0]


def _headings(form: Worksheet) -> list[str]:
    return [cell.value for cell in form[1]]


def test_every_heading_of_the_bank_is_understood() -> None:
    roles = [bank_heading(heading) for heading in _headings(_form(bank_template()))]
    assert [role.role for role in roles if role] == [
        Role.KIND, Role.STEM, *[Role.OPTION] * 8, Role.KEY, Role.EXPLANATION, Role.CATEGORY, Role.KNOWLEDGE_POINT,
        Role.DIFFICULTY, Role.SOURCE, Role.REVIEWED_ON,
    ]  # fmt: skip
    assert [role.number for role in roles if role and role.role is Role.OPTION] == list(range(8))


def test_every_heading_of_the_roster_is_understood() -> None:
    roles = [roster_heading(heading) for heading in _headings(_form(roster_template()))]
    assert [role.role for role in roles if role] == [
        Role.NUMBER, Role.NAME, Role.BODY_KIND, Role.PARENT, Role.DEPARTMENT, Role.POSITION, Role.STAFF_CATEGORY,
        Role.PHONE, Role.REMARK, Role.TAKES_TESTS, Role.COUNTS, Role.IS_RANKED,
        Role.EXTRA_MINUTES,
    ]  # fmt: skip


def test_one_example_of_each_kind() -> None:
    rows = list(_form(bank_template()).iter_rows(min_row=2, values_only=True))
    assert [row[0] for row in rows] == [kind.label for kind in Kind]
    keys = [row[10] for row in rows]
    assert keys[:4] == ["A", "ABC", "正确", "位尊者;尊者|3;三"]
    for row in rows[:2]:
        assert all(row[2 + "ABCDEFGH".index(letter)] for letter in row[10])


def test_choices_are_offered_where_there_are_some() -> None:
    offered = {str(one.sqref): one.formula1 for one in _form(bank_template()).data_validations.dataValidation}
    assert offered == {"A2:A5000": '"单选题,多选题,判断题,填空题,填空题（顺序不限）,简答题"', "O2:O5000": '"易,中,难"'}
    roster = _form(roster_template()).data_validations.dataValidation
    assert {str(one.sqref)[0] for one in roster} == {"C", "G", "J", "K", "L"}
    assert all(len(one.formula1) < 256 for one in roster)  # what the file format allows


def test_what_is_typed_stays_text() -> None:
    for form in (_form(bank_template()), _form(roster_template())):
        assert form.column_dimensions["A"].number_format == "@"
    assert _form(roster_template())["A2"].value == "001"


def test_the_import_reads_what_the_bank_form_shows() -> None:
    read = parse_bank(bank_template(), "题库模板.xlsx", lambda _done, _total: None)
    assert (read.problems, read.rows_faulty) == ([], 0)
    assert [(item.sheet, item.row, item.question.kind) for item in read.items] == [
        ("题库", row, kind) for row, kind in enumerate(Kind, start=2)
    ]
    keys = [item.question.key for item in read.items]
    assert keys[:4] == [(0,), (0, 1, 2), True, (("位尊者", "尊者"), ("3", "三"))]
    assert {item.question.category for item in read.items} == {"服务礼仪"}


def test_the_import_reads_what_the_roster_form_shows() -> None:
    read = parse_people(roster_template(), "人员模板.xlsx", lambda _done, _total: None)
    assert read.problems == []
    assert [(row.number, row.department, row.is_ranked) for row in read.rows] == [
        ("001", ("局领导",), False),
        ("002", ("办公室",), True),
        ("003", ("机关服务中心", "车队"), True),
    ]
