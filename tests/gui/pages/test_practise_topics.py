"""The banks and their categories, and what was met of each."""

import pytest

from quizapp.core.practice import PracticeChoice, PracticeMode
from quizapp.gui.pages.practise_topics import PractiseTopicsPage
from tests.gui.reading import button, words_of
from tests.services.office import fill_bank, question, usual_questions


@pytest.fixture
def token(office, people):
    return office.desk.sign_in(people[0].id, "").token


@pytest.fixture
def page(show, doors, office, token):
    return show(PractiseTopicsPage(doors, office.desk, token))


def topic(page, name):
    return next(one for one in page.findChildren(type(page.back_button)) if one.accessibleName().startswith(name))


def test_a_category_or_the_whole_bank_is_chosen(page, office, token, database, qtbot):
    bank_id = fill_bank(database, usual_questions())
    made = office.desk.start_practice(token, PracticeChoice(PracticeMode.TOPIC, bank_id, "会面礼仪"))
    office.desk.answer_practice(token, made.questions[0].place, (0,))
    page.enter()
    qtbot.waitUntil(lambda: "见过 1 / 20 题" in words_of(page))
    assert topic(page, "会面礼仪").accessibleName() == "会面礼仪，见过 1 题，共 10 题"
    with qtbot.waitSignal(page.chosen) as chosen:
        topic(page, "电话礼仪").click()
    assert chosen.args == [PracticeChoice(PracticeMode.TOPIC, bank_id, "电话礼仪")]
    with qtbot.waitSignal(page.chosen) as chosen:
        button(page, "练整个题库").click()
    assert chosen.args == [PracticeChoice(PracticeMode.TOPIC, bank_id)]
    with qtbot.waitSignal(page.went_back):
        page.back_button.click()


def test_a_long_name_is_cut_here_and_read_out_whole(page, database, qtbot):
    name = "名字特别长的一个分类，长到一个按钮里面怎么也写不下" * 3
    long = question(1)
    fill_bank(database, [type(long)(long.kind, long.stem, long.key, long.options, category=name)])
    page.enter()
    qtbot.waitUntil(lambda: "见过 0 / 1 题" in words_of(page))
    assert name in topic(page, name[:5]).toolTip()
    assert len(topic(page, name[:5]).text()) < 30


def test_no_questions_yet(page, qtbot):
    page.enter()
    qtbot.waitUntil(lambda: "现在没有可以练习的题" in words_of(page))


def test_closed_while_one_is_in_a_test(page, office, token, database, qtbot):
    fill_bank(database, [question(30)], "另一个题库")
    office.desk.start(token, office.published(fill_bank(database, usual_questions())))
    page.enter()
    qtbot.waitUntil(lambda: "正在考试" in page.banner.message)
    offered = [one for one in page.findChildren(type(page.back_button)) if "题" in one.accessibleName() + one.text()]
    assert offered and not any(one.isEnabled() for one in offered)
