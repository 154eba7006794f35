"""Banks as cards, their questions in a table: found, retired and put back, banks made and renamed."""

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt

from quizapp.core.people import Actor
from quizapp.core.questions import Kind
from quizapp.gui.pages.bank_questions import BankQuestionsPage
from quizapp.services.banks import QuestionState
from tests.gui.reading import button, words_of
from tests.services.bank_files import file_of, preview_of, single

ACTOR = Actor("张管理")
QUESTIONS = [
    single(1, category="会面礼仪"),
    replace(single(2, category="电话礼仪"), kind=Kind.MULTIPLE, key=(0, 1), explanation="铃响三声"),
    single(3, category="会面礼仪"),
]


def opened(show, doors, banks, qtbot, tasks, offered=()) -> BankQuestionsPage:
    page = show(BankQuestionsPage(doors, banks, ACTOR, offered))
    page.enter()
    qtbot.waitUntil(lambda: not tasks.is_busy)
    return page


@pytest.fixture
def page(show, doors, banks, database, qtbot, tasks) -> BankQuestionsPage:
    banks.import_(ACTOR, preview_of(database, file_of(QUESTIONS)))
    banks.add_bank(ACTOR, "保密")
    return opened(show, doors, banks, qtbot, tasks)


def stems(page: BankQuestionsPage) -> list[int]:
    """The numbers of the questions listed."""
    return [int(row.question.stem.split()[1]) for row in page.table.shown_rows]


def states(page: BankQuestionsPage) -> list[QuestionState]:
    """The states of the questions listed."""
    return [row.state for row in page.table.shown_rows]


def choose(page: BankQuestionsPage, name: str) -> None:
    next(card for card in page.cards.cards if card.text() == name).click()


def trigger(page: BankQuestionsPage, word: str) -> None:
    menu = page.menu_now()
    next(action for action in menu.actions() if action.text() == word).trigger()
    menu.deleteLater()


def test_without_a_bank_a_file_is_asked_for(show, doors, banks, answers, qtbot, tasks, tmp_path):
    offered = tmp_path / "礼仪题库.xlsx"
    page = opened(show, doors, banks, qtbot, tasks, [offered])
    assert "把题库文件拖到这里" in words_of(page)
    assert "新增题目" not in words_of(page)
    with qtbot.waitSignal(page.import_wanted) as signal:
        button(page, "礼仪题库").click()
    assert signal.args == [offered]
    answers.opens = tmp_path / "我的.xls"
    with qtbot.waitSignal(page.import_wanted) as signal:
        button(page, "选择文件").click()
    assert signal.args == [answers.opens]
    answers.opens = None
    with qtbot.assertNotEmitted(page.import_wanted):
        button(page, "选择文件").click()


def test_the_blank_form_is_handed_out(show, doors, banks, answers, qtbot, tasks, tmp_path):
    page = opened(show, doors, banks, qtbot, tasks)
    answers.saves = tmp_path / "题库模板.xlsx"
    button(page, "下载空白模板").click()
    qtbot.waitUntil(lambda: "空白模板已保存" in page.banner.message)
    assert answers.saves.exists()


def test_the_chosen_bank_is_listed_and_told(page, qtbot, tasks):
    choose(page, "礼仪")
    qtbot.waitUntil(lambda: stems(page) == [1, 2, 3])
    assert page.state == "单选题 2、多选题 1。"
    choose(page, "保密")
    qtbot.waitUntil(lambda: page.table.shown_rows == [])
    assert page.state == "这里还没有题目：可以导入，也可以逐题新增。"


def test_questions_are_found_by_words_and_by_filters(page, qtbot):
    choose(page, "礼仪")
    qtbot.waitUntil(lambda: len(stems(page)) == 3)
    page.filters.search.setText("选项乙 三声")
    qtbot.waitUntil(lambda: stems(page) == [2])
    assert "找到 1 道题。" in words_of(page)
    page.filters.search.clear()
    qtbot.waitUntil(lambda: len(stems(page)) == 3)
    page.filters.category.choose("会面礼仪")
    assert stems(page) == [1, 3]
    page.filters.kind.choose(Kind.MULTIPLE)
    assert stems(page) == []


def test_questions_are_retired_with_a_way_back(page, banks, qtbot):
    choose(page, "礼仪")
    qtbot.waitUntil(lambda: len(stems(page)) == 3)
    page.table.view.selectAll()
    assert "选中 3 道题。" in words_of(page)
    assert not page.edit_button.isEnabled()
    button(page, "停用").click()
    qtbot.waitUntil(lambda: page.state == "这个题库的 3 道题都已停用。")
    assert page.banner.message == "已停用 3 道题，组卷时不再抽到。"
    button(page.banner, "撤销").click()
    qtbot.waitUntil(lambda: page.state == "单选题 2、多选题 1。")
    assert not page.banner.isVisible()
    assert [row.state for row in banks.questions(page.bank.id)] == [QuestionState.ACTIVE] * 3


def test_only_what_changes_is_undone(page, banks, qtbot):
    choose(page, "礼仪")
    qtbot.waitUntil(lambda: len(stems(page)) == 3)
    page.table.view.selectRow(0)
    button(page, "停用").click()
    qtbot.waitUntil(lambda: QuestionState.RETIRED in states(page))
    assert "另有 1 道已停用" in page.state
    page.table.view.selectAll()
    button(page, "恢复使用").click()
    qtbot.waitUntil(lambda: page.banner.message == "已恢复 1 道题。")
    button(page.banner, "撤销").click()
    qtbot.waitUntil(lambda: "另有 1 道已停用" in page.state)


def test_a_question_is_opened(page, qtbot):
    choose(page, "礼仪")
    qtbot.waitUntil(lambda: len(stems(page)) == 3)
    page.table.view.selectRow(1)
    row = page.table.selected[0]
    with qtbot.waitSignal(page.question_wanted) as signal:
        button(page, "修改").click()
    assert signal.args == [row]
    with qtbot.waitSignal(page.question_wanted) as signal:
        qtbot.keyClick(page.table.view, Qt.Key.Key_Return)
    assert signal.args == [row]
    with qtbot.waitSignal(page.question_wanted) as signal:
        qtbot.keyClick(page.table.view, Qt.Key.Key_N, Qt.KeyboardModifier.ControlModifier)
    assert signal.args == [None]
    qtbot.keyClick(page.table.view, Qt.Key.Key_F, Qt.KeyboardModifier.ControlModifier)
    assert page.filters.search.hasFocus()


def test_a_bank_is_made(page, banks, qtbot):
    trigger(page, "新建题库")
    page.name_strip.name.setText("保密")
    button(page, "新建").click()
    qtbot.waitUntil(lambda: "已有名为“保密”的题库" in page.name_strip.error)
    page.name_strip.name.setText("消防")
    button(page, "新建").click()
    qtbot.waitUntil(lambda: page.bank is not None and page.bank.name == "消防")
    assert not page.name_strip.isVisible()


def test_a_bank_is_renamed(page, banks, qtbot):
    choose(page, "礼仪")
    trigger(page, "给题库改名")
    assert page.name_strip.name.text() == "礼仪"
    page.name_strip.name.setText("礼仪题库")
    button(page, "改名").click()
    qtbot.waitUntil(lambda: page.bank.name == "礼仪题库")
    assert len(banks.banks()) == 2


def test_the_menu_leads_to_the_imports(page, qtbot):
    with qtbot.waitSignal(page.batches_wanted):
        trigger(page, "导入记录")


def test_a_question_is_shown_as_another_page_wishes(page, banks, qtbot):
    page.filters.search.setText("没有这样的")
    wanted = banks.questions(1)[2]
    page.show_bank(wanted.bank_id, question_id=wanted.id)
    page.enter()
    qtbot.waitUntil(lambda: [row.id for row in page.table.selected] == [wanted.id])
    assert page.bank.name == "礼仪"


def test_what_is_gone_meanwhile_goes_from_the_table(page, banks, qtbot):
    choose(page, "礼仪")
    qtbot.waitUntil(lambda: len(stems(page)) == 3)
    banks.undo_batch(ACTOR, 1)
    page.table.view.selectRow(0)
    button(page, "停用").click()
    qtbot.waitUntil(lambda: stems(page) == [])


def test_questions_are_approved_with_a_way_back(page, banks, qtbot):
    choose(page, "礼仪")
    qtbot.waitUntil(lambda: len(stems(page)) == 3)
    assert not page.approve_button.isVisible()
    rows = page.table.shown_rows
    banks.set_state(ACTOR, (rows[0].id, rows[1].id), QuestionState.REVIEW)
    banks.set_state(ACTOR, (rows[2].id,), QuestionState.RETIRED)
    page.enter()
    review, retired = QuestionState.REVIEW, QuestionState.RETIRED
    qtbot.waitUntil(lambda: states(page) == [review, review, retired])
    assert page.state == "还没有可用的题；另有 2 道待审核、1 道已停用。"
    page.filters.state.choose(QuestionState.REVIEW)
    assert stems(page) == [1, 2]
    page.table.view.selectAll()
    button(page, "审核通过").click()
    qtbot.waitUntil(lambda: page.banner.message == "已审核通过 2 道题，组卷时可以抽到。")
    qtbot.waitUntil(lambda: page.state == "单选题 1、多选题 1；另有 1 道已停用。")
    button(page.banner, "撤销").click()
    qtbot.waitUntil(lambda: states(page) == [review, review])
    page.filters.clear()
    page.table.view.selectAll()
    button(page, "停用").click()
    qtbot.waitUntil(lambda: states(page) == [retired] * 3)
    assert page.state == "这个题库的 3 道题都已停用。"
    button(page.banner, "撤销").click()
    qtbot.waitUntil(lambda: states(page) == [review, review, retired])
    assert page.state == "还没有可用的题；另有 2 道待审核、1 道已停用。"


def test_rows_that_are_out_of_date_decide_neither_the_count_nor_the_way_back(page, banks, qtbot):
    choose(page, "礼仪")
    qtbot.waitUntil(lambda: len(stems(page)) == 3)
    ids = [row.id for row in page.table.shown_rows]
    banks.set_state(ACTOR, tuple(ids[:1]), QuestionState.REVIEW)  # by somebody else: the page shows it as in use
    banks.set_state(ACTOR, tuple(ids[1:2]), QuestionState.RETIRED)
    page.table.view.selectAll()
    button(page, "停用").click()
    qtbot.waitUntil(lambda: states(page) == [QuestionState.RETIRED] * 3)
    assert page.banner.message == "已停用 2 道题，组卷时不再抽到。"
    banks.set_state(ACTOR, tuple(ids[2:]), QuestionState.ACTIVE)
    banks.set_state(ACTOR, tuple(ids[2:]), QuestionState.REVIEW)
    button(page.banner, "撤销").click()
    qtbot.waitUntil(lambda: states(page) == [QuestionState.REVIEW, QuestionState.RETIRED, QuestionState.REVIEW])


def test_where_nothing_was_left_to_change_that_is_said(page, banks, qtbot):
    choose(page, "礼仪")
    qtbot.waitUntil(lambda: len(stems(page)) == 3)
    banks.set_state(ACTOR, tuple(row.id for row in page.table.shown_rows), QuestionState.RETIRED)
    page.table.view.selectAll()
    button(page, "停用").click()
    qtbot.waitUntil(lambda: states(page) == [QuestionState.RETIRED] * 3)
    assert page.banner.message == "选中的题刚被改过，这次没有改动；列表已更新。"
    assert not page.banner.action_button.isVisible()


def test_a_second_press_does_not_take_the_way_back_away(page, qtbot, tasks):
    choose(page, "礼仪")
    qtbot.waitUntil(lambda: len(stems(page)) == 3)
    page.table.view.selectAll()
    button(page, "停用").click()
    button(page, "停用").click()
    qtbot.waitUntil(lambda: not tasks.is_busy)
    assert page.banner.message == "已停用 3 道题，组卷时不再抽到。"
    assert page.banner.action_button.text() == "撤销"


def test_nothing_is_done_with_the_rows_of_another_bank(page, qtbot):
    choose(page, "礼仪")
    qtbot.waitUntil(lambda: len(stems(page)) == 3)
    page.table.view.selectAll()
    choose(page, "保密")
    assert not any(one.isEnabled() for one in (page.table, page.retire_button, page.edit_button, page.export_button))
    qtbot.waitUntil(page.table.isEnabled)
    assert stems(page) == []
    assert page.export_button.isEnabled()


def test_nothing_overlaps_where_large_letters_leave_too_little_height(page, theme, qtbot):
    theme.use(size="extra")
    page.window().resize(1000, 600)
    page.banner.say("warn", "已导出 407 道题。", "有 59 道题这种格式写不下。\n" * 4)
    qtbot.waitUntil(lambda: page.table.height() > 2 * theme.sizes.row)
    assert page.cards.height() >= page.cards.sizeHint().height()
    assert page.filters.geometry().bottom() < page.table.y()
    assert page.filters.kind.height() == theme.sizes.target
