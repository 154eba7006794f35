"""Files that were built to do harm, each with a name."""

import re
import struct
from collections.abc import Collection, Iterator
from dataclasses import dataclass
from functools import partial

from tests.endurance.crowds import crowded_books, crowds
from tests.endurance.long_runs import long_runs
from tests.endurance.seeds import ROWS, ods, stored, unzipped, with_texts, zipped
from tests.excel.made_books import sheet_xml, with_part, xls, xlsx
from tests.excel.made_texts import WORD, docx, paragraph

_SHEET = "xl/worksheets/sheet1.xml"
_ENTITIES = '<!DOCTYPE w [<!ENTITY e0 "aaaaaaaaaa">{all}]>'.format(
    all="".join(f'<!ENTITY e{at} "{f"&e{at - 1};" * 10}">' for at in range(1, 10))
)
_LONG_ENTITY = f'<!DOCTYPE w [<!ENTITY e9 "{"a" * 100_000}">]>'
_DECLARATION = re.compile(rb"^(<\?xml.*?\?>)?", re.S)


@dataclass(frozen=True, slots=True)
class Monster:
    """A hostile file; `title` says what it does."""

    title: str
    name: str
    content: bytes
    reader: str = "bank"  # or "people"


def monsters(titles: Collection[str] = ()) -> Iterator[Monster]:
    """All of them, one after the other, for some are large; or those named, none of which takes long to make."""
    light = (_entities, _wide_sheets, _many_things, _binary_books, _texts, _documents, crowds)
    runs = partial(long_runs, titles)
    for make in (*light, runs) if titles else (_heavy_packages, crowded_books, *light, runs):
        for title, name, content, *reader in make():
            if not titles or title in titles:
                yield Monster(title, name, content, *reader)


def _heavy_packages() -> Iterator[tuple[str, str, bytes]]:
    bomb = with_part(xlsx(ROWS), _SHEET, lambda part: part + b" " * 380_000_000)
    yield "380 MB of blanks in a sheet", "x.xlsx", bomb
    bomb = with_part(xlsx(ROWS), _SHEET, lambda part: part + b" " * 550_000_000)
    yield "550 MB of blanks in a sheet", "x.xlsx", bomb
    many = b"".join(b"<si><t>%d</t></si>" % number for number in range(3_000_000))
    yield "three million texts that no cell has", "x.xlsx", _with_texts(b"<sst>" + many + b"</sst>")
    yield "one text of 200 MB", "x.xlsx", _with_texts(b"<sst><si><t>" + b"a" * 200_000_000 + b"</t></si></sst>")
    parts = {f"xl/x{at}.xml": b"" for at in range(100_000)}
    yield "100,000 empty parts", "x.xlsx", zipped(unzipped(xlsx(ROWS)) | parts)
    bomb = with_part(xlsx(ROWS), _SHEET, lambda part: part + b" " * 110_000_000)
    yield "a sheet larger than it says", "x.xlsx", _said_to_be_small(bomb)


def _entities() -> Iterator[tuple[str, str, bytes]]:
    for part in (_SHEET, "xl/workbook.xml", "xl/styles.xml", "xl/sharedStrings.xml", "xl/_rels/workbook.xml.rels"):
        for title, entities, times in (
            ("billions", _ENTITIES, 1),
            ("a long entity 10,000 times", _LONG_ENTITY, 10_000),
        ):
            content = with_part(
                with_texts(xlsx(ROWS)), part, lambda xml, e=entities, t=times: _with_entities(xml, e, t)
            )
            yield f"{title} in {part}", "x.xlsx", content
    body = paragraph("1. 甲（√）") + paragraph("&e9;")
    yield "billions in a document", "x.docx", _document_with(_ENTITIES, body)
    parts = unzipped(ods(ROWS))
    parts["content.xml"] = _with_entities(parts["content.xml"], _ENTITIES, 1)
    yield "billions in an .ods", "x.ods", stored(parts)


def _wide_sheets() -> Iterator[tuple[str, str, bytes]]:
    yield "1,200 rows as wide as a sheet", "x.xlsx", _corners("XFD1200")
    yield "all cells there are", "x.xlsx", _corners("XFD1048576")
    yield "a column down to the end", "x.xlsx", _corners("B1048576")
    yield "a cell beyond the last column", "x.xlsx", _corners("ZZZZZZ1")
    yield "a cell beyond the last row", "x.xlsx", _corners("A4294967295")
    headed = "".join(f'<c r="{_letters(at)}1" t="inlineStr"><is><t>题干</t></is></c>' for at in range(16_384))
    yield "16,384 headings", "x.xlsx", sheet_xml(f'<row r="1">{headed}</row>' + _row(2, 16_384) + _row(3, 16_384))
    dimension = b'<dimension ref="A1:XFD1048576"/><cols><col min="1" max="1000000" width="9"/></cols><sheetData>'
    yield (
        "a million empty columns",
        "x.xlsx",
        with_part(xlsx(ROWS), _SHEET, lambda part: part.replace(b"<sheetData>", dimension)),
    )
    for name in ("table:number-columns-repeated", "table:number-columns-spanned"):
        yield f"{name} a billion", "x.ods", ods(ROWS, attributes=f'{name}="1000000000"')
    repeated = stored(
        {
            name: part.replace(b"<table:table-row>", b'<table:table-row table:number-rows-repeated="1000000000">')
            for name, part in unzipped(ods(ROWS)).items()
        }
    )
    yield "rows a billion times", "x.ods", repeated


def _many_things() -> Iterator[tuple[str, str, bytes]]:
    whole = b'</sheetData><mergeCells><mergeCell ref="A1:XFD1048576"/></mergeCells>'
    yield "one merged range over everything", "x.xlsx", _after_rows(whole)
    ranges = b"".join(b'<mergeCell ref="A%d:XFD%d"/>' % (at, at) for at in range(1, 200_000))
    yield "200,000 merged rows", "x.xlsx", _after_rows(b"</sheetData><mergeCells>" + ranges + b"</mergeCells>")
    xfs = "".join(f'<xf numFmtId="{164 + at}"/>' for at in range(60_000))
    codes = "".join(f'<numFmt numFmtId="{164 + at}" formatCode="0.{"0" * (at % 300)}"/>' for at in range(60_000))
    styles = f"<numFmts>{codes}</numFmts><cellXfs>{xfs}</cellXfs>"
    yield (
        "60,000 number formats",
        "x.xlsx",
        sheet_xml('<row r="1"><c r="A1" s="59999"><v>1</v></c></row>', styles=styles),
    )
    for title, code in (("digits", "0" * 300_000), ("brackets", "[" * 300_000), ("quotes", "&quot;a" * 100_000)):
        styles = (
            f'<numFmts><numFmt numFmtId="164" formatCode="{code}"/></numFmts><cellXfs><xf numFmtId="164"/></cellXfs>'
        )
        yield (
            f"a number format of 300,000 {title}",
            "x.xlsx",
            sheet_xml('<row r="1"><c r="A1" s="0"><v>1</v></c></row>', styles=styles),
        )
    names = b"".join(b'<sheet name="s%d" sheetId="%d" r:id="rId1"/>' % (at, at) for at in range(2, 5_000))
    yield (
        "5,000 sheets that are one",
        "x.xlsx",
        with_part(xlsx(ROWS * 10), "xl/workbook.xml", lambda part: part.replace(b"</sheets>", names + b"</sheets>")),
    )
    deep = b"<a>" * 500_000 + b"</a>" * 500_000
    for part in (_SHEET, "xl/workbook.xml", "xl/styles.xml"):
        content = with_part(xlsx(ROWS), part, lambda xml: xml[: xml.rfind(b"</")] + deep + xml[xml.rfind(b"</") :])
        yield f"500,000 elements within each other in {part}", "x.xlsx", content


def _binary_books() -> Iterator[tuple[str, str, bytes]]:
    sound = xls(ROWS)
    for number, name, field in (
        (0x00FC, "texts", 0), (0x0085, "sheets' offset", 0), (0x0200, "rows", 4), (0x0208, "a row", 0),
        (0x00FD, "a text's number", 6),
    ):  # fmt: skip
        yield f"an .xls with absurd {name}", "x.xls", _with_field(sound, number, field, 0x7FFFFFFF)
        yield f"an .xls with the most {name}", "x.xls", _with_field(sound, number, field, 0xFFFFFFFF)
    far = _with_field(_with_field(sound, 0x0200, 4, 65_536), 0x0200, 8, 0x01000000)
    yield "an .xls with a cell in the last row", "x.xls", _with_field(far, 0x00FD, 0, 0x00FFFFFF)
    for at, name in ((30, "sector size"), (44, "sectors"), (48, "directory"), (60, "short sectors"), (68, "chain")):
        for value in (0, 1, 0x7FFFFFFF, 0xFFFFFFFE):
            content = bytearray(sound)
            struct.pack_into("<I", content, at, value)
            yield f"a container whose {name} is {value:#x}", "x.xls", bytes(content)
    looped = bytearray(sound)
    table = 512 + 512 * struct.unpack_from("<I", sound, 76)[0]
    for at in range(0, 512, 4):
        struct.pack_into("<I", looped, table + at, at // 4)
    yield "a container whose sectors follow themselves", "x.xls", bytes(looped)


def _texts() -> Iterator[tuple[str, str, bytes]]:
    question = "1. 几声内？（A）\nA.三声\nB.五声\n"
    head = "题型,题干,选项A,选项B,答案\n"
    lines = {
        "brackets": "（" * 300_000,
        "pairs of brackets": "（）" * 200_000,
        "blanks": " " * 1_000_000,
        "letters": "A" * 500_000,
        "labels": "A.甲 " * 150_000,
        "numbers": "1." * 300_000,
        "digits": "1" * 500_000,
        "rules": "_" * 500_000,
        "keys": "1-5 ABCDA " * 60_000,
        "answers": "答案：A " * 100_000,
        "separators": "；|、/" * 120_000,
        "tabs": "\t" * 500_000,
        "Chinese digits": "一" * 300_000,
        "marks": "【答案】" * 100_000,
        "full stops": "。" * 300_000,
        "colons": "：" * 300_000,
    }
    for title, line in lines.items():
        yield f"a text with a line of {title}", "x.txt", (question + line + "\n" + question).encode()
        yield f"a cell of {title}", "x.csv", f'{head}单选题,"{line}",甲,乙,A\n单选题,问？,甲,乙,"{line}"\n'.encode()
    yield "a million columns", "x.csv", (head + "," * 1_000_000 + "\n" + "x," * 200_000).encode()
    yield "a million rows of nothing", "x.csv", (head + ",\n" * 1_000_000 + "单选题,问？,甲,乙,A\n").encode()
    yield "a quote that never ends", "x.csv", (head + '"' + "单选题,问？\n" * 300_000).encode()
    yield "quotes", "x.csv", (head + '"' * 1_000_001).encode()
    yield "no line ends for 30 MB", "x.csv", b"a" * 30_000_000
    yield "braces", "x.txt", ("::a:: b {" + "{=~" * 200_000 + "}").encode()
    yield "GIFT answers", "x.txt", ("::a:: b {" + "=甲 ~乙 " * 100_000 + "}").encode()
    yield "blank lines of GIFT", "x.txt", ("::a:: b {=甲 ~乙}\n" + "\\" * 300_000 + "{" + "#" * 300_000 + "}").encode()


def _documents() -> Iterator[tuple[str, str, bytes]]:
    yield "columns a billion times", "x.docx", docx(
        "<w:tbl><w:tr><w:tc><w:tcPr><w:gridSpan w:val='1000000000'/></w:tcPr>"
        + paragraph("题干") + "</w:tc></w:tr></w:tbl>"
    )  # fmt: skip
    numbering = (
        '<w:abstractNum w:abstractNumId="1"><w:lvl w:ilvl="0"><w:start w:val="999999999999999999999"/><w:numFmt '
        'w:val="{form}"/><w:lvlText w:val="%1."/></w:lvl></w:abstractNum><w:num w:numId="1">'
        '<w:abstractNumId w:val="1"/></w:num>'
    )
    for form in ("upperRoman", "upperLetter", "chineseCounting", "decimal"):
        yield (
            f"a list that starts far out in {form}",
            "x.docx",
            docx(paragraph("几声内？", number=1) + paragraph("1. 甲（√）"), numbering=numbering.format(form=form)),
        )
    rows = "<tr><td>题干<td>答案</tr>"
    yield (
        "a cell as wide as a billion",
        "x.xls",
        f"<table><tr><td colspan=1000000000>甲</td></tr>{rows}</table>".encode(),
    )
    yield (
        "a cell as high as a billion",
        "x.xls",
        f"<table><tr><td rowspan=1000000000>甲</td></tr>{rows}</table>".encode(),
    )
    square = "<td colspan=1000 rowspan=60000>甲</td>" * 20
    yield "large cells side by side", "x.xls", f"<table><tr>{square}</tr>{rows * 50}</table>".encode()
    yield "tables within each other", "x.xls", (b"<table><tr><td>" * 100_000 + b"x")
    yield "an opened tag", "x.xls", b"<table><tr><td>" + b"<a " * 500_000
    yield "comments", "x.xls", b"<!--" * 200_000 + b"<table>"
    yield "references", "x.xls", b"<table><tr><td>" + b"&#x10FFFF;&#999999999999;&" * 100_000


def _corners(last: str) -> bytes:
    row = re.sub("[A-Z]+", "", last)
    return sheet_xml(f'<row r="1"><c r="A1"><v>1</v></c></row><row r="{row}"><c r="{last}"><v>1</v></c></row>')


def _row(number: int, columns: int) -> str:
    return (
        f'<row r="{number}">'
        + "".join(f'<c r="{_letters(at)}{number}"><v>1</v></c>' for at in range(columns))
        + "</row>"
    )


def _letters(column: int) -> str:
    text = ""
    column += 1
    while column:
        column, rest = divmod(column - 1, 26)
        text = chr(65 + rest) + text
    return text


def _after_rows(xml: bytes) -> bytes:
    return with_part(xlsx(ROWS), _SHEET, lambda part: part.replace(b"</sheetData>", xml))


def _with_texts(xml: bytes) -> bytes:
    space = b'<sst xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main">'
    return zipped(unzipped(with_texts(xlsx(ROWS))) | {"xl/sharedStrings.xml": xml.replace(b"<sst>", space)})


def _with_entities(xml: bytes, entities: str, times: int) -> bytes:
    """XML with a document type, whose last entity stands in the first attribute or text that can hold it."""
    xml = _DECLARATION.sub(lambda match: (match[0] or b"") + entities.encode(), xml, count=1)
    uses = b"&e9;" * times
    return re.sub(rb"(<(?:v|t|text:p)>|(?:name|formatCode|Target)=\")", lambda match: match[0] + uses, xml, count=1)


def _document_with(entities: str, body: str) -> bytes:
    xml = f'<?xml version="1.0"?>{entities}<w:document xmlns:w="{WORD}"><w:body>{body}</w:body></w:document>'
    return docx("", parts={"word/document.xml": xml.encode()})


def _said_to_be_small(content: bytes) -> bytes:
    """The package with its largest part's size lied about in both places."""
    changed = bytearray(content)
    for sign, field in ((b"PK\x01\x02", 24), (b"PK\x03\x04", 22)):
        at = content.find(sign)
        while at >= 0:
            if struct.unpack_from("<I", content, at + field)[0] > 100_000_000:
                struct.pack_into("<I", changed, at + field, 1_000)
            at = content.find(sign, at + 4)
    return bytes(changed)


def _with_field(content: bytes, number: int, field: int, value: int) -> bytes:
    """A binary workbook in which the first record of a number has another value in one of its fields."""
    changed = bytearray(content)
    at = 512
    while at + 4 <= len(content):
        found, length = struct.unpack_from("<HH", content, at)
        if found == number:
            struct.pack_into("<I", changed, at + 4 + field, value)
            break
        at += 4 + length
    return bytes(changed)
