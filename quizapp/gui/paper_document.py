"""A paper laid out on A4 pages: painted on the screen, on a printer, or into a PDF, everywhere alike."""

from collections.abc import Iterator

from PySide6.QtCore import QBuffer, QIODevice, QMarginsF, QRectF, QSizeF, Qt
from PySide6.QtGui import (
    QAbstractTextDocumentLayout,
    QFont,
    QImage,
    QPageLayout,
    QPageSize,
    QPainter,
    QPalette,
    QPdfWriter,
    QTextDocument,
    QTextFormat,
)
from PySide6.QtPrintSupport import QPrinter

from quizapp.i18n import _

_DPI = 600
_MM_AN_INCH = 25.4
_PAGE_MM = QSizeF(210, 297)
_MARGIN_MM = (20, 18)  # at the sides; above and below
_FAMILIES = ["SimSun", "Songti SC", "Noto Serif CJK SC", "Source Han Serif SC", "Noto Sans CJK SC"]
_BODY_PT, _FOOT_PT = 11, 9


def _dots(millimetres: float) -> float:
    return millimetres * _DPI / _MM_AN_INCH


class PaperDocument:
    """Pages of HTML in black on white, whatever the theme of the window; nothing on them looks like a stamp."""

    def __init__(self, html: str, title: str) -> None:
        self.title = title
        self._device = QImage(1, 1, QImage.Format.Format_RGB32)  # metrics of a fine printer, also for the screen
        self._device.setDotsPerMeterX(round(_DPI * 1000 / _MM_AN_INCH))
        self._device.setDotsPerMeterY(round(_DPI * 1000 / _MM_AN_INCH))
        self._text = QTextDocument()
        self._text.documentLayout().setPaintDevice(self._device)
        self._text.setDocumentMargin(0)
        self._text.setDefaultFont(_font(_BODY_PT))
        self._text.setHtml(html)
        side, above = (_dots(margin) for margin in _MARGIN_MM)
        self._body = QRectF(side, above, _dots(_PAGE_MM.width()) - 2 * side, _dots(_PAGE_MM.height()) - 2 * above)
        self._text.setPageSize(self._body.size())
        self._keep_questions_whole()

    @property
    def page_count(self) -> int:
        """How many pages there are."""
        return self._text.pageCount()

    @property
    def page_shape(self) -> float:
        """Height of a page ÷ its width."""
        return _PAGE_MM.height() / _PAGE_MM.width()

    @property
    def text(self) -> QTextDocument:
        """The document, for those who look into its layout."""
        return self._text

    def paint_page(self, painter: QPainter, page: int, area: QRectF) -> None:
        """Paint page number `page` (from 0) into an area of A4's shape."""
        painter.save()
        painter.translate(area.topLeft())
        scale = area.width() / _dots(_PAGE_MM.width())
        painter.scale(scale, scale)
        self._paint_foot(painter, page)
        painter.translate(self._body.left(), self._body.top() - page * self._body.height())
        shown = QRectF(0, page * self._body.height(), self._body.width(), self._body.height())
        painter.setClipRect(shown)
        context = QAbstractTextDocumentLayout.PaintContext()
        context.clip = shown
        context.palette.setColor(QPalette.ColorRole.Text, Qt.GlobalColor.black)
        self._text.documentLayout().draw(painter, context)
        painter.restore()

    def pdf(self) -> bytes:
        """All pages as a PDF file."""
        buffer = QBuffer()
        buffer.open(QIODevice.OpenModeFlag.WriteOnly)
        writer = QPdfWriter(buffer)
        writer.setTitle(self.title)
        writer.setResolution(_DPI)
        writer.setPageLayout(
            QPageLayout(QPageSize(QPageSize.PageSizeId.A4), QPageLayout.Orientation.Portrait, QMarginsF())
        )
        painter = QPainter(writer)
        for number, page in enumerate(range(self.page_count)):
            if number:
                writer.newPage()
            self.paint_page(painter, page, QRectF(0, 0, writer.width(), writer.height()))
        painter.end()
        return bytes(buffer.data().data())

    def print_on(self, printer: QPrinter) -> None:
        """Print the pages and copies that the printer was asked for."""
        printer.setFullPage(True)
        painter = QPainter(printer)
        area = QRectF(printer.paperRect(QPrinter.Unit.DevicePixel))
        for number, page in enumerate(self._wanted_pages(printer)):
            if number:
                printer.newPage()
            self.paint_page(painter, page, QRectF(0, 0, area.width(), area.width() * self.page_shape))
        painter.end()

    def _keep_questions_whole(self) -> None:
        """Begin a new page before each question that a page would end in; Qt knows no such wish of HTML."""
        layout, height = self._text.documentLayout(), self._body.height()
        for frame in self._text.rootFrame().childFrames():
            place = layout.frameBoundingRect(frame)
            if place.height() < height and int(place.top() / height) != int((place.bottom() - 1) / height):
                looks = frame.frameFormat()
                looks.setPageBreakPolicy(QTextFormat.PageBreakFlag.PageBreak_AlwaysBefore)
                frame.setFrameFormat(looks)

    def _wanted_pages(self, printer: QPrinter) -> Iterator[int]:
        first = printer.fromPage() or 1
        last = min(printer.toPage() or self.page_count, self.page_count)
        copies = 1 if printer.supportsMultipleCopies() else printer.copyCount()
        for _copy in range(copies):
            yield from range(first - 1, last)

    def _paint_foot(self, painter: QPainter, page: int) -> None:
        words = _("第 {page} 页　共 {count} 页").format(page=page + 1, count=self.page_count)
        painter.setFont(_font(_FOOT_PT, self._device))
        painter.setPen(Qt.GlobalColor.black)
        foot = QRectF(self._body.left(), self._body.bottom(), self._body.width(), _dots(_MARGIN_MM[1]))
        painter.drawText(foot, Qt.AlignmentFlag.AlignCenter, words)


def _font(points: float, device: QImage | None = None) -> QFont:
    """The font of papers; for a device in its own pixels, so that scaling the painter fits it to any other."""
    font = QFont()
    font.setFamilies(_FAMILIES)
    font.setPointSizeF(points)
    if device is not None:
        font.setPixelSize(round(points * device.logicalDpiY() / 72))
    return font
