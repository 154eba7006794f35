"""Practising over the real desk: answer, verdict, next; by mouse and by keyboard alone."""

import pytest
from PySide6.QtCore import Qt
from sqlalchemy import event

from quizapp.core.questions import Kind
from quizapp.gui.pages.practise import PracticeTally, PractisePage
from quizapp.services.banks import Banks
from tests.gui.practising import DAILY, choose
from tests.gui.reading import words_of
from tests.services.office import ACTOR, OPENS, fill_bank, question, usual_questions
from tests.services.pictured import fill_pictured_bank, seats


@pytest.fixture
def token(office, people):
    return office.desk.sign_in(people[0].id, "").token


@pytest.fixture
def open_set(show, doors, tasks, office, token):
    """Show the day's set as a page."""

    def open_page():
        made = office.desk.start_practice(token, DAILY)
        page = show(PractisePage(doors, tasks.serial("practice"), office.desk, token, made))
        page.enter()
        return page

    return open_page


def submit(page, qtbot, *, is_right=True):
    choose(page.question, page.asked.kind, is_right=is_right)
    page.main_button.click()
    qtbot.waitUntil(lambda: page.feedback.isVisibleTo(page) and page.main_button.isEnabled())


def test_a_wrong_answer_is_explained_at_once(open_set, database, qtbot):
    fill_bank(database, [question(1, explanation="因为规范如此")])
    page = open_set()
    assert page.question.facts.text() == "第 1 题，共 1 题 · 单选题"
    assert not page.feedback.isVisibleTo(page)
    submit(page, qtbot, is_right=False)
    right = next(card for card in page.question.options.cards if card.text().endswith("乙"))
    assert page.feedback.verdict.text() == "答错了"
    assert f"正确答案：{right.letter}" in words_of(page.feedback)
    assert "解析：因为规范如此" in words_of(page.feedback)
    assert "已放进错题本" in words_of(page.feedback)
    assert right.accessibleName().endswith("正确答案")
    wrong = next(card for card in page.question.options.cards if card.text().endswith("丁"))
    assert wrong.accessibleName().endswith("您的选择")


def test_a_whole_set_by_mouse(open_set, database, qtbot):
    fill_bank(database, usual_questions())
    page = open_set()
    ended = []
    page.finished.connect(ended.append)
    for number in range(10):
        assert page.main_button.text() == "提交答案"
        submit(page, qtbot, is_right=number != 3)
        assert page.feedback.tone == ("bad" if number == 3 else "good")
        assert page.main_button.text() == ("下一题" if number < 9 else "看看练得怎样")
        page.main_button.click()
    assert ended == [PracticeTally(DAILY, 10, right=9, answered=10, new_mistakes=1)]
    assert page.track.accessibleName() == "已练 10 题，答对 9 题"


def test_a_whole_set_by_keyboard(open_set, database, qtbot):
    fill_bank(database, usual_questions())
    page = open_set()
    ended = []
    page.finished.connect(ended.append)
    for number in range(10):
        qtbot.waitUntil(lambda: page.focusWidget() is not None)
        if page.asked.kind is Kind.FILL_BLANK:
            qtbot.keyClicks(page.focusWidget(), "3")
        elif number % 2:
            qtbot.keyClick(page.focusWidget(), Qt.Key.Key_B)
        else:
            qtbot.keyClick(page.focusWidget(), Qt.Key.Key_1)
        qtbot.keyClick(page.focusWidget(), Qt.Key.Key_Return)
        qtbot.waitUntil(lambda: page.feedback.isVisibleTo(page) and page.main_button.hasFocus())
        qtbot.keyClick(page.focusWidget(), Qt.Key.Key_Return)
    assert [tally.answered for tally in ended] == [10]


def test_nothing_chosen_is_said_kindly(open_set, database, qtbot):
    fill_bank(database, [question(1)])
    page = open_set()
    qtbot.keyClick(page.focusWidget(), Qt.Key.Key_Return)
    assert "先作答" in page.banner.message
    page.question.options.cards[0].click()
    assert not page.banner.isVisibleTo(page)


def test_f_puts_a_question_among_the_favourites_and_takes_it_out(open_set, office, token, database, qtbot):
    fill_bank(database, [question(1), question(2)])
    page = open_set()
    qtbot.keyClick(page.focusWidget(), Qt.Key.Key_F)
    assert page.favourite_button.text() == "已收藏"
    qtbot.waitUntil(lambda: office.desk.practice(token).favourites == 1)
    submit(page, qtbot)
    page.main_button.click()
    assert page.favourite_button.text() == "收藏"
    page.favourite_button.click()
    qtbot.waitUntil(lambda: office.desk.practice(token).favourites == 2)
    page.favourite_button.click()
    qtbot.waitUntil(lambda: office.desk.practice(token).favourites == 1)


def test_f_is_typed_where_a_blank_is_filled_in(open_set, office, token, database, qtbot):
    fill_bank(database, [question(1, Kind.FILL_BLANK)])
    page = open_set()
    qtbot.keyClick(page.question.fields[0], Qt.Key.Key_F)
    assert page.question.fields[0].text() == "f"
    assert page.favourite_button.text() == "收藏"
    page.main_button.click()
    qtbot.waitUntil(lambda: page.feedback.isVisibleTo(page))
    assert "正确答案：三 或 3" in words_of(page.feedback)


def test_a_question_taken_away_meanwhile_is_passed_by(open_set, database, qtbot):
    fill_bank(database, [question(1), question(2)])
    page = open_set()
    Banks(database, lambda: OPENS).keep_back(ACTOR, {page.asked.place.revision_id: True})
    choose(page.question, page.asked.kind, is_right=True)
    page.main_button.click()
    qtbot.waitUntil(lambda: page.main_button.text() == "下一题")
    assert "请做下一题" in page.banner.message
    page.main_button.click()
    assert not page.banner.isVisibleTo(page)
    submit(page, qtbot)
    with qtbot.waitSignal(page.finished) as finished:
        page.main_button.click()
    assert finished.args[0].answered == 1


def test_what_cannot_be_kept_can_be_sent_again(open_set, office, token, database, qtbot):
    fill_bank(database, [question(1)])
    page = open_set()
    office.desk.sign_out(token)
    choose(page.question, page.asked.kind, is_right=True)
    page.main_button.click()
    qtbot.waitUntil(lambda: page.banner.isVisibleTo(page))
    assert "重新登录" in page.banner.message
    assert page.main_button.isEnabled() and page.main_button.text() == "提交答案"


def test_enough_can_be_had_at_any_time(open_set, database, qtbot):
    fill_bank(database, usual_questions())
    page = open_set()
    submit(page, qtbot)
    with qtbot.waitSignal(page.finished) as finished:
        page.end_button.click()
    assert (finished.args[0].answered, finished.args[0].total) == (1, 10)
    assert page.leave()


def test_a_mistake_is_marked_as_one(open_set, database, office, token, qtbot):
    fill_bank(database, [question(1)])
    page = open_set()
    assert not page.book_badge.isVisibleTo(page)
    submit(page, qtbot, is_right=False)
    office.clock.advance(86_000)
    token = office.desk.sign_in(1, "").token
    made = office.desk.start_practice(token, DAILY)
    again = PractisePage(page._doors, page._queue, office.desk, token, made)
    qtbot.addWidget(again)
    assert again.book_badge.isVisibleTo(again)
    submit(again, qtbot)
    assert "再答对一次" in words_of(again.feedback)


def test_pictures_are_shown(open_set, database, tasks, qtbot):
    fill_pictured_bank(database, [seats(1)])
    page = open_set()
    qtbot.waitUntil(lambda: all(one.shown.image for one in page.question.pictures.views))
    assert len(page.question.pictures.views) == 1
    pictured = [card for card in page.question.options.cards if card.picture is not None]
    assert len(pictured) == 2
    qtbot.waitUntil(lambda: not tasks.is_busy)


@pytest.mark.parametrize("size", ["standard", "extra"])
def test_the_verdict_comes_into_view(open_set, theme, database, qtbot, size):
    theme.use(size=size)
    fill_bank(database, [question(1, explanation="因为" * 60)])
    page = open_set()
    submit(page, qtbot, is_right=False)
    view, verdict = page._scroller.viewport(), page.feedback.verdict
    qtbot.waitUntil(lambda: 0 < verdict.mapTo(view, verdict.rect().center()).y() < view.height())


def test_a_favourite_that_was_not_kept_is_tried_again_and_nothing_else(open_set, office, token, database, qtbot):
    fill_bank(database, [question(1)])
    page = open_set()
    is_full = [1]
    event.listen(database.engine, "checkout", lambda link, *_pooled: link.execute(f"pragma query_only = {is_full[0]}"))
    page.favourite_button.click()
    qtbot.waitUntil(page.banner.action_button.isVisible)
    assert page.favourite_button.text() == "收藏"
    is_full[0] = 0
    page.banner.action_button.click()
    qtbot.waitUntil(lambda: office.desk.practice(token).favourites == 1)
    assert page.favourite_button.text() == "已收藏"
    assert page.main_button.text() == "提交答案" and not page.banner.isVisible()
