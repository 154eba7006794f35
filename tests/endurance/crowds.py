"""A great many of something harmless: what costs little once and may cost its square in a crowd."""

import io
from collections.abc import Iterator

import xlwt

from tests.endurance.seeds import ROWS, ods, stored, unzipped
from tests.excel.made_books import ROSTER_HEADINGS, sheet_xml, with_part, xls, xlsx
from tests.excel.made_texts import docx, paragraph

_QUESTION = "1. 几声内？（A）\nA.三声\nB.五声\n"


def crowds() -> Iterator[tuple[str, str, bytes, str]]:
    """Title, name, content and reader of each file."""
    for make in (_texts, _pages, _documents, _rosters):
        yield from make()


def _texts() -> Iterator[tuple[str, str, bytes, str]]:
    texts = {
        "lines of an answer": "1. 怎样接待？\n答案：请坐\n" + "倒水问明来意\n" * 59_000,
        "lines of an explanation": _QUESTION + "解析：请坐\n" + "倒水问明来意\n" * 59_000,
        "lines of a stem": "1. 怎样接待？\n" + "倒水问明来意\n" * 59_000,
        "lines of an option": _QUESTION + "倒水问明来意\n" * 59_000,
        "lines of a last key": _QUESTION + "参考答案\n1. 请坐\n" + "倒水问明来意\n" * 59_000,
        "blank lines": _QUESTION + "\n" * 1_000_000 + _QUESTION,
        "headings of answers": "".join(f"{at % 9_000}. 问？\n" for at in range(9_000)) + "参考答案\n9999. 甲\n" * 9_000,
        "headings of answers in turn": "".join(f"参考答案\n{at % 9_999}. 甲\n" for at in range(29_000)),
        "parts with lists": "一、单选题\n1. 问？\nA.甲\nB.乙\n答案 1.A\n" * 11_900,
        "parts and lists apart": "一、单选题\n1. 问？\nA.甲\nB.乙\n" * 9_900 + "一、单选题\n1-1 A\n" * 9_900,
        "lists that fit nothing": "1. 问？\nA.甲\nB.乙\n1-2 AB\n" * 14_900,
        "lists in order": "1. 问？\nA.甲\nB.乙\n" * 14_900 + "1-1 A\n" * 14_900,
        "dense lines": "".join(
            f"{at % 9_999}. 铃响几声内接听？（ A ）A. 三声  B. 五声  C. 七声\n" for at in range(59_000)
        ),
        "numbers that go down": "".join(f"{9_999 - at}. 几声\n" for at in range(9_998)),
        "items": "1. 怎样接待？\n答案：1. 请坐\n" + "".join(f"{at}. 倒水\n" for at in range(2, 9_999)),
        "headings of parts": "".join("一、甲乙\n" for _at in range(59_000)) + _QUESTION,
        "page marks": "第 1 页 共 9 页\n" * 59_000 + _QUESTION,
        "options A": _QUESTION + "A.甲\n" * 59_000,
        "GIFT questions open": "问 {\n" * 59_000,
        "braces side by side": "问 " + "{=甲}" * 100_000,
        "braces within each other": "问 " + "{" * 16_000 + "=甲" + "}" * 16_000,
        "GIFT shares": "问 {" + "~%50%甲" * 4_000 + "}",
    }
    for title, text in texts.items():
        yield title, "x.txt", text.encode(), "bank"
    head = "题型,题干,选项A,选项B,答案\n"
    yield "headings again and again", "x.csv", (head * 100_000 + "单选题,问？,甲,乙,A\n").encode(), "bank"
    yield "section titles", "x.csv", (head + "一、单选题,,,,\n单选题,问？,甲,乙,A\n" * 20_000).encode(), "bank"
    yield "the same question", "x.csv", (head + "单选题,问？,甲,乙,A\n" * 60_000).encode(), "bank"
    yield "rows of options", "x.csv", ("题干,答案\n问？,A\n" + "A.甲,\nB.乙,\n" * 40_000).encode(), "bank"
    yield "rows of one question", "x.csv", ("题干,选项,是否正确\n问？,甲,1\n" + ",乙,0\n" * 80_000).encode(), "bank"


def _pages() -> Iterator[tuple[str, str, bytes, str]]:
    head = "<table><tr><td>题干<td>答案</tr>"
    pages = {
        "blank paragraphs of a cell": head + "<tr><td>" + "<p> " * 300_000,
        "blanks between tags": head + "<tr><td>" + "<b> </b>" * 150_000 + "x",
        "cells of one row": head + "<tr>" + "<td>甲" * 16_000,
        "rows of many cells": head + ("<tr>" + "<td>甲" * 4_000) * 60,
        "rows below a wide cell": head + "<tr><td rowspan=16000 colspan=16000>甲</tr>" + "<tr><td>乙</tr>" * 50_000,
        "tables side by side": "<table><tr><td>甲</table>" * 60_000,
        "pictures": head + "<tr><td><img src=x>" * 100_000,
        "tags that never end": head + "<tr><td>" + "<a title=" * 200_000,
        "quotes that never end": head + "<tr><td>" + "<a title='x" * 200_000,
        "ends of nothing": head + "<tr><td>" + "</" * 400_000,
        "declarations": head + "<tr><td>" + "<!" * 400_000,
        "scripts": head + "<tr><td>" + "<script>" * 100_000,
        "a reference of 5,000 digits": head + "<tr><td>&#" + "9" * 5_000 + ";</tr>",
    }
    for title, page in pages.items():
        yield title, "x.xls", page.encode(), "bank"
    yield (
        "a number of 5,000 digits in GIFT",
        "x.txt",
        f"问 [html] {{=&#{'9' * 5_000}; ~乙}}\n[html]问&#{'9' * 5_000}; {{=甲}}".encode(),
        "bank",
    )


def _documents() -> Iterator[tuple[str, str, bytes, str]]:
    cell = paragraph("题干")
    nested = "<w:tbl><w:tr><w:tc>" * 2_000 + cell + "</w:tc></w:tr></w:tbl>" * 2_000
    yield "tables in tables", "x.docx", docx(nested + paragraph("1. 甲（√）")), "bank"
    row = "<w:tr>" + f"<w:tc><w:tcPr><w:gridSpan w:val='200'/></w:tcPr>{cell}</w:tc>" * 100 + "</w:tr>"
    yield "wide cells of a table", "x.docx", docx("<w:tbl>" + row * 1_000 + "</w:tbl>"), "bank"
    yield "a span of 5,000 digits", "x.docx", docx(
        f"<w:tbl><w:tr><w:tc><w:tcPr><w:gridSpan w:val='{'9' * 5_000}'/></w:tcPr>{cell}</w:tc></w:tr></w:tbl>"
    ), "bank"  # fmt: skip
    yield "tables of a document", "x.docx", docx(f"<w:tbl><w:tr><w:tc>{cell}</w:tc></w:tr></w:tbl>" * 20_000), "bank"
    level = (
        '<w:lvl w:ilvl="{level}"><w:start w:val="{start}"/><w:numFmt w:val="{form}"/>'
        '<w:lvlText w:val="{text}"/></w:lvl>'
    )
    for title, form, where, text, start in (
        ("a level far down", "decimal", 200_000_000, "%1.", 1),
        ("a level before the first", "decimal", -200_000_000, "%1.", 1),
        ("labels of many numbers", "upperLetter", 0, "%1" * 100_000, 99_999),
        ("Roman labels", "upperRoman", 0, "%1" * 100_000, 99_999),
    ):
        numbering = '<w:abstractNum w:abstractNumId="1">' + level.format(level=where, form=form, text=text, start=start)
        numbering += '</w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="1"/></w:num>'
        body = paragraph("几声内？", number=1).replace('<w:ilvl w:val="0"/>', f'<w:ilvl w:val="{where}"/>')
        yield title, "x.docx", docx(body * 2_000 + paragraph("1. 甲（√）"), numbering=numbering), "bank"


def crowded_books() -> Iterator[tuple[str, str, bytes, str]]:
    """The same of workbooks, which take longer to make."""
    last = '<row r="{row}"><c r="{column}{row}"><v>1</v></c></row>'
    first = '<row r="1"><c r="A1"><v>1</v></c></row>'
    for column, row in (("S", 1_000_000), ("IV", 70_000), ("AMJ", 19_000)):
        yield f"a corner at {column}{row}", "x.xlsx", sheet_xml(first + last.format(row=row, column=column)), "bank"
    ranges = b"".join(b'<mergeCell ref="A%d:A60000"/>' % at for at in range(2, 30_000))
    merged = with_part(
        xlsx([*ROWS, *[["单选题", f"问{at}？", "甲", "乙", None, None, "A"] for at in range(30_000)]]),
        "xl/worksheets/sheet1.xml",
        lambda part: part.replace(b"</sheetData>", b"</sheetData><mergeCells>" + ranges + b"</mergeCells>"),
    )
    yield "merged ranges that overlap", "x.xlsx", merged, "bank"
    text = '<row r="1"><c r="A1" s="1" t="inlineStr"><is><t>' + ' s="1"' * 300_000 + "</t></is></c></row>"
    styles = '<numFmts><numFmt numFmtId="164" formatCode="0%"/></numFmts><cellXfs><xf/><xf numFmtId="164"/></cellXfs>'
    yield "styles in a text", "x.xlsx", sheet_xml(text, styles=styles), "bank"
    yield "sheets of a binary workbook", "x.xls", _many_sheets(600), "bank"
    parts = unzipped(ods(ROWS))
    body = parts["content.xml"]
    at, end = body.index(b"<table:table "), body.index(b"</office:spreadsheet>")
    sheets = b"".join(body[at:end].replace("题库".encode(), b"s%d" % number) for number in range(2_000))
    yield "sheets of an .ods", "x.ods", stored(parts | {"content.xml": body[:at] + sheets + body[end:]}), "bank"


def _many_sheets(count: int) -> bytes:
    book = xlwt.Workbook(encoding="utf-8")
    for number in range(count):
        book.add_sheet(f"s{number}").write(0, 0, "题干")
    stream = io.BytesIO()
    book.save(stream)
    return stream.getvalue()


def _rosters() -> Iterator[tuple[str, str, bytes, str]]:
    head = ",".join(ROSTER_HEADINGS) + "\n"
    rosters = {
        "namesakes": "".join(f",张三,办公室,,,,{at}\n" for at in range(60_000)),
        "namesakes with numbers": "".join(f"{at},张三,办公室,,,,\n" for at in range(60_000)),
        "the same person": ",张三,办公室,,,,\n" * 60_000,
        "a number used again": "1,张三,办公室,,,,\n" * 60_000,
        "blanks to be filled down": ",张三,办公室,,,,\n" + "".join(f",李{at},,,,,\n" for at in range(60_000)),
        "headings of a roster again": head * 60_000,
        "departments in departments": ',张三,"' + "办公室/" * 7_000 + '",,,,\n',
        "rows of nobody": ",,,,,,\n" * 1_000_000 + ",张三,办公室,,,,\n",
    }
    for title, rows in rosters.items():
        yield title, "x.csv", (head + rows).encode(), "people"
    yield (
        "a roster as wide as a sheet",
        "x.csv",
        (head + "," * 16_000 + "\n" + "1,张三,办公室,,,,\n" * 9).encode(),
        "people",
    )
    yield (
        "a roster in an old workbook",
        "x.xls",
        xls([ROSTER_HEADINGS, *[[at, "张三", "办公室"] for at in range(400)]]),
        "people",
    )
