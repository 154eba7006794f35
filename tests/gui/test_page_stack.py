"""Pages on one another: the topmost is seen, asked and entered."""

import pytest

from quizapp.gui.page_stack import PageStack
from tests.gui.test_main_window import Remembering


@pytest.fixture
def root() -> Remembering:
    return Remembering()


@pytest.fixture
def stack(root, theme, show) -> PageStack:
    return show(PageStack(root))


def test_a_page_on_top_is_seen_and_entered(stack, root):
    above = Remembering()
    stack.push(above)
    assert stack.top is above
    assert above.isVisible()
    assert not root.isVisible()
    assert above.entered == 1
    assert stack.depth == 1


def test_the_way_back_looks_the_page_below_up_again(stack, root):
    stack.push(Remembering())
    assert stack.go_back()
    assert stack.top is root
    assert root.entered == 1


def test_a_page_that_refuses_stays(stack):
    above = Remembering(may_leave=False)
    stack.push(above)
    assert not stack.go_back()
    assert not stack.leave()
    assert stack.top is above


def test_a_page_that_ended_by_itself_is_not_asked(stack, root):
    stack.push(Remembering(may_leave=False))
    stack.pop()
    assert stack.top is root


def test_the_first_page_stays(stack, root):
    stack.pop()
    assert stack.top is root


def test_entering_the_stack_enters_what_is_on_top(stack, root):
    above = Remembering()
    stack.push(above)
    stack.enter()
    assert (root.entered, above.entered) == (0, 2)


def test_all_can_be_taken_off_at_once(stack, root):
    stack.push(Remembering())
    stack.push(Remembering())
    stack.clear()
    assert stack.top is root
    assert root.entered == 0
