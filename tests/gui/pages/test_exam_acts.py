"""Acts on a test: asked in words, done, said; a deleted draft comes back."""

import pytest

from quizapp.core.exams import ExamState
from quizapp.gui.pages.exam_acts import ExamActs
from quizapp.gui.widgets.page_frame import PageFrame
from tests.gui.bureau import services_of
from tests.services.office import ACTOR, fill_bank, usual_questions


@pytest.fixture
def page(show, theme) -> PageFrame:
    return show(PageFrame(theme, "测试"))


@pytest.fixture
def acts(doors, office, page) -> ExamActs:
    return ExamActs(doors, services_of(office), ACTOR, page)


@pytest.fixture
def draft(office, people, database) -> int:
    return office.exams.create(ACTOR, office.definition(fill_bank(database, usual_questions())))


def summary(office, exam_id):
    return next(one for one in office.exams.exams() if one.id == exam_id)


def state(office, exam_id) -> ExamState:
    return office.exams.exam(exam_id).state


def test_publishing_says_who_is_due_first(acts, page, office, draft, answers, qtbot):
    with qtbot.waitSignals([acts.published, acts.done]):
        acts.publish(draft)
    assert state(office, draft) is ExamState.PUBLISHED
    title, text = answers.asked[0]
    assert title == "发布考试，3 人应考？"
    assert "车队 1、办公室 2" in text
    assert page.banner.message == "考试已发布，3 人应考。"


def test_publishing_can_be_thought_better_of(acts, office, draft, answers, tasks, qtbot):
    answers.confirms = False
    acts.publish(draft)
    qtbot.waitUntil(lambda: bool(answers.asked) and not tasks.is_busy)
    assert state(office, draft) is ExamState.DRAFT


def test_faults_are_said_and_lead_to_the_editor(acts, page, office, draft, answers, qtbot):
    office.exams.change(ACTOR, draft, office.definition(1, title=" "))
    acts.publish(draft)
    qtbot.waitUntil(lambda: page.banner.isVisible())
    assert page.banner.message == "还不能发布\n请填写考试名称。"
    assert answers.asked == []
    with qtbot.waitSignal(acts.edit_wanted) as wanted:
        page.banner.action_button.click()
    assert wanted.args == [draft]


def test_withdrawing_makes_a_draft_again(acts, page, office, exam_id, answers, qtbot):
    with qtbot.waitSignal(acts.done):
        acts.withdraw(summary(office, exam_id))
    assert answers.asked[0][0] == "撤回“三月礼仪测试”？"
    assert state(office, exam_id) is ExamState.DRAFT


def test_what_somebody_started_meanwhile_is_not_withdrawn(acts, page, office, people, exam_id, qtbot):
    before = summary(office, exam_id)
    office.desk.start(office.desk.sign_in(people[0].id, "").token, exam_id)
    with qtbot.waitSignal(acts.done):
        acts.withdraw(before)
    assert "已经有人开始作答" in page.banner.message
    assert state(office, exam_id) is ExamState.PUBLISHED


def test_a_deleted_draft_comes_back(acts, page, office, draft, answers, qtbot):
    definition = office.exams.exam(draft).definition
    with qtbot.waitSignal(acts.done):
        acts.delete(summary(office, draft))
    assert office.exams.exams() == []
    assert answers.asked == []
    with qtbot.waitSignal(acts.done):
        page.banner.action_button.click()
    (back,) = office.exams.exams()
    assert office.exams.exam(back.id).definition == definition


def test_closing_names_who_has_not_sat(acts, page, office, people, exam_id, answers, qtbot):
    office.desk.start(office.desk.sign_in(people[2].id, "").token, exam_id)
    with qtbot.waitSignal(acts.done):
        acts.close(summary(office, exam_id))
    text = answers.asked[0][1]
    assert "还有 2 人没有参加：办公室 张三、李四" in text
    assert "王五" not in text
    assert "1 人正在作答" in text
    assert page.banner.message == "考试已结束，2 人待核实。"
    assert state(office, exam_id) is ExamState.CLOSED


def test_closing_can_be_thought_better_of(acts, office, exam_id, answers, tasks, qtbot):
    answers.confirms = False
    acts.close(summary(office, exam_id))
    qtbot.waitUntil(lambda: bool(answers.asked) and not tasks.is_busy)
    assert state(office, exam_id) is ExamState.PUBLISHED
