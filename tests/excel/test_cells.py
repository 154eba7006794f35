"""A workbook of any kind as rows of what its cells show."""

import io
from datetime import date, datetime, time, timedelta
from zipfile import ZipFile

import openpyxl
import pytest

from quizapp.errors import NotReadable
from quizapp.excel import cells
from quizapp.excel.cells import read_workbook
from tests.excel.made_books import saved, sheet_xml, with_part, xls, xlsx


def first_row(content: bytes, name: str = "x.xlsx") -> list[str]:
    return read_workbook(content, name)[0].rows[0]


@pytest.mark.parametrize(
    ("value", "code", "text"),
    [
        (0.16, "0%", "16%"),
        (42900, 'yyyy"年"m"月"d"日"', "2017年6月14日"),
        (date(2017, 6, 14), "yyyy/m/d", "2017/6/14"),
        (datetime(2017, 6, 14, 8, 30), "yyyy-mm-dd h:mm", "2017-06-14 8:30"),
        (time(8, 30), "h:mm", "8:30"),
        (timedelta(hours=300, minutes=29, seconds=1), "[h]:mm:ss", "300:29:01"),
        (7, "00000", "00007"),
        ("00007", "@", "00007"),
        (2.0, "General", "2"),
        (0.1 + 0.2, "General", "0.3"),
        (True, "General", "TRUE"),
        (1234567, "#,##0", "1,234,567"),
        ("甲\r\n乙\u200b", "General", "甲\n乙"),
        ("张_x0000_三_x0007_", "General", "张三"),
        ("第一行_x000B_第二行", "General", "第一行\n第二行"),
        ("　全角空格　", "General", "　全角空格　"),
    ],
)
def test_a_cell_is_read_as_it_is_shown(value: object, code: str, text: str) -> None:
    assert first_row(xlsx([[value]], formats={"A1": code})) == [text]


def test_numbers_of_chinese_date_formats_are_dates() -> None:
    content = with_part(
        xlsx([[42900]], formats={"A1": "0.0000"}),
        "xl/styles.xml",
        lambda part: part.replace(b'<xf numFmtId="164"', b'<xf numFmtId="57"'),
    )
    assert first_row(content) == ["2017年6月"]


def test_a_formula_is_its_last_result() -> None:
    content = sheet_xml('<row r="1"><c r="A1"><f>1+1</f><v>2</v></c><c r="B1" t="str"><f>"a"</f><v>甲</v></c></row>')
    assert first_row(content) == ["2", "甲"]


def test_rows_keep_their_numbers_and_blank_ones_at_the_end_go() -> None:
    rows = read_workbook(xlsx([[], [], ["甲"], ["  "], [None]]), "x.xlsx")[0].rows
    assert [row[:1] for row in rows] == [[""], [""], ["甲"]]


def test_the_extension_does_not_matter() -> None:
    assert first_row(xlsx([["甲"]]), "x.xls") == ["甲"]
    assert first_row(xls([["甲"]]), "x.xlsx") == ["甲"]
    assert first_row("甲,乙".encode("gb18030"), "x.xlsx") == ["甲", "乙"]


def test_a_text_table_is_called_like_its_file() -> None:
    (sheet,) = read_workbook("题干,答案\n".encode(), "礼仪.csv")
    assert (sheet.name, sheet.is_text) == ("礼仪", True)


def test_hidden_sheets_merged_cells_and_hidden_rows_are_known() -> None:
    book = openpyxl.Workbook()
    book.active.append(["甲", "乙"])
    book.active.append(["丙", "丁"])
    book.active.merge_cells("A1:A2")
    book.active.row_dimensions[2].hidden = True
    book.create_sheet("藏").sheet_state = "hidden"
    shown, hidden = read_workbook(saved(book), "x.xlsx")
    assert (shown.is_hidden, shown.merged, shown.hidden_rows) == (False, ((0, 0, 1, 0),), {1})
    assert (hidden.name, hidden.is_hidden) == ("藏", True)


def test_an_embedded_picture_is_noticed() -> None:
    content = sheet_xml('<row r="1"><c r="A1" t="str"><f>x</f><v>=DISPIMG("ID_1",1)</v></c></row>')
    assert read_workbook(content, "x.xlsx")[0].has_pictures
    assert not read_workbook(xlsx([["甲"]]), "x.xlsx")[0].has_pictures


ODS = """<?xml version="1.0"?><office:document-content
 xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0"
 xmlns:table="urn:oasis:names:tc:opendocument:xmlns:table:1.0"
 xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0"><office:body><office:spreadsheet>
<table:table table:name="S"><table:table-row>
<table:table-cell office:value-type="string"><text:p>甲</text:p></table:table-cell>
<table:table-cell office:value-type="percentage" office:value="0.16"><text:p>16%</text:p></table:table-cell>
</table:table-row></table:table></office:spreadsheet></office:body></office:document-content>"""


def test_where_formats_cannot_be_read_numbers_are_doubtful() -> None:
    stream = io.BytesIO()
    with ZipFile(stream, "w") as archive:
        archive.writestr("mimetype", "application/vnd.oasis.opendocument.spreadsheet")
        archive.writestr("META-INF/manifest.xml", "<manifest/>")
        archive.writestr("content.xml", ODS.replace("\n", ""))
    (sheet,) = read_workbook(stream.getvalue(), "x.ods")
    assert sheet.rows == [["甲", "0.16"]]
    assert sheet.has_doubtful_numbers
    assert not sheet.formats_known


def test_damaged_styles_are_told() -> None:
    content = with_part(xlsx([["甲", 0.16]]), "xl/styles.xml", lambda _part: b"<oops")
    with pytest.raises(NotReadable, match="损坏"):
        read_workbook(content, "x.xlsx")


def test_a_workbook_with_nothing_in_it_is_told() -> None:
    with pytest.raises(NotReadable, match="没有内容"):
        read_workbook(xlsx([]), "x.xlsx")
    with pytest.raises(NotReadable, match="没有内容"):
        read_workbook(xlsx([["  ", None]]), "x.xlsx")


def test_a_damaged_sheet_is_told() -> None:
    content = bytearray(xlsx([[f"第 {number} 题"] for number in range(500)]))
    with ZipFile(io.BytesIO(bytes(content))) as archive:
        start = archive.getinfo("xl/worksheets/sheet1.xml").header_offset
    content[start + 200 : start + 400] = bytes(200)
    with pytest.raises(NotReadable, match="损坏"):
        read_workbook(bytes(content), "x.xlsx")


def test_an_absurd_range_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(cells, "MAX_CELLS", 100)
    with pytest.raises(NotReadable, match="范围太大"):
        read_workbook(sheet_xml('<row r="90"><c r="Z90"><v>1</v></c></row>'), "x.xlsx")
