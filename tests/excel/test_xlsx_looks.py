"""Number formats and hidden rows of .xlsx files, as several programs write them."""

import pytest

from quizapp.excel.xlsx_looks import XlsxLooks
from tests.excel.made_books import sheet_xml, xlsx

STYLES = '<cellXfs><xf numFmtId="0"/><xf numFmtId="9"/><xf numFmtId="31"/></cellXfs>'
CUSTOM = '<numFmts><numFmt numFmtId="31" formatCode="yy-m-d"/></numFmts>' + STYLES


def shown(rows: str, styles: str = STYLES) -> dict[tuple[int, int], str]:
    looks = XlsxLooks(sheet_xml(rows, styles=styles))
    try:
        return looks.sheet("Sheet1").shown
    finally:
        looks.close()


@pytest.mark.parametrize(
    "cell",
    [
        '<c r="B2" s="1"><v>0.16</v></c>',
        '<c r="B2" s="1" t="n"><v>0.16</v></c>',
        '<c s="1" r="B2"><v>0.16</v></c>',
        "<c r='B2' s='1'><v>0.16</v></c>",
        '<c r="B2" s="1"><f>4*0.04</f><v>0.16</v></c>',
        '<c r="B2" s="1"><f t="shared" si="0"/><v>0.16</v></c>',
    ],
)
def test_a_percentage_is_found_however_the_cell_is_written(cell: str) -> None:
    assert shown(f'<row r="2">{cell}</row>') == {(1, 1): "16%"}


def test_a_cell_without_a_place_is_counted() -> None:
    rows = '<row><c s="0"><v>1</v></c><c s="1"><v>0.5</v></c></row><row><c s="1"><v>0.25</v></c></row>'
    assert shown(rows) == {(0, 1): "50%", (1, 0): "25%"}


def test_prefixed_tags_are_understood() -> None:
    rows = '<x:row xmlns:x="http://x" r="1"><x:c r="A1" s="1"><x:v>0.5</x:v></x:c></x:row>'
    assert shown(rows) == {(0, 0): "50%"}


def test_texts_booleans_and_empty_cells_are_left_alone() -> None:
    rows = (
        '<row r="1"><c r="A1" s="1" t="s"><v>0</v></c><c r="B1" s="1" t="b"><v>1</v></c><c r="C1" s="1"/>'
        '<c r="D1" s="0"><v>0.5</v></c><c r="E1" s="1" t="inlineStr"><is><t>a s="1"</t></is></c></row>'
    )
    assert shown(rows) == {}


def test_built_in_numbers_are_chinese_dates_unless_the_file_says_otherwise() -> None:
    rows = '<row r="1"><c r="A1" s="2"><v>42900</v></c></row>'
    assert shown(rows) == {(0, 0): "2017年6月14日"}
    assert shown(rows, CUSTOM) == {(0, 0): "17-6-14"}


def test_hidden_rows_are_known_and_hidden_columns_are_none() -> None:
    content = sheet_xml(
        '<row r="1"/><row r="2" hidden="1"/><row r="5" spans="1:2" hidden="true"/><row r="6" hidden="0"/>'
    )
    looks = XlsxLooks(content)
    assert looks.sheet("Sheet1").hidden_rows == {1, 4}
    looks.close()


def test_a_sheet_that_is_not_there_has_no_looks() -> None:
    looks = XlsxLooks(xlsx({"甲": [["x"]]}))
    assert looks.sheet("乙").shown == {}
    looks.close()
