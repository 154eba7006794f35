"""Seeded mutations of files: bytes, parts of packages, XML, BIFF records, cells. The same seed gives the same file."""

import io
import re
import struct
import warnings
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from random import Random
from zipfile import ZIP_BZIP2, ZIP_DEFLATED, ZIP_LZMA, ZIP_STORED, BadZipFile, ZipFile, ZipInfo

from tests.endurance.seeds import PEOPLE, ROWS, Seed, ods, settled, unzipped
from tests.excel.made_books import xls, xlsx
from tests.excel.made_texts import docx, table

_NUMBERS = (
    "-1", "0", "1", "65535", "65536", "1048576", "1048577", "16384", "16385", "1000000000", "2147483647", "2147483648",
    "4294967295", "-2147483648", "9223372036854775807", "18446744073709551616", "1e9", "1e308", "1e999", "-1e400",
    "NaN", "inf", "9" * 400, "9" * 5000, "", " ", "+5", "0x10", "五", "１２", "²",
)  # fmt: skip
_WORDS = (
    "XFD1048576", "A0", "A1:XFD1048576", "ZZZ99999999", "A", "1", "$A$1", "A1:A1", "B2:A1", "AAAAAAA1", "s", "b", "e",
    "inlineStr", "str", "d", "n", "t", "true", "hidden", "veryHidden", "../../../etc/passwd", "/xl/workbook.xml",
    "http://x/", "rId1", "rId999", "General", "yyyy/m/d", "[$-409]", "[h]:mm:ss", "0" * 300, "#" * 3000, "[" * 500,
    '"' , "\\", "@@@@", "?/?", "%%%", "E+", "* ", "_", "[红色][>1e9]0", "&#xFFFF;", "&#0;", "&amp;", "&nbsp;", "&x;",
    "_x0000_", "_xD800_", "\u202e", "\ufffe", "\U0010ffff", "\u0301" * 50, "题" * 5000, "A" * 40000,
)  # fmt: skip
_XML_BITS = (
    b"<", b">", b"</c>", b"<c/>", b"<row/>", b"</row>", b"<![CDATA[x]]>", b"<!-- x -->", b"<?x y?>", b"<v>1</v>",
    b"<!DOCTYPE a [<!ENTITY b 'cc'>]>", b"<f>1+1</f>", b"<is><t>x</t></is>", b"]]>", b"\x00", b"\xff\xfe", b"\xe9",
    b"<si><r><t>x</t></r></si>", b"<mergeCell ref='A1:XFD1048576'/>", b"<xf numFmtId='164'/>", b"<w:tbl><w:tr><w:tc>",
)  # fmt: skip
_ATTRIBUTE = re.compile(rb"""([\w:]+=["'])([^"'<>]*)(["'])""")
_TEXT = re.compile(rb">([^<>]{1,200})<")
_ELEMENT = re.compile(rb"<([\w:]+)[^<>]*?(?:/>|>[^<>]*</\1>)")
_ENCODINGS = (b"utf-16", b"gb18030", b"ascii", b"rot13", b"no-such-code", b"hex", b"utf-7", b"latin-1", b"idna")
_RECORDS = (
    0x0006, 0x000A, 0x0017, 0x0018, 0x001D, 0x0022, 0x002F, 0x0031, 0x003C, 0x0042, 0x005D, 0x007D, 0x0085, 0x008C,
    0x00BD, 0x00BE, 0x00D6, 0x00E0, 0x00E5, 0x00EC, 0x00FC, 0x00FD, 0x00FF, 0x0200, 0x0201, 0x0203, 0x0204, 0x0205,
    0x0207, 0x0208, 0x020B, 0x0221, 0x027E, 0x041E, 0x04BC, 0x0809, 0xFFFF,
)  # fmt: skip
_CELLS = (
    "",
    " ",
    "\t",
    "\n",
    "A",
    "ＡＢ",
    "①②",
    "√",
    "×√",
    "对错",
    "ABCDEFGH",
    "A" * 32767,
    "（" * 2000,
    "）（" * 500,
    "____" * 900,
    "1." * 1500,
    "A.甲B.乙C.丙" * 300,
    "A、" * 900,
    "答案：" * 500,
    "【答案】A【解析】" * 200,
    "=1+1",
    '=DISPIMG("ID_1",1)',
    "+SUM(A1)",
    "@x",
    "-1",
    "1e999",
    "9" * 400,
    "²",
    "٣",
    "\u200b",
    "\ufeff",
    "\u202e题",
    "\u0301" * 300,
    "\U0010ffff",
    "\ufffe",
    "👨‍👩‍👧‍👦",
    "题型",
    "题干",
    "答案",
    "选项A",
    "选项",
    "正确答案",
    "图片",
    "第九章",
    "一、单选题（每题99999999999分）",
    "单选题",
    "多选题",
    "判断",
    "1-5 ABCDE",
    "1—999999999 A",
    "\\:\\u200b",
    "\\:\\ud800",
    "\\:\\",
    "1900/1/0",
    "0000-00-00",
    "9999-99-99",
    "；|、/" * 50,
    "{=甲 ~乙}",
    "::" * 99,
    "<b>甲</b>",
    "A:甲|B:乙",
    True,
    False,
    0,
    -1,
    1e300,
    5e-324,
    0.1 + 0.2,
    42900,
    2958466.0,
    -0.5,
)
_BY_CHANCE = 0.35


@dataclass(frozen=True, slots=True)
class Case:
    """A mutated file, and what was done to it; `number` and the run's seed make it again."""

    number: int
    name: str
    content: bytes
    done: tuple[str, ...]
    reader: str = "bank"


def mutated(seeds: Sequence[Seed], number: int, seed: int) -> Case:
    """The case of this number of the run with this seed."""
    random = Random(f"{seed}:{number}")
    if random.random() < 0.12:
        reader = random.choice(("bank", "bank", "people"))
        name, content = _cells(random, ROWS if reader == "bank" else PEOPLE)
        return Case(number, name, content, ("cells",), reader)
    start = random.choice(seeds)
    content, done = start.content, []
    for _round in range(random.choice((1, 1, 1, 2, 3, 5))):
        change = random.choice(_changes(content))
        content = change(random, content)
        done.append(change.__name__.strip("_"))
    return Case(number, start.name, content, tuple(done), start.reader)


def _changes(content: bytes) -> Sequence[Callable[[Random, bytes], bytes]]:
    """What can be done to a file; what is likely to reach deep is named more than once."""
    if content.startswith(b"PK"):
        return (raw_bytes, cut_off, part_bytes, part_xml, part_xml, part_xml, part_xml, part_xml, parts_moved)
    if content.startswith(b"\xd0\xcf"):
        return (raw_bytes, cut_off, records, records, records, records)
    return (raw_bytes, cut_off, text_xml, text_words, text_words)


def raw_bytes(random: Random, content: bytes) -> bytes:
    """Flip, insert, delete, double or blank bytes anywhere."""
    changed = bytearray(content)
    for _time in range(random.choice((1, 1, 2, 8, 40))):
        at = random.randrange(len(changed) + 1)
        length = random.choice((1, 1, 2, 4, 30, 600))
        how = random.randrange(6)
        if how == 0 and at < len(changed):
            changed[at] ^= 1 << random.randrange(8)
        elif how == 1:
            changed[at:at] = random.randbytes(length)
        elif how == 2:
            del changed[at : at + length]
        elif how == 3:
            changed[at:at] = changed[at : at + length]
        elif how == 4:
            changed[at : at + length] = bytes(len(changed[at : at + length]))
        else:
            changed[at : at + length] = random.choice((b"\xff", b"\x80", b"\x7f")) * len(changed[at : at + length])
    return bytes(changed)


def cut_off(random: Random, content: bytes) -> bytes:
    """The beginning of a file, as a download that broke off leaves it, or without its beginning."""
    at = random.randrange(len(content) + 1)
    return content[:at] if random.random() < 0.8 else content[:8] + content[at:]


def part_bytes(random: Random, content: bytes) -> bytes:
    """Bytes of one part, packed again with the right sum."""
    return _with_one_part(random, content, raw_bytes)


def part_xml(random: Random, content: bytes) -> bytes:
    """The XML of one part."""
    return _with_one_part(random, content, text_xml)


def text_xml(random: Random, content: bytes) -> bytes:
    """Attributes, texts and elements of XML or HTML."""
    how = random.randrange(12)
    if how < 4:
        return _replaced(random, content, _ATTRIBUTE, 2)
    if how < 7:
        return _replaced(random, content, _TEXT, 1)
    found = list(_ELEMENT.finditer(content))
    if how < 10 and found:
        one, other = random.choice(found), random.choice(found)
        element = one[0]
        if how == 7:
            return content[: one.start()] + element * random.choice((2, 3, 200)) + content[one.end() :]
        if how == 8:
            return content[: one.start()] + content[one.end() :]
        return content[: one.start()] + other[0] + content[one.end() :]
    if how == 10:
        code = random.choice(_ENCODINGS)
        return re.sub(rb"^<\?xml.*?\?>", b'<?xml version="1.0" encoding="' + code + b'"?>', content, count=1)
    at = random.choice([0, len(content), *(match.start() for match in re.finditer(b"<", content))])
    bit = random.choice(_XML_BITS) * random.choice((1, 1, 1, 3, 2000))
    return content[:at] + bit + content[at:]


def text_words(random: Random, content: bytes) -> bytes:
    """Lines, separators and words of a text."""
    words = [str(cell).encode() for cell in _CELLS]
    lines = content.split(b"\n")
    at = random.randrange(len(lines))
    how = random.randrange(5)
    if how == 0:
        lines[at:at] = [random.choice(words)]
    elif how == 1:
        lines[at] = lines[at] * random.choice((2, 50))
    elif how == 2:
        random.shuffle(lines)
    elif how == 3:
        lines[at] = lines[at].replace(random.choice((b",", b" ", b"\t", b"{", b"}", b".")), random.choice(words))
    else:
        lines += lines[:at] * random.choice((1, 20))
    return b"\n".join(lines)


def parts_moved(random: Random, content: bytes) -> bytes:
    """Parts that are swapped, doubled, gone, renamed, packed otherwise, or said to be of another size."""
    parts = _parts(content)
    if not parts:
        return raw_bytes(random, content)
    names = list(parts)
    one, other = random.choice(names), random.choice(names)
    items = list(parts.items())
    how = random.randrange(6)
    if how == 0:
        parts[one], parts[other] = parts[other], parts[one]
        items = list(parts.items())
    elif how == 1:
        items.append((one, parts[other]))
    elif how == 2:
        items.remove((one, parts[one]))
    elif how == 3:
        new = random.choice((one.upper(), one.replace("/", "\\"), f"/{one}", f"./{one}", f"../{one}", f"{one}\0", ""))
        items[names.index(one)] = (new, parts[one])
    packed = _packed(items, random.choice((ZIP_STORED, ZIP_DEFLATED, ZIP_BZIP2, ZIP_LZMA)))
    if how == 4:  # a size, a method or a flag of a directory's entry
        at = packed.find(b"PK\x01\x02", random.randrange(len(packed)))
        if at >= 0:
            field = at + random.choice((8, 10, 16, 20, 24, 28, 30, 42))
            wrong = random.choice((0, 1, 9, 99, 0x7FFFFFFF, 0xFFFFFFFF)).to_bytes(4, "little")
            packed = packed[:field] + wrong[:2] + packed[field + 2 :]
    return packed


def records(random: Random, content: bytes) -> bytes:
    """A record of a binary workbook: its number, its length, or what is in it (rows, columns, counts)."""
    places = []
    at = 512  # the workbook's stream comes first in what xlwt writes
    while at + 4 <= len(content):
        number, length = struct.unpack_from("<HH", content, at)
        if (number == 0 and length == 0) or at + 4 + length > len(content):
            break
        places.append((at, length))
        at += 4 + length
    if not places:
        return raw_bytes(random, content)
    changed = bytearray(content)
    for _time in range(random.choice((1, 1, 2, 5))):
        at, length = random.choice(places)
        how = random.randrange(5)
        if how == 0:
            struct.pack_into("<H", changed, at, random.choice(_RECORDS))
        elif how == 1:
            struct.pack_into("<H", changed, at + 2, random.choice((0, 1, length + 1, max(0, length - 1), 8224, 65535)))
        elif length >= 2:
            field = at + 4 + 2 * random.randrange(min(length // 2, 8) if how < 4 else length // 2)
            wrong = random.choice((0, 1, 0xFF, 0x100, 0x7FFF, 0x8000, 0xFFFF, random.randrange(65536)))
            struct.pack_into("<H", changed, field, wrong)
    if random.random() < 0.1 and len(changed) >= 512:  # the container itself: sector sizes, numbers of sectors, chains
        struct.pack_into("<I", changed, random.choice((24, 30, 32, 44, 48, 56, 60, 64, 68, 72, 76)), 0xFFFFFF00)
    return bytes(changed)


def _cells(random: Random, sound: list[list[object]]) -> tuple[str, bytes]:
    """A bank or a roster whose cells hold anything, as a random kind of file."""
    rows = [list(row) for row in sound * random.choice((1, 1, 3))]
    for row in rows[random.randrange(2) :]:
        for column in range(len(row)):
            if random.random() < _BY_CHANCE:
                row[column] = _cell(random)
    if random.random() < 0.2:
        random.shuffle(rows)
    kind = random.randrange(5)
    if kind == 0:
        return "cells.xls", xls([[_short(cell) for cell in row] for row in rows])
    texts = [["" if cell is None else _legal(str(cell)) for cell in row] for row in rows]
    if kind == 1:
        code = random.choice(("utf-8", "gb18030", "utf-16"))
        return "cells.csv", "\n".join(",".join(row) for row in texts).encode(code)
    escaped = [[_escaped(text) for text in row] for row in texts]
    if kind == 2:
        return "cells.docx", docx(table(*escaped))
    if kind == 3:
        return "cells.ods", ods(escaped)
    return "cells.xlsx", settled(
        xlsx([[_legal(cell) if isinstance(cell, str) else cell for cell in row] for row in rows])
    )


def _cell(random: Random) -> object:
    if random.random() < 0.7:
        return random.choice(_CELLS)
    planes = ((1, 0x7F), (0x80, 0x2FF), (0x2000, 0x27FF), (0x3000, 0x9FFF), (0xFF00, 0xFFFF), (0x10000, 0x10FFFF))
    return "".join(chr(random.randint(*random.choice(planes))) for _at in range(random.choice((1, 5, 40))))


def _short(cell: object) -> object:
    """What xlwt can write."""
    return cell[:32000] if isinstance(cell, str) else cell


def _legal(text: str) -> str:
    """What openpyxl can write."""
    return re.sub(r"[\x00-\x08\x0b-\x1f\ufffe\uffff]", "", text)


def _escaped(text: str) -> str:
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")


def _replaced(random: Random, content: bytes, pattern: re.Pattern[bytes], group: int) -> bytes:
    found = list(pattern.finditer(content))
    if not found:
        return raw_bytes(random, content)
    for match in sorted(
        random.sample(found, min(len(found), random.choice((1, 1, 2, 9)))), key=lambda one: -one.start()
    ):
        new = random.choice(random.choice((_NUMBERS, _WORDS))).encode()
        content = content[: match.start(group)] + new + content[match.end(group) :]
    return content


def _with_one_part(random: Random, content: bytes, change: Callable[[Random, bytes], bytes]) -> bytes:
    parts = _parts(content)
    if not parts:
        return raw_bytes(random, content)
    name = random.choice(list(parts))
    parts[name] = change(random, parts[name])
    return _packed(list(parts.items()), ZIP_DEFLATED)


def _parts(content: bytes) -> dict[str, bytes]:
    """The parts of a package; none where an earlier mutation left nothing to unpack."""
    try:
        return unzipped(content)
    except (BadZipFile, OSError, ValueError, LookupError, EOFError, RuntimeError, NotImplementedError, struct.error):
        return {}
    except Exception as error:  # noqa: BLE001 - errors of the unpackers themselves (zlib.error, LZMAError)
        assert type(error).__name__ in ("error", "LZMAError"), error
        return {}


def _packed(parts: Sequence[tuple[str, bytes]], method: int) -> bytes:
    stream = io.BytesIO()
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # doubled names are meant
        with ZipFile(stream, "w") as archive:
            for name, part in parts:
                archive.writestr(ZipInfo(name), part, method)
    return stream.getvalue()
