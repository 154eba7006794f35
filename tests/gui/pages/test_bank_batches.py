"""Imports are listed, and taken back while nothing stands on them."""

import pytest

from quizapp.core.people import Actor
from quizapp.gui.pages.bank_batches import BankBatchesPage
from tests.gui.reading import button, words_of
from tests.services.bank_files import file_of, preview_of, single

ACTOR = Actor("张管理")


@pytest.fixture
def page(show, doors, banks, database, qtbot) -> BankBatchesPage:
    banks.import_(ACTOR, preview_of(database, file_of([single(1)], name="一.xlsx")))
    banks.import_(ACTOR, preview_of(database, file_of([single(1, 2), single(2)], name="二.xlsx")))
    made = show(BankBatchesPage(doors, banks, ACTOR))
    made.enter()
    qtbot.waitUntil(lambda: len(made.table.shown_rows) == 2)
    return made


def test_an_import_is_taken_back_after_asking(page, banks, answers, qtbot):
    assert not page.undo_button.isEnabled()
    page.table.view.selectRow(0)
    button(page, "撤销这次导入").click()
    words = "“二.xlsx”带来的 1 道新题会删去，1 道更新过的题会恢复原样。"
    assert answers.asked == [("撤销这次导入？", words)]
    qtbot.waitUntil(lambda: page.banner.message == "已撤销“二.xlsx”的导入。")
    qtbot.waitUntil(lambda: page.table.shown_rows[0].is_undone)
    assert banks.questions(1)[0].question == single(1)
    assert "这次导入已经撤销过了。" in words_of(page)
    assert not page.undo_button.isEnabled()


def test_thinking_better_of_it_changes_nothing(page, banks, answers, tasks):
    answers.confirms = False
    page.table.view.selectRow(0)
    button(page, "撤销这次导入").click()
    assert not tasks.is_busy
    assert len(banks.questions(1)) == 2


def test_one_that_is_used_cannot_be_taken_back(page):
    page.table.view.selectRow(1)
    assert not page.undo_button.isEnabled()
    assert "不能撤销" in words_of(page)


def test_what_came_between_is_said(page, banks, qtbot):
    page.table.view.selectRow(0)
    banks.edit_question(ACTOR, 2, single(2, 3), seen_revision=1)
    button(page, "撤销这次导入").click()
    qtbot.waitUntil(lambda: "后来又有改动，不能撤销" in page.banner.message)


def test_going_back(page, qtbot):
    with qtbot.waitSignal(page.finished):
        button(page, "返回").click()
