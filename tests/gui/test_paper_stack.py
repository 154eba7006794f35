"""Papers one after another: each from a page of its own, counted for itself."""

import pytest
from PySide6.QtCore import QRectF
from PySide6.QtGui import QImage, QPainter

from quizapp.gui.paper_stack import PaperStack
from quizapp.gui.printed_pages import PrintedPages
from tests.gui.test_paper_document import pages_in


class _Pages(PrintedPages):
    """Pages that only note which of them were painted."""

    def __init__(self, name: str, count: int, painted: list[tuple[str, int]]) -> None:
        self.title, self._count, self._painted = name, count, painted

    @property
    def page_count(self) -> int:
        return self._count

    def paint_page(self, painter: QPainter, page: int, area: QRectF) -> None:
        self._painted.append((self.title, page))


@pytest.fixture
def painted():
    return []


@pytest.fixture
def stack(qapp, painted):
    return PaperStack([_Pages("甲", 2, painted), _Pages("乙", 1, painted), _Pages("丙", 3, painted)], "三份")


def test_pages_are_counted_through_and_each_paper_has_its_own(stack, painted):
    assert (stack.page_count, stack.title) == (6, "三份")
    image = QImage(10, 14, QImage.Format.Format_RGB32)
    painter = QPainter(image)
    for page in range(stack.page_count):
        stack.paint_page(painter, page, QRectF(0, 0, 10, 14))
    painter.end()
    assert painted == [("甲", 0), ("甲", 1), ("乙", 0), ("丙", 0), ("丙", 1), ("丙", 2)]


def test_all_of_them_are_one_file(stack):
    assert pages_in(stack.pdf()) == 6
