"""Text is broken into lines of the width, with the reading distance."""

from PySide6.QtCore import QRectF
from PySide6.QtGui import QFontInfo, QImage, QPainter

from quizapp.gui.theme import READING_LINE
from quizapp.gui.widgets.paragraph import Paragraph


def test_narrower_means_more_lines(theme):
    font = theme.font()
    assert Paragraph("字" * 40, font, 10_000).line_count == 1
    assert Paragraph("字" * 40, font, 100).line_count > 4
    assert Paragraph("x" * 400, font, 100).line_count > 4


def test_height_is_lines_times_distance(theme):
    font = theme.font()
    paragraph = Paragraph("一\n二\n三", font, 500)
    assert paragraph.line_count == 3
    assert paragraph.height >= 3 * READING_LINE * QFontInfo(font).pixelSize() - 1


def test_an_empty_text_takes_a_line(theme):
    assert Paragraph("", theme.font(), 100).line_count == 1


def test_it_is_painted_into_its_area(theme):
    image = QImage(100, 40, QImage.Format.Format_ARGB32)
    image.fill(0)
    painter = QPainter(image)
    Paragraph("国", theme.font(), 80).draw(painter, QRectF(10, 0, 80, 40))
    painter.end()
    inked = [(x, y) for x in range(100) for y in range(40) if image.pixelColor(x, y).alpha()]
    assert inked
    assert min(x for x, _y in inked) >= 10
    middle = (min(y for _x, y in inked) + max(y for _x, y in inked)) / 2
    assert abs(middle - 20) < 6
