"""Defining a test: edited in cards, checked in the background, undone, saved, published."""

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt

from quizapp.core.exams import PRESETS, ExamState
from quizapp.core.people import DepartmentKind
from quizapp.gui.draft import Draft
from quizapp.gui.exam_choices import ExamChoices
from quizapp.gui.gallery import cut_texts
from quizapp.gui.pages.exam_editor import ExamEditorPage
from quizapp.services.banks import Banks
from tests.services.office import ACTOR, fill_bank, usual_questions


@pytest.fixture
def choices(roster, database, people, clock) -> ExamChoices:
    """A bank of twenty questions, three people in two departments."""
    fill_bank(database, usual_questions())
    banks = tuple(Banks(database, clock).banks())
    unit = roster.department("幼儿园", DepartmentKind.UNIT)
    departments = (*{person.department.id: person.department for person in people}.values(), unit)
    return ExamChoices(departments, ("公务员", "工勤"), banks, {banks[0].id: ("会面礼仪", "电话礼仪")})


@pytest.fixture
def editor(show, doors, office, choices, tasks, qtbot) -> ExamEditorPage:
    definition = office.definition(choices.banks[0].id)
    made = show(
        ExamEditorPage(
            doors,
            office.exams,
            tasks.serial("drafts"),
            draft=Draft(office.exams, ACTOR),
            definition=definition,
            choices=choices,
        )
    )
    made.enter()
    checked(made, qtbot)
    return made


def checked(editor, qtbot):
    """Wait until what is shown was checked."""
    qtbot.waitUntil(lambda: editor.foot.state.text != "正在检查…")


def kept(office) -> list:
    return [office.exams.exam(one.id) for one in office.exams.exams()]


def test_what_is_shown_is_what_was_given(editor, office, choices):
    assert editor.definition == office.definition(choices.banks[0].id)
    assert not editor.is_dirty


def test_the_keyboard_begins_with_the_title(editor):
    assert editor.basics.title.hasFocus()


def test_it_is_checked_by_itself(editor):
    assert editor.foot.state.text == "可以发布"
    assert editor.foot.sentence.text() == "10 题，满分 100 分，30 分钟，应考 3 人"
    assert "应考 3 人：车队 1、办公室 2" in editor.due.due.text()
    assert editor.foot.publish_button.isEnabled()


def test_faults_come_in_words_and_go_again(editor, qtbot):
    editor.basics.title.clear()
    editor.papers.editor.sections.rows[0].count.setValue(100)
    checked(editor, qtbot)
    assert "请填写考试名称。" in editor.foot.faults.text()
    assert "第 1 部分（单选题）需要 100 题，还缺 92 题" in editor.foot.faults.text()
    assert not editor.foot.publish_button.isEnabled()
    editor.undo_button.click()
    checked(editor, qtbot)
    assert editor.foot.state.text == "可以发布"


def test_edits_are_undone_one_after_another(editor, qtbot):
    before = editor.definition
    editor.basics.minutes.setValue(20)
    checked(editor, qtbot)
    editor.papers.add_button.click()
    checked(editor, qtbot)
    assert len(editor.definition.papers) == 2
    qtbot.keyClick(editor, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert (len(editor.definition.papers), editor.definition.minutes) == (1, 20)
    editor.undo_button.click()
    assert editor.definition == before
    assert not editor.undo_button.isEnabled()


def test_a_preset_sets_form_minutes_and_marks(editor):
    editor.papers.presets.choose(PRESETS[3])
    assert editor.definition == PRESETS[3].apply_to(editor.definition)
    assert editor.basics.minutes.value() == 50
    assert editor.marking.passing.points == 80_00
    assert editor.undo_button.isEnabled()


def test_a_draft_is_saved_once_and_then_changed(editor, office, qtbot):
    editor.foot.save_button.click()
    qtbot.waitUntil(lambda: editor.banner.isVisible())
    assert editor.banner.message == "草稿已保存。"
    editor.basics.title.setText("三月补测")
    assert editor.is_dirty
    qtbot.keyClick(editor, Qt.Key.Key_S, Qt.KeyboardModifier.ControlModifier)
    qtbot.waitUntil(lambda: not editor.is_dirty)
    assert [one.definition.title for one in kept(office)] == ["三月补测"]


def test_leaving_without_edits_asks_nothing(editor, answers, qtbot):
    with qtbot.waitSignal(editor.went_back):
        editor.back_button.click()
    assert answers.asked == []


def test_edits_can_be_gone_on_with(editor, answers, office):
    editor.basics.title.setText("三月补测")
    answers.keeps_edits = None
    assert not editor.leave()
    assert kept(office) == []


def test_edits_can_be_thrown_away(editor, answers, office):
    editor.basics.title.setText("三月补测")
    answers.keeps_edits = False
    assert editor.leave()
    assert kept(office) == []


def test_edits_can_be_saved_on_leaving_even_if_the_window_closes(editor, answers, office, tasks):
    editor.basics.title.setText("三月补测")
    answers.keeps_edits = True
    assert editor.leave()
    tasks.shutdown()
    assert [one.definition.title for one in kept(office)] == ["三月补测"]


def test_publishing_saves_first(editor, office, qtbot):
    editor.basics.title.setText("三月补测")
    checked(editor, qtbot)
    with qtbot.waitSignal(editor.publish_wanted) as wanted:
        editor.foot.publish_button.click()
    exam = office.exams.exam(wanted.args[0])
    assert (exam.definition.title, exam.state) == ("三月补测", ExamState.DRAFT)


def test_what_cannot_be_saved_is_said_in_the_page(editor, office, qtbot):
    editor.foot.save_button.click()
    qtbot.waitUntil(lambda: editor.banner.isVisible())
    office.exams.publish(ACTOR, kept(office)[0].id)
    editor.basics.title.setText("三月补测")
    editor.foot.save_button.click()
    qtbot.waitUntil(lambda: "已经发布" in editor.banner.message)
    assert editor.is_dirty


@pytest.mark.parametrize("size", ["standard", "extra"])
def test_nothing_is_cut(editor, theme, size, qtbot):
    theme.use(size=size)
    editor.due.some.setChecked(True)
    checked(editor, qtbot)
    qtbot.waitUntil(lambda: cut_texts(editor) == [])


def test_an_edit_and_its_opposite_leave_nothing_to_save(editor):
    minutes = editor.basics.minutes.value()
    editor.basics.minutes.setValue(minutes + 5)
    assert editor.is_dirty
    editor.basics.minutes.setValue(minutes)
    assert editor.definition == replace(editor.definition, minutes=minutes)
    assert not editor.is_dirty
