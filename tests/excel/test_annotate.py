"""A marked workbook keeps what it was; every fault is a red cell with a remark."""

import io
import zipfile
from datetime import date

import pytest
from openpyxl import Workbook, load_workbook
from openpyxl.cell.rich_text import CellRichText, TextBlock
from openpyxl.cell.text import InlineFont
from openpyxl.comments import Comment
from openpyxl.formatting.rule import CellIsRule
from openpyxl.styles import Alignment, Font, PatternFill
from openpyxl.worksheet.datavalidation import DataValidation

from quizapp.errors import Cancelled, NotReadable
from quizapp.excel.annotate import ERROR_FILL, WARNING_FILL, Annotated, annotate, annotated_book
from quizapp.excel.read_bank import parse_bank
from tests.excel.made_books import BANK_HEADINGS, no_report, saved, with_part, xls

MARKED = b'<t xml:space="preserve">'
FAULTY = ["单选题", "没有答案的题？", "甲", "乙", "丙", "", None]
DOUBTFUL = ["多选题", "只有一个对的？", "甲", "乙", "丙", "", "A"]
GOOD = ["单选题", "哪个对？", "甲", "乙", "丙", "", "B"]


def own_book() -> Workbook:
    """An organiser's workbook with much that must stay as it is."""
    book = Workbook()
    sheet = book.worksheets[0]
    sheet.title = "题库"
    sheet["A1"] = "某某局题库"
    sheet.merge_cells("A1:G1")
    sheet["A1"].font = Font(name="黑体", size=18, bold=True, color="1D5A96")
    sheet["A1"].alignment = Alignment(horizontal="center")
    for row in (BANK_HEADINGS, GOOD, FAULTY, DOUBTFUL):
        sheet.append(row)
    sheet["H2"], sheet["H3"], sheet["I2"], sheet["I3"] = "序", "=ROW()-2", "日期", date(2026, 3, 1)
    sheet["I3"].number_format = "yyyy年m月d日"
    sheet["B3"] = CellRichText("哪个", TextBlock(InlineFont(b=True, color="FFFF0000"), "对"), "？")
    sheet["G4"].fill = PatternFill("solid", start_color="00FF00")
    sheet["G4"].font = Font(name="楷体", size=14)
    sheet["G5"].comment = Comment("请老李核对", "张三")
    sheet.column_dimensions["B"].width = 44
    sheet.row_dimensions[3].height = 31
    sheet.freeze_panes = "C3"
    offered = DataValidation("list", formula1='"单选题,多选题"', allow_blank=True)
    offered.add("A3:A100")
    sheet.add_data_validation(offered)
    sheet.conditional_formatting.add("G3:G9", CellIsRule(operator="equal", formula=['"A"'], font=Font(bold=True)))
    sheet.auto_filter.ref = "A2:G5"
    sheet.print_title_rows = "2:2"
    sheet.sheet_properties.tabColor = "1D5A96"
    other = book.create_sheet("说明")
    other["A1"] = "怎样填写"
    other.sheet_state = "hidden"
    return book


def annotated(content: bytes, name: str = "题库.xlsx") -> tuple[Annotated, Workbook]:
    found = parse_bank(content, name, no_report)
    made = annotated_book(content, name, found.problems, found.tables, no_report)
    return made, load_workbook(io.BytesIO(made.content), rich_text=True)


def fill_of(cell: object) -> str:
    return str(cell.fill.start_color.rgb)[2:]  # type: ignore[attr-defined] - a cell of either kind


def test_faults_are_red_and_doubts_amber_each_with_a_remark() -> None:
    made, book = annotated(saved(own_book()))
    sheet = book["题库"]
    assert (made.suffix, fill_of(sheet["G4"]), fill_of(sheet["G5"])) == (".xlsx", ERROR_FILL, WARNING_FILL)
    remark = sheet["G4"].comment
    assert (remark.author, remark.text) == ("QuizApp", "QuizApp：\n没有答案：请填写答案。")
    assert sheet["G3"].comment is None
    assert book.sheetnames == ["导入问题", "题库", "说明"]
    assert book["导入问题"]["A4"].hyperlink.location == "'题库'!G4"


def test_what_somebody_remarked_stays() -> None:
    _made, book = annotated(saved(own_book()))
    remark = book["题库"]["G5"].comment
    assert remark.author == "张三"
    assert remark.text.startswith("请老李核对\n\nQuizApp：\n多选题只有一个正确选项")


def test_the_formatting_is_kept() -> None:
    _made, book = annotated(saved(own_book()))
    sheet = book["题库"]
    title = sheet["A1"].font
    assert (title.name, title.size, title.bold, title.color.rgb) == ("黑体", 18, True, "001D5A96")
    assert (sheet["G4"].font.name, sheet["G4"].font.size) == ("楷体", 14)
    assert sheet["A1"].alignment.horizontal == "center"
    assert sheet.column_dimensions["B"].width == 44
    assert sheet.row_dimensions[3].height == 31
    assert [str(one) for one in sheet.merged_cells.ranges] == ["A1:G1"]
    assert sheet.freeze_panes == "C3"
    assert [str(one.sqref) for one in sheet.data_validations.dataValidation] == ["A3:A100"]
    assert [str(one.sqref) for one in sheet.conditional_formatting] == ["G3:G9"]
    assert sheet.auto_filter.ref == "A2:G5"
    assert sheet.print_title_rows == "$2:$2"
    assert sheet.sheet_properties.tabColor.rgb == "001D5A96"
    assert book["说明"].sheet_state == "hidden"


def test_the_contents_are_kept() -> None:
    _made, book = annotated(saved(own_book()))
    sheet = book["题库"]
    assert (sheet["H3"].value, sheet["H3"].data_type) == ("=ROW()-2", "f")
    assert sheet["I3"].number_format == "yyyy年m月d日"
    assert sheet["I3"].value.date() == date(2026, 3, 1)
    assert isinstance(sheet["B3"].value, CellRichText)
    assert str(sheet["B3"].value) == "哪个对？"
    assert sheet["B3"].value[1].font.b


def test_a_line_to_fill_in_is_kept() -> None:
    book = own_book()
    line = TextBlock(InlineFont(u="single"), "    ")
    book["题库"]["B4"] = CellRichText("首问负责制是", line, "，谁先接待谁负责。")
    content = saved(book)  # which writes it without the mark that Excel sets
    content = with_part(content, "xl/worksheets/sheet1.xml", lambda xml: xml.replace(b"<t>    <", MARKED + b"    <"))
    _made, marked = annotated(content)
    assert str(marked["题库"]["B4"].value) == "首问负责制是    ，谁先接待谁负责。"


def test_formulas_are_told_of() -> None:
    made, _book = annotated(saved(own_book()))
    assert made.notes == ("公式照旧，但结果要用 Excel 或 WPS 打开并保存一次才会重新算出：请保存后再导入。",)


def test_a_marked_file_mended_and_marked_again_has_only_what_is_left() -> None:
    made, book = annotated(saved(own_book()))
    book["题库"]["G4"] = "C"
    again, marked = annotated(saved(book))
    sheet = marked["题库"]
    assert marked.sheetnames == ["导入问题", "题库", "说明"]
    assert sheet["G4"].comment is None
    assert sheet["G4"].fill.fill_type is None
    assert sheet["G5"].comment.text.count("QuizApp：") == 1
    assert sheet["G5"].comment.text.startswith("请老李核对\n\n")
    assert len(again.content) < 2 * len(made.content)


def test_a_marked_file_is_read_as_before() -> None:
    made, _book = annotated(saved(own_book()))
    before = parse_bank(saved(own_book()), "题库.xlsx", no_report)
    after = parse_bank(made.content, "题库.xlsx", no_report)
    assert after.items == before.items
    assert [(one.row, one.message) for one in after.problems] == [(one.row, one.message) for one in before.problems]


def test_a_merged_cell_is_marked_where_it_can_be() -> None:
    book = own_book()
    book["题库"].merge_cells("F4:G4")
    _made, marked = annotated(saved(book))
    assert fill_of(marked["题库"]["F4"]) == ERROR_FILL
    assert "没有答案" in marked["题库"]["F4"].comment.text


def test_a_row_as_a_whole_marks_its_stem() -> None:
    book = own_book()
    book["题库"].append(GOOD)
    _made, marked = annotated(saved(book))
    assert fill_of(marked["题库"]["B6"]) == WARNING_FILL
    assert "与第 3 行相同" in marked["题库"]["B6"].comment.text


def test_macros_are_kept() -> None:
    content = saved(own_book())
    content = with_part(content, "[Content_Types].xml", as_macro_book)
    content = with_new_part(content, "xl/vbaProject.bin", b"macros")
    made, _book = annotated(content, "题库.xlsm")
    assert made.suffix == ".xlsm"
    with zipfile.ZipFile(io.BytesIO(made.content)) as archive:
        assert archive.read("xl/vbaProject.bin") == b"macros"


def as_macro_book(types: bytes) -> bytes:
    plain = b"application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"
    return types.replace(plain, b"application/vnd.ms-excel.sheet.macroEnabled.main+xml").replace(
        b"<Default ", b'<Default Extension="bin" ContentType="application/vnd.ms-office.vbaProject"/><Default ', 1
    )


def with_new_part(content: bytes, name: str, part: bytes) -> bytes:
    stream = io.BytesIO(content)
    with zipfile.ZipFile(stream, "a") as archive:
        archive.writestr(name, part)
    return stream.getvalue()


@pytest.mark.parametrize("kind", ["xls", "csv"])
def test_what_cannot_be_written_back_comes_as_its_values(kind: str) -> None:
    rows = [BANK_HEADINGS, GOOD, ["单选题", "=1+1 等于几？", "二", "三", "", "", ""]]
    text = "\n".join(",".join(str(cell) for cell in row) for row in rows).encode()
    made, book = annotated(xls(rows) if kind == "xls" else text, f"题库.{kind}")
    sheet = book.worksheets[1]
    assert made.suffix == ".xlsx"
    assert made.notes == ("这种文件不能原样写回：批注文件是 .xlsx，里面是读到的内容，没有原来的格式。",)
    assert [sheet.cell(2, column).value for column in (1, 2, 7)] == ["单选题", "哪个对？", "B"]
    assert (sheet["B3"].value, sheet["B3"].data_type, bool(sheet["B3"].quotePrefix)) == ("=1+1 等于几？", "s", True)
    assert fill_of(sheet["G3"]) == ERROR_FILL


def test_a_workbook_that_only_its_values_can_be_had_of_is_marked_too() -> None:
    content = with_part(saved(own_book()), "docProps/core.xml", lambda _xml: b"<broken")
    found = parse_bank(saved(own_book()), "题库.xlsx", no_report)
    made = annotated_book(content, "题库.xlsx", found.problems, found.tables, no_report)
    assert made.notes == ("原文件的格式没有保留：批注文件里是读到的内容。",)
    assert "没有答案" in load_workbook(io.BytesIO(made.content))["题库"]["G4"].comment.text


def test_the_child_does_it_and_can_be_stopped() -> None:
    content = saved(own_book())
    found = parse_bank(content, "题库.xlsx", no_report)
    told: list[tuple[int, int]] = []
    made = annotate(content, "题库.xlsx", found.problems, found.tables, on_progress=lambda *step: told.append(step))
    assert load_workbook(io.BytesIO(made.content)).sheetnames == ["导入问题", "题库", "说明"]
    assert told[-1] == (4, 4)
    with pytest.raises(Cancelled):
        annotate(content, "题库.xlsx", found.problems, found.tables, is_cancelled=lambda: True)


def test_what_is_no_workbook_is_refused() -> None:
    with pytest.raises(NotReadable):
        annotate(b"%PDF-1.7", "题库.pdf", [], [])
