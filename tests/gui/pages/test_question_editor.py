"""A question is added, changed, and never lost or overwritten unseen."""

from dataclasses import replace
from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPlainTextEdit

from quizapp.core.people import Actor
from quizapp.core.pictures import MAX_BYTES, digest_of
from quizapp.core.questions import Kind, Option, Question
from quizapp.gui.pages.question_editor import QuestionEditorPage
from quizapp.services.banks import Banks
from tests.gui.reading import button, words_of
from tests.made_pictures import FIRST, STEM

ACTOR = Actor("张管理")
TODAY = date(2026, 3, 2)
SINGLE = Question(Kind.SINGLE, "几声之内接听？", (1,), (Option("三声"), Option("五声")), category="电话礼仪")
CONTROL = Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def bank(banks):
    return banks.add_bank(ACTOR, "礼仪题库")


@pytest.fixture
def adding(show, doors, banks, bank, qtbot, tasks) -> QuestionEditorPage:
    page = show(QuestionEditorPage(doors, banks, ACTOR, bank, today=TODAY))
    page.enter()
    qtbot.waitUntil(lambda: not tasks.is_busy)
    return page


@pytest.fixture
def present(banks, bank):
    return banks.add_question(ACTOR, bank.id, SINGLE)


@pytest.fixture
def editing(show, doors, banks, bank, present, qtbot, tasks) -> QuestionEditorPage:
    page = show(QuestionEditorPage(doors, banks, ACTOR, bank, today=TODAY, present=present))
    page.enter()
    qtbot.waitUntil(lambda: not tasks.is_busy)
    return page


def write(page: QuestionEditorPage, stem: str) -> None:
    """Type a single-choice question whose second option is right."""
    page.form.stem.setPlainText(stem)
    for row, text in zip(page.form.options.rows, ("三声", "五声"), strict=False):
        row.text.insert(text)
    page.form.options.rows[1].tick.click()


def stems(banks: Banks, bank) -> list[str]:
    return [one.question.stem for one in banks.questions(bank.id)]


def test_a_question_is_written_and_saved(adding, banks, bank, qtbot):
    write(adding, "几声之内接听？")
    with qtbot.waitSignals([adding.saved, adding.finished]):
        button(adding, "保存").click()
    assert banks.questions(bank.id)[0].question == replace(SINGLE, category="")
    assert not adding.is_dirty
    assert adding.leave()


def test_what_is_missing_keeps_it_here(adding, banks, bank, qtbot):
    with qtbot.assertNotEmitted(adding.saved, wait=50):
        button(adding, "保存").click()
    assert "题干为空：请填写题干。" in words_of(adding)
    assert stems(banks, bank) == []


def test_control_s_saves_from_any_field(adding, banks, bank, qtbot):
    write(adding, "问一")
    adding.form.options.rows[0].text.setFocus()
    with qtbot.waitSignal(adding.finished):
        qtbot.keyClick(adding.form.options.rows[0].text, Qt.Key.Key_S, CONTROL)
    assert stems(banks, bank) == ["问一"]


def test_control_enter_saves_and_begins_the_next(adding, banks, bank, qtbot):
    adding.form.category.setEditText("电话礼仪")
    write(adding, "问一")
    adding.form.stem.setFocus()
    with qtbot.assertNotEmitted(adding.finished), qtbot.waitSignal(adding.saved):
        qtbot.keyClick(adding.form.stem, Qt.Key.Key_Return, CONTROL)
    assert adding.form.stem.toPlainText() == ""
    assert adding.form.category.currentText() == "电话礼仪"
    assert adding.form.stem.hasFocus()
    assert adding.banner.message == "已保存：问一"
    write(adding, "问二")
    with qtbot.waitSignal(adding.finished):
        button(adding, "保存").click()
    assert stems(banks, bank) == ["问一", "问二"]


def test_the_preview_follows_what_is_typed(adding, qtbot):
    write(adding, "几声之内接听？")
    qtbot.waitUntil(lambda: "几声之内接听？" in words_of(adding.preview))
    cards = adding.preview.findChildren(QPlainTextEdit)
    assert cards == []  # nothing in it can be typed into


def test_a_change_is_a_revision_told_in_the_history(editing, show, doors, banks, bank, present, qtbot, tasks):
    assert editing.form.question == SINGLE
    editing.form.options.rows[0].tick.click()
    with qtbot.waitSignal(editing.finished):
        button(editing, "保存").click()
    later = banks.questions(bank.id)[0]
    assert later.revision == 2
    again = show(QuestionEditorPage(doors, banks, ACTOR, bank, today=TODAY, present=later))
    again.enter()
    qtbot.waitUntil(lambda: "第 2 版" in words_of(again) and "B. 五声" in words_of(again.history))
    assert "张管理" in words_of(again.history)


def test_leaving_asks_about_edits_and_may_throw_them_away(editing, answers, banks, bank):
    assert editing.leave()
    assert answers.asked == []
    editing.form.stem.setPlainText("另一问")
    answers.keeps_edits = None
    assert not editing.leave()
    answers.keeps_edits = False
    assert editing.leave()
    assert stems(banks, bank) == ["几声之内接听？"]


def test_leaving_may_save_first(editing, answers, banks, bank, qtbot):
    editing.form.stem.setPlainText("另一问")
    answers.keeps_edits = True
    with qtbot.waitSignal(editing.finished):
        assert not editing.leave()
    assert stems(banks, bank) == ["另一问"]


def test_somebody_was_quicker(editing, banks, bank, present, qtbot):
    theirs = replace(SINGLE, explanation="不必久等")
    banks.edit_question(Actor("王芳"), present.id, theirs, seen_revision=1)
    editing.form.stem.setPlainText("另一问")
    button(editing, "保存").click()
    qtbot.waitUntil(lambda: "载入最新内容" in words_of(editing.banner))
    qtbot.waitUntil(lambda: "王芳" in words_of(editing.history))
    assert banks.questions(bank.id)[0].question == theirs
    assert editing.form.stem.toPlainText() == "另一问"
    button(editing.banner, "载入最新内容").click()
    qtbot.waitUntil(lambda: editing.form.question == theirs)
    editing.form.stem.setPlainText("另一问")
    with qtbot.waitSignal(editing.finished):
        button(editing, "保存").click()
    assert banks.questions(bank.id)[0].question == replace(theirs, stem="另一问")


def test_a_question_that_the_bank_has_is_refused_without_offering_to_load(adding, banks, bank, present, qtbot, tasks):
    write(adding, SINGLE.stem)
    button(adding, "保存").click()
    qtbot.waitUntil(lambda: "题库里已有" in adding.banner.message)
    assert not adding.banner.action_button.isVisible()
    assert adding.is_dirty


def add_picture(page: QuestionEditorPage, press, content: bytes, tmp_path, qtbot) -> None:
    """Press what adds a picture and choose a file."""
    page._doors.dialogs.opens = tmp_path / "图.png"
    page._doors.dialogs.opens.write_bytes(content)
    press.click()
    qtbot.waitUntil(lambda: not page._doors.tasks.is_busy)


def test_pictures_are_added_seen_saved_and_taken_away(editing, banks, bank, qtbot, tmp_path):
    add_picture(editing, editing.form.stem_pictures.add_button, STEM, tmp_path, qtbot)
    add_picture(editing, editing.form.options.rows[0].picture_button, FIRST, tmp_path, qtbot)
    assert editing.is_dirty
    qtbot.waitUntil(lambda: bool(editing.preview.findChildren(type(editing.form.options.rows[0].picture))))
    with qtbot.waitSignal(editing.saved):
        editing.save_button.click()
    (kept,) = banks.questions(bank.id)
    assert [picture.option for picture in kept.question.pictures] == [None, 0]
    assert banks.picture(digest_of(FIRST)) == FIRST
    editing.form.stem_pictures.remove_buttons[0].click()
    assert [picture.option for picture in editing.form.question.pictures] == [0]
    qtbot.waitUntil(lambda: not editing._doors.tasks.is_busy)


@pytest.mark.parametrize(("content", "words"), [(b"text", "PNG"), (STEM.ljust(MAX_BYTES + 1), "8 MB")])
def test_a_file_that_is_no_picture_is_refused_in_words(editing, qtbot, tmp_path, content, words):
    add_picture(editing, editing.form.stem_pictures.add_button, content, tmp_path, qtbot)
    assert words in words_of(editing.banner)
    assert not editing.is_dirty
