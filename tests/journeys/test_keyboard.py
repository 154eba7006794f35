"""A whole turn by keyboard alone, in the order a person presses: from the name to the score, and out again."""

from collections.abc import Callable
from random import Random

import pytest
from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtWidgets import QApplication

from quizapp.core.points import points_text
from quizapp.gui.pages.exam_rules import ExamRulesPage
from quizapp.gui.pages.my_page import StaffHomePage
from quizapp.gui.pages.outcome import OutcomePage
from quizapp.gui.pages.sign_in import StaffSignInPage
from quizapp.gui.pages.take_test import TakeTestPage
from tests.journeys.driver import Driver
from tests.journeys.sitters import Sitter, sitters_office

_MOUSE = (QEvent.Type.MouseButtonPress, QEvent.Type.MouseButtonRelease, QEvent.Type.Wheel)


class NoMouse(QObject):
    """Counts what a mouse would have done."""

    count = 0

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        self.count += event.type() in _MOUSE
        return False


@pytest.mark.parametrize("size", ["standard", "extra"])
def test_from_the_name_to_the_score_and_back(size: str, open_window: Callable[[], Driver]) -> None:
    driver = open_window()
    mouse = NoMouse()
    QApplication.instance().installEventFilter(mouse)
    sitters_office(driver.services.desk._database, ["张三", "李四"])
    driver.services.accounts.set_up("海滨局", "王管理", "a good password")
    driver.program._staff.begin()
    driver.program._doors.theme.use(size=size)
    for number, name in (("001", "张三"), ("002", "李四")):
        sitter = Sitter(name, Random(number))
        enter(driver, number)
        assert name in driver.words
        take(driver, sitter)
        assert f"{points_text(sitter.score)} 分" in driver.words
        leave(driver)
    assert mouse.count == 0
    driver.program._doors.theme.use(size="standard")


def enter(driver: Driver, number: str) -> None:
    """Type the number; Enter picks, Enter goes in."""
    page: StaffSignInPage = driver.wait_for(StaffSignInPage)
    driver.wait_until(lambda: page.department.count() and page.picker.field.hasFocus())
    driver.key(*(Qt.Key(ord(digit)) for digit in number), Qt.Key.Key_Return, Qt.Key.Key_Return)
    driver.wait_for(StaffHomePage)


def take(driver: Driver, sitter: Sitter) -> None:
    """Mark one for later, answer all in order by letter, turn back and forth, hand in."""
    driver.key(Qt.Key.Key_Return)
    driver.wait_for(ExamRulesPage)
    driver.key(Qt.Key.Key_Return)
    page: TakeTestPage = driver.wait_for(TakeTestPage)
    driver.tab_to(page.mark_button)
    driver.key(Qt.Key.Key_Space)
    assert page.keeper.marked == {0}
    driver.tab_to(page.question.options.cards[0])
    for asked in page.sheet.questions:
        words = [card.text() for card in page.question.options.cards]
        for wanted in sitter(asked):
            driver.key(Qt.Key(Qt.Key.Key_A + words.index(wanted)))
        driver.key(Qt.Key.Key_Right)
    driver.key(Qt.Key.Key_PageUp, Qt.Key.Key_PageDown)
    assert "未答 0 题" in driver.words
    assert "已保存" in driver.words
    driver.tab_to(page.submit_button)
    driver.key(Qt.Key.Key_Space)
    driver.wait_for(OutcomePage)


def leave(driver: Driver) -> None:
    """Back to my page, and out."""
    driver.key(Qt.Key.Key_Return)
    home: StaffHomePage = driver.wait_for(StaffHomePage)
    driver.tab_to(home.sign_out_button)
    driver.key(Qt.Key.Key_Space)
    driver.wait_for(StaffSignInPage)
