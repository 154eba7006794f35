"""The pages of a paper below one another, white in every theme."""

import pytest

from quizapp.core.grading import MultipleRule
from quizapp.gui.paper_document import PaperDocument
from quizapp.gui.paper_html import paper_html
from quizapp.gui.widgets.paper_view import PaperView
from tests.gui.test_paper_html import PAPER


@pytest.fixture
def document(theme) -> PaperDocument:
    return PaperDocument(paper_html(PAPER, rule=MultipleRule.EXACT, with_key=True), PAPER.title)


@pytest.fixture
def view(theme, show) -> PaperView:
    return show(PaperView(theme))


def test_all_pages_can_be_scrolled_to(view, document):
    view.show_document(document)
    pages = view.widget()
    assert view.document is document
    assert pages.height() >= document.page_count * pages.width() * document.page_shape
    assert view.verticalScrollBar().maximum() > pages.height() / 2


def test_it_fits_the_width_of_the_window(view, document, theme):
    view.show_document(document)
    view.window().resize(700, 600)
    assert view.widget().width() <= view.viewport().width()


def test_the_paper_is_white_in_the_dark(view, document, theme):
    theme.use(scheme="dark")
    view.show_document(document)
    shown = view.widget().grab().toImage()
    assert shown.pixelColor(shown.width() // 2, 10).lightness() == 255


def test_before_there_is_a_paper_nothing_is_painted(view):
    assert view.document is None
    assert not view.grab().isNull()
