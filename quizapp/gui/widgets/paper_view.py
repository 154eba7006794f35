"""Shows the pages of a paper below one another, as they will come out of the printer."""

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen, QResizeEvent
from PySide6.QtWidgets import QFrame, QScrollArea, QWidget

from quizapp.gui.printed_pages import PrintedPages
from quizapp.gui.theme import SHAPE, SPACE, Theme
from quizapp.i18n import _

_WIDEST_IN_LETTERS = 60


class PaperView(QScrollArea):
    """Scrolls through a `PrintedPages`; the paper is white in every theme."""

    def __init__(self, theme: Theme, *, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        self.setAccessibleName(_("试卷预览"))
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)  # arrows and page keys scroll
        self._pages = _Pages(theme)
        self.setWidget(self._pages)
        self._theme = theme
        theme.changed.connect(self._fit)

    @property
    def document(self) -> PrintedPages | None:
        """What is shown."""
        return self._pages.document

    def show_document(self, document: PrintedPages) -> None:
        """Show another paper, from its first page."""
        self._pages.document = document
        self._fit()
        self._pages.update()
        self.verticalScrollBar().setValue(0)

    def _fit(self) -> None:
        room = self.viewport().width() - 2 * SPACE.hair
        self._pages.fit(min(room, self._theme.letters(_WIDEST_IN_LETTERS)))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()


class _Pages(QWidget):
    """Paints those pages that are in sight."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self.document: PrintedPages | None = None
        self._page = QSize()

    def fit(self, width: int) -> None:
        """Make the pages so wide."""
        if self.document is None or width <= 0:
            return
        self._page = QSize(width, round(width * self.document.page_shape))
        self.resize(width, self.document.page_count * (self._page.height() + SPACE.normal))

    def paintEvent(self, event: QPaintEvent) -> None:
        if self.document is None:
            return
        painter = QPainter(self)
        painter.setRenderHints(QPainter.RenderHint.Antialiasing | QPainter.RenderHint.TextAntialiasing)
        step = self._page.height() + SPACE.normal
        first, last = event.rect().top() // step, event.rect().bottom() // step
        for page in range(max(0, first), min(last + 1, self.document.page_count)):
            area = QRectF(0, page * step, self._page.width(), self._page.height())
            painter.fillRect(area, Qt.GlobalColor.white)
            self.document.paint_page(painter, page, area)
            painter.setPen(QPen(self._theme.colour("line"), SHAPE.line_width))
            painter.drawRect(area.adjusted(0.5, 0.5, -0.5, -0.5))
