"""Several papers one after another: each begins on a page of its own and counts its own pages."""

from collections.abc import Sequence
from itertools import accumulate

from PySide6.QtCore import QRectF
from PySide6.QtGui import QPainter

from quizapp.gui.printed_pages import PrintedPages


class PaperStack(PrintedPages):
    """`papers` in their order; there is at least one."""

    def __init__(self, papers: Sequence[PrintedPages], title: str) -> None:
        self.title = title
        self.papers = tuple(papers)
        self._ends = list(accumulate(paper.page_count for paper in self.papers))

    @property
    def page_count(self) -> int:
        """The pages of all papers."""
        return self._ends[-1]

    def paint_page(self, painter: QPainter, page: int, area: QRectF) -> None:
        """Paint a page of the stack, counted through."""
        at = next(at for at, end in enumerate(self._ends) if page < end)
        paper = self.papers[at]
        paper.paint_page(painter, page - (self._ends[at] - paper.page_count), area)
