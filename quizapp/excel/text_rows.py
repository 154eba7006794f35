"""Text tables (.csv, .tsv): which encoding, which delimiter, which rows."""

import contextlib
import csv
import io
import itertools
import re
from collections import Counter
from collections.abc import Iterator

from quizapp.errors import NotReadable
from quizapp.excel.text_bounds import MAX_FIELDS, refuse_many_fields
from quizapp.i18n import _

_DELIMITERS = (",", "\t", ";", "，", "|")
_SAMPLE_RECORDS = 60
_SAMPLE_CHARS = 200_000
_BINARY = re.compile(r"[\x00-\x08\x0e-\x1a\x1c-\x1f\ufffe\uffff]")
_HINT = re.compile(r'"?sep=(.)"?\r?\n', re.IGNORECASE)
_GUARDED = re.compile(r'="([^"]*)"')


def text_rows(content: bytes) -> list[list[str]]:
    """The records of a text table; row n of the file is index n - 1, as Excel would number them."""
    text = decode_text(content)
    rows: list[list[str]] = []
    try:
        for row in _records(text):
            if len(row) > MAX_FIELDS:
                refuse_many_fields(len(rows) + 1, row)
            rows.append(row if any(row) else [])
    except csv.Error as error:
        words = _(
            "文本表格在第 {row} 行附近读不下去，可能缺了一个引号。请用 Excel 或 WPS 打开，另存为 .xlsx 后再导入。"
        )
        raise NotReadable(words.format(row=len(rows) + 1)) from error
    if '="' not in text:
        return rows
    return [[_unguarded(cell) for cell in row] if any('="' in cell for cell in row) else row for row in rows]


def first_rows(text: str, count: int) -> list[list[str]]:
    """The first records of a text, as far as it can be read as a table."""
    rows: list[list[str]] = []
    with contextlib.suppress(csv.Error):
        rows.extend(itertools.islice(_records(text), count))
    return rows


def usual_width(text: str) -> tuple[int, float]:
    """How many fields most of the first records have, and the share of those that have as many."""
    hint = _HINT.match(text)
    delimiter = hint[1] if hint else _delimiter_of(text)
    rows = [row for row in itertools.islice(_cut(text[:_SAMPLE_CHARS], delimiter), _SAMPLE_RECORDS) if row]
    width, count = Counter(map(len, rows)).most_common(1)[0] if rows else (0, 0)
    return width, count / max(1, len(rows))


def _records(text: str) -> Iterator[list[str]]:
    hint = _HINT.match(text)
    if hint:
        yield []
    body = text[hint.end() :] if hint else text
    yield from csv.reader(io.StringIO(body, newline=""), delimiter=hint[1] if hint else _delimiter_of(text))


def _cut(text: str, delimiter: str) -> Iterator[list[str]]:
    with contextlib.suppress(csv.Error):
        yield from csv.reader(io.StringIO(text, newline=""), delimiter=delimiter)


def decode_text(content: bytes) -> str:
    """The text of the bytes: UTF-8, UTF-16 or GB18030; raise NotReadable when it is none of them."""
    for encoding in _candidates(content):
        try:
            text = content.decode(encoding)
        except UnicodeDecodeError:
            continue
        is_likely = not encoding.startswith("utf-16-") or "\n" in text or "," in text  # no mark says so
        if is_likely and not _BINARY.search(text[:_SAMPLE_CHARS]):
            return text.removeprefix("\ufeff")
    raise NotReadable(_("这个文件不是表格，或者文字的编码认不出来。请用 Excel 或 WPS 打开它，另存为 .xlsx 后再导入。"))


def _candidates(content: bytes) -> tuple[str, ...]:
    if content.startswith((b"\xff\xfe", b"\xfe\xff")):
        return ("utf-16",)
    if content.startswith(b"\xef\xbb\xbf"):
        return ("utf-8-sig", "gb18030")
    head = content[:2000]
    if b"\0" in head:  # text in UTF-16 without its mark: the delimiters and line ends have a zero byte
        return ("utf-16-le", "utf-16-be") if head[1::2].count(0) >= head[::2].count(0) else ("utf-16-be", "utf-16-le")
    return ("utf-8", "gb18030")


def _delimiter_of(text: str) -> str:
    """The delimiter that cuts the first records most evenly into more than one field."""
    sample = text[:_SAMPLE_CHARS]
    best = max(_DELIMITERS, key=lambda delimiter: _evenness(sample, delimiter))
    return best if _evenness(sample, best) > (0, 0) else ","


def _evenness(sample: str, delimiter: str) -> tuple[int, int]:
    """How many records have the usual number of fields (if more than one), and that number."""
    widths: Counter[int] = Counter()
    try:
        for row in csv.reader(io.StringIO(sample, newline=""), delimiter=delimiter):
            if row:
                widths[len(row)] += 1
            if widths.total() >= _SAMPLE_RECORDS:
                break
    except csv.Error:
        return 0, 0
    width, count = max(widths.items(), key=lambda item: (item[0] > 1, item[1], item[0]), default=(1, 0))
    return (count, width) if width > 1 else (0, 0)


def _unguarded(cell: str) -> str:
    """`="00007"` is how an export keeps Excel from eating leading zeros."""
    match = _GUARDED.fullmatch(cell.strip())
    return match[1] if match else cell
