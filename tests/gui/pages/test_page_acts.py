"""An act is done in the background; its outcome stands in the banner, with a way on from it."""

import pytest

from quizapp.errors import EnvironmentFault
from quizapp.gui.pages.page_acts import PageActs
from quizapp.gui.widgets.page_frame import PageFrame


@pytest.fixture
def page(theme, show):
    return show(PageFrame(theme, "考试"))


@pytest.fixture
def acts(doors, page):
    return PageActs(doors, page)


def fails():
    raise EnvironmentFault("磁盘已满")


def test_an_outcome_is_said(acts, page, qtbot):
    with qtbot.waitSignal(acts.done):
        acts._do(lambda: 3, lambda _result: acts._on_done("已结束。", None))
    assert page.banner.message == "已结束。"
    assert not page.banner.action_button.isVisible()


def test_what_the_banner_offers_is_done_once(acts, page):
    undone = []
    acts._say("good", "已删除。", action="撤销", does=lambda: undone.append(True))
    page.banner.action_button.click()
    page.banner.acted.emit()
    assert undone == [True]


def test_after_a_failure_the_page_looks_again(acts, page, qtbot):
    with qtbot.waitSignal(acts.done):
        acts._do(fails, lambda _result: None)
    assert "磁盘已满" in page.banner.message
    with qtbot.waitSignal(acts.done):
        page.banner.action_button.click()
