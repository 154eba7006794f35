"""Pages go to a file or a printer one by one, and tell how far they are."""

import pytest
from PySide6.QtPrintSupport import QPrinter

from quizapp.gui.printed_pages import PrintedPages
from quizapp.gui.stepwise import at_once
from tests.gui.test_paper_document import pages_in
from tests.gui.test_paper_stack import _Pages


@pytest.fixture
def painted():
    return []


@pytest.fixture
def pages(qapp, painted):
    return _Pages("三页", 3, painted)


def test_a_page_is_higher_than_wide(pages):
    assert isinstance(pages, PrintedPages)
    assert 1.41 < pages.page_shape < 1.42


def test_a_file_is_made_page_by_page(pages):
    steps = pages.pdf_steps()
    assert next(steps) == (1, 3)
    assert pages_in(at_once(steps)) == 3


def test_a_file_that_is_not_wanted_any_more_is_left(pages, painted):
    steps = pages.pdf_steps()
    next(steps)
    steps.close()
    assert painted == [("三页", 0)]


def test_a_printer_gets_the_pages_it_was_asked_for(pages, painted, tmp_path):
    printer = QPrinter()
    printer.setOutputFileName(str(tmp_path / "printed.pdf"))
    printer.setFromTo(2, 3)
    assert list(pages.print_steps(printer)) == [(1, 2), (2, 2)]
    assert painted == [("三页", 1), ("三页", 2)]
    assert pages_in((tmp_path / "printed.pdf").read_bytes()) == 2
