"""Whatever the file is: sheets, or running text."""

import pytest

from quizapp.errors import NotReadable
from quizapp.excel.bank_sources import read_source
from tests.excel.made_books import read, words, xlsx
from tests.excel.made_texts import docx, paragraph, table

TEXT = "一、判断题\n1. 名片双手递。（√）\n2. 握手要用力。（×）\n3. 没有答案。\n"
HEADINGS = ["题干", "选项A", "选项B", "答案"]


def test_a_workbook_is_sheets() -> None:
    source = read_source(xlsx({"甲": [HEADINGS]}), "礼仪.docx")
    assert [sheet.name for sheet in source.sheets] == ["甲"]
    assert source.written is None


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "gb18030"])
def test_text_in_any_encoding_is_running_text(encoding: str) -> None:
    found = read(TEXT.replace("\n", "\r\n").encode(encoding), "礼仪.txt")
    assert [(item.sheet, item.row, item.question.key) for item in found.items] == [
        ("一、判断题", 2, True),
        ("一、判断题", 3, False),
    ]
    assert found.rows_faulty == 1
    assert [problem.row for problem in found.problems] == [4]
    assert found.layout == "第 2—4 行“一、判断题”：判断题 3 道，答案在题干括号里、有题目没有答案。"


def test_a_document_has_both() -> None:
    body = paragraph("1. 名片双手递。（√）") + table(HEADINGS, ["甲", "一", "二", "B"])
    found = read(docx(body), "礼仪.docx")
    assert [(item.sheet, item.row) for item in found.items] == [("表格 1", 2), ("礼仪", 1)]
    assert len(found.layout.splitlines()) == 2


def test_a_document_without_questions_is_told() -> None:
    found = read(docx(paragraph("关于开会的通知")), "通知.docx")
    assert not found.items
    assert "没有找到题目" in words(found.problems)


def test_a_document_without_text_is_refused() -> None:
    with pytest.raises(NotReadable):
        read_source(docx(""), "空.docx")


def test_web_tables_are_sheets() -> None:
    rows = "".join(f"<tr><td>{'</td><td>'.join(row)}</td></tr>" for row in (HEADINGS, ["甲", "一", "二", "B"]))
    page = f'<html><head><meta charset="gb2312"></head><body><table>{rows}</table></body></html>'
    (item,) = read(page.encode("gbk"), "题库.xls").items
    assert (item.sheet, item.row, item.question.stem, item.question.key) == ("题库", 2, "甲", (1,))
