"""My page: a card a test with the one thing that can be done, and the months so far."""

from quizapp.core.practice import PracticeChoice, PracticeMode
from quizapp.gui.pages.my_page import StaffHomePage
from quizapp.gui.widgets.badge import Badge
from quizapp.gui.widgets.bar_chart import BarChart
from tests.gui.reading import button, words_of
from tests.services.office import ACTOR, fill_bank, usual_questions
from tests.services.short_answers import publish_short_answers, take


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


def test_practising_is_offered_and_how_far_one_is(show, doors, office, people, database, qtbot):
    fill_bank(database, usual_questions())
    page = open_page(show, doors, office, people[0], qtbot)
    qtbot.waitUntil(lambda: page.practice is not None and page.practice.main_button.hasFocus())
    with qtbot.waitSignal(page.practice_chosen) as chosen:
        page.practice.main_button.click()
    assert chosen.args == [PracticeChoice(PracticeMode.DAILY)]
    with qtbot.waitSignal(page.topics_wanted):
        page.practice.topics_button.click()


def test_a_test_to_take_comes_before_practising(show, doors, office, people, exam_id, qtbot):
    page = open_page(show, doors, office, people[0], qtbot)
    qtbot.waitUntil(lambda: "参加考试" in words_of(page) and page.practice.main_button.isEnabled())
    assert page.practice.main_button.property("kind") == "secondary"
    assert words_of(page).index("参加考试") < words_of(page).index("每日自学")


def test_no_practising_in_a_test(show, doors, office, people, exam_id, qtbot):
    office.desk.start(office.desk.sign_in(people[0].id, "").token, exam_id)
    page = open_page(show, doors, office, people[0], qtbot)
    qtbot.waitUntil(lambda: "正在考试" in words_of(page))
    assert not page.practice.main_button.isEnabled()


def test_a_sheet_with_answers_to_be_marked_says_so(show, doors, office, people, qtbot):
    exam_id = publish_short_answers(office)
    take(office, exam_id, people[0].id, "请坐倒水", "")
    page = open_page(show, doors, office, people[0], qtbot)
    assert "待阅卷" in [badge.text for badge in page.findChildren(Badge)]
    assert "得分" not in words_of(page)


def test_more_time_is_told(show, doors, office, people, exam_id, qtbot):
    due = next(one for one in office.exams.due_people(exam_id) if one.name == "张三")
    office.exams.set_extra_minutes(ACTOR, exam_id, [due.due_id], 10, reason="视力不便")
    page = open_page(show, doors, office, people[0], qtbot)
    assert "共 10 题，40 分钟，满分 100 分（您的时长：30 + 10 分钟）" in words_of(page)
