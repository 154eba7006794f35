"""Pages of A4: no question is divided, black on white in every theme, printed as asked."""

import re

import pytest
from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QImage, QPainter
from PySide6.QtPrintSupport import QPrinter

from quizapp.core.grading import MultipleRule
from quizapp.gui.paper_document import PaperDocument
from quizapp.gui.paper_html import paper_html
from quizapp.services.trials import PrintedPaper
from tests.gui.test_paper_html import LONG, PAPER, PICTURED, SHORT


@pytest.fixture
def document(theme) -> PaperDocument:
    long = PrintedPaper("三月测试", "通用卷", 30, 100_00, 60_00, ((SHORT, 400), (LONG, 400)) * 20)
    return PaperDocument(paper_html(long, rule=MultipleRule.EXACT), long.title)


def pages_in(pdf: bytes) -> int:
    return len(re.findall(rb"/Type\s*/Page\b(?!s)", pdf))


def painted(document: PaperDocument, page: int = 0) -> QImage:
    image = QImage(420, 594, QImage.Format.Format_RGB32)
    image.fill(QColor("white"))
    painter = QPainter(image)
    document.paint_page(painter, page, QRectF(0, 0, 420, 594))
    painter.end()
    return image


def darkest(image: QImage, rows: range) -> int:
    return min(image.pixelColor(x, y).lightness() for y in rows for x in range(0, image.width(), 2))


def test_no_question_is_divided_between_pages(document):
    assert document.page_count > 1
    text = document.text
    height = text.pageSize().height()
    places = [text.documentLayout().frameBoundingRect(frame) for frame in text.rootFrame().childFrames()]
    assert len(places) == 40
    assert all(int(place.top() / height) == int((place.bottom() - 1) / height) for place in places)


def test_the_ink_is_black_in_the_dark_as_well(document, theme):
    theme.use(scheme="dark")
    assert darkest(painted(document), range(30, 120)) < 90


def test_the_foot_says_the_page_on_every_page(document):
    for page in range(document.page_count):
        assert darkest(painted(document, page), range(558, 594)) < 160


def test_a_pdf_has_all_pages(document):
    pdf = document.pdf()
    assert pdf.startswith(b"%PDF")
    assert pages_in(pdf) == document.page_count


def test_the_key_is_a_page_more(theme):
    without = PaperDocument(paper_html(PAPER, rule=MultipleRule.EXACT), "")
    with_key = PaperDocument(paper_html(PAPER, rule=MultipleRule.EXACT, with_key=True), "")
    assert with_key.page_count == without.page_count + 1


@pytest.mark.parametrize(("wanted", "pages"), [((0, 0), None), ((2, 2), 1)])
def test_the_printer_gets_the_pages_it_was_asked_for(document, tmp_path, wanted, pages):
    printer = QPrinter()
    printer.setOutputFileName(str(tmp_path / "printed.pdf"))
    printer.setFromTo(*wanted)
    document.print_on(printer)
    assert pages_in((tmp_path / "printed.pdf").read_bytes()) == (pages or document.page_count)


def test_pictures_are_painted_in_their_size(qapp):
    document = PaperDocument(paper_html(PICTURED, rule=MultipleRule.EXACT), "")
    page = QImage(794, 1123, QImage.Format.Format_RGB32)  # A4 at 96 an inch
    page.fill(Qt.GlobalColor.white)
    painter = QPainter(page)
    document.paint_page(painter, 0, QRectF(page.rect()))
    painter.end()
    blue = [
        (x, y) for y in range(0, page.height(), 5) for x in range(0, page.width(), 5)
        if page.pixelColor(x, y).blue() > page.pixelColor(x, y).red() + 60
    ]  # fmt: skip
    wide = max(x for x, _y in blue) - min(x for x, _y in blue)
    assert 580 <= wide <= 610
