"""What a document shows: runs, breaks, changes that were tracked, boxes, pictures, tables."""

import pytest

from quizapp.excel.docx_text import Paragraph, paragraphs_of, read_blocks
from tests.excel.made_texts import WORD, docx, level, numbered_list, paragraph, table


def run(text: str, properties: str = "") -> str:
    return f'<w:r><w:rPr>{properties}</w:rPr><w:t xml:space="preserve">{text}</w:t></w:r>'


def texts(body: str, **parts: str) -> list[str]:
    return [entry.text for entry in paragraphs_of(read_blocks(docx(body, **parts)))]


@pytest.mark.parametrize(
    ("inner", "text"),
    [
        (run("甲") + run("乙"), "甲乙"),
        ("<w:r><w:t>甲</w:t><w:br/><w:t>乙</w:t><w:tab/><w:t>丙</w:t></w:r>", "甲\n乙\t丙"),
        (f"<w:ins>{run('甲')}</w:ins><w:del><w:r><w:delText>乙</w:delText></w:r></w:del>", "甲"),
        (f"<w:moveFrom>{run('甲')}</w:moveFrom><w:moveTo>{run('乙')}</w:moveTo>", "乙"),
        (f"<w:hyperlink>{run('甲')}</w:hyperlink><w:smartTag>{run('乙')}</w:smartTag>", "甲乙"),
        (f"<w:sdt><w:sdtContent>{run('甲')}</w:sdtContent></w:sdt>", "甲"),
        (run("甲", "<w:vanish/>") + run("乙", '<w:vanish w:val="0"/>'), "乙"),
        ('<w:r><w:sym w:font="Wingdings" w:char="F0FC"/></w:r>', "√"),
        ('<w:r><w:sym w:font="Wingdings" w:char="f0fb"/></w:r>', "×"),
        (run("以") + run("    ", '<w:u w:val="single"/>') + run("为尊"), "以____为尊"),
        (run("以") + run("    ", '<w:u w:val="none"/>') + run("为尊"), "以    为尊"),
        (
            "<w:r><w:ruby><w:rt><w:r><w:t>yǐn</w:t></w:r></w:rt><w:rubyBase><w:r><w:t>引</w:t></w:r></w:rubyBase></w:ruby></w:r>",
            "引",
        ),
        ("<w:r><w:instrText>PAGE</w:instrText></w:r>" + run("1"), "1"),
        ('<m:oMath xmlns:m="m"><m:r><m:t>x+1</m:t></m:r></m:oMath>', "x+1"),
    ],
)
def test_runs(inner: str, text: str) -> None:
    assert texts(f"<w:p>{inner}</w:p>") == [text]


def test_numbers_stand_before_their_paragraphs() -> None:
    numbering = numbered_list(1, level(0, "decimal", "%1．"), level(1, "upperLetter", "%2."))
    body = paragraph("甲", number=1) + paragraph("", number=1) + paragraph("一", number=1, level=1)
    assert texts(body + paragraph("乙", number=1), numbering=numbering) == ["1．甲", "", "A.一", "2．乙"]


def test_boxes_follow_their_paragraph_once() -> None:
    box = f"<w:txbxContent>{paragraph('盒')}</w:txbxContent>"
    choice = (
        '<mc:AlternateContent xmlns:mc="mc"><mc:Choice><w:drawing>{0}</w:drawing></mc:Choice>'
        "<mc:Fallback><w:pict>{0}</w:pict></mc:Fallback></mc:AlternateContent>"
    )
    assert texts(f"<w:p>{run('甲')}<w:r>{choice.format(box)}</w:r></w:p>") == ["甲", "盒"]


def test_pictures_are_counted() -> None:
    blip = '<w:r><w:drawing><a:blip xmlns:a="a"/></w:drawing></w:r>'
    (entry,) = paragraphs_of(read_blocks(docx(f"<w:p>{run('甲')}{blip}{blip}</w:p>")))
    assert (entry.text, entry.pictures) == ("甲", 2)


def test_tables_stand_where_they_stand() -> None:
    blocks = read_blocks(docx(paragraph("上") + table(["甲", "乙"]) + paragraph("下")))
    assert [isinstance(block, Paragraph) for block in blocks] == [True, False, True]
    assert [entry.text for entry in paragraphs_of(blocks)] == ["上", "甲", "乙", "下"]


def test_a_document_without_a_body_is_empty() -> None:
    text = f'<w:document xmlns:w="{WORD}"/>'.encode()
    assert read_blocks(docx("", parts={"word/document.xml": text})) == []
