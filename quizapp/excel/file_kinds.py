"""What a file really is: its content decides, not its extension; what cannot be read is refused in plain words.

Nothing is unpacked or parsed here. The sizes that a zip declares are checked before anybody unpacks it.
"""

import io
import re
import zipfile
from enum import StrEnum

from quizapp.errors import NotReadable
from quizapp.i18n import N_, _

MAX_FILE_BYTES = 100 * 1024 * 1024
MAX_UNPACKED_BYTES = 400 * 1024 * 1024
"""Of the parts of a zipped workbook that are parsed; pictures do not count."""
MAX_PARTS = 20_000
"""Of a zipped workbook, pictures included: the list of parts is read several times."""


class FileKind(StrEnum):
    """The kinds of file that can be read."""

    XLSX = "xlsx"
    XLSB = "xlsb"
    ODS = "ods"
    XLS = "xls"
    DOCX = "docx"
    HTML = "html"
    TEXT = "text"


_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_OLD_BIFF = (b"\x09\x00\x04\x00", b"\x09\x02\x06\x00", b"\x09\x04\x06\x00", b"\x09\x08\x08\x00", b"\x09\x08\x10\x00")
_OTHER_MAGICS = (
    (b"%PDF", N_("PDF 文件")),
    (b"\x89PNG", N_("图片")),
    (b"\xff\xd8\xff", N_("图片")),
    (b"GIF8", N_("图片")),
    (b"Rar!", N_("压缩包")),
    (b"7z\xbc\xaf", N_("压缩包")),
    (b"\x1f\x8b", N_("压缩包")),
    (b"SQLite format 3", N_("数据库文件")),
    (b"MZ", N_("程序文件")),
)
_WEB_PAGE = re.compile(
    rb"\s*(?:<\?xml[^>]*\?>\s*)?(?:(?><!--.*?-->)\s*)*+<(?:!doctype\s+html|html|head|meta|table|style|body|div)\b",
    re.I | re.S,
)
_TABLE = re.compile(rb"<\0?t\0?a\0?b\0?l\0?e\0?[\s>\0]", re.I)  # in UTF-16 as well
_XML = re.compile(rb"\s*<\?xml|\s*<\?mso-application|\s*<(?:\w+:)?Workbook\b")


def kind_of_file(content: bytes) -> FileKind:
    """Tell what the bytes are; raise NotReadable, in words that help, when they are no workbook."""
    _refuse_size(content)
    if content.startswith((b"PK\x03\x04", b"PK\x05\x06")):
        return _kind_of_zip(content)
    if content.startswith(_OLE):
        return _kind_of_ole(content)
    if content.startswith(_OLD_BIFF):
        return FileKind.XLS
    if content.startswith(b"{\\rtf"):
        raise _is_old_word()
    for magic, name in _OTHER_MAGICS:
        if content.startswith(magic):
            raise _not_a_workbook(_(name))
    start = content[:4096].removeprefix(b"\xef\xbb\xbf")
    if start.startswith((b"\xff\xfe", b"\xfe\xff")):
        start = start.decode("utf-16", "replace").encode()
    if _WEB_PAGE.match(start) and _TABLE.search(content):
        return FileKind.HTML
    if _WEB_PAGE.match(start) or _XML.match(start):
        raise NotReadable(
            _("这个文件其实是网页或 XML。请用 Excel 或 WPS 打开它，“另存为”Excel 工作簿（.xlsx）后再导入。")
        )
    return FileKind.TEXT


def _refuse_size(content: bytes) -> None:
    if not content.strip(b"\0 \t\r\n"):
        raise NotReadable(_("这个文件是空的（没有任何内容）。请检查是否选错了文件，或者文件没有复制完整。"))
    if len(content) > MAX_FILE_BYTES:
        words = _("文件太大（{size} MB，最多 {limit} MB）。请删去图片和多余的工作表，或分成几个文件再导入。")
        raise NotReadable(words.format(size=len(content) // 1048576, limit=MAX_FILE_BYTES // 1048576))


def _kind_of_zip(content: bytes) -> FileKind:
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as archive:
            members = archive.infolist()
            _refuse_zip(members)
    except (zipfile.BadZipFile, OSError, ValueError, NotImplementedError, EOFError) as error:
        words = _(
            "文件不完整或已损坏，可能没有下载或复制完。请重新取得这个文件；能用 Excel 或 WPS 打开的话，另存一份再导入。"
        )
        raise NotReadable(words) from error
    names = {member.filename.replace("\\", "/").casefold() for member in members}
    if any(re.fullmatch(r"xl/workbook\d*\.xml", name) for name in names):
        return FileKind.XLSX
    if "xl/workbook.bin" in names:
        return FileKind.XLSB
    if any(re.fullmatch(r"word/document\d*\.xml", name) for name in names):
        return FileKind.DOCX
    if any(name.startswith("word/") for name in names):
        raise _not_a_workbook(_("Word 文档"))
    if any(name.startswith("ppt/") for name in names):
        raise _not_a_workbook(_("演示文稿"))
    if "content.xml" in names and b"opendocument.spreadsheet" in content[:200]:
        return FileKind.ODS
    raise _not_a_workbook(_("压缩包"))


def _refuse_zip(members: list[zipfile.ZipInfo]) -> None:
    parsed = [member for member in members if member.filename.casefold().endswith((".xml", ".rels", ".bin"))]
    if any(member.flag_bits & 1 for member in members):
        raise has_password()
    if len(members) > MAX_PARTS:
        words = _("文件由 {count} 个部分组成，不像正常的表格，没有打开。请只保留需要的工作表，另存为新文件再导入。")
        raise NotReadable(words.format(count=len(members)))
    if sum(member.file_size for member in parsed) > MAX_UNPACKED_BYTES:
        words = _("文件展开后超过 {limit} MB，不像正常的表格，没有打开。请只保留需要的工作表，另存为新文件再导入。")
        raise NotReadable(words.format(limit=MAX_UNPACKED_BYTES // 1048576))


def _kind_of_ole(content: bytes) -> FileKind:
    if _ole_name("EncryptedPackage") in content:
        raise has_password()
    if _ole_name("Workbook") in content or _ole_name("Book") in content:
        return FileKind.XLS
    if _ole_name("WordDocument") in content:
        raise _is_old_word()
    if _ole_name("PowerPoint Document") in content:
        raise _not_a_workbook(_("演示文稿"))
    raise _not_a_workbook(_("其他程序的文件"))


def _ole_name(name: str) -> bytes:
    """A stream's name as an OLE directory holds it."""
    return name.encode("utf-16-le") + b"\0\0"


def has_password() -> NotReadable:
    """The error for a workbook that is encrypted."""
    return NotReadable(
        _("这个文件设了打开密码，读不出来。请用 Excel 或 WPS 输入密码打开，取消密码后另存一份，再导入。")
    )


def _not_a_workbook(what: str) -> NotReadable:
    words = _("这个文件是{what}，不是表格。请选择 Excel 工作簿（.xlsx、.xls）或 CSV 文件。")
    return NotReadable(words.format(what=what))


def _is_old_word() -> NotReadable:
    return NotReadable(
        _("这个文件是旧格式的 Word 文档（.doc、.wps 或 .rtf）。请用 Word 或 WPS 打开它，另存为 .docx 后再导入。")
    )


def is_damaged() -> NotReadable:
    """The error for a workbook in which a reader got stuck."""
    return NotReadable(
        _("这个工作簿读不出来，可能已损坏。请用 Excel 或 WPS 打开它，“另存为”Excel 工作簿（.xlsx）后再导入。")
    )
