"""What was recognised is told, counted and listed; rows are left out; problems lead to their rows."""

from datetime import date

import pytest
from PySide6.QtCore import Qt

from quizapp.core.problems import Problem, Severity
from quizapp.gui.pages.import_check import ImportCheck
from quizapp.services.banks import BankPreview, BankSummary, Novelty, PreviewItem
from tests.gui.reading import button, words_of
from tests.services.bank_files import single

ERROR = Problem("题库", 3, "答案", Severity.ERROR, "没有答案：请填写。")
REMARK = Problem("题库", 5, "难度", Severity.WARNING, "不认识的难度。")
ABOUT_SHEET = Problem("题库", None, "", Severity.WARNING, "有 2 行是隐藏的。")
BANKS = [BankSummary(1, "礼仪题库", {}, 0, None), BankSummary(2, "服务题库", {}, 0, None)]
ITEMS = (
    PreviewItem("题库", 2, single(1), Novelty.NEW),
    PreviewItem("题库", 4, single(2), Novelty.SAME, 7, single(2)),
    PreviewItem("题库", 5, single(3), Novelty.CHANGED, 8, single(3, 1)),
    PreviewItem("题库", 6, single(1), Novelty.REPEATED),
    PreviewItem("题库", 7, single(4), Novelty.NEW),
)
PREVIEW = BankPreview("礼仪题库", "礼仪题库.xlsx", "hash", "题干在 B 列", ITEMS, (ERROR, REMARK, ABOUT_SHEET), 1)


@pytest.fixture
def check(theme, show) -> ImportCheck:
    made = show(ImportCheck(theme, date(2026, 3, 2)))
    made.show_preview(PREVIEW, BANKS)
    return made


def rows(check: ImportCheck) -> list[int]:
    return [line.row for line in check.table.shown_rows]


def figures(check: ImportCheck) -> dict[str, str]:
    return {tile.text(): tile.figure for tile in check.tiles.tiles.values()}


def test_it_says_what_was_recognised(check):
    words = words_of(check)
    assert "从“礼仪题库.xlsx”认出 5 道题：单选题 5。\n题干在 B 列" in words
    assert figures(check) == {"全部": "6", "新增": "2", "有变化": "1", "相同": "1", "重复": "1", "问题": "3"}
    assert "将新增 2 道、更新 1 道。\n有错误的 1 行不导入。" in words
    assert check.import_button.text() == "导入 3 道题"


def test_tiles_choose_what_is_listed(check):
    assert rows(check) == [2, 3, 4, 5, 6, 7]
    check.tiles.tiles[Novelty.NEW].click()
    assert rows(check) == [2, 7]
    check.tiles.tiles["problems"].click()
    assert check.problems.isVisible()
    assert check.problems.shown_rows == [ERROR, REMARK, ABOUT_SHEET]
    check.severity.choose(Severity.ERROR)
    assert check.problems.shown_rows == [ERROR]
    check.severity.choose(None)
    assert len(check.problems.shown_rows) == 3


def test_rows_are_left_out_and_taken_again(check, qtbot):
    check.table.select(lambda line: line.row == 2)
    qtbot.keyClick(check.table.view, Qt.Key.Key_Space)
    assert check.left_out == {("题库", 2)}
    assert [line.row for line in check.wanted] == [5, 7]
    assert check.import_button.text() == "导入 2 道题"
    check.table.view.selectAll()
    qtbot.keyClick(check.table.view, Qt.Key.Key_Space)
    assert check.wanted == []
    assert not check.import_button.isEnabled()
    assert "没有要导入的题目。" in words_of(check)
    check.show_preview(PREVIEW, BANKS)
    assert check.wanted == []  # the same file, compared with another bank


def test_another_file_begins_anew(check, qtbot):
    check.table.view.selectAll()
    qtbot.keyClick(check.table.view, Qt.Key.Key_Space)
    check.show_preview(BankPreview("乙", "乙.xlsx", "other", "", ITEMS[:1], (), 0), BANKS)
    assert check.left_out == frozenset()
    assert "将新增 1 道。" in words_of(check)
    assert "新题库" in words_of(check)


def test_a_selected_row_is_shown_beside_the_table(check):
    assert not check.detail.isVisible()
    check.table.select(lambda line: line.row == 5)
    assert check.detail.isVisible()
    assert "第 5 行" in words_of(check.detail)
    assert "题库里有这道题，下面这些地方不同：" in words_of(check.detail)


@pytest.mark.parametrize("how", ["button", "enter"])
def test_a_problem_leads_to_its_row(check, qtbot, how):
    check.search.setText("答案")
    qtbot.waitUntil(lambda: check.problems.shown_rows == [ERROR])
    check.tiles.tiles["problems"].click()
    check.problems.view.selectRow(0)
    qtbot.waitUntil(lambda: "没有答案：请填写。" in words_of(check.detail))
    if how == "button":
        button(check.detail, "看这一行").click()
    else:
        qtbot.keyClick(check.problems.view, Qt.Key.Key_Return)
    assert check.table.isVisible()
    assert [line.row for line in check.table.selected] == [3]
    assert len(rows(check)) == 6
    qtbot.waitUntil(lambda: len(check.problems.shown_rows) == 3)


def test_a_problem_of_the_sheet_leads_nowhere(check, qtbot):
    check.tiles.tiles["problems"].click()
    check.problems.view.selectRow(2)
    qtbot.keyClick(check.problems.view, Qt.Key.Key_Return)
    assert check.problems.isVisible()


def test_another_bank_is_chosen_or_typed(check, qtbot):
    assert check.bank.currentText() == "礼仪题库"
    assert "已有 0 道题" in words_of(check)
    with qtbot.waitSignal(check.bank_named) as signal:
        check.bank.setCurrentIndex(1)
        check.bank.activated.emit(1)
    assert signal.args == ["服务题库"]
    check.put_bank_back()
    check.bank.lineEdit().setText("保密题库")
    with qtbot.waitSignal(check.bank_named) as signal:
        qtbot.keyClick(check.bank.lineEdit(), Qt.Key.Key_Return)
    assert signal.args == ["保密题库"]


def test_no_name_is_no_bank(check, qtbot):
    check.bank.lineEdit().clear()
    with qtbot.assertNotEmitted(check.bank_named):
        qtbot.keyClick(check.bank.lineEdit(), Qt.Key.Key_Return)
    assert check.bank.currentText() == "礼仪题库"


def test_nothing_is_pressed_while_it_works(check):
    check.set_busy(True)
    assert not check.import_button.isEnabled()
    check.set_busy(False)
    assert check.import_button.isEnabled()


def test_several_sheets_are_told_apart(check):
    items = (*ITEMS, PreviewItem("补充", 2, single(9), Novelty.NEW))
    check.show_preview(BankPreview("礼仪题库", "礼仪.xlsx", "two", "甲\n乙\n丙", items, (), 0), BANKS)
    assert not check.table.view.isColumnHidden(1)
    assert "甲\n乙\n另有 1 张表。" in words_of(check)
    check.show_preview(PREVIEW, BANKS)
    assert check.table.view.isColumnHidden(1)
