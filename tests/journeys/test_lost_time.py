"""Killed in mid-test and started again: the loss is offered with its cause, made up, and the time is right to 1 s."""

from collections.abc import Callable
from typing import Any

import pytest

from quizapp.app import open_services
from quizapp.clock import now
from quizapp.config import Settings
from quizapp.core.people import Actor
from quizapp.gui.doors import Doors
from quizapp.gui.pages.exam_rules import ExamRulesPage
from quizapp.gui.pages.hall import HallPage
from quizapp.gui.pages.take_test import TakeTestPage
from quizapp.paths import Places
from tests.gui.conftest import show as show
from tests.gui.reading import button, words_of
from tests.journeys.driver import Driver
from tests.journeys.test_crash import exam_id as exam_id
from tests.journeys.test_crash import sit_until_killed

MINUTES = 30


@pytest.fixture
def killed(places: Places, exam_id: int) -> int:
    """An attempt that was being written when the process died; the bureau has an administrator."""
    with open_services(places, Settings()) as services:
        services.accounts.set_up("滨海市机关事务管理局", "周敏", "jiguan-2026")
    return int(sit_until_killed(places.data, 5)[0].split()[1])


def expected_left(driver: Driver, attempt_id: int, granted_minutes: int = 0) -> float:
    """By the wall clock since the start, which nobody has touched: not as the desk counts it."""
    started_at = driver.services.attempts.record(attempt_id).summary.started_at
    return (MINUTES + granted_minutes) * 60 - (now() - started_at).total_seconds()


def sit_again(driver: Driver) -> TakeTestPage:
    driver.sign_in("张三")
    driver.press("继续作答")
    if isinstance(driver.page, ExamRulesPage):
        driver.click(driver.page.start_button)
    page: TakeTestPage = driver.wait_for(TakeTestPage)
    return page


def test_what_a_crash_cost_is_offered_and_made_up(
    open_window: Callable[[], Driver], show: Callable[..., Any], doors: Doors, killed: int, exam_id: int
) -> None:
    driver = open_window()
    taking = sit_again(driver)
    assert taking.sheet.attempt_id == killed and taking.sheet.was_resumed
    assert abs(taking.keeper.left_s - expected_left(driver, killed)) <= 1

    hall = show(HallPage(doors, driver.services, Actor("周敏"), exam_id))
    hall.enter()
    driver.qtbot.waitUntil(lambda: len(hall.seats.shown_rows) == 1)
    hall.seats.select(lambda _seat: True)
    assert "（程序关闭过）" in words_of(hall.card) and "还可以补 1 分钟" in words_of(hall.card)

    def make_up(box: Any) -> bool:
        assert box.minutes == 1, "what was lost is offered, nothing is given silently"
        box.reason.setEditText("程序意外关闭")
        return True

    driver.answers.does = make_up
    button(hall.card, "加时").click()
    driver.wait_until(lambda: "已给张三加时 1 分钟" in hall.banner.message)
    driver.wait_until(lambda: "组织者已加时 1 分钟" in taking.banner.message)
    assert abs(taking.keeper.left_s - expected_left(driver, killed, granted_minutes=1)) <= 1
    driver.wait_until(lambda: hall.hall is not None and hall.hall.seats[0].lost_s == 0)
    told = [one.words for one in driver.services.attempts.record(killed).events]
    assert told[-1] == "由周敏加时 1 分钟，原因：程序意外关闭"
    hall.hide()
    taking.keeper.stop()
