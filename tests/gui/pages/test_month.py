"""The first page: one thing to do at a time while something is missing, then each test with its next step."""

from datetime import timedelta

import pytest

from quizapp.core.monthly import Status
from quizapp.gui.pages.month import MonthPage
from tests.gui.bureau import services_of
from tests.gui.reading import button, words_of
from tests.services.office import ACTOR, CLOSES, fill_bank, usual_questions


@pytest.fixture
def services(office):
    return services_of(office)


@pytest.fixture
def page(show, doors, services, office):
    return show(MonthPage(doors, services, now=lambda: office.clock.wall_at))


def enter(page, qtbot):
    before = words_of(page._scroller)
    page.enter()
    qtbot.waitUntil(lambda: words_of(page._scroller) not in ("", before))
    return words_of(page)


def press(page, text, qtbot):
    with qtbot.waitSignal(page.went_to) as went:
        button(page, text).click()
    return went.args[0]


def test_people_come_first(page, qtbot):
    assert "还没有人员名单" in enter(page, qtbot)
    assert press(page, "导入名单", qtbot) == "people"


def test_then_a_bank_then_a_test(page, people, database, qtbot):
    assert "还没有题库" in enter(page, qtbot)
    assert press(page, "导入题库", qtbot) == "banks"
    fill_bank(database, usual_questions())
    assert "本月还没有考试" in enter(page, qtbot)
    assert press(page, "设置本月考试", qtbot) == "exams"


def test_each_state_has_its_next_step(page, office, services, people, exam_id, qtbot):
    words = enter(page, qtbot)
    assert "2026年3月" in words and "题库共 20 题，参加测试 3 人。" in words
    assert "○ 时间到后结束考试" in words and "√ 发布考试，通知大家参加" in words
    with qtbot.waitSignal(page.exam_wanted) as wanted:
        assert press(page, "查看进度", qtbot) == "results"
    assert wanted.args == [exam_id]
    office.clock.wall_at = CLOSES
    enter(page, qtbot)
    assert press(page, "结束考试", qtbot) == "exams"
    office.exams.close(ACTOR, exam_id)
    enter(page, qtbot)
    assert press(page, "核实 3 人", qtbot) == "results"
    services.results.settle(ACTOR, exam_id, [1, 2, 3], Status.ABSENT, "")
    assert "√ 核实没有参加的人员" in enter(page, qtbot)
    assert press(page, "导出成绩", qtbot) == "results"


def test_a_draft_is_gone_on_with(page, office, people, database, qtbot):
    office.exams.create(ACTOR, office.definition(fill_bank(database, usual_questions())))
    assert "草稿" in [badge.text for badge in badges_after(page, qtbot)]
    assert press(page, "继续设置", qtbot) == "exams"


def badges_after(page, qtbot):
    from quizapp.gui.widgets.badge import Badge

    enter(page, qtbot)
    return page.findChildren(Badge)


def test_an_older_test_stays_until_it_is_settled(page, office, people, database, qtbot):
    old = office.published(
        fill_bank(database, usual_questions()), month="2026-02", title="二月", closes_at=CLOSES + timedelta(days=1)
    )
    office.exams.close(ACTOR, old)
    assert "二月" in enter(page, qtbot)
