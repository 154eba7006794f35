"""Killed in mid-test and started again: the loss is offered with its cause, made up, and the time is right to 1 s."""

import os
import subprocess
import sys
from collections.abc import Callable
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest

from quizapp.app import open_services
from quizapp.clock import now, read_clock
from quizapp.config import Settings
from quizapp.core.people import Actor
from quizapp.db.engine import Database
from quizapp.db.tables import AttemptRow
from quizapp.gui.doors import Doors
from quizapp.gui.pages.exam_rules import ExamRulesPage
from quizapp.gui.pages.hall import HallPage
from quizapp.gui.pages.take_test import TakeTestPage
from quizapp.paths import Places, make_data_folder
from tests.gui.conftest import show as show
from tests.gui.reading import button, words_of
from tests.journeys.driver import Driver
from tests.services.conftest import Roster
from tests.services.office import Office, fill_bank, usual_questions

ROOT = Path(__file__).parents[2]
MINUTES = 30


@pytest.fixture
def exam_id(places: Places) -> int:
    """A data folder with one person and a test that is open now."""
    make_data_folder(places)
    with open_services(places, Settings()) as services:
        database = services.desk._database
        Roster(database).people(Roster(database).department("办公室"), "张三")
        opened = read_clock().wall_at
        office = Office(database)
        office.clock.wall_at = opened
        bank_id = fill_bank(database, usual_questions())
        day = timedelta(days=1)
        return office.published(bank_id, opens_at=opened - day, closes_at=opened + day)


def sit_until_killed(folder: Path, answers: int) -> list[str]:
    """Let the examinee work until so many answers were acknowledged, kill it with SIGKILL, return what it told."""
    command = [sys.executable, "-m", "tests.journeys.examinee", str(folder), "张三"]
    environment = os.environ | {"PYTHONPATH": str(ROOT), "PYTHONIOENCODING": "utf-8"}
    process = subprocess.Popen(command, stdout=subprocess.PIPE, text=True, encoding="utf-8", env=environment, cwd=ROOT)
    assert process.stdout is not None
    lines = []
    for line in process.stdout:
        lines.append(line.rstrip("\n"))
        if sum(one.startswith("kept") for one in lines) >= answers:
            break
    process.kill()
    rest, _errors = process.communicate(timeout=30)
    assert process.returncode < 0, "the examinee ended by itself"
    return [*lines, *(rest or "").splitlines()]


@pytest.fixture
def killed(places: Places, exam_id: int) -> int:
    """An attempt that was being written when the process died; the bureau has an administrator."""
    with open_services(places, Settings()) as services:
        services.accounts.set_up("滨海市机关事务管理局", "周敏", "jiguan-2026")
        attempt_id = int(sit_until_killed(places.data, 5)[0].split()[1])
        put_back(services.desk._database, attempt_id)
    return attempt_id


def put_back(database: Database, attempt_id: int) -> None:
    """Let the attempt have run half a minute earlier, as if the PC had been away for so long: nobody waits for it."""
    with database.write() as session:
        attempt = session.get_one(AttemptRow, attempt_id)
        away = timedelta(seconds=30)
        attempt.started_at -= away
        attempt.seen_at -= away
        attempt.deadline_at -= away
        attempt.boot_s -= away.total_seconds()


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
