"""Sound files of every kind that can be read, made on the spot: what the mutations start from."""

import io
import re
from dataclasses import dataclass
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

import openpyxl
import xlwt
from openpyxl.styles import Font

from quizapp.core.pictures import Picture, digest_of
from quizapp.core.questions import Kind, Option, Question
from quizapp.excel.write_bank import write_bank
from tests.excel.bank_to_write import progress
from tests.excel.made_books import BANK_HEADINGS, ROSTER_HEADINGS, saved, xls, xlsx
from tests.excel.made_texts import docx, level, numbered_list, paragraph, table
from tests.excel.pictured_books import embedded, floating, formula
from tests.made_pictures import FIRST, SECOND, STEM

ROWS = [
    BANK_HEADINGS,
    ["单选题", "接听电话应在铃响几声内？", "三声", "五声", "七声", "九声", "A"],
    ["多选题", "引路时应当：", "走在侧前方", "提示台阶", "看手机", None, "AB"],
    ["判断题", "名片应正对对方。", None, None, None, None, "对"],
    ["填空题", "握手以____秒左右为宜。", None, None, None, None, "3;三"],
    ["简答题", "怎样接待来访群众？", None, None, None, None, "请坐，倒水，问明来意。"],
    ["单选题", "会议应提前几分钟到场？", 5, 10.5, 0.16, 42900, "B"],
]
PEOPLE: list[list[object]] = [
    [*ROSTER_HEADINGS[:2], "上级单位", *ROSTER_HEADINGS[2:], "性质", "参加测试", "计入统计"],
    ["0012", "张 三", "机关事务局", "办公室", "科员", "在编", "010-1234", "", "科室", "是", "√"],
    ["0013", "李四", None, "办公室/文秘", "主任", "在编", 13812345678, "借调", None, "否", "×"],
    [110101199001011234, "王五", None, "局属/车队", "司机", "聘用", 1.381e10, None, "局属单位", 1, 0],
    [None, "王五", None, "车队", "司机", None, None, "夜班", "二级单位", None, None],
    ["合计", 4],
]
GIFT = """// 礼仪
::一:: 接听电话应在铃响几声内？ {=三声 ~五声 ~七声#太晚}

名片应正对对方。{T}

握手以 {=3 =三} 秒左右为宜。

引路时应当： {
~%50%走在侧前方
~%50%提示台阶
~%-100%看手机}

配对 {=甲 -> 乙 =丙 -> 丁}

数字 {#3:1}
"""
AIKEN = "接听电话应在铃响几声内？\nA. 三声\nB. 五声\nC. 七声\nANSWER: A\n\n名片应：\nA) 正对\nB) 背对\nANSWER: A\n"
CHAT = """一、单选题（每题2分）
1. 接听电话应在铃响几声内？（ A ）
A. 三声  B. 五声  C. 七声
2、会议应提前几分钟到场？
A、五分钟
B、十分钟
答案：B
二、判断题
3．名片应正对对方。（√）
三、填空题
4. 握手以（3）秒左右为宜。
参考答案
1-2 AB
"""
_HTML = "<html><head><meta charset=utf-8></head><body><table border=1>{rows}</table></body></html>"
_OFFICE = "urn:oasis:names:tc:opendocument:xmlns:"
_ODS_TYPE = "application/vnd.oasis.opendocument.spreadsheet"
_MANIFEST = (
    f'<?xml version="1.0"?><manifest:manifest xmlns:manifest="{_OFFICE}manifest:1.0"><manifest:file-entry '
    f'manifest:full-path="/" manifest:media-type="{_ODS_TYPE}"/></manifest:manifest>'
)


@dataclass(frozen=True, slots=True)
class Seed:
    """A sound file; `content` decides what it is, `name` is what it is offered as."""

    name: str
    content: bytes
    reader: str = "bank"


def seeds() -> list[Seed]:
    """The same bytes in every run."""
    made = {
        "plain.xlsx": _plain(),
        "several.xlsx": _several(),
        "coloured.xlsx": _coloured(),
        "bare.xlsx": xlsx(ROWS[1:]),
        "one cell.xlsx": xlsx(
            [["题目", "选项", "答案"], ["问？", "A.甲\nB.乙\nC.丙", "A"], ["再问？", "A、甲 B、乙", "B"]]
        ),
        "below.xlsx": xlsx(
            [["题干", "答案"], ["1.接听电话？", "A"], ["A.三声", ""], ["B.五声", ""], ["2.名片？", "对"]]
        ),
        "shared texts.xlsx": with_texts(xlsx(ROWS)),
        "floating.xlsx": floating(ROWS, [("B2", STEM), ("C2", FIRST), ("D2", SECOND)], heights={2: 60.0}),
        "embedded.xlsx": _embedded(),
        "export.xlsx": _export(),
        "plain.xls": xls(ROWS, formats={(6, 4): "0%", (6, 5): "yyyy/m/d"}),
        "several.xls": _several_xls(),
        "utf-8.csv": _csv(",").encode("utf-8-sig"),
        "gb18030.csv": _csv(",").encode("gb18030"),
        "utf-16.csv": _csv("\t").encode("utf-16"),
        "written.docx": _written_docx(),
        "table.docx": docx(paragraph("题库") + table(*[[str(cell or "") for cell in row] for row in ROWS])),
        "hand.ods": ods(ROWS),
        "page.xls": _HTML.format(rows="".join(_html_row(row) for row in ROWS)).encode(),
        "gift.txt": GIFT.encode(),
        "aiken.txt": AIKEN.encode(),
        "chat.txt": CHAT.encode(),
    }
    return [Seed(name, settled(content)) for name, content in made.items()] + _rosters()


def _rosters() -> list[Seed]:
    several = {"名单": [["人员名单"], *PEOPLE], "局属": PEOPLE[:3], "说明": [["这里谁也没有"]]}
    texts = [["" if cell is None else str(cell) for cell in row] for row in PEOPLE]
    made = {
        "roster.xlsx": xlsx(several, merged="C3:C5"),
        "roster shared.xlsx": with_texts(xlsx(PEOPLE)),
        "roster.xls": xls(PEOPLE),
        "roster.csv": "\r\n".join(",".join(row) for row in texts).encode("gb18030"),
        "roster.docx": docx(table(*texts)),
        "roster.ods": ods(PEOPLE),
        "roster page.xls": _HTML.format(rows="".join(map(_html_row, PEOPLE))).encode(),
    }
    return [Seed(name, settled(content), "people") for name, content in made.items()]


def zipped(parts: dict[str, bytes | str]) -> bytes:
    """A package with these parts and no time of day in it."""
    stream = io.BytesIO()
    with ZipFile(stream, "w", ZIP_DEFLATED) as archive:
        for name, part in parts.items():
            archive.writestr(ZipInfo(name), part, ZIP_DEFLATED)
    return stream.getvalue()


def with_texts(content: bytes) -> bytes:
    """A workbook whose texts stand in a part of their own, as Excel keeps them; openpyxl writes them into the cells."""
    parts, texts = unzipped(content), []
    for name in [name for name in parts if name.startswith("xl/worksheets/sheet")]:

        def shared(match: re.Match[bytes]) -> bytes:
            texts.append(match[2])
            return match[1] + b't="s"><v>%d</v></c>' % (len(texts) - 1)

        parts[name] = re.sub(
            rb't="inlineStr"><is>(.*?)</is></c>'.replace(b"t=", b"(<c [^>]*)t=", 1), shared, parts[name]
        )
    space = b"http://schemas.openxmlformats.org/spreadsheetml/2006/main"
    items = b"".join(b"<si>" + text + b"</si>" for text in texts)
    return zipped(parts | {"xl/sharedStrings.xml": b'<sst xmlns="%s">%s</sst>' % (space, items)})


def unzipped(content: bytes) -> dict[str, bytes]:
    """The parts of a package."""
    with ZipFile(io.BytesIO(content)) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def ods(rows: list[list[object]], *, attributes: str = "") -> bytes:
    """An OpenDocument table; `attributes` go to its first cell."""
    body = ""
    for number, row in enumerate(rows):
        cells = ""
        for column, value in enumerate(row):
            more = attributes if number == column == 0 else ""
            kind = 'office:value-type="string"'
            if isinstance(value, int | float):
                kind = f'office:value-type="float" office:value="{value}"'
            text = "" if value is None else f"<text:p>{value}</text:p>"
            cells += f"<table:table-cell {kind} {more}>{text}</table:table-cell>"
        body += f"<table:table-row>{cells}</table:table-row>"
    spaces = "".join(f' xmlns:{name}="{_OFFICE}{name}:1.0"' for name in ("office", "table", "text"))
    content = (
        f'<?xml version="1.0" encoding="UTF-8"?><office:document-content{spaces}><office:body><office:spreadsheet>'
        f'<table:table table:name="题库">{body}</table:table></office:spreadsheet></office:body>'
        "</office:document-content>"
    )
    return stored({"mimetype": _ODS_TYPE, "content.xml": content, "META-INF/manifest.xml": _MANIFEST})


def stored(parts: dict[str, bytes | str]) -> bytes:
    """A package whose first part says in plain letters what it is."""
    stream = io.BytesIO()
    with ZipFile(stream, "w") as archive:
        for name, part in parts.items():
            archive.writestr(ZipInfo(name), part)
    return stream.getvalue()


def settled(content: bytes) -> bytes:
    """Packages without the moment at which they were made."""
    if not content.startswith(b"PK"):
        return content
    parts = unzipped(content)
    if "mimetype" in parts:  # made by `stored`, which knows no time
        return content
    return zipped({name: part for name, part in parts.items() if name != "docProps/core.xml"})


def _plain() -> bytes:
    formats = {"E7": "0%", "F7": "yyyy/m/d", "D7": '0.00"分"'}
    rows = [["礼仪题库"], ["填写说明：每行一题"], *ROWS[:-1]]
    rows[6:6] = [ROWS[-1]]
    return xlsx({"题库": rows, "空表": []}, formats=formats, merged="A1:G1")


def _several() -> bytes:
    book = openpyxl.load_workbook(
        io.BytesIO(
            xlsx(
                {
                    "单选题": [
                        ["题干", "A", "B", "C", "答案"],
                        ["几声内接听？", "三声", "五声", "七声", "a"],
                        ["双手？", "是", "否", None, "Ａ"],
                    ],
                    "判断题": [["题目", "正确答案"], ["名片应正对对方。", "√"], ["可以看手机。", False]],
                    "旗": [
                        ["题干", "选项", "是否正确"],
                        ["引路？", "前方", 1],
                        [None, "后方", 0],
                        ["台阶？", "提示", 1],
                        [None, "不提", 0],
                    ],
                    "说明": [["这里什么题也没有"]],
                }
            )
        )
    )
    book["单选题"].row_dimensions[3].hidden = True
    book["说明"].sheet_state = "hidden"
    book["判断题"]["C2"] = "=1+1"
    return saved(book)


def _coloured() -> bytes:
    book = openpyxl.Workbook()
    sheet = book.active
    for row in ROWS[:2]:
        sheet.append(row[:6])
    sheet.append(["单选题", "名片？", "正对", "背对", "不递", "扔"])
    for cell in ("C2", "D3"):
        sheet[cell].font = Font(color="FFFF0000")
    return saved(book)


def _embedded() -> bytes:
    rows = [BANK_HEADINGS, ["单选题", "图中是谁？", formula("ID_1"), formula("ID_2"), formula("ID_9"), None, "A"]]
    return embedded(rows, {"ID_1": "a.png", "ID_2": "b.png"}, {"a.png": FIRST, "b.png": SECOND})


def _export() -> bytes:
    digest = digest_of(STEM)
    questions = [
        Question(Kind.SINGLE, "几声内？\n第二行", (0,), (Option("三声"), Option("\u200b五声")), "解析", "电话"),
        Question(Kind.TRUE_FALSE, "正对。", True),
        Question(Kind.FILL_BLANK, "以____秒。", (("3", "三"),)),
        Question(Kind.SINGLE, "图？", (1,), (Option("甲"), Option("乙")), pictures=(Picture(digest),)),
    ]
    return write_bank("礼仪", questions, progress(questions), pictures={digest: STEM}).content


def _several_xls() -> bytes:
    book = xlwt.Workbook(encoding="utf-8")
    for name in ("单选题", "判断题"):
        sheet = book.add_sheet(name)
        for number, row in enumerate(ROWS[:4]):
            for column, value in enumerate(row):
                if value is not None:
                    red = xlwt.easyxf("font: color red") if (number, column) == (1, 2) else xlwt.easyxf()
                    sheet.write(number + 1, column, value, red)
        sheet.write_merge(0, 0, 0, 6, "礼仪题库")
        sheet.row(3).hidden = True
        sheet.write(9, 0, xlwt.Formula("1+1"))
    stream = io.BytesIO()
    book.save(stream)
    return stream.getvalue()


def _csv(separator: str) -> str:
    return "\r\n".join(separator.join("" if cell is None else f'"{cell}"' for cell in row) for row in ROWS)


def _html_row(row: list[object]) -> str:
    return "<tr>" + "".join(f"<td colspan=1 rowspan=1>{'' if cell is None else cell}</td>" for cell in row) + "</tr>"


def _written_docx() -> bytes:
    lines = [line for line in CHAT.split("\n") if line]
    body = "".join(paragraph(line.lstrip("1234.、．"), number=1) for line in lines[:4])
    body += "".join(map(paragraph, lines[4:])) + table(["题号", "1", "2"], ["答案", "A", "B"])
    numbering = numbered_list(1, level(0, "decimal", "%1."), level(1, "upperLetter", "%2."), starts={0: 1})
    return docx(body, numbering=numbering, styles='<w:style w:styleId="a"><w:name w:val="Normal"/></w:style>')
