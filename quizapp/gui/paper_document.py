"""A paper laid out on A4 pages: painted on the screen, on a printer, or into a PDF, everywhere alike."""

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import (
    QAbstractTextDocumentLayout,
    QFont,
    QFontMetricsF,
    QImage,
    QPainter,
    QPalette,
    QTextDocument,
    QTextFormat,
)

from quizapp.gui.printed_pages import DPI, PAGE_MM, PrintedPages
from quizapp.i18n import _

_MM_AN_INCH = 25.4
_MARGIN_MM = (20, 18)  # at the sides; above and below
_FAMILIES = ["SimSun", "Songti SC", "Noto Serif CJK SC", "Source Han Serif SC", "Noto Sans CJK SC"]
_BODY_PT, _FOOT_PT = 11, 9
_FOOT_GAP_MM = 4


def _dots(millimetres: float) -> float:
    return millimetres * DPI / _MM_AN_INCH


class PaperDocument(PrintedPages):
    """Pages of HTML in black on white, whatever the theme of the window; nothing on them looks like a stamp."""

    def __init__(self, html: str, title: str, *, foot: tuple[str, str] = ("", "")) -> None:
        """`foot` stands on every page beside the page number and at the right, which else is in the middle."""
        self.title = title
        self.foot = foot
        self._device = QImage(1, 1, QImage.Format.Format_RGB32)  # metrics of a fine printer, also for the screen
        self._device.setDotsPerMeterX(round(DPI * 1000 / _MM_AN_INCH))
        self._device.setDotsPerMeterY(round(DPI * 1000 / _MM_AN_INCH))
        self._text = QTextDocument()
        self._text.documentLayout().setPaintDevice(self._device)
        self._text.setDocumentMargin(0)
        self._text.setDefaultFont(_font(_BODY_PT))
        self._text.setHtml(html)
        side, above = (_dots(margin) for margin in _MARGIN_MM)
        self._body = QRectF(side, above, _dots(PAGE_MM.width()) - 2 * side, _dots(PAGE_MM.height()) - 2 * above)
        self._text.setPageSize(self._body.size())
        self._keep_questions_whole()

    @property
    def page_count(self) -> int:
        """How many pages there are."""
        return self._text.pageCount()

    @property
    def text(self) -> QTextDocument:
        """The document, for those who look into its layout."""
        return self._text

    def paint_page(self, painter: QPainter, page: int, area: QRectF) -> None:
        """Paint page number `page` (from 0) into an area of A4's shape."""
        painter.save()
        painter.translate(area.topLeft())
        scale = area.width() / _dots(PAGE_MM.width())
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

    def _keep_questions_whole(self) -> None:
        """Begin a new page before each question that a page would end in; Qt knows no such wish of HTML."""
        layout, height = self._text.documentLayout(), self._body.height()
        for frame in self._text.rootFrame().childFrames():
            place = layout.frameBoundingRect(frame)
            if place.height() < height and int(place.top() / height) != int((place.bottom() - 1) / height):
                looks = frame.frameFormat()
                looks.setPageBreakPolicy(QTextFormat.PageBreakFlag.PageBreak_AlwaysBefore)
                frame.setFrameFormat(looks)

    def _paint_foot(self, painter: QPainter, page: int) -> None:
        words = _("第 {page} 页　共 {count} 页").format(page=page + 1, count=self.page_count)
        font = _font(_FOOT_PT, self._device)
        painter.setFont(font)
        painter.setPen(Qt.GlobalColor.black)
        foot = QRectF(self._body.left(), self._body.bottom(), self._body.width(), _dots(_MARGIN_MM[1]))
        left, right = self.foot
        if not left and not right:
            painter.drawText(foot, Qt.AlignmentFlag.AlignCenter, words)
            return
        metrics = QFontMetricsF(font)
        room = foot.width() - metrics.horizontalAdvance(right) - _dots(_FOOT_GAP_MM)
        said = metrics.elidedText(f"{words}　{left}", Qt.TextElideMode.ElideRight, room)
        middle = Qt.AlignmentFlag.AlignVCenter
        painter.drawText(foot, middle | Qt.AlignmentFlag.AlignLeft, said)
        painter.drawText(foot, middle | Qt.AlignmentFlag.AlignRight, right)


def _font(points: float, device: QImage | None = None) -> QFont:
    """The font of papers; for a device in its own pixels, so that scaling the painter fits it to any other."""
    font = QFont()
    font.setFamilies(_FAMILIES)
    font.setPointSizeF(points)
    if device is not None:
        font.setPixelSize(round(points * device.logicalDpiY() / 72))
    return font
