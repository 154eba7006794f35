"""Marking at the window: by keyboard from one answer to the next, changes with a reason, undone, names only on wish."""

import pytest
from PySide6.QtCore import Qt

from quizapp.gui.pages.marking import MarkingPage
from quizapp.services.answer_marking import AnswerMarking
from tests.gui.reading import words_of
from tests.services.office import ACTOR
from tests.services.short_answers import publish_short_answers, take


@pytest.fixture
def marking(office) -> AnswerMarking:
    return AnswerMarking(office.database, office.clock)


@pytest.fixture
def written(office, people) -> int:
    """Three answers to the first question, one to the second."""
    exam_id = publish_short_answers(office)
    for person, (first, second) in zip(
        people, [("请坐倒水", "耐心听完"), ("不理他", ""), ("记下要点", "")], strict=True
    ):
        take(office, exam_id, person.id, first, second)
    return exam_id


@pytest.fixture
def page(show, doors, marking, written, qtbot) -> MarkingPage:
    made = show(MarkingPage(doors, marking, ACTOR, written))
    made.enter()
    qtbot.waitUntil(lambda: made.body.isVisible())
    return made


def give(page, points: str, qtbot) -> None:
    """Type points, press Enter, and wait until another answer, or the end, is in view."""
    before = page.queue.marked
    qtbot.keyClicks(page.marks.field, points)
    qtbot.keyClick(page.marks.field, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: page.queue.marked == before + 1)


def earned(marking, exam_id) -> dict[str, int | None]:
    found = marking.marking(ACTOR, exam_id)
    return {one.text: one.earned for question in found.questions for one in question.answers}


def test_all_is_marked_with_the_keyboard_alone(page, marking, written, office, qtbot):
    assert page.marks.field.hasFocus()
    order = []
    for points in ("10", "20.5", "30", "0"):
        order.append(page.answer.text())
        give(page, points, qtbot)
    assert order[-1] == "耐心听完"  # all answers to one question before the next
    assert page.empty.isVisible()
    assert "都阅完了" in words_of(page)
    assert "已阅 4 份，共 4 份" in page.state
    assert earned(marking, written) == dict(zip(order, (10_00, 20_50, 30_00, 0), strict=True))
    assert [one.unmarked for one in office.attempts.attempts(written)] == [0, 0, 0]


def test_nobody_is_named_unless_that_is_wanted(page):
    names = ("张三", "李四", "王五")
    assert not any(name in words_of(page) for name in names)
    page.names_tick.click()
    assert sum(name in words_of(page) for name in names) == 1


def test_the_points_of_the_key_are_marked_beside_and_in_the_answer(page, qtbot):
    while page.answer.text() != "请坐倒水":
        qtbot.keyClick(page, Qt.Key.Key_PageDown)
    assert page.key.lines == ["√ 请坐倒水", "○ 耐心听完", "○ 记下要点"]
    assert "按比例是 10 分" in page.key.suggestion
    assert page.marks.field.text() == ""  # a suggestion is never filled in


def test_page_keys_go_back_and_forth(page, qtbot):
    first = page.answer.text()
    qtbot.keyClick(page, Qt.Key.Key_PageDown)
    assert page.answer.text() != first
    qtbot.keyClick(page, Qt.Key.Key_PageUp)
    assert page.answer.text() == first


def test_a_question_is_jumped_to_and_the_next_unmarked_found(page, qtbot):
    page.question.setCurrentIndex(1)
    assert page.answer.text() == "耐心听完"
    give(page, "10", qtbot)
    assert page.question.currentIndex() == 0
    page.question.setCurrentIndex(1)
    page.unmarked_button.click()
    assert page.question.currentIndex() == 0


def test_a_change_asks_for_the_reason_and_is_kept_with_it(page, marking, written, answers, office, qtbot):
    changed = page.answer.text()
    give(page, "10", qtbot)
    page.before_button.click()
    while page.answer.text() != changed:
        page.after_button.click()
    assert page.marks.field.text() == "10"
    assert "已评 10 分（张管理" in words_of(page)
    answers.reason = None
    page.marks.buttons[0].click()
    page.marks.give_button.click()
    assert answers.asked[-1][0] == "把 10 分改为 0 分？"
    assert earned(marking, written)[changed] == 10_00
    answers.reason = "看漏要点"
    page.marks.give_button.click()
    qtbot.waitUntil(lambda: earned(marking, written)[changed] == 0)
    record = next(
        events
        for one in office.attempts.attempts(written)
        if (events := office.attempts.record(one.id).events[-1].words).endswith("看漏要点")
    )
    assert "从 10 分改为 0 分" in record


def test_the_last_mark_is_taken_back(page, marking, written, qtbot):
    assert not page.undo_button.isEnabled()
    text = page.answer.text()
    give(page, "10", qtbot)
    qtbot.waitUntil(page.marks.field.hasFocus)
    qtbot.keyClicks(page.marks.field, "2")
    qtbot.keyClick(page.marks.field, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    qtbot.waitUntil(lambda: page.answer.text() == text and page.queue.marked == 0)
    assert earned(marking, written)[text] is None
    assert not page.undo_button.isEnabled()


def test_what_cannot_be_given_is_said_and_nothing_is_kept(page, marking, written, qtbot):
    qtbot.keyClicks(page.marks.field, "31")
    qtbot.keyClick(page.marks.field, Qt.Key.Key_Return)
    assert "满分之间" in page.marks.note
    assert set(earned(marking, written).values()) == {None}


def test_a_mark_that_is_refused_is_told_and_can_be_tried_again(page, office, written, qtbot):
    for attempt in office.attempts.attempts(written):
        office.attempts.void(ACTOR, attempt.id, "代考")
    qtbot.keyClicks(page.marks.field, "5")
    qtbot.keyClick(page.marks.field, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: page.banner.isVisible())
    assert "请刷新" in page.banner.message
    assert page.marks.give_button.isEnabled()


def test_marked_answers_are_looked_through_again(page, qtbot):
    for _number in range(4):
        give(page, "10", qtbot)
    page.empty.action_button.click()
    assert page.body.isVisible()
    first = page.answer.text()
    qtbot.keyClick(page.marks.field, Qt.Key.Key_Return)  # the same points: only on to the next
    assert page.answer.text() != first


def test_without_answers_the_page_says_when_there_will_be_some(show, doors, marking, office, people, qtbot):
    exam_id = publish_short_answers(office)
    office.desk.start(office.desk.sign_in(people[0].id, "").token, exam_id)
    page = show(MarkingPage(doors, marking, ACTOR, exam_id))
    page.enter()
    qtbot.waitUntil(lambda: page.empty.isVisible())
    assert "没有要阅的答卷" in words_of(page)
    assert "还有 1 人正在作答" in words_of(page)
    with qtbot.waitSignal(page.went_back):
        page.back_button.click()
