"""Long runs of whatever a pattern may stumble over, in every place of a text that a pattern looks at."""

from collections.abc import Collection, Iterator

from tests.excel.made_books import BANK_HEADINGS, ROSTER_HEADINGS, xlsx
from tests.excel.made_texts import docx, paragraph, table

LONGEST = 32_000
"""Just below what a cell of Excel can hold, and what is read of one."""
RUNS = {
    "blanks": " ", "wide blanks": "\u3000", "line breaks": "\n", "tabs": "\t", "open brackets": "（",
    "brackets": "（）", "bracketed letters": "（A", "square brackets": "[", "boxes": "【答案】", "letters": "A",
    "labels": "A.甲 ", "tight labels": "A、", "labels in turn": "A.甲B.乙C.丙", "keys": "A,B;", "tildes": "~",
    "digits": "1",
    "numbers": "1.", "ranges": "1-5 ABCDE ", "full stops": "。", "colons": "：", "bars": "|", "semicolons": "；",
    "backslashes": "\\", "rules": "_", "answers": "答案：A ", "Chinese digits": "一、", "tags": "<br", "hashes": "#",
    "slashes": "/", "references": "&#1", "braces": "{=", "dashes": "-", "signs": "√ ", "file names": "图.png",
    "combining marks": "\u0301", "wide letters": "Ａ",
}  # fmt: skip


def long_runs(titles: Collection[str] = ()) -> Iterator[tuple[str, str, bytes, str]]:
    """Title, name, content and reader of each file; where some are named, only of the runs they name."""
    for what, unit in RUNS.items():
        if titles and not any(title.startswith(f"{what} in ") for title in titles):
            continue
        run = (unit * LONGEST)[:LONGEST]
        for place, content, name in _in_banks(run):
            yield f"{what} in {place}", name, content, "bank"
        yield f"{what} in a roster", "x.xlsx", _roster(run), "people"


def _in_banks(run: str) -> Iterator[tuple[str, bytes, str]]:
    before, within = run[:-1] + "甲", "A" + run[:-2] + "甲"
    row = ["单选题", "问？", "甲", "乙", "丙", "丁", "A"]
    rows = [[*row[:at], text, *row[at + 1 :]] for at in range(7) for text in (before, within)]
    yield "columns", xlsx([BANK_HEADINGS, row, *rows, row]), "x.xlsx"
    one = [
        ["问？", f"A.甲\nB.乙{run[:-20]}", "A"],
        ["问？", before, "B"],
        ["问？", within, "AB"],
        [within, "A.甲 B.乙", "A"],
    ]
    yield "options in one cell", xlsx([["题目", "选项", "答案"], *one, *[["问？", "A.甲 B.乙", "A"]] * 40]), "x.xlsx"
    yield "headings", xlsx([[before, within], [*BANK_HEADINGS[:-1], within, "答案"], row, row]), "x.xlsx"
    yield "cells of text", xlsx([[f"1. 问？（A）{run[:-40]}\nA.甲\nB.乙"], [within], [before]] * 3), "x.xlsx"
    bare = [[f"第{at}题怎样做？", "甲", "乙", "丙", before if at == 5 else "A"] for at in range(12)]
    yield "cells without headings", xlsx(bare), "x.xlsx"
    lines = [
        "1. 几声内？（A）" + run[:-30],
        "A.三声" + run[:-30],
        "B.五声",
        "答案：A" + run[:-30],
        "解析：" + before,
        within,
    ]
    whole = [*lines, "2. 问？", *lines, "参考答案", "1-2 AB" + run[:-30], "答案：" + before, "一、单选题" + run[:-30]]
    whole += [f"{number}{run[:-30]}" for number in ("3.", "（4）", "第5题")] + [run[:-1]]
    body = "\n".join(line.replace("\n", " ") for line in whole)
    yield "lines", body.encode(), "x.txt"
    escaped = [line.replace("&", "&amp;").replace("<", "&lt;") for line in whole]
    cells = table(["题干", "选项A", "选项B", "答案"], ["问？", escaped[1], "乙", escaped[3]])
    yield "a document", docx("".join(map(paragraph, escaped)) + cells), "x.docx"
    part = run[:9_000]
    yield "GIFT", f"::{part}:: 问 {{={part} ~乙#{part}}}\n\n二 {{{run[:-9]}\n\n三 {{T}}".encode(), "x.txt"
    page = (
        f"<table><tr><td>题干<td>答案</tr><tr><td>{run}<td>{before}</tr><tr><td {run}>甲<td title='{run}</tr></table>"
    )
    yield "a page", page.encode(), "x.xls"


def _roster(run: str) -> bytes:
    row = ["0012", "张三", "办公室", "科员", "在编", "123", ""]
    texts = (run[:-1] + "甲", "甲" + run[:-2] + "乙")
    rows = [[*row[:at], text, *row[at + 1 :]] for at in range(7) for text in texts]
    return xlsx([[texts[0]], ROSTER_HEADINGS, row, *rows])
