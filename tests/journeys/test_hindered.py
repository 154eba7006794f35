"""Whatever keeps the disk from taking an answer in mid-test: the page says 等待, and goes on by itself when it can."""

import subprocess
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from quizapp.gui.pages.exam_rules import ExamRulesPage
from quizapp.gui.pages.outcome import OutcomePage
from quizapp.gui.pages.take_test import TakeTestPage
from tests.db.conftest import read_only
from tests.journeys.driver import Driver
from tests.journeys.sitters import sitters_office

HOLD = """
import sqlite3, sys
connection = sqlite3.connect(sys.argv[1], isolation_level=None)
connection.execute("BEGIN IMMEDIATE")
print("held", flush=True)
sys.stdin.readline()
connection.execute("ROLLBACK")
"""


@pytest.fixture
def sitting(open_window: Callable[[], Driver]) -> tuple[Driver, TakeTestPage]:
    """张三 sits in a test."""
    driver = open_window()
    sitters_office(driver.services.desk._database, ["张三"])
    driver.services.accounts.set_up("海滨局", "王管理", "a good password")
    driver.program._staff.begin()
    driver.sign_in("张三")
    driver.press("参加考试")
    driver.wait_for(ExamRulesPage)
    driver.press("开始考试（点击后开始计时）")
    return driver, driver.wait_for(TakeTestPage)


def choose(driver: Driver, key: Qt.Key) -> None:
    """Press the key of an option, and do not wait until it is kept."""
    driver.qtbot.keyClick(QApplication.focusWidget(), key)


def stored(driver: Driver, page: TakeTestPage) -> object:
    """What the first question is answered with on the disk."""
    return driver.services.desk.sheet(driver.program._staff.token, page.sheet.attempt_id).questions[0].response


def hand_in(driver: Driver, page: TakeTestPage) -> None:
    """Hand in with one answer."""
    driver.click(page.submit_button)
    driver.wait_for(OutcomePage)
    assert "已答 1 题" in driver.words


def test_another_process_holds_the_database(sitting: tuple[Driver, TakeTestPage]) -> None:
    driver, page = sitting
    file = driver.program._places.database
    holder = subprocess.Popen(
        [sys.executable, "-c", HOLD, str(file)], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
    )
    assert holder.stdout is not None and holder.stdout.readline() == "held\n"
    choose(driver, Qt.Key.Key_A)
    choose(driver, Qt.Key.Key_B)
    assert "等待保存 1" in driver.words
    assert page.question.options.chosen == (1,), "the page does not freeze meanwhile"
    holder.communicate("\n", timeout=60)
    driver.wait_until(lambda: "已保存" in driver.words)
    assert stored(driver, page) == (1,)
    hand_in(driver, page)


def test_no_room_to_write_in(sitting: tuple[Driver, TakeTestPage]) -> None:
    driver, page = sitting
    with no_file_may_grow(Path(f"{driver.program._places.database}-wal")):
        choose(driver, Qt.Key.Key_C)
        driver.qtbot.waitUntil(lambda: page.banner.tone == "bad" and page.banner.isVisible())
        assert "等待保存 1" in driver.words
    driver.wait_until(lambda: "已保存" in driver.words)
    driver.wait_until(lambda: not page.banner.isVisible())
    assert stored(driver, page) == (2,)
    hand_in(driver, page)


@contextmanager
def no_file_may_grow(file: Path) -> Iterator[None]:
    """Let the system refuse every write beyond the present size of this file."""
    resource = pytest.importorskip("resource", reason="Windows has no such limit")
    soft, hard = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (file.stat().st_size, hard))
    try:
        yield
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, (soft, hard))


def test_the_folder_becomes_read_only(sitting: tuple[Driver, TakeTestPage]) -> None:
    """What is open already can still be written; an answer that cannot waits, and is kept when the right is back."""
    driver, page = sitting
    with read_only(driver.program._places.data):
        choose(driver, Qt.Key.Key_D)
        driver.qtbot.waitUntil(lambda: not page.keeper.waiting or page.banner.isVisible())
    driver.wait_until(lambda: "已保存" in driver.words)
    assert stored(driver, page) == (3,)
    hand_in(driver, page)
