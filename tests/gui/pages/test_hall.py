"""The hall in the window: who writes, a power cut made up for all at once, minutes, opened again, ended, taken back."""

import pytest
from PySide6.QtCore import Qt

from quizapp.core.people import Actor
from quizapp.gui.pages.attempt_record import AttemptRecordPage
from quizapp.gui.pages.exams import ExamsPage
from quizapp.gui.pages.hall import HallPage
from quizapp.gui.pages.more_time import MoreTimeBox
from tests.gui.bureau import services_of
from tests.gui.reading import button, cells, words_of
from tests.services.hall import Sitting
from tests.services.office import ACTOR


@pytest.fixture
def sitting(office, people, exam_id):
    """Three people after ten minutes."""
    made = Sitting(office, exam_id)
    made.start(*people)
    made.work(600)
    return made


@pytest.fixture
def page(show, doors, office, sitting, qtbot):
    made = show(HallPage(doors, services_of(office), ACTOR, sitting.exam_id))
    made.enter()
    qtbot.waitUntil(lambda: len(made.seats.shown_rows) == 3)
    yield made
    made.hide()


def look(page, qtbot):
    """Look again, and wait until that is seen."""
    before = page.hall
    qtbot.waitUntil(lambda: page._look is None)
    page.enter()
    qtbot.waitUntil(lambda: page.hall is not before)


def select(page, name):
    page.seats.select(lambda seat: seat.name == name)


def decide(minutes, reason="停电", *, moves=False):
    """What a user enters in the dialog."""

    def does(box):
        assert isinstance(box, MoreTimeBox)
        if minutes is not None:
            box.number.setValue(minutes)
        box.reason.setEditText(reason)
        box.moves.setChecked(moves)
        return True

    return does


def said(page, words, qtbot):
    qtbot.waitUntil(lambda: words in page.banner.message)


def test_everybody_is_seen_with_the_time_left(page, sitting, qtbot):
    assert cells(page.seats, "姓名") == ["张三", "李四", "王五"]
    assert cells(page.seats, "剩余时间") == ["20:00"] * 3
    assert page.state.startswith("作答中 3 人，已交卷 0 人，未开始 0 人")
    sitting.work(100)
    sitting.submit("王五")
    look(page, qtbot)
    assert cells(page.seats, "状态") == ["作答中", "作答中", "已交卷"]
    assert cells(page.seats, "剩余时间") == ["18:20", "18:20", ""]
    done = dict(zip(cells(page.departments, "科室（单位）"), cells(page.departments, "已交卷"), strict=True))
    assert done == {"办公室": "0", "车队": "1"}


def test_looking_again_keeps_who_is_selected_and_where_the_keyboard_is(page, sitting, qtbot):
    select(page, "李四")
    sitting.work(20)
    sitting.submit("张三")
    look(page, qtbot)
    assert [seat.name for seat in page.seats.selected] == ["李四"]
    qtbot.keyClick(page.seats.view, Qt.Key.Key_Down)
    assert [seat.name for seat in page.seats.selected] == ["王五"]


def test_it_looks_again_by_itself_while_it_is_seen(page, qtbot):
    qtbot.waitUntil(lambda: page._look is None)
    assert page._refresh.isActive() and page._refresh.interval() <= 5000
    page.hide()
    assert not page._refresh.isActive()


def test_minutes_for_one_who_is_selected_and_taken_back(page, sitting, answers, qtbot):
    select(page, "李四")
    answers.does = decide(10)
    button(page.card, "加时").click()
    said(page, "已给李四加时 10 分钟。", qtbot)
    assert sitting.left("李四") == 1800 and sitting.left("张三") == 1200
    qtbot.waitUntil(lambda: cells(page.seats, "已补") == ["", "10 分", ""])
    button(page.banner, "撤销").click()
    said(page, "已撤销 1 人的加时。", qtbot)
    assert sitting.left("李四") == 1200


def test_minutes_for_all(page, sitting, answers, qtbot):
    answers.does = decide(5)
    page.all_button.click()
    said(page, "已给张三、李四、王五加时 5 分钟。", qtbot)
    assert sitting.left("王五") == 1500


def test_thinking_better_of_it_changes_nothing(page, sitting, answers, qtbot):
    answers.does = lambda _box: False
    page.all_button.click()
    assert sitting.left("王五") == 1200 and answers.asked[-1][0] == "加时"


def test_a_power_cut_is_made_up_for_all_at_once(page, sitting, people, office, answers, qtbot):
    office.clock.restart(420)
    sitting.start(*people)
    look(page, qtbot)
    assert page.outage.title.text() == "停机 7 分钟，3 人在考"
    assert "电脑重新启动过" in page.outage.why.text()
    select(page, "张三")
    assert "中断 7 分 0 秒（电脑重新启动过）" in words_of(page.card) and "还可以补 7 分钟" in words_of(page.card)
    answers.does = decide(None)
    page.outage.make_up_button.click()
    said(page, "加时 7 分钟。", qtbot)
    qtbot.waitUntil(lambda: not page.outage.isVisible())
    assert [sitting.left(name) for name in ("张三", "李四", "王五")] == [1200] * 3


@pytest.mark.parametrize(("press", "words"), [("改期", "调整开放时间"), ("转纸考", "已转为纸质考试")])
def test_the_other_two_ways_make_the_attempts_void(page, sitting, people, office, answers, qtbot, press, words):
    office.clock.restart(420)
    sitting.start(*people)
    look(page, qtbot)
    answers.reason = None
    button(page.outage, press).click()
    assert page.outage.isVisible() and "作废" in answers.asked[-1][1]
    answers.reason = "停电"
    button(page.outage, press).click()
    said(page, words, qtbot)
    qtbot.waitUntil(lambda: not page.seats.shown_rows)


def test_nobody_is_cut_short_silently(page, sitting, office, answers, qtbot):
    office.exams.change_window(
        ACTOR, sitting.exam_id, office.exams.exams()[0].opens_at, sitting.hall().seats[0].full_end_at, "试"
    )
    look(page, qtbot)
    answers.does = decide(10)
    page.all_button.click()
    said(page, "张三、李四、王五用不满", qtbot)
    assert sitting.left("张三") == 1200
    page.banner.action_button.click()
    said(page, "结束时间已延后", qtbot)
    assert sitting.left("张三") == 1800


def test_the_end_moves_in_one_act_where_it_is_wanted(page, sitting, office, answers, qtbot):
    office.exams.change_window(
        ACTOR, sitting.exam_id, office.exams.exams()[0].opens_at, sitting.hall().seats[0].full_end_at, "试"
    )
    look(page, qtbot)
    answers.does = decide(10, moves=True)
    page.all_button.click()
    said(page, "考试结束时间延后到", qtbot)
    assert sitting.left("张三") == 1800


def test_an_attempt_is_opened_again_and_ended(page, sitting, answers, qtbot):
    sitting.submit("张三")
    look(page, qtbot)
    select(page, "张三")
    answers.does = decide(2, "误点交卷")
    button(page.card, "重新开放").click()
    said(page, "已重新开放张三的作答", qtbot)
    assert sitting.left("张三") == 1320
    qtbot.waitUntil(lambda: cells(page.seats, "状态") == ["作答中"] * 3)
    answers.reason = "身体不适"
    button(page.card, "结束作答").click()
    said(page, "已结束张三的作答", qtbot)
    qtbot.waitUntil(lambda: cells(page.seats, "状态")[0] == "已交卷")


def test_what_has_gone_is_said_and_looked_up_again(page, sitting, answers, qtbot):
    select(page, "张三")
    sitting.submit("张三")
    answers.reason = "身体不适"
    button(page.card, "结束作答").click()
    said(page, "已经结束", qtbot)
    qtbot.waitUntil(lambda: cells(page.seats, "状态")[0] == "已交卷")


def test_found_by_typing(page):
    page.seats.filter_words("车队")
    assert cells(page.seats, "姓名") == ["王五"]


def test_several_who_are_selected_get_minutes_and_nothing_else(page, sitting, answers, qtbot):
    page.seats.view.selectAll()
    assert "已选 张三、李四、王五" in words_of(page.card)
    assert [one.text() for one in page.card.buttons.values() if one.isVisible()] == ["加时"]


def test_an_administrator_of_a_unit_sees_the_own_people(show, doors, office, sitting, people, answers, qtbot):
    page = show(HallPage(doors, services_of(office), Actor("队长", people[2].department.id), sitting.exam_id))
    page.enter()
    qtbot.waitUntil(lambda: cells(page.seats, "姓名") == ["王五"])
    boxes = []
    answers.does = lambda box: bool(boxes.append(box))
    page.all_button.click()
    boxes[0].number.setValue(600)
    boxes[0].number.setValue(600)
    assert not boxes[0].moves.isVisibleTo(boxes[0])
    page.hide()


def test_from_the_list_to_the_hall_to_a_sheet_and_back(show, doors, office, sitting, qtbot):
    exams = show(ExamsPage(doors, services_of(office), ACTOR, now=lambda: office.clock.wall_at))
    exams.enter()
    qtbot.waitUntil(lambda: bool(exams.list.table.selected))
    button(exams.list.actions, "考场").click()
    hall = exams.top
    assert isinstance(hall, HallPage)
    qtbot.waitUntil(lambda: len(hall.seats.shown_rows) == 3)
    select(hall, "李四")
    button(hall.card, "查看答卷").click()
    record = exams.top
    assert isinstance(record, AttemptRecordPage)
    qtbot.waitUntil(lambda: "作答经过" in words_of(record))
    assert not hall._refresh.isActive()
    button(record, "返回考场").click()
    assert exams.top is hall
    qtbot.waitUntil(lambda: hall._refresh.isActive())
    hall.back_button.click()
    assert exams.top is exams.list
