"""Sits at the real window: presses what is seen, types, reads, waits until the program has done what it was asked."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from quizapp.core.desk import SheetQuestion
from quizapp.gui.main_window import MainWindow
from quizapp.gui.organiser_shell import OrganiserShell
from quizapp.gui.page import Page
from quizapp.gui.page_stack import PageStack
from quizapp.gui.pages.administrator_sign_in import AdministratorSignInPage
from quizapp.gui.pages.exam_rules import ExamRulesPage
from quizapp.gui.pages.kiosk_confirm import KioskConfirmPage
from quizapp.gui.pages.kiosk_outcome import KioskOutcomePage
from quizapp.gui.pages.my_page import StaffHomePage
from quizapp.gui.pages.outcome import OutcomePage
from quizapp.gui.pages.sign_in import StaffSignInPage
from quizapp.gui.pages.take_test import TakeTestPage
from quizapp.gui.program import Program
from quizapp.gui.tasks import Tasks
from quizapp.gui.widgets.badge import Badge
from quizapp.services.bundle import Services
from tests.gui.answers import Answers
from tests.gui.reading import button, words_of


@dataclass
class Driver:
    """The window, the hands on it, and what the dialogs are answered."""

    qtbot: QtBot
    tasks: Tasks
    answers: Answers
    window: MainWindow
    program: Program
    services: Services

    @property
    def page(self) -> Page:
        """The page in the window."""
        page = self.window.page
        assert page is not None
        return page

    @property
    def organiser(self) -> Page:
        """The organiser's page in view, the topmost where several lie on one another."""
        shell = self.page
        assert isinstance(shell, OrganiserShell), type(shell)
        page = shell.page(shell.current)
        return page.top if isinstance(page, PageStack) else page

    def settle(self) -> None:
        """Wait until nothing is under way, and what came of it is in view."""
        self.qtbot.waitUntil(lambda: not self.tasks.is_busy, timeout=20_000)
        QCoreApplication.sendPostedEvents()  # a widget just put into a layout is shown an event later

    def wait_for(self, kind: type[Page]) -> Any:
        """Wait until the window shows a page of this kind."""
        self.qtbot.waitUntil(lambda: isinstance(self.window.page, kind))
        self.settle()
        return self.window.page

    def wait_until(self, is_so: Callable[[], object]) -> None:
        """Wait until something is so, and nothing is under way."""
        self.qtbot.waitUntil(lambda: bool(is_so()), timeout=20_000)
        self.settle()

    def click(self, widget: QWidget) -> None:
        """Press what can be pressed."""
        assert widget.isVisible() and widget.isEnabled(), words_of(widget.window())
        self.qtbot.mouseClick(widget, Qt.MouseButton.LeftButton)
        self.settle()

    def press(self, words: str) -> None:
        """Press the button with these words."""
        self.click(button(self.window, words))

    def key(self, *keys: Qt.Key) -> None:
        """Press keys where the keyboard is."""
        for key in keys:
            widget = QApplication.focusWidget()
            assert widget is not None, words_of(self.window)
            self.qtbot.keyClick(widget, key)
            self.settle()

    def tab_to(self, widget: QWidget) -> None:
        """Move the keyboard there, as far as it takes."""
        for _step in range(60):
            if widget.hasFocus():
                return
            self.key(Qt.Key.Key_Tab)
        raise AssertionError(f"the keyboard does not come to {widget}")

    @property
    def words(self) -> str:
        """All words in view, those of the badges at the end."""
        badges = [one.text for one in self.window.findChildren(Badge) if one.isVisibleTo(self.window)]
        return "\n".join([words_of(self.window), *badges])

    # what a staff member does

    def sign_in(self, name: str) -> StaffHomePage:
        """Type the name, pick it, go in."""
        page: StaffSignInPage = self.wait_for(StaffSignInPage)
        page.picker.field.clear()
        page.picker.field.insert(name)
        self.key(Qt.Key.Key_Return)
        self.click(page.enter_button)
        home: StaffHomePage = self.wait_for(StaffHomePage)
        return home

    def take(self, name: str, answer: Callable[[SheetQuestion], tuple[str, ...]]) -> OutcomePage:
        """Sit the open test with the mouse: `answer` gives the words of the options to press."""
        self.sign_in(name)
        self.press("参加考试")
        self._answer(answer)
        outcome: OutcomePage = self.wait_for(OutcomePage)
        return outcome

    def kiosk_turn(self, name: str, answer: Callable[[SheetQuestion], tuple[str, ...]]) -> KioskOutcomePage:
        """Sit the open test where one comes after another, up to the score; `press("现在返回")` makes room."""
        page = self.wait_for_first_page()
        page.picker.field.clear()
        page.picker.field.insert(name)
        self.key(Qt.Key.Key_Return)
        self.click(page.enter_button)
        self.wait_for(KioskConfirmPage)
        self.press("是我，参加考试")
        self._answer(answer)
        outcome: KioskOutcomePage = self.wait_for(KioskOutcomePage)
        return outcome

    def wait_for_first_page(self) -> StaffSignInPage:
        """Wait until the next person can choose a name."""
        page: StaffSignInPage = self.wait_for(StaffSignInPage)
        self.wait_until(lambda: page.department.count() > 0)
        return page

    def _answer(self, answer: Callable[[SheetQuestion], tuple[str, ...]]) -> None:
        """From the rules to handing in."""
        self.wait_for(ExamRulesPage)
        self.press("开始考试（点击后开始计时）")
        page: TakeTestPage = self.wait_for(TakeTestPage)
        for number, question in enumerate(page.sheet.questions):
            self.click(page.grid.cells[number])
            wanted = answer(question)
            for card in page.question.options.cards:
                if card.text() in wanted:
                    self.click(card)
        self.click(page.submit_button)

    def leave_outcome(self) -> None:
        """Back to my page, and out."""
        self.press("返回我的页面")
        self.wait_for(StaffHomePage)
        self.press("退出登录")
        self.wait_for(StaffSignInPage)

    # what the organiser does

    def enter_as_organiser(self, name: str, password: str) -> None:
        """Through the door in the corner of the staff's page."""
        self.press("管理员登录")
        page: AdministratorSignInPage = self.wait_for(AdministratorSignInPage)
        page.name.insert(name)
        page.password.insert(password)
        self.click(page.enter_button)
        self.wait_for(OrganiserShell)

    def go(self, words: str) -> Page:
        """Press a word of the navigation."""
        shell = self.page
        assert isinstance(shell, OrganiserShell)
        self.click(button(shell.side(), words))
        return self.organiser

    def leave_organiser(self) -> None:
        """Sign out."""
        self.press("退出登录")
        self.wait_for(StaffSignInPage)
