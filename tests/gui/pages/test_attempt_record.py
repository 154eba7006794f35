"""What explains a score, and putting a wrong attempt right with a reason."""

import pytest

from quizapp.gui.pages.attempt_record import AttemptRecordPage
from quizapp.gui.widgets.leaving_line import LeavingLine
from quizapp.services.people import People
from tests.gui.reading import words_of
from tests.services.office import ACTOR, fill_bank, usual_questions


@pytest.fixture
def services(office, database, clock):
    class Bundle:
        attempts = office.attempts
        people = People(database, clock)

    return Bundle()


@pytest.fixture
def attempt_id(office, people, exam_id):
    token = office.desk.sign_in(people[0].id, "").token
    sheet = office.desk.start(token, exam_id)
    office.answer_all(token, sheet, wrong=2)
    office.desk.submit(token, sheet.attempt_id)
    return sheet.attempt_id


@pytest.fixture
def page(show, doors, services, attempt_id, qtbot):
    made = show(AttemptRecordPage(doors, services, ACTOR, attempt_id))
    made.enter()
    qtbot.waitUntil(lambda: "作答经过" in words_of(made))
    return made


def test_every_question_and_what_happened(page):
    words = words_of(page)
    assert "张三的答卷" in words
    assert page.state == "办公室 · 第 1 次作答 · 得 80 分"
    assert "交卷" in words and "第 10 题 · 填空题 · 10 分" in words


def test_voiding_needs_a_reason(page, answers, office, exam_id, qtbot):
    answers.reason = None
    page.void_button.click()
    assert office.attempts.attempts(exam_id)[0].void_reason == ""
    answers.reason = "代考"
    page.void_button.click()
    qtbot.waitUntil(lambda: page.state == "已作废，原因：代考")
    assert not page.void_button.isEnabled() and not page.move_button.isEnabled()


def test_moving_to_who_really_sat(page, answers, office, people, qtbot):
    def pick(box):
        box.picker.field.setText("李四")
        box.picker.field.returnPressed.emit()
        return True

    answers.does = pick
    answers.reason = "登录时选错了姓名"
    page.move_button.click()
    qtbot.waitUntil(lambda: "李四的答卷" in words_of(page))
    token = office.desk.sign_in(people[1].id, "").token
    assert office.desk.my_page(token).exams[0].score == 80_00


def test_thinking_better_of_it_changes_nothing(page, answers, qtbot):
    answers.does = lambda _box: False
    page.move_button.click()
    qtbot.waitUntil(lambda: bool(answers.asked))
    assert page.state.endswith("得 80 分")


def test_leaving_the_window_is_drawn_and_written(show, doors, services, office, people, database, qtbot):
    exam_id = office.published(fill_bank(database, usual_questions()), records_leaving=True)
    token = office.desk.sign_in(people[0].id, "").token
    attempt_id = office.desk.start(token, exam_id).attempt_id
    office.clock.advance(300)
    office.desk.note_leaving(token, attempt_id, 12, seq=1)
    page = show(AttemptRecordPage(doors, services, ACTOR, attempt_id))
    page.enter()
    qtbot.waitUntil(lambda: "离开 1 次，共 0 分 12 秒" in words_of(page))
    assert "离开考试窗口 12 秒（第 1 次）" in words_of(page)
    assert page.findChild(LeavingLine).bar.isVisible()


def test_where_nobody_left_there_is_nothing_to_draw(page):
    assert page.findChild(LeavingLine) is None


def test_the_sheet_can_be_printed_where_it_is_offered(page, show, doors, services, attempt_id, qtbot):
    assert not page.print_button.isVisible()
    page = show(AttemptRecordPage(doors, services, ACTOR, attempt_id, can_print=True))
    page.enter()
    qtbot.waitUntil(page.print_button.isVisible)
    with qtbot.waitSignal(page.print_wanted) as wanted:
        page.print_button.click()
    assert wanted.args == [attempt_id]
