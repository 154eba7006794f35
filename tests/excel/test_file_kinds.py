"""What a file is, by its content, and the words for what it is not."""

import io
from zipfile import ZipFile

import pytest

from quizapp.errors import NotReadable
from quizapp.excel import file_kinds
from quizapp.excel.file_kinds import FileKind, kind_of_file
from tests.excel.made_books import xls, xlsx

OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(504)


def zipped(*names: str, content: bytes = b"x") -> bytes:
    stream = io.BytesIO()
    with ZipFile(stream, "w") as archive:
        for name in names:
            archive.writestr(name, content)
    return stream.getvalue()


def ole(name: str) -> bytes:
    return OLE + name.encode("utf-16-le") + bytes(100)


def test_the_content_decides() -> None:
    assert kind_of_file(xlsx([["题干"]])) is FileKind.XLSX
    assert kind_of_file(xls([["题干"]])) is FileKind.XLS
    assert kind_of_file(zipped("xl/workbook.bin")) is FileKind.XLSB
    assert kind_of_file("题干,答案\n".encode("gb18030")) is FileKind.TEXT
    assert kind_of_file(zipped("[Content_Types].xml", "word/document.xml")) is FileKind.DOCX
    assert kind_of_file(b"<html><table><tr><td>1</td></tr></table></html>") is FileKind.HTML
    assert kind_of_file("<table x><tr><td>甲".encode("utf-16")) is FileKind.HTML
    ods = zipped("mimetype", content=b"application/vnd.oasis.opendocument.spreadsheet")
    assert kind_of_file(ods[: ods.index(b"PK\x01")] + zipped("content.xml")) is FileKind.ODS


@pytest.mark.parametrize(
    ("content", "said"),
    [
        (b"", "空的"),
        (b" \r\n \0", "空的"),
        (b"%PDF-1.7 ...", "PDF"),
        (b"\x89PNG\r\n\x1a\n", "图片"),
        (zipped("word/styles.xml"), "Word"),
        (zipped("ppt/presentation.xml"), "演示文稿"),
        (zipped("readme.txt"), "压缩包"),
        (ole("WordDocument\0"), "Word"),
        (ole("SummaryInformation\0"), "其他程序"),
        (ole("EncryptedPackage\0"), "取消密码"),
        (b"{\\rtf1 ...", "另存为 .docx"),
        (ole("WordDocument\0"), "另存为 .docx"),
        (b"<html><body>1</body></html>", "网页"),
        (b"\xef\xbb\xbf  <!DOCTYPE html><html>", "网页"),
        (b'<?xml version="1.0"?><?mso-application progid="Excel.Sheet"?><Workbook>', "XML"),
    ],
)
def test_what_is_no_workbook_is_named(content: bytes, said: str) -> None:
    with pytest.raises(NotReadable, match=said):
        kind_of_file(content)


@pytest.mark.parametrize("kept", [0.2, 0.7, 0.99])
def test_half_a_download_is_told(kept: float) -> None:
    content = xlsx([[f"第 {number} 题" for number in range(20)]])
    with pytest.raises(NotReadable, match="不完整或已损坏"):
        kind_of_file(content[: int(len(content) * kept)])


def test_a_file_that_unpacks_to_a_mountain_is_not_opened(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(file_kinds, "MAX_UNPACKED_BYTES", 1000)
    bomb = zipped("xl/workbook.xml", content=b"0" * 2000)
    with pytest.raises(NotReadable, match="展开后超过"):
        kind_of_file(bomb)


def test_pictures_do_not_make_a_mountain(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(file_kinds, "MAX_UNPACKED_BYTES", 1000)
    stream = io.BytesIO(zipped("xl/workbook.xml"))
    with ZipFile(stream, "a") as archive:
        archive.writestr("xl/media/image1.png", b"0" * 2000)
    assert kind_of_file(stream.getvalue()) is FileKind.XLSX


def test_a_file_beyond_the_limit_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(file_kinds, "MAX_FILE_BYTES", 10)
    with pytest.raises(NotReadable, match="文件太大"):
        kind_of_file("题干,答案,解析".encode())


def test_comments_without_a_page_behind_them_take_no_time() -> None:
    assert kind_of_file(b"<!-- x -->" * 400 + "题干,答案".encode()) is FileKind.TEXT


def test_a_package_of_countless_parts_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(file_kinds, "MAX_PARTS", 3)
    with pytest.raises(NotReadable, match="4 个部分"):
        kind_of_file(zipped("xl/workbook.xml", "a", "b", "c"))
