"""Workbooks of questions for tests of the import, as an organiser would have typed them."""

from collections.abc import Sequence
from pathlib import Path

from openpyxl import Workbook

HEADINGS = ("题型", "题干", "选项A", "选项B", "选项C", "答案", "解析", "分类")
FIRST = ("单选题", "铃响几声之内接听？", "三声", "五声", "七声", "A", "不必久等", "电话礼仪")
SECOND = ("多选题", "引路时恰当的是：", "走在侧前方", "边走边看手机", "转弯时提示", "AC", "", "接待礼仪")
THIRD = ("判断题", "名片的字应正对对方。", "", "", "", "正确", "", "")
FAULTY = ("单选题", "没有答案的题？", "甲", "乙", "丙", "", "", "")
CHANGED = (*FIRST[:5], "B", "改过的解析", "电话礼仪")


def write_book(path: Path, rows: Sequence[Sequence[str]], *, headings: Sequence[str] = HEADINGS) -> Path:
    """Write a workbook with one sheet; returns its path."""
    workbook = Workbook()
    sheet = workbook.active
    sheet.title = "题库"
    for row in (headings, *rows):
        sheet.append([text or None for text in row])
    workbook.save(path)
    return path
