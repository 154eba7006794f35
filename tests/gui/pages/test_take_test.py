"""Taking a test in the window: by mouse, by keyboard, to the end of the time, over a full disk."""

import pytest
from PySide6.QtCore import Qt

from quizapp.core.questions import Kind
from quizapp.gui.pages.take_test import TakeTestPage
from quizapp.gui.widgets.answer_grid import GridCell
from quizapp.services.granting import MoreTime
from quizapp.services.invigilation import Invigilation
from tests.gui.reading import words_of
from tests.services.office import ACTOR, right_response, usual_questions
from tests.services.pictured import fill_pictured_bank, seats


@pytest.fixture
def token(office, people):
    return office.desk.sign_in(people[0].id, "").token


@pytest.fixture
def invigilation(office):
    return Invigilation(office.database, office.clock)


@pytest.fixture
def taking(show, doors, office, token, exam_id, qtbot):
    """A page on an attempt just begun."""
    page = show(TakeTestPage(doors, doors.tasks.serial("desk"), office.desk, token, office.desk.start(token, exam_id)))
    yield page
    page.keeper.stop()


def stored(office, token, page, position):
    return office.desk.sheet(token, page.sheet.attempt_id).questions[position]


def settle(page, qtbot):
    qtbot.waitUntil(lambda: page.keeper.waiting == 0)


def test_a_click_is_kept_at_once_and_shown(taking, office, token, qtbot):
    taking.question.options.cards[2].click()
    settle(taking, qtbot)
    assert stored(office, token, taking, 0).response == (2,)
    assert taking.save_state.text == "已保存"
    assert "未答 9 题" in words_of(taking)
    assert taking.findChildren(GridCell)[0].accessibleName() == "第 1 题，已答，当前"


def test_the_keyboard_is_enough(taking, office, token, qtbot):
    for position in range(4):
        qtbot.keyClick(taking.question.options.cards[0], Qt.Key.Key_B)
        qtbot.keyClick(taking.question.options.cards[1], Qt.Key.Key_3)
        qtbot.keyClick(taking.question.options.cards[2], Qt.Key.Key_Return)
        settle(taking, qtbot)
        assert stored(office, token, taking, position).response == (2,)
    qtbot.keyClick(taking.question.options.cards[0], Qt.Key.Key_Left)
    assert "第 4 题，共 10 题" in taking.question.facts.text()
    qtbot.keyClick(taking.question.options.cards[0], Qt.Key.Key_Right)
    assert taking.sheet.questions[4].kind is Kind.TRUE_FALSE
    qtbot.keyClick(taking.question.options.cards[0], Qt.Key.Key_2)
    settle(taking, qtbot)
    assert stored(office, token, taking, 4).response is False


def test_every_kind_is_answered_as_it_is_meant(taking, office, token, qtbot):
    for place in taking.sheet.questions:
        taking._go_to(place.position)
        right = right_response(place)
        if place.kind is Kind.FILL_BLANK:
            taking.question.fields[0].setText("三")
            taking.question.fields[0].textEdited.emit("三")
            taking.question.flush()
        elif place.kind is Kind.TRUE_FALSE:
            taking.question.options.cards[0].click()
        else:
            for number in right:
                taking.question.options.cards[number].click()
    assert taking.keeper.unanswered == []
    with qtbot.waitSignal(taking.finished) as finished:
        taking.submit_button.click()
    assert finished.args[0].score == 100_00


def test_a_multiple_answer_stem_says_so(taking):
    taking._go_to(6)
    assert taking.question.stem.text().endswith("（多选题，至少选两项）")


def test_taking_an_answer_back(taking, office, token, qtbot):
    taking._go_to(6)
    taking.question.options.cards[0].click()
    taking.question.options.cards[0].click()
    settle(taking, qtbot)
    assert stored(office, token, taking, 6).response is None
    assert 6 in taking.keeper.unanswered


def test_a_mark_is_kept_and_shown(taking, office, token, qtbot):
    taking.mark_button.click()
    settle(taking, qtbot)
    assert stored(office, token, taking, 0).is_marked
    assert taking.findChildren(GridCell)[0].accessibleName() == "第 1 题，未答，标记，当前"
    assert taking.mark_button.text() == "取消标记"


def test_submitting_asks_once_and_names_what_is_unanswered(taking, answers, qtbot):
    taking.question.options.cards[0].click()
    answers.confirms = False
    taking.submit_button.click()
    [(title, text)] = answers.asked
    assert title == "现在交卷？"
    assert text == "还有 9 题没有作答：第 2、3、4、5、6、7、8、9、10 题。\n交卷后不能再修改。"
    assert taking.sheet.questions[1].position == taking._current
    answers.confirms = True
    with qtbot.waitSignal(taking.finished):
        taking.submit_button.click()
    assert len(answers.asked) == 2


def test_zero_submits(taking, office, answers, qtbot):
    taking.question.options.cards[1].click()
    office.clock.advance(1800)
    with qtbot.waitSignal(taking.finished) as finished:
        taking.keeper.hear_time(0.0)
        taking._on_tick()
    assert finished.args[0].was_expired
    assert answers.asked == []


def test_the_countdown_follows_the_desk_not_the_page(taking, office, qtbot):
    office.clock.advance(600)
    taking.question.options.cards[0].click()
    settle(taking, qtbot)
    taking._on_tick()
    assert taking.countdown.figure == "20:00"


def test_leaving_is_asked_about_and_loses_nothing(taking, answers):
    answers.confirms = False
    assert not taking.leave()
    assert "计时不会停" in answers.asked[0][1]


def test_resuming_shows_what_was_answered(show, doors, office, token, exam_id, qtbot):
    sheet = office.desk.start(token, exam_id)
    office.desk.save_answer(token, sheet.attempt_id, 0, (3,), seq=1, is_marked=False)
    again = office.desk.start(token, exam_id)
    page = show(TakeTestPage(doors, doors.tasks.serial("desk"), office.desk, token, again))
    assert "已接着上次作答" in page.banner.message
    assert "第 2 题" in page.question.facts.text()
    page._go_to(0)
    assert page.question.options.chosen == (3,)
    page.keeper.stop()


def test_a_full_disk_is_told_and_the_answer_is_tried_again(taking, database, office, token, qtbot):
    taking._go_to(9)
    with database.engine.connect() as connection:
        pages = connection.exec_driver_sql("pragma page_count").scalar_one()
        connection.exec_driver_sql(f"pragma max_page_count = {pages}")
    taking.question.response_changed.emit(("长" * 100_000,))
    qtbot.waitUntil(lambda: "磁盘已满" in taking.banner.message)
    assert taking.save_state.text == "等待保存 1"
    with database.engine.connect() as connection:
        connection.exec_driver_sql("pragma max_page_count = 100000")
    taking.keeper.send_again()
    settle(taking, qtbot)
    assert len(str(stored(office, token, taking, 9).response)) > 100_000
    qtbot.waitUntil(lambda: not taking.banner.isVisible())


def test_at_the_largest_text_the_grid_opens_by_a_button(taking, theme):
    assert not taking.grid_button.isVisible()
    theme.use(size="extra")
    assert taking.grid_button.isVisible() and not taking._side.isVisible()
    taking.grid_button.click()
    assert taking._side.isVisible()
    theme.use(size="standard")
    assert taking._side.isVisible() and not taking.grid_button.isVisible()


def test_pictures_come_from_the_desk_and_are_shown_large(show, doors, office, people, database, qtbot):
    questions = [seats(number) for number in range(1, 5)] + usual_questions()[8:]
    exam_id = office.published(fill_pictured_bank(database, questions, "带图题库"))
    token = office.desk.sign_in(people[0].id, "").token
    sheet = office.desk.start(token, exam_id)
    page = show(TakeTestPage(doors, doors.tasks.serial("desk"), office.desk, token, sheet))
    at = next(one.position for one in sheet.questions if one.pictures)
    page.grid.cells[at].click()
    (view,) = page.question.pictures.views
    qtbot.waitUntil(lambda: view.shown.image is not None)
    view.setFocus()
    qtbot.keyClick(view, Qt.Key.Key_Return)
    assert view.zoom is not None and page.keeper.responses[at] is None
    qtbot.keyClick(view.zoom, Qt.Key.Key_A)
    assert page.keeper.responses[at] is None, "what is behind the picture takes no keys"
    qtbot.keyClick(view.zoom, Qt.Key.Key_Escape)
    qtbot.waitUntil(lambda: view.zoom is None)
    pictured = next(card for card in page.question.options.cards if card.picture is not None)
    qtbot.waitUntil(lambda: pictured.picture.image is not None)
    pictured.click()
    assert page.keeper.responses[at] is not None
    page.keeper.stop()


def test_one_tick_in_a_multiple_answer_question_is_told_before_handing_in(taking, answers, qtbot):
    for place in taking.sheet.questions:
        taking._go_to(place.position)
        if place.kind is Kind.FILL_BLANK:
            taking.question.fields[0].setText("三")
            taking.question.fields[0].textEdited.emit("三")
            taking.question.flush()
        else:
            taking.question.options.cards[0].click()
    assert [place.position for place in taking.sheet.questions if place.kind is Kind.MULTIPLE] == taking.half_answered
    taking._go_to(0)
    answers.confirms = False
    taking.submit_button.click()
    assert "只选了一项" in answers.asked[-1][1] and "没有作答" not in answers.asked[-1][1]
    assert taking._current == taking.half_answered[0]


def test_more_minutes_come_with_the_next_heartbeat_and_are_told(taking, office, invigilation, exam_id, qtbot):
    invigilation.grant(ACTOR, exam_id, None, 10, MoreTime("停电"))
    taking.keeper._beat()
    qtbot.waitUntil(lambda: taking.banner.message.startswith("组织者已加时 10 分钟"))
    assert taking.countdown.figure in ("40:00", "39:59")


def test_at_zero_the_desk_is_asked_first(taking, office, invigilation, exam_id, qtbot):
    office.clock.advance(1799.8)
    invigilation.grant(ACTOR, exam_id, None, 3, MoreTime("停电"))
    taking.keeper.hear_time(0.2)
    qtbot.waitUntil(lambda: taking.keeper.left_s > 60)
    qtbot.waitUntil(lambda: taking.submit_button.isEnabled())
    assert "加时 3 分钟" in taking.banner.message and taking.countdown.figure == "03:00"
    taking.question.options.cards[1].click()
    settle(taking, qtbot)
    office.clock.advance(181)
    with qtbot.waitSignal(taking.finished) as finished:
        taking.keeper.hear_time(0.0)
        taking._on_tick()
    assert finished.args[0].was_expired and finished.args[0].answered == 1


def test_what_the_organiser_ended_ends_here(taking, office, invigilation, qtbot):
    taking.question.options.cards[1].click()
    settle(taking, qtbot)
    invigilation.end(ACTOR, taking.sheet.attempt_id, "身体不适")
    with qtbot.waitSignal(taking.finished) as finished:
        taking.keeper._beat()
    assert finished.args[0].remark == "组织者结束了这次作答，原因：身体不适"
    assert finished.args[0].answered == 1


def test_less_time_is_told_as_well(taking, qtbot):
    taking.keeper.hear_time(taking.keeper.left_s - 300)
    assert "剩余时间有变化" in taking.banner.message


def test_what_was_lost_is_said_in_plain_words(show, doors, office, token, exam_id):
    office.desk.start(token, exam_id)
    office.clock.restart(420)
    sheet = office.desk.start(token, exam_id)
    page = show(TakeTestPage(doors, doors.tasks.serial("desk"), office.desk, token, sheet))
    assert "中断的约 7 分钟计时没有停" in page.banner.message and "由组织者决定" in page.banner.message
    page.keeper.stop()


def test_leaving_on_purpose_is_noted(taking, office, qtbot):
    assert taking.leave()
    qtbot.waitUntil(lambda: not taking._doors.tasks.is_busy)
    events = office.attempts.record(taking.sheet.attempt_id).events
    assert events[-1].words == "本人退出考试页面"
