"""The bank's pages lead to one another and back."""

import pytest

from quizapp.core.people import Actor
from quizapp.gui.pages.bank_batches import BankBatchesPage
from quizapp.gui.pages.bank_import import BankImportPage
from quizapp.gui.pages.banks import BanksPage
from quizapp.gui.pages.question_editor import QuestionEditorPage
from tests.gui.pages.bank_books import FIRST, SECOND, write_book
from tests.gui.reading import button, words_of
from tests.services.bank_files import file_of, preview_of, single

ACTOR = Actor("张管理")


@pytest.fixture
def page(show, doors, banks, places, qtbot, tasks) -> BanksPage:
    made = show(BanksPage(doors, banks, ACTOR, places))
    made.enter()
    qtbot.waitUntil(lambda: not tasks.is_busy)
    return made


@pytest.fixture
def filled(page, banks, database, qtbot) -> BanksPage:
    banks.import_(ACTOR, preview_of(database, file_of([single(1), single(2)])))
    page.enter()
    qtbot.waitUntil(lambda: len(page.questions_page.table.shown_rows) == 2)
    return page


def test_banks_that_come_with_the_program_are_offered(page):
    assert "服务标准题库" in words_of(page)
    assert "题库模板" not in words_of(page).splitlines()


def test_an_import_leads_to_its_questions(page, banks, tmp_path, qtbot):
    banks.add_bank(ACTOR, "保密")
    page.show_import(write_book(tmp_path / "礼仪.xlsx", [FIRST, SECOND]))
    assert isinstance(page.top, BankImportPage)
    qtbot.waitUntil(lambda: page.top.step == 1 and page.top.progress.isHidden(), timeout=20_000)
    button(page, "导入 2 道题").click()
    qtbot.waitUntil(lambda: "看题目" in words_of(page))
    button(page, "看题目").click()
    assert page.top is page.questions_page
    qtbot.waitUntil(lambda: len(page.questions_page.table.shown_rows) == 2)
    assert page.questions_page.bank.name == "礼仪"


def test_the_button_begins_an_import_and_it_may_be_left(filled):
    button(filled, "导入题库").click()
    assert isinstance(filled.top, BankImportPage)
    assert filled.leave()
    assert isinstance(filled.top, BankImportPage)  # to be gone on with
    button(filled, "返回").click()
    assert filled.top is filled.questions_page


def test_a_question_saved_is_selected_in_the_table(filled, banks, qtbot):
    filled.questions_page.table.view.selectRow(1)
    button(filled, "修改").click()
    assert isinstance(filled.top, QuestionEditorPage)
    filled.top.form.stem.setPlainText("改过的题干")
    button(filled, "保存").click()
    qtbot.waitUntil(lambda: filled.top is filled.questions_page)
    table = filled.questions_page.table
    qtbot.waitUntil(lambda: [row.question.stem for row in table.selected] == ["改过的题干"])


def test_edits_thrown_away_are_not_met_again(filled, answers):
    button(filled, "新增题目").click()
    filled.top.form.stem.setPlainText("写了一半")
    answers.keeps_edits = None
    button(filled, "返回").click()
    assert isinstance(filled.top, QuestionEditorPage)
    answers.keeps_edits = False
    assert filled.leave()
    assert filled.top is filled.questions_page


def test_the_list_of_imports_and_back(filled, qtbot):
    filled.questions_page.batches_wanted.emit()
    assert isinstance(filled.top, BankBatchesPage)
    button(filled, "返回").click()
    assert filled.top is filled.questions_page


def test_without_a_bank_text_is_pasted(page, qtbot):
    button(page, "粘贴文字").click()
    page.questions_page.source.paste.edit.setPlainText("1. 递送名片用几只手？\nA. 一只\nB. 两只\n答案：B")
    page.questions_page.source.paste.read_button.click()
    assert isinstance(page.top, BankImportPage)
    qtbot.waitUntil(lambda: page.top.step == 1 and page.top.progress.isHidden(), timeout=20_000)
    assert "认出 1 道题" in words_of(page)
    button(page, "返回").click()
    assert button(page, "粘贴文字").isVisible()
