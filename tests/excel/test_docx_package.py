"""A stranger's .docx does no harm: what is damaged or hostile is refused in words, within the child's limits."""

import pytest

from quizapp.errors import NotReadable
from quizapp.excel.child import ChildLimits
from quizapp.excel.docx_package import DocxPackage, W, value_of
from quizapp.excel.read_bank import read_bank
from tests.excel.made_books import read
from tests.excel.made_texts import WORD, docx, paragraph

DOCUMENT = "word/document.xml"


def bomb() -> str:
    """Ten entities, each ten times the one before."""
    entities = "".join(f'<!ENTITY e{at} "{f"&e{at - 1};" * 10}">' for at in range(1, 10))
    return (
        f'<?xml version="1.0"?><!DOCTYPE w [<!ENTITY e0 "aaaaaaaaaa">{entities}]><w:document xmlns:w="{WORD}">'
        "<w:body><w:p><w:r><w:t>&e9;</w:t></w:r></w:p></w:body></w:document>"
    )


@pytest.mark.parametrize(
    "parts",
    [
        {DOCUMENT: b""},
        {DOCUMENT: b"<w:document"},
        {DOCUMENT: bomb().encode()},
        {DOCUMENT: bomb().replace('<?xml version="1.0"?>', "").encode("utf-16")},
        {"word/numbering.xml": bomb().encode()},
        {DOCUMENT: docx("")[:100]},
    ],
)
def test_damaged_and_hostile_parts_are_refused(parts: dict[str, bytes]) -> None:
    with pytest.raises(NotReadable):
        read(docx(paragraph("1. 甲（√）"), parts=parts), "x.docx")


def test_a_bomb_is_refused_by_the_child() -> None:
    with pytest.raises(NotReadable):
        read_bank(docx("", parts={DOCUMENT: bomb().encode()}), "x.docx")


@pytest.mark.parametrize("cut", [100, 300, -30])
def test_half_a_file_is_refused(cut: int) -> None:
    with pytest.raises(NotReadable):
        read(docx(paragraph("1. 甲（√）"))[:cut], "x.docx")


def test_a_huge_document_ends_at_the_limits() -> None:
    content = docx(paragraph("1. 甲（√）") * 400_000)
    assert len(content) < 1_000_000
    with pytest.raises(NotReadable, match=r"内存|停止"):
        read_bank(content, "x.docx", limits=ChildLimits(seconds=30, megabytes=200))


def test_deep_nesting_does_no_harm() -> None:
    tables = "<w:tbl><w:tr><w:tc>" * 5000 + paragraph("1. 甲（√）") + "</w:tc></w:tr></w:tbl>" * 5000
    controls = "<w:p>" + "<w:sdt>" * 20_000 + "</w:sdt>" * 20_000 + "</w:p>"
    assert len(read_bank(docx(tables + controls), "x.docx").items) == 1


def test_missing_parts_beside_the_text_are_missed_by_nobody() -> None:
    package = DocxPackage(docx(paragraph("甲")))
    assert package.beside("numbering.xml") is None
    assert package.beside("styles.xml") is None
    assert DocxPackage(docx(paragraph("甲"), parts={"word/styles.xml": b"<w:"})).beside("styles.xml") is None


def test_the_main_part_is_where_the_package_says() -> None:
    relation = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument"
    rels = f'<Relationships><Relationship Id="a" Type="{relation}" Target="word/document2.xml"/></Relationships>'
    text = f'<w:document xmlns:w="{WORD}"><w:body>{paragraph("丙")}</w:body></w:document>'.encode()
    package = DocxPackage(docx("", parts={"_rels/.rels": rels.encode(), "word/document2.xml": text}))
    assert [node.text for node in package.document.iter(W + "t")] == ["丙"]


def test_strict_documents_are_read() -> None:
    text = f'<w:document xmlns:w="http://purl.oclc.org/ooxml/wordprocessingml/main"><w:body>{paragraph("丁")}</w:body>'
    package = DocxPackage(docx("", parts={DOCUMENT: f"{text}</w:document>".encode()}))
    assert [node.text for node in package.document.iter(W + "t")] == ["丁"]
    assert value_of(None) == ""


@pytest.mark.parametrize("encoding", ["rot13", "no-such-code", "hex"])
def test_a_code_that_nobody_knows_is_refused(encoding: str) -> None:
    head = f'<?xml version="1.0" encoding="{encoding}"?>'.encode()
    with pytest.raises(NotReadable):
        read(docx("", parts={DOCUMENT: head + b"<a/>"}), "x.docx")
