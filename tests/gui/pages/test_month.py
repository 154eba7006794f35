"""The first page: one thing to begin with while something is missing, then each test with its next step."""

from datetime import timedelta

import pytest

from quizapp.core.exams import ExamState
from quizapp.core.monthly import Status
from quizapp.core.people import Actor
from quizapp.gui.pages.month import MonthPage
from quizapp.gui.widgets.badge import Badge
from quizapp.gui.widgets.exam_card import ExamCard
from quizapp.services.answer_marking import AnswerMarking
from tests.gui.bureau import services_of
from tests.gui.reading import button, words_of
from tests.services.office import ACTOR, CLOSES, OPENS, fill_bank, usual_questions
from tests.services.short_answers import publish_short_answers, take


@pytest.fixture
def services(office):
    return services_of(office)


@pytest.fixture
def page(show, doors, services, office) -> MonthPage:
    return show(MonthPage(doors, services, ACTOR, now=lambda: office.clock.wall_at))


@pytest.fixture
def bank(database) -> int:
    return fill_bank(database, usual_questions(), "服务规范")


def entered(page, tasks, qtbot) -> str:
    """The words of the page once it has looked everything up."""
    page.enter()
    qtbot.waitUntil(lambda: not tasks.is_busy)
    return words_of(page)


def pressed(page, word: str, signal, qtbot) -> list:
    with qtbot.waitSignal(signal) as told:
        button(page, word).click()
    return told.args


def badges(page) -> list[str]:
    return [badge.text for badge in page.findChildren(Badge) if badge.isVisible()]


def test_a_bank_comes_first(page, people, tasks, qtbot):
    assert "第一步：导入题库" in entered(page, tasks, qtbot)
    assert pressed(page, "导入题库", page.went_to, qtbot) == ["banks"]


def test_then_people(page, bank, tasks, qtbot):
    assert "第二步：导入人员名单" in entered(page, tasks, qtbot)
    assert pressed(page, "导入名单", page.went_to, qtbot) == ["people"]


def test_then_a_test(page, bank, people, tasks, qtbot):
    assert "第三步：设置第一场考试" in entered(page, tasks, qtbot)
    assert pressed(page, "设置考试", page.exam_wanted, qtbot) == [None]


def test_the_page_is_called_by_its_month(page, bank, people, tasks, qtbot):
    words = entered(page, tasks, qtbot)
    assert "2026年3月" in words
    assert "题库共 20 题，参加测试 3 人。" in words


def test_a_month_without_a_test_asks_for_one(page, office, bank, people, tasks, qtbot):
    office.published(bank, month="2026-02", title="二月测试")
    assert "本月还没有设置考试" in entered(page, tasks, qtbot)
    assert pressed(page, "设置考试", page.exam_wanted, qtbot) == [None]


def test_a_draft_is_published_from_here(page, office, bank, people, answers, tasks, qtbot):
    exam_id = office.exams.create(ACTOR, office.definition(bank))
    assert "还没有发布" in entered(page, tasks, qtbot)
    assert badges(page) == ["草稿"]
    assert pressed(page, "继续编辑", page.exam_wanted, qtbot) == [exam_id]
    button(page, "发布").click()
    qtbot.waitUntil(lambda: "考试已发布，3 人应考。" in words_of(page))
    assert answers.asked[0][0] == "发布考试，3 人应考？"
    assert "车队 1、办公室 2" in answers.asked[0][1]
    qtbot.waitUntil(lambda: badges(page) == ["进行中"])


def test_a_draft_with_faults_is_mended_first(page, office, bank, people, tasks, qtbot):
    exam_id = office.exams.create(ACTOR, office.definition(bank, title=""))
    entered(page, tasks, qtbot)
    button(page, "发布").click()
    qtbot.waitUntil(lambda: "请填写考试名称。" in page.banner.message)
    assert pressed(page, "去修改", page.exam_wanted, qtbot) == [exam_id]


def test_while_it_goes_on_the_progress_is_seen(page, office, people, exam_id, tasks, qtbot):
    token = office.desk.sign_in(people[0].id, "").token
    office.desk.start(token, exam_id)
    words = entered(page, tasks, qtbot)
    assert "考试正在进行，还有 2 人没有参加。" in words
    assert "下一步：时间到后结束考试" in [text.accessibleName() for text in page.findChildren(type(page._title))]
    assert pressed(page, "查看进度", page.hall_wanted, qtbot) == [exam_id]


def test_when_time_is_up_it_is_closed_from_here(page, office, people, exam_id, answers, tasks, qtbot):
    office.clock.wall_at = CLOSES
    entered(page, tasks, qtbot)
    assert badges(page) == ["时间已到"]
    button(page, "结束考试").click()
    qtbot.waitUntil(lambda: "考试已结束，3 人待核实。" in words_of(page))
    assert "还有 3 人没有参加：" in answers.asked[0][1]
    qtbot.waitUntil(lambda: "核实 3 人" in words_of(page))
    assert pressed(page, "核实 3 人", page.results_wanted, qtbot) == [exam_id]


def test_the_last_step_is_handing_in(page, office, services, people, exam_id, tasks, qtbot):
    office.exams.close(ACTOR, exam_id)
    due = [one.row.due_id for one in services.results.results(exam_id).figures.people]
    services.results.settle(ACTOR, exam_id, due, Status.ABSENT, "")
    entered(page, tasks, qtbot)
    assert badges(page) == ["已结束"]
    assert pressed(page, "导出成绩", page.results_wanted, qtbot) == [exam_id]


def test_tests_of_former_months_stay_until_they_are_done_with(page, office, bank, people, answers, tasks, qtbot):
    long_ago = {"opens_at": OPENS - timedelta(days=30), "closes_at": CLOSES - timedelta(days=1)}
    office.clock.wall_at = OPENS - timedelta(days=30)
    old = office.published(bank, month="2026-02", title="二月测试", **long_ago)
    office.clock.wall_at = CLOSES
    assert "以前的考试还没有办完" in entered(page, tasks, qtbot)
    button(page, "结束考试").click()
    qtbot.waitUntil(lambda: "核实 3 人" in words_of(page))
    assert pressed(page, "核实 3 人", page.results_wanted, qtbot) == [old]


def test_the_button_of_what_waits_is_the_primary_one(page, office, bank, people, exam_id, tasks, qtbot):
    office.published(bank, title="单位测试", closes_at=CLOSES - timedelta(days=1))
    office.clock.wall_at = CLOSES - timedelta(hours=1)
    entered(page, tasks, qtbot)
    kinds = {card.step_button.text(): card.step_button.property("kind") for card in page.findChildren(ExamCard)}
    assert kinds == {"查看进度": "secondary", "结束考试": "primary"}


def test_the_administrator_of_a_unit_only_looks(show, doors, services, office, exam_id, tasks, qtbot):
    page = show(MonthPage(doors, services, Actor("李主任", unit_id=1), now=lambda: office.clock.wall_at))
    office.clock.wall_at = CLOSES
    words = entered(page, tasks, qtbot)
    assert "查看进度" in words
    assert "结束考试" not in words
    assert office.exams.exam(exam_id).state is ExamState.PUBLISHED


def test_it_looks_again_by_itself_only_while_it_is_seen(page, exam_id, tasks, qtbot):
    entered(page, tasks, qtbot)
    assert page._refresh.isActive()
    page.window().hide()
    assert not page._refresh.isActive()


def test_answers_to_be_marked_are_a_thing_to_do(page, office, people, tasks, qtbot):
    exam_id = publish_short_answers(office)
    take(office, exam_id, people[0].id, "请坐倒水", "耐心听完")
    words = entered(page, tasks, qtbot)
    assert "2 份简答待阅" in words
    assert pressed(page, "批阅 2 份简答", page.marking_wanted, qtbot) == [exam_id]
    for person in people[1:]:
        take(office, exam_id, person.id, "", "")
    office.exams.close(ACTOR, exam_id)
    assert "还有 2 份简答待阅。" in entered(page, tasks, qtbot)
    assert badges(page)[0] == "待阅卷"
    marking = AnswerMarking(office.database, office.clock)
    for question in marking.marking(ACTOR, exam_id).questions:
        for one in question.answers:
            marking.mark(ACTOR, one.attempt_id, one.position, 10_00)
    words = entered(page, tasks, qtbot)
    assert "待阅" not in words
    assert "批阅简答题" in words
