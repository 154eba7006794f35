"""From the list to the pages above it, and back."""

import pytest

from quizapp.core.exams import ExamState
from quizapp.gui.pages.exam_due import ExamDuePage
from quizapp.gui.pages.exam_editor import ExamEditorPage
from quizapp.gui.pages.exam_list import ExamListPage
from quizapp.gui.pages.exam_trial import ExamTrialPage
from quizapp.gui.pages.exam_window import ExamWindowPage
from quizapp.gui.pages.exams import ExamsPage
from quizapp.gui.pages.paper_print import PaperPrintPage
from tests.gui.bureau import services_of
from tests.gui.reading import button, words_of
from tests.services.office import ACTOR, CLOSES, fill_bank, usual_questions


@pytest.fixture
def bank(database) -> int:
    return fill_bank(database, usual_questions())


@pytest.fixture
def page(show, doors, office, people, bank, tasks, qtbot) -> ExamsPage:
    made = show(ExamsPage(doors, services_of(office), ACTOR, now=lambda: office.clock.wall_at))
    made.enter()
    yield made
    if isinstance(made.top, ExamTrialPage):
        made.top._stop()


@pytest.fixture
def draft(office, people, bank) -> int:
    return office.exams.create(ACTOR, office.definition(bank))


def arrived(page, kind, qtbot):
    qtbot.waitUntil(lambda: isinstance(page.top, kind))
    return page.top


def listed(page, qtbot):
    """Look at the list again, and wait until it shows what is on record now."""
    page.enter()
    listed = page.list.table
    qtbot.waitUntil(lambda: bool(listed.selected) and listed.model.rows == page._services.exams.exams())


def test_a_new_test_begins_with_a_proposal_that_can_be_published(page, office, qtbot):
    page.list.new_button.click()
    editor = arrived(page, ExamEditorPage, qtbot)
    assert editor.basics.title.text() == "2026年3月礼仪与服务规范测试"
    assert len(editor.due.lists.departments.model()._entries) == 2
    editor.papers.editor.sections.show_sections(office.definition(1).papers[0].blueprint.sections)
    editor.papers.editor.sections.changed.emit()
    qtbot.waitUntil(lambda: editor.foot.publish_button.isEnabled())
    editor.foot.publish_button.click()
    arrived(page, ExamListPage, qtbot)
    assert page.list.banner.message == "考试已发布，3 人应考。"
    qtbot.waitUntil(lambda: [one.state for one in page.list.table.selected] == [ExamState.PUBLISHED])


def test_a_draft_is_edited_and_the_list_knows(page, office, draft, qtbot):
    listed(page, qtbot)
    button(page, "编辑").click()
    editor = arrived(page, ExamEditorPage, qtbot)
    editor.basics.title.setText("改过的名称")
    editor.foot.save_button.click()
    qtbot.waitUntil(lambda: not editor.is_dirty)
    editor.back_button.click()
    arrived(page, ExamListPage, qtbot)
    qtbot.waitUntil(lambda: "改过的名称" in words_of(page.list.actions))


def test_a_test_is_tried_from_the_editor_as_it_is_shown(page, office, draft, qtbot):
    listed(page, qtbot)
    button(page, "编辑").click()
    editor = arrived(page, ExamEditorPage, qtbot)
    editor.basics.title.setText("试做前的名称")
    editor.trial_button.click()
    trial = arrived(page, ExamTrialPage, qtbot)
    qtbot.waitUntil(lambda: trial.page is not None)
    assert office.exams.exam(draft).definition.title == "试做前的名称"
    trial.end_button.click()
    assert page.top is editor
    assert not editor.is_dirty
    editor.back_button.click()
    arrived(page, ExamListPage, qtbot)


@pytest.mark.parametrize(("word", "kind"), [("试做", ExamTrialPage), ("打印", PaperPrintPage)])
def test_a_paper_is_tried_and_printed(page, draft, word, kind, qtbot):
    listed(page, qtbot)
    button(page, word).click()
    opened = arrived(page, kind, qtbot)
    opened.went_back.emit()
    arrived(page, ExamListPage, qtbot)


@pytest.mark.parametrize(("act", "kind"), [("window", ExamWindowPage), ("add_due", ExamDuePage)])
def test_changes_are_said_in_the_list(page, office, draft, act, kind, qtbot):
    office.exams.publish(ACTOR, draft)
    listed(page, qtbot)
    page.list.actions.wanted.emit(act, office.exams.exams()[0])
    arrived(page, kind, qtbot).finished.emit("已经改好。")
    arrived(page, ExamListPage, qtbot)
    assert page.list.banner.message == "已经改好。"


def test_results_are_another_page(page, office, draft, qtbot):
    office.exams.publish(ACTOR, draft)
    listed(page, qtbot)
    with qtbot.waitSignal(page.results_wanted) as wanted:
        button(page, "查看成绩").click()
    assert wanted.args == [draft]


def test_a_second_press_opens_no_second_page(page, qtbot, tasks):
    page.open_new()
    page.open_new()
    arrived(page, ExamEditorPage, qtbot)
    qtbot.waitUntil(lambda: not tasks.is_busy)
    assert page.depth == 1


def test_leaving_asks_the_editor_and_comes_back_to_the_list(page, answers, qtbot):
    page.open_new()
    editor = arrived(page, ExamEditorPage, qtbot)
    editor.basics.title.setText("改过的名称")
    answers.keeps_edits = None
    assert not page.leave()
    assert page.top is editor
    answers.keeps_edits = False
    assert page.leave()
    assert isinstance(page.top, ExamListPage)


def test_what_cannot_be_opened_is_said(page, office, draft, qtbot):
    office.exams.delete_draft(ACTOR, draft)
    page.open_draft(draft)
    qtbot.waitUntil(lambda: "已不存在" in page.list.banner.message)


def test_a_test_that_is_over_can_still_be_printed(page, office, draft, qtbot):
    office.exams.publish(ACTOR, draft)
    office.clock.wall_at = CLOSES
    office.exams.close(ACTOR, draft)
    listed(page, qtbot)
    button(page, "打印").click()
    printing = arrived(page, PaperPrintPage, qtbot)
    qtbot.waitUntil(lambda: printing.view.document is not None)
