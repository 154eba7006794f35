"""The list of tests: what it shows, what it offers for the one selected."""

import pytest

from quizapp.core.exams import ExamState
from quizapp.core.people import Actor
from quizapp.gui.pages.exam_list import ExamListPage
from tests.gui.bureau import services_of
from tests.gui.reading import button, words_of
from tests.services.office import ACTOR, fill_bank, usual_questions


@pytest.fixture
def open_page(show, doors, office, tasks, qtbot):
    def open_for(actor=ACTOR):
        page = show(ExamListPage(doors, services_of(office), actor, now=lambda: office.clock.wall_at))
        page.enter()
        qtbot.waitUntil(lambda: not tasks.is_busy)
        return page

    return open_for


@pytest.fixture
def draft(office, people, database) -> int:
    bank = fill_bank(database, usual_questions(), "另一个题库")
    return office.exams.create(ACTOR, office.definition(bank, month="2026-04", title="四月测试"))


def cells(page, row: int) -> list[str]:
    model = page.table.model
    return [model.cell(model.shown[row], at) for at in range(len(model.columns))]


def test_before_the_first_test_there_is_one_button(open_page, qtbot):
    page = open_page()
    assert "还没有考试" in words_of(page)
    assert not page.actions.isVisible()
    with qtbot.waitSignal(page.new_wanted):
        button(page, "设置第一场考试").click()


def test_a_test_is_a_row(open_page, exam_id):
    page = open_page()
    assert cells(page, 0)[:2] == ["2026年3月", "三月礼仪测试"]
    assert cells(page, 0)[3:] == ["进行中", "3", "0"]
    assert page.state == "共 1 场考试，1 场已发布。"


def test_a_draft_counts_nobody(open_page, draft):
    page = open_page()
    assert cells(page, 0)[3:] == ["草稿", "—", "—"]


def test_the_first_is_selected_and_its_acts_are_offered(open_page, draft):
    page = open_page()
    assert [exam.id for exam in page.table.selected] == [draft]
    assert "四月测试" in words_of(page.actions)


def test_a_draft_is_published_deleted_and_brought_back_here(open_page, office, draft, qtbot):
    page = open_page()
    button(page, "删除草稿").click()
    qtbot.waitUntil(lambda: page.empty.isVisible())
    button(page, "撤销").click()
    qtbot.waitUntil(lambda: page.table.isVisible() and bool(page.table.selected))
    button(page, "发布").click()
    qtbot.waitUntil(lambda: "考试已发布" in page.banner.message)
    qtbot.waitUntil(lambda: cells(page, 0)[4] == "3")


def test_a_published_test_is_closed_here(open_page, office, exam_id, qtbot):
    page = open_page()
    button(page, "结束考试").click()
    qtbot.waitUntil(lambda: "3 人待核实" in page.banner.message)
    qtbot.waitUntil(lambda: cells(page, 0)[3] == "待核实")
    assert office.exams.exam(exam_id).state is ExamState.CLOSED


@pytest.mark.parametrize("word", ["编辑", "试做", "打印"])
def test_what_needs_a_page_is_asked_for(open_page, draft, word, qtbot):
    page = open_page()
    with qtbot.waitSignal(page.wanted) as wanted:
        button(page, word).click()
    assert wanted.args[1].id == draft


def test_enter_opens_a_draft_or_shows_results(open_page, draft, exam_id, qtbot):
    page = open_page()
    for wanted_id, act in ((draft, "edit"), (exam_id, "results")):
        page.table.select(lambda exam, wanted_id=wanted_id: exam.id == wanted_id)
        with qtbot.waitSignal(page.wanted) as wanted:
            page.table.activated.emit(page.table.selected[0])
        assert wanted.args[0] == act


def test_faults_lead_to_the_editor(open_page, office, draft, qtbot):
    office.exams.change(ACTOR, draft, office.definition(1, title=""))
    page = open_page()
    button(page, "发布").click()
    qtbot.waitUntil(lambda: "还不能发布" in page.banner.message)
    with qtbot.waitSignal(page.wanted) as wanted:
        button(page, "去修改").click()
    assert (wanted.args[0], wanted.args[1].id) == ("edit", draft)


def test_the_administrator_of_a_unit_only_looks(open_page, exam_id):
    page = open_page(Actor("李主任", unit_id=1))
    words = words_of(page).splitlines()
    assert "查看成绩" in words
    assert not {"新建考试", "结束考试", "撤回发布"} & set(words)
