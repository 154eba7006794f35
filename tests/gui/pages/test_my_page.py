"""My page: a card a test with the one thing that can be done, and the months so far."""

from quizapp.gui.pages.my_page import StaffHomePage
from quizapp.gui.widgets.bar_chart import BarChart
from tests.gui.reading import button, words_of
from tests.services.office import ACTOR


def open_page(show, doors, office, person, qtbot):
    page = show(StaffHomePage(doors, office.desk, office.desk.sign_in(person.id, "")))
    page.enter()
    before = words_of(page)
    qtbot.waitUntil(lambda: words_of(page) != before)
    return page


def test_a_test_that_is_open_can_be_taken(show, doors, office, people, exam_id, qtbot):
    page = open_page(show, doors, office, people[0], qtbot)
    assert "张三，您好" in words_of(page)
    assert "共 10 题，30 分钟，满分 100 分" in words_of(page)
    with qtbot.waitSignal(page.exam_chosen) as chosen:
        button(page, "参加考试").click()
    assert chosen.args[0].exam_id == exam_id


def test_an_attempt_that_is_running_can_be_gone_on_with(show, doors, office, people, exam_id, qtbot):
    office.desk.start(office.desk.sign_in(people[0].id, "").token, exam_id)
    page = open_page(show, doors, office, people[0], qtbot)
    assert button(page, "继续作答")


def test_after_the_end_the_sheet_can_be_seen(show, doors, office, people, exam_id, qtbot):
    token = office.desk.sign_in(people[0].id, "").token
    sheet = office.desk.start(token, exam_id)
    office.answer_all(token, sheet, wrong=3)
    office.desk.submit(token, sheet.attempt_id)
    office.exams.close(ACTOR, exam_id)
    page = open_page(show, doors, office, people[0], qtbot)
    assert "得分 70（满分 100）" in words_of(page)
    assert page.findChild(BarChart) is not None
    with qtbot.waitSignal(page.history_wanted):
        button(page, "历次成绩").click()
    with qtbot.waitSignal(page.review_wanted) as wanted:
        button(page, "查看答卷").click()
    assert wanted.args == [sheet.attempt_id]


def test_nothing_yet_says_what_to_expect(show, doors, office, people, qtbot):
    page = open_page(show, doors, office, people[0], qtbot)
    assert "现在没有您的考试" in words_of(page)
    with qtbot.waitSignal(page.signed_out):
        button(page, "退出登录").click()


def test_the_keyboard_stands_on_the_test_not_on_the_way_out(show, doors, office, people, exam_id, qtbot):
    page = open_page(show, doors, office, people[0], qtbot)
    qtbot.waitUntil(lambda: button(page, "参加考试").hasFocus())
