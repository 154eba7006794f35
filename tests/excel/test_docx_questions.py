"""A .docx as a bank: automatic numbers, tables of questions, tables of keys, pictures."""

import pytest

from quizapp.errors import NotReadable
from quizapp.excel.docx_questions import docx_tables, read_docx
from tests.excel.made_books import people, read, warnings, words
from tests.excel.made_texts import docx, level, numbered_list, paragraph, table

NUMBERING = (
    numbered_list(1, level(0, "chineseCounting", "%1、"))
    + numbered_list(2, level(0, "decimal", "%1．"), level(1, "upperLetter", "%2."))
    + numbered_list(3, level(0, "decimal", "%1."))
)


def test_numbered_questions_and_lettered_options_are_seen() -> None:
    body = (
        paragraph("礼仪测试")
        + paragraph("单选题（每题2分）", number=1)
        + paragraph("铃响（B）声内接听。", number=2)
        + paragraph("一", number=2, level=1)
        + paragraph("三", number=2, level=1)
        + paragraph("引路时（ ）", number=2)
        + paragraph("左", number=2, level=1)
        + paragraph("右", number=2, level=1)
        + paragraph("答案：A")
        + paragraph("判断题", number=1)
        + paragraph("名片双手递。（√）", number=3)
    )
    found = read(docx(body, numbering=NUMBERING), "礼仪.docx")
    assert not found.problems
    assert [(i.sheet, i.row, i.question.stem, i.question.key) for i in found.items] == [
        ("一、单选题（每题2分）", 3, "铃响（）声内接听。", (1,)),
        ("一、单选题（每题2分）", 6, "引路时（ ）", (0,)),
        ("二、判断题", 11, "名片双手递。（）", True),
    ]
    assert [option.text for option in found.items[0].question.options] == ["一", "三"]


def test_a_table_with_headings_is_a_sheet() -> None:
    body = table(
        ["题型", "题干", "选项A", "选项B", "答案"], ["单选题", "甲", "一", "二", "A"], ["", "乙", "一", "二", ""]
    )
    found = read(docx(body), "x.docx")
    assert [(item.sheet, item.row) for item in found.items] == [("表格 1", 2)]
    assert found.rows_faulty == 1


def test_a_table_that_holds_text_in_place_is_text() -> None:
    body = table(["1. 甲（B）"], ["A.一"], ["B.二"]) + table(["2. 乙（A）"]) + table(["A.一", "B.二"])
    _sheets, text = read_docx(docx(body))
    assert [(q.stem, q.options, q.key) for q in text.questions()] == [
        ("甲（）", ["一", "二"], "B"),
        ("乙（）", ["一", "二"], "A"),
    ]


def test_a_table_of_keys_is_a_list() -> None:
    body = paragraph("1. 甲（ ）A.一 B.二") + paragraph("2. 乙（ ）A.一 B.二")
    _sheets, text = read_docx(docx(body + table(["题号", "1", "2"], ["答案", "A", "B"])))
    assert [question.key for question in text.questions()] == ["A", "B"]


def test_pictures_are_told_with_their_question() -> None:
    picture = '<w:p><w:r><w:t>2. 图中是谁（A）A.甲 B.乙</w:t><w:drawing><a:blip xmlns:a="a"/></w:drawing></w:r></w:p>'
    found = read(docx(paragraph("1. 甲（A）A.一 B.二") + picture), "x.docx")
    assert len(found.items) == 2
    assert warnings(found.problems) == [(2, "")]
    assert "图中是谁" in words(found.problems)
    lonely = '<w:p><w:r><w:drawing><a:blip xmlns:a="a"/></w:drawing></w:r></w:p>'
    assert warnings(read(docx(lonely + paragraph("1. 甲（√）")), "x.docx").problems) == [(1, "")]


def test_merged_cells_are_known() -> None:
    def cell(text: str, properties: str = "") -> str:
        return f"<w:tc><w:tcPr>{properties}</w:tcPr>{paragraph(text)}</w:tc>"

    rows = [
        cell("甲", '<w:vMerge w:val="restart"/>') + cell("乙", '<w:gridSpan w:val="2"/>'),
        cell("", "<w:vMerge/>") + cell("丙") + cell("丁"),
    ]
    (sheet,) = docx_tables(docx("<w:tbl>" + "".join(f"<w:tr>{row}</w:tr>" for row in rows) + "</w:tbl>"))
    assert sheet.rows == [["甲", "乙", ""], ["", "丙", "丁"]]
    assert sheet.merged == ((0, 0, 1, 0),)


def test_a_roster_in_a_document_is_read() -> None:
    found = people(docx(table(["姓名", "科室"], ["张三", "办公室"])), "名单.docx")
    assert [row.name for row in found.rows] == ["张三"]
    with pytest.raises(NotReadable):
        people(docx(paragraph("张三")), "名单.docx")
