"""A page that says nothing may be entered and left."""

from quizapp.gui.page import Page


def test_a_plain_page_can_be_left(show):
    page = show(Page())
    page.enter()
    assert page.leave()
