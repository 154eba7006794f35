"""A Word document of ours: A4 across, Chinese fonts, page numbers, tables that break between rows only."""

from typing import TYPE_CHECKING, Any

from quizapp.i18n import _

if TYPE_CHECKING:  # python-docx is loaded only when a document is made
    from docx.document import Document
    from docx.table import Table
    from docx.text.paragraph import Paragraph
    from docx.text.run import Run

TITLE_FONT = "宋体"  # no _(): the name of a font
BODY_FONT = "仿宋"  # no _(): the name of a font
_LATIN_FONT = "Times New Roman"
_MARGIN_CM = 1.8


def new_document(title: str) -> "Document":
    """An empty document with this title among its properties."""
    import docx
    from docx.enum.section import WD_ORIENT
    from docx.shared import Cm, Pt

    document = docx.Document()
    section = document.sections[0]
    section.orientation = WD_ORIENT.LANDSCAPE
    section.page_width, section.page_height = Cm(29.7), Cm(21.0)
    section.left_margin = section.right_margin = section.top_margin = section.bottom_margin = Cm(_MARGIN_CM)
    normal = document.styles["Normal"]
    _set_names(normal, BODY_FONT)
    normal.font.size = Pt(10.5)
    normal.paragraph_format.space_after = Pt(2)
    normal.paragraph_format.line_spacing = 1.15
    _speak_chinese(document)
    properties = document.core_properties
    properties.title, properties.author, properties.comments = title, "", ""
    return document


def _speak_chinese(document: "Document") -> None:
    """The language decides which shapes of characters and signs are taken where several lands share them."""
    from docx.oxml.ns import qn

    for language in document.styles.element.iter(qn("w:lang")):
        language.set(qn("w:eastAsia"), "zh-CN")


def pad_cells(table: "Table") -> None:
    """Keep texts off the lines of the table."""
    from docx.oxml import OxmlElement
    from docx.oxml.ns import qn

    margins = OxmlElement("w:tblCellMar")
    for side, width in (("top", 60), ("left", 100), ("bottom", 60), ("right", 100)):  # twentieths of a point
        margin = OxmlElement(f"w:{side}")
        margin.set(qn("w:w"), str(width))
        margin.set(qn("w:type"), "dxa")
        margins.append(margin)
    look = table._tbl.tblPr.find(qn("w:tblLook"))
    table._tbl.tblPr.append(margins) if look is None else look.addprevious(margins)


def centre(paragraph: "Paragraph") -> None:
    """Put a paragraph in the middle."""
    from docx.enum.text import WD_ALIGN_PARAGRAPH

    paragraph.alignment = WD_ALIGN_PARAGRAPH.CENTER


def set_font(run: "Run", name: str, size: float, *, is_bold: bool = False, color: str = "") -> None:
    """Give a run a Chinese font; `size` in points, `color` as RRGGBB."""
    from docx.shared import Pt, RGBColor

    _set_names(run, name)
    run.font.size = Pt(size)
    run.font.bold = is_bold
    if color:
        run.font.color.rgb = RGBColor.from_string(color)


def _set_names(styled: Any, name: str) -> None:
    """Word takes the font of Chinese characters from a name of its own, beside that of Latin letters."""
    from docx.oxml.ns import qn

    styled.font.name = _LATIN_FONT
    fonts = styled.element.get_or_add_rPr().rFonts
    fonts.set(qn("w:eastAsia"), name)
    for theme in ("w:asciiTheme", "w:hAnsiTheme", "w:eastAsiaTheme", "w:cstheme"):
        fonts.attrib.pop(qn(theme), None)


def repeat_heading(table: "Table") -> None:
    """Show the first row again at the top of every page."""
    _mark_row(table.rows[0]._tr, "w:tblHeader")


def keep_rows_whole(table: "Table") -> None:
    """Begin a row that has no room left on the next page."""
    for row in table._tbl.tr_lst:
        _mark_row(row, "w:cantSplit")


def _mark_row(row: Any, name: str) -> None:
    from docx.oxml import OxmlElement

    row.get_or_add_trPr().append(OxmlElement(name))


def add_page_numbers(document: "Document") -> None:
    """Page and number of pages in the middle of the footer."""
    paragraph = document.sections[0].footer.paragraphs[0]
    centre(paragraph)
    words = _("第 {page} 页，共 {pages} 页").format(page="\0PAGE\0", pages="\0NUMPAGES\0")
    for number, part in enumerate(words.split("\0")):
        run = paragraph.add_run("" if number % 2 else part)
        set_font(run, TITLE_FONT, 9)
        if number % 2:
            _add_field(run, part)


def _add_field(run: "Run", code: str) -> None:
    """A field that Word works out when it shows the page."""
    from docx.oxml import OxmlElement
    from docx.oxml.ns import qn

    for kind in ("begin", "separate", "end"):
        if kind == "separate":
            instruction = OxmlElement("w:instrText")
            instruction.text = code
            run._r.append(instruction)
        mark = OxmlElement("w:fldChar")
        mark.set(qn("w:fldCharType"), kind)
        run._r.append(mark)
        if kind == "separate":
            shown = OxmlElement("w:t")
            shown.text = "1"
            run._r.append(shown)
