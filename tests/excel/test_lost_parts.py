"""What a copy of a workbook will lack is told in words."""

import io
import zipfile

import pytest

from quizapp.excel.lost_parts import lost_parts

SHEET = "xl/worksheets/sheet1.xml"
SHAPES = b"<xdr:wsDr><xdr:sp macro=''></xdr:sp></xdr:wsDr>"


def book(**parts: bytes) -> bytes:
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w") as archive:
        for name, part in parts.items():
            archive.writestr(name, part)
    return stream.getvalue()


@pytest.mark.parametrize(
    ("name", "part", "words"),
    [
        ("xl/drawings/drawing1.xml", SHAPES, "文本框和图形不会保留在批注文件里。"),
        ("xl/charts/chart1.xml", b"<a/>", "图表保留在批注文件里，但样子可能与原来不同。"),
        ("xl/ctrlProps/ctrlProp1.xml", b"<a/>", "控件、嵌入的对象和讨论式批注不会原样保留在批注文件里。"),
        (
            SHEET,
            b"<c><f>1+1</f><v>2</v></c>",
            "公式照旧，但结果要用 Excel 或 WPS 打开并保存一次才会重新算出：请保存后再导入。",
        ),
    ],
)
def test_what_is_lost_is_told(name: str, part: bytes, words: str) -> None:
    assert lost_parts(book(**{name: part}), []) == [words]


def test_pictures_in_cells_are_lost() -> None:
    content = book(**{"xl/media/image1.png": b"png", "xl/cellimages.xml": b"<a/>"})
    assert lost_parts(content, []) == ["图片不会保留在批注文件里。"]


def test_nothing_lost_nothing_told() -> None:
    assert lost_parts(book(**{SHEET: b"<c><v>2</v></c><formula/>"}), ["Workbook contains no default style"]) == []


def test_what_openpyxl_says_is_passed_on() -> None:
    told = ["Data Validation extension is not supported and will be removed"]
    told += ["Conditional Formatting extension is not supported and will be removed"]
    assert lost_parts(book(**{SHEET: b""}), told) == [
        "引用其他工作表的下拉列表不会保留在批注文件里。",
        "数据条、图标等新式条件格式不会保留在批注文件里。",
    ]
