"""A Word document of ours as its file says it: paper, fonts by their Chinese names, fields, rows kept whole."""

from io import BytesIO

import docx
from docx.oxml.ns import qn

from quizapp.excel.word_page import (
    BODY_FONT,
    TITLE_FONT,
    add_page_numbers,
    centre,
    keep_rows_whole,
    new_document,
    pad_cells,
    repeat_heading,
    set_font,
)


def test_the_paper_is_a4_across_and_the_fonts_are_chinese() -> None:
    document = new_document("审题稿")
    section = document.sections[0]
    assert (round(section.page_width.cm, 1), round(section.page_height.cm, 1)) == (29.7, 21.0)
    fonts = document.styles["Normal"].element.rPr.rFonts
    assert fonts.get(qn("w:eastAsia")) == BODY_FONT
    assert fonts.get(qn("w:eastAsiaTheme")) is None
    assert {one.get(qn("w:eastAsia")) for one in document.styles.element.iter(qn("w:lang"))} == {"zh-CN"}
    assert (document.core_properties.title, document.core_properties.author) == ("审题稿", "")


def test_a_run_has_its_own_font() -> None:
    paragraph = new_document("").add_paragraph()
    run = paragraph.add_run("题目")
    set_font(run, TITLE_FONT, 12, is_bold=True, color="5B6470")
    centre(paragraph)
    assert run._r.rPr.rFonts.get(qn("w:eastAsia")) == TITLE_FONT
    assert (run.font.size.pt, run.font.bold, str(run.font.color.rgb)) == (12, True, "5B6470")


def test_rows_stay_whole_below_a_heading_that_is_repeated() -> None:
    document = new_document("")
    table = document.add_table(rows=3, cols=1)
    repeat_heading(table)
    keep_rows_whole(table)
    pad_cells(table)
    add_page_numbers(document)
    content = BytesIO()
    document.save(content)
    again = docx.Document(BytesIO(content.getvalue()))
    rows = [row._tr.trPr for row in again.tables[0].rows]
    assert [row.find(qn("w:tblHeader")) is not None for row in rows] == [True, False, False]
    assert all(row.find(qn("w:cantSplit")) is not None for row in rows)
    margins = again.tables[0]._tbl.tblPr.find(qn("w:tblCellMar"))
    assert [margin.get(qn("w:w")) for margin in margins] == ["60", "100", "60", "100"]
    footer = again.sections[0].footer.paragraphs[0]
    codes = [node.text for node in footer._p.iter(qn("w:instrText"))]
    assert codes == ["PAGE", "NUMPAGES"]
    assert footer.text == "第 1 页，共 1 页"
