"""Tables of web pages: cells, merged ones, what is not seen, and sizes."""

import pytest

from quizapp.errors import NotReadable
from quizapp.excel import html_tables
from quizapp.excel.html_tables import read_html


def rows(page: str) -> list[list[str]]:
    (sheet,) = read_html(page.encode(), "甲")
    return sheet.rows


def test_cells_are_what_is_seen() -> None:
    page = """<html><head><style>td {}</style><title>x</title></head><table>
    <thead><tr><th>题干<th>答案</thead>
    <tr><td>甲 &amp;
      乙<br>丙</td><td><p>一</p><p>二</p><script>x()</script></td></tr></table>"""
    assert rows(page) == [["题干", "答案"], ["甲 & 乙\n丙", "一\n二"]]


def test_merged_cells_take_their_places() -> None:
    (sheet,) = read_html(b"<table><tr><td rowspan=2>1<td colspan='2'>2<tr><td>3<td>4<tr><td>5</table>", "x")
    assert sheet.rows == [["1", "2", ""], ["", "3", "4"], ["5"]]
    assert sheet.merged == ((0, 0, 1, 0), (0, 1, 0, 2))


def test_several_tables_are_sheets_and_those_within_cells_are_text() -> None:
    found = read_html(
        b"<table><tr><td>a<table><tr><td>b</td></tr></table></td></tr></table><table><tr><td>c</table>", "x"
    )
    assert [sheet.name for sheet in found] == ["表格 1", "表格 2"]
    assert [sheet.rows for sheet in found] == [[["a\nb"]], [["c"]]]


@pytest.mark.parametrize(("said", "used"), [("gb2312", "gbk"), ("utf-8", "gb18030"), ("nonsense", "utf-8")])
def test_the_encoding_is_the_pages_or_what_is_true(said: str, used: str) -> None:
    page = f'<html><meta http-equiv="Content-Type" content="text/html; charset={said}"><table><tr><td>甲乙</table>'
    (sheet,) = read_html(page.encode(used), "x")
    assert sheet.rows == [["甲乙"]]


def test_huge_spans_are_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(html_tables, "MAX_CELLS", 1000)
    with pytest.raises(NotReadable):
        read_html(b"<table>" + b"<tr><td colspan=600>1</tr>" * 2 + b"</table>", "x")
    with pytest.raises(NotReadable):
        read_html(b"<table><tr><td colspan=99999>1</table>", "x")


def test_a_page_without_tables_has_no_sheets() -> None:
    assert read_html(b"<html><body>1</body></html>", "x") == []
