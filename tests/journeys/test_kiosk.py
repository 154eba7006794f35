"""One after another on one PC: each with an own score, none with anything of who sat there before."""

from datetime import timedelta

import pytest
from PySide6.QtWidgets import QLabel, QLineEdit

from quizapp.clock import read_clock
from quizapp.core.desk import SheetQuestion
from quizapp.core.monthly import Status
from quizapp.core.questions import Kind
from quizapp.gui.pages.kiosk_outcome import KioskOutcomePage
from tests.journeys.driver import Driver
from tests.services.conftest import Roster
from tests.services.office import Office, fill_bank, usual_questions

NAMES = ("张三", "李四", "王五", "赵六")


@pytest.fixture
def desk(open_window):
    """The window in this mode, with a test that is open now."""
    driver: Driver = open_window()
    database = driver.services.desk._database
    roster = Roster(database)
    roster.people(roster.department("办公室"), *NAMES)
    office, now = Office(database), read_clock().wall_at
    office.clock.wall_at = now
    day = timedelta(days=1)
    driver.exam_id = office.published(
        fill_bank(database, usual_questions()), opens_at=now - day, closes_at=now + day, is_full_screen=True
    )
    driver.program._preferences.set_kiosk(True)
    driver.program.show_first_page()
    driver.settle()
    return driver


def right(question: SheetQuestion) -> tuple[str, ...]:
    """The words of the right options of the questions of `usual_questions`."""
    if question.kind is Kind.TRUE_FALSE:
        return ("正确",)
    wanted = "乙" if question.kind is Kind.SINGLE else "甲丙"
    return tuple(text for text in question.options if text[-1] in wanted)


def nothing(_question: SheetQuestion) -> tuple[str, ...]:
    return ()


def test_one_after_another(desk: Driver) -> None:
    for number, name in enumerate(NAMES):
        outcome = desk.kiosk_turn(name, nothing if number % 2 else right)
        assert ("0 分" if number % 2 else "90 分") in desk.words
        assert not desk.window.isFullScreen()
        assert isinstance(outcome, KioskOutcomePage)
        desk.press("现在返回")
        desk.wait_for_first_page()
        said = "\n".join(one.text() for kind in (QLabel, QLineEdit) for one in desk.window.findChildren(kind))
        assert name not in said + desk.window.windowTitle()
    results = desk.services.results.results(desk.exam_id).figures
    assert {one.row.name: one.row.score for one in results.people} == {
        "张三": 90_00, "李四": 0, "王五": 90_00, "赵六": 0,
    }  # fmt: skip
    assert all(one.row.status is Status.SAT for one in results.people)
