"""What all printed things share: pages of A4 that are painted one by one, on a printer or into a PDF."""

from abc import ABC, abstractmethod
from collections.abc import Iterator, Sequence

from PySide6.QtCore import QBuffer, QIODevice, QMarginsF, QRectF, QSizeF
from PySide6.QtGui import QPageLayout, QPageSize, QPainter, QPdfWriter
from PySide6.QtPrintSupport import QPrinter

from quizapp.gui.stepwise import Steps, at_once

DPI = 600
PAGE_MM = QSizeF(210, 297)


class PrintedPages(ABC):
    """Base of a paper and of several papers one after another."""

    title = ""

    @property
    @abstractmethod
    def page_count(self) -> int:
        """How many pages there are."""

    @property
    def page_shape(self) -> float:
        """Height of a page ÷ its width."""
        return PAGE_MM.height() / PAGE_MM.width()

    @abstractmethod
    def paint_page(self, painter: QPainter, page: int, area: QRectF) -> None:
        """Paint page number `page` (from 0) into an area of A4's shape."""

    def pdf(self) -> bytes:
        """All pages as a PDF file."""
        content: bytes = at_once(self.pdf_steps())
        return content

    def pdf_steps(self) -> Steps:
        """The PDF file page by page."""
        buffer = QBuffer()
        buffer.open(QIODevice.OpenModeFlag.WriteOnly)
        writer = QPdfWriter(buffer)
        writer.setTitle(self.title)
        writer.setResolution(DPI)
        writer.setPageLayout(
            QPageLayout(QPageSize(QPageSize.PageSizeId.A4), QPageLayout.Orientation.Portrait, QMarginsF())
        )
        yield from self._paint_on(writer, range(self.page_count), QRectF(0, 0, writer.width(), writer.height()))
        return bytes(buffer.data().data())

    def print_on(self, printer: QPrinter) -> None:
        """Print the pages and copies that the printer was asked for."""
        at_once(self.print_steps(printer))

    def print_steps(self, printer: QPrinter) -> Steps:
        """The printing page by page."""
        printer.setFullPage(True)
        width = printer.paperRect(QPrinter.Unit.DevicePixel).width()
        yield from self._paint_on(
            printer, list(self._wanted_pages(printer)), QRectF(0, 0, width, width * self.page_shape)
        )

    def _paint_on(self, device: QPdfWriter | QPrinter, pages: Sequence[int], area: QRectF) -> Steps:
        painter = QPainter(device)
        try:
            for number, page in enumerate(pages):
                if number:
                    device.newPage()
                self.paint_page(painter, page, area)
                yield number + 1, len(pages)
        finally:
            painter.end()

    def _wanted_pages(self, printer: QPrinter) -> Iterator[int]:
        first = printer.fromPage() or 1
        last = min(printer.toPage() or self.page_count, self.page_count)
        copies = 1 if printer.supportsMultipleCopies() else printer.copyCount()
        for _copy in range(copies):
            yield from range(first - 1, last)
