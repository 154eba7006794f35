"""One after another at one PC: the whole turn by mouse and by keyboard, and nothing left of who sat there before."""

import pytest
from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication, QLabel, QLineEdit, QWidget

from quizapp.core.people import SignInCheck
from quizapp.db.tables import BureauRow, PersonRow, TokenRow
from quizapp.errors import NotAllowed
from quizapp.gui.kiosk import KioskFlow, kiosk_words
from quizapp.gui.main_window import MainWindow
from quizapp.gui.pages.exam_rules import ExamRulesPage
from quizapp.gui.pages.kiosk_confirm import KioskConfirmPage
from quizapp.gui.pages.kiosk_outcome import KioskOutcomePage
from quizapp.gui.pages.sign_in import StaffSignInPage
from quizapp.gui.pages.take_test import TakeTestPage
from quizapp.gui.unattended import Unattended
from quizapp.services.passwords import hash_pin
from tests.gui.pages.conftest import *  # noqa: F403 - the fixtures of pages
from tests.gui.reading import words_of


@pytest.fixture
def window(qtbot, theme):
    made = MainWindow({})
    qtbot.addWidget(made)
    with qtbot.waitActive(made):
        made.show()
        made.activateWindow()
    return made


@pytest.fixture
def kiosk(doors, window, office, preferences, tasks, qtbot):
    asked = []
    made = KioskFlow(
        doors,
        window,
        office.desk,
        preferences,
        on_organiser=lambda: asked.append("organiser"),
        on_ended=lambda: asked.append("end"),
    )
    made.asked = asked
    made.begin()
    yield made
    if isinstance(window.page, TakeTestPage):
        window.page.keeper.stop()
    qtbot.waitUntil(lambda: not tasks.is_busy)


def arrive(window, kind, qtbot):
    qtbot.waitUntil(lambda: isinstance(window.page, kind))
    return window.page


def choose(window, qtbot, letters):
    page = arrive(window, StaffSignInPage, qtbot)
    qtbot.waitUntil(lambda: page.department.count() > 0)
    page.picker.field.setText(letters)
    page.picker.field.returnPressed.emit()
    page.enter_button.click()
    confirm = arrive(window, KioskConfirmPage, qtbot)
    qtbot.waitUntil(
        lambda: confirm.refuse_button.text() == "返回" or any(one.isVisible() for one in confirm.exam_buttons)
    )
    return confirm


def start(window, qtbot, letters):
    choose(window, qtbot, letters).exam_buttons[0].click()
    arrive(window, ExamRulesPage, qtbot).start_button.click()
    return arrive(window, TakeTestPage, qtbot)


def hand_in(window, qtbot, letters):
    start(window, qtbot, letters).submit_button.click()
    return arrive(window, KioskOutcomePage, qtbot)


def everything_said(window):
    """Every text in the window, in sight or not: labels, fields, names for screen readers, the title."""
    texts = [window.windowTitle()]
    for one in window.findChildren(QWidget):
        texts += [one.accessibleName(), one.accessibleDescription(), one.toolTip(), one.windowTitle()]
        if isinstance(one, QLabel | QLineEdit):
            texts.append(one.text())
    return "\n".join(texts)


def test_a_whole_turn_and_nothing_left(exam_id, kiosk, window, office, database, qtbot):
    outcome = hand_in(window, qtbot, "zs")
    token = kiosk.token
    assert "三月礼仪测试" in window.windowTitle()
    outcome.go_button.click()
    page = arrive(window, StaffSignInPage, qtbot)
    qtbot.waitUntil(lambda: page.department.count() > 0)
    assert page.picker.field.text() == "" and page.picker.chosen is None
    assert page.department.currentData() is None and page.secret.text() == ""
    assert page.picker.list.verticalScrollBar().value() == 0
    assert "张三" not in everything_said(window) and "礼仪测试" not in window.windowTitle()
    assert not page.picker.field.isUndoAvailable()
    assert kiosk.token == ""

    def signed_out():
        with database.read() as session:
            return session.query(TokenRow).count() == 0

    qtbot.waitUntil(signed_out)
    with pytest.raises(NotAllowed):
        office.desk.my_page(token)


def test_the_last_page_makes_room_by_itself(exam_id, kiosk, window, qtbot):
    outcome = hand_in(window, qtbot, "zs")
    timer = outcome.findChild(QTimer)
    assert timer.isActive()
    for _second in range(10):
        assert window.page is outcome
        timer.timeout.emit()
    arrive(window, StaffSignInPage, qtbot)


def test_who_was_chosen_by_mistake_says_so(exam_id, kiosk, window, qtbot):
    confirm = choose(window, qtbot, "ls")
    assert "李四" in words_of(confirm) and "办公室" in words_of(confirm)
    confirm.refuse_button.click()
    arrive(window, StaffSignInPage, qtbot)
    assert kiosk.token == ""


def test_going_back_from_the_rules_makes_room(exam_id, kiosk, window, qtbot):
    choose(window, qtbot, "ls").exam_buttons[0].click()
    arrive(window, ExamRulesPage, qtbot).back_button.click()
    arrive(window, StaffSignInPage, qtbot)


def test_text_copied_in_the_test_is_taken_back(exam_id, kiosk, window, qtbot):
    page = start(window, qtbot, "zs")
    page._go_to(9)
    page.question.fields[0].setText("抄下来的题目")
    page.question.fields[0].selectAll()
    page.question.fields[0].copy()
    assert QGuiApplication.clipboard().text() == "抄下来的题目"
    page.submit_button.click()
    arrive(window, KioskOutcomePage, qtbot).go_button.click()
    arrive(window, StaffSignInPage, qtbot)
    assert QGuiApplication.clipboard().text() == ""


def test_what_was_copied_before_the_turn_stays(exam_id, kiosk, window, qtbot):
    QGuiApplication.clipboard().setText("组织者的")
    choose(window, qtbot, "zs").refuse_button.click()
    assert QGuiApplication.clipboard().text() == "组织者的"
    QGuiApplication.clipboard().clear()


def test_large_letters_for_all_and_larger_ones_for_who_wants_them(exam_id, kiosk, window, theme, preferences, qtbot):
    assert theme.size == "large"
    confirm = choose(window, qtbot, "zs")
    large, extra = confirm.sizes.buttons()
    assert large.isChecked()
    extra.click()
    assert theme.size == "extra"
    confirm.exam_buttons[0].click()
    arrive(window, ExamRulesPage, qtbot).start_button.click()
    arrive(window, TakeTestPage, qtbot).submit_button.click()
    arrive(window, KioskOutcomePage, qtbot)
    assert theme.size == "extra"
    window.page.go_button.click()
    arrive(window, StaffSignInPage, qtbot)
    assert theme.size == "large"
    assert preferences.settings.appearance.text_size == "standard"


def test_who_has_finished_stands_at_the_end_and_has_nothing_to_take(exam_id, kiosk, window, qtbot):
    hand_in(window, qtbot, "zs").go_button.click()
    page = arrive(window, StaffSignInPage, qtbot)
    qtbot.waitUntil(lambda: page.department.count() > 0)
    model = page.picker.list.model()
    entries = [model.entry(row) for row in range(model.rowCount())]
    assert [one.name for one in entries] == ["李四", "王五", "张三"]
    assert ["已考" in one.sub_text for one in entries] == [False, False, True]
    confirm = choose(window, qtbot, "zs")
    qtbot.waitUntil(lambda: "没有要参加的考试" in words_of(confirm))
    assert not confirm.exam_buttons
    assert "分" not in words_of(confirm), "a score is nobody else's business"
    confirm.refuse_button.click()
    arrive(window, StaffSignInPage, qtbot)


def test_after_a_crash_the_name_leads_back_into_the_test(exam_id, kiosk, window, doors, office, preferences, qtbot):
    page = start(window, qtbot, "zs")
    page.question.options.cards[2].click()
    qtbot.waitUntil(lambda: page.keeper.waiting == 0)
    page.keeper.stop()
    again = KioskFlow(doors, window, office.desk, preferences, on_organiser=list, on_ended=list)
    again.begin()
    confirm = choose(window, qtbot, "zs")
    assert confirm.exam_buttons[0].text() == "是我，继续作答"
    confirm.exam_buttons[0].click()
    arrive(window, ExamRulesPage, qtbot).start_button.click()
    resumed = arrive(window, TakeTestPage, qtbot)
    assert resumed.keeper.responses[0] == (2,)
    resumed.keeper.stop()


def test_a_page_that_nobody_attends_to_makes_room(exam_id, kiosk, window, qtbot):
    confirm = choose(window, qtbot, "zs")
    confirm.findChild(Unattended).noticed.emit()
    page = arrive(window, StaffSignInPage, qtbot)
    qtbot.waitUntil(lambda: page.department.count() > 0)
    assert kiosk.token == ""


def test_half_a_name_on_the_first_page_goes_away_too(exam_id, kiosk, window, qtbot):
    page = arrive(window, StaffSignInPage, qtbot)
    qtbot.waitUntil(lambda: page.department.count() > 0)
    page.picker.field.setText("zhang")
    page.findChild(Unattended).noticed.emit()
    assert window.page is not page
    assert window.page.picker.field.text() == ""


def test_the_test_itself_is_never_cut_short(exam_id, kiosk, window, qtbot):
    page = start(window, qtbot, "zs")
    assert page.findChild(Unattended) is None


def test_the_ways_out(exam_id, kiosk, window, qtbot):
    page = arrive(window, StaffSignInPage, qtbot)
    page.organiser_button.click()
    page.kiosk_button.click()
    assert kiosk.asked == ["organiser", "end"]
    assert "不会被锁住" in kiosk_words()


def test_a_turn_by_keyboard(exam_id, kiosk, window, qtbot):
    page = arrive(window, StaffSignInPage, qtbot)
    qtbot.waitUntil(lambda: page.department.count() > 0)
    qtbot.waitUntil(page.picker.field.hasFocus)

    def press(*keys):
        for key in keys:
            qtbot.keyClick(QApplication.focusWidget(), key)

    page.picker.field.insert("zs")
    press(Qt.Key.Key_Return)
    press(Qt.Key.Key_Return)
    confirm = arrive(window, KioskConfirmPage, qtbot)
    qtbot.waitUntil(lambda: bool(confirm.exam_buttons) and confirm.exam_buttons[0].hasFocus())
    press(Qt.Key.Key_Return)
    rules = arrive(window, ExamRulesPage, qtbot)
    qtbot.waitUntil(rules.start_button.hasFocus)
    press(Qt.Key.Key_Return)
    taking = arrive(window, TakeTestPage, qtbot)
    qtbot.waitUntil(lambda: taking.isAncestorOf(QApplication.focusWidget()))
    press(Qt.Key.Key_B)
    assert taking.keeper.responses[0] == (1,)
    taking.submit_button.setFocus()
    press(Qt.Key.Key_Return)
    outcome = arrive(window, KioskOutcomePage, qtbot)
    qtbot.waitUntil(outcome.go_button.hasFocus)
    press(Qt.Key.Key_Return)
    arrive(window, StaffSignInPage, qtbot)


def test_a_pin_is_asked_for_and_not_left(exam_id, people, kiosk, window, database, qtbot):
    with database.write() as session:
        session.add(BureauRow(name="海滨局", unit_word="局属", sign_in_check=SignInCheck.PIN))
        session.get_one(PersonRow, people[0].id).pin_hash = hash_pin("204518")
    kiosk.begin()
    page = arrive(window, StaffSignInPage, qtbot)
    qtbot.waitUntil(lambda: page.department.count() > 0)
    page.picker.field.setText("zs")
    page.picker.field.returnPressed.emit()
    assert page.secret_field.isVisible()
    page.secret.setText("204518")
    page.enter_button.click()
    confirm = arrive(window, KioskConfirmPage, qtbot)
    confirm.refuse_button.click()
    page = arrive(window, StaffSignInPage, qtbot)
    assert page.secret.text() == "" and not page.secret_field.isVisible()
    qtbot.waitUntil(lambda: "204518" not in everything_said(window))  # the page it was typed on is gone
