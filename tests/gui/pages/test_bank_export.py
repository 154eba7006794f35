"""A bank handed out from the page: the menu, what is in the file, progress, and what is told."""

from pathlib import Path
from xml.etree import ElementTree

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QMenu

from quizapp.core.bank_exports import ExportFormat, ExportRemark
from quizapp.core.people import Actor
from quizapp.core.questions import Kind, Question
from quizapp.excel.read_bank import parse_bank
from quizapp.gui.pages.bank_export import details_of, scopes, summary_of, title_of
from quizapp.gui.pages.bank_questions import BankQuestionsPage
from quizapp.services.banks import BankExport
from tests.gui.reading import button
from tests.services.bank_files import file_of, preview_of, single

ACTOR = Actor("张管理")
SHORT = Question(Kind.SHORT_ANSWER, "怎样接待来访群众？", "请坐。", category="来访")
LONG = Question(Kind.SHORT_ANSWER, "很长的题干" * 20, "请坐。", category="来访")


@pytest.fixture
def page(show, doors, banks, database, qtbot, tasks) -> BankQuestionsPage:
    banks.import_(ACTOR, preview_of(database, file_of([single(1), single(2), SHORT, LONG])))
    page = show(BankQuestionsPage(doors, banks, ACTOR, ()))
    page.enter()
    qtbot.waitUntil(lambda: len(page.table.shown_rows) == 4 and not tasks.is_busy)
    return page


def trigger(menu: QMenu, *words: str) -> None:
    for word in words:
        action = next(action for action in menu.actions() if action.text().startswith(word))
        menu = action.menu() or menu
    action.trigger()


def numbers(path: Path) -> list[str]:
    return [item.question.stem for item in parse_bank(path.read_bytes(), path.name, lambda _d, _t: None).items]


def export_of(*remarks: ExportRemark) -> BankExport:
    left_out = sum(remark.is_left_out for remark in remarks)
    return BankExport(b"", "礼仪.xml", 3, left_out, remarks)


def test_the_whole_bank_is_saved_and_its_folder_offered(page, answers, qtbot, tmp_path):
    answers.saves = tmp_path / "礼仪题库.xlsx"
    menu = page.export_menu_now()
    assert [action.text() for action in menu.actions()] == [form.label for form in ExportFormat]
    trigger(menu, "本程序模板")
    qtbot.waitUntil(lambda: page.banner.message.startswith("已导出 4 道题。"))
    assert answers.asked[-1] == ("导出题库", "礼仪题库.xlsx")
    assert len(numbers(answers.saves)) == 4
    assert page.banner.tone == "good"
    assert not page.exporter.progress.isVisible()
    button(page.banner, "打开文件夹").click()
    assert answers.asked[-1] == ("", str(tmp_path))


def test_what_is_selected_or_found_can_be_saved_alone(page, answers, qtbot, tmp_path):
    page.table.view.selectRow(1)
    page.filters.category.choose("来访")
    qtbot.waitUntil(lambda: len(page.table.shown_rows) == 2)
    page.table.view.selectRow(0)
    menu = page.export_menu_now()
    assert [action.text() for action in menu.actions()] == ["选中的 1 道题", "找到的 2 道题", "整个题库"]
    answers.saves = tmp_path / "选中.xml"
    trigger(menu, "选中", "Moodle")
    qtbot.waitUntil(lambda: page.banner.message.startswith("已导出 1 道题。"))
    assert len(ElementTree.parse(answers.saves).getroot().findall("question[@type='essay']")) == 1
    answers.saves = tmp_path / "找到.xlsx"
    trigger(menu, "找到", "本程序")
    qtbot.waitUntil(lambda: page.banner.message.startswith("已导出 2 道题。"))
    assert numbers(answers.saves) == [SHORT.stem, LONG.stem]


def test_what_a_form_cannot_say_is_listed(page, answers, qtbot, tmp_path):
    answers.saves = tmp_path / "礼仪.xlsx"
    shown = []
    answers.does = lambda box: bool(shown.append(box.lines.toPlainText()))
    trigger(page.export_menu_now(), "Kahoot")
    qtbot.waitUntil(lambda: "有 2 道题这种格式写不下" in page.banner.message)
    assert page.banner.tone == "warn"
    button(page.banner, "逐题查看").click()
    reason, _blank, first, *_rest = shown[0].split("\n")
    assert reason == "Kahoot 没有简答题，这道题没有写入。（2 道）"
    assert first.startswith("“怎样接待来访群众？”：Kahoot 没有简答题")
    assert "…”" in shown[0]


def test_nothing_happens_without_a_place(page, answers, tasks):
    answers.saves = None
    trigger(page.export_menu_now(), "GIFT")
    assert not tasks.is_busy
    assert not page.banner.isVisible()


def test_a_refusal_is_told_in_the_page(page, answers, banks, qtbot, tmp_path):
    answers.saves = tmp_path / "礼仪.txt"
    banks.undo_batch(ACTOR, 1)
    trigger(page.export_menu_now(), "GIFT")
    qtbot.waitUntil(page.banner.isVisible)
    assert not answers.saves.exists()


def test_it_is_stopped_by_its_button(page, answers, qtbot, tmp_path, tasks):
    answers.saves = tmp_path / "礼仪.xml"
    trigger(page.export_menu_now(), "Moodle")
    assert page.exporter.progress.isVisible()
    page.exporter.progress.cancel_button.click()
    qtbot.waitUntil(lambda: not tasks.is_busy)
    assert not page.exporter.progress.isVisible()


@pytest.mark.qt_log_ignore("grabbing the keyboard", extend=True)
def test_it_is_done_with_the_keyboard_alone(page, answers, qtbot, tmp_path):
    answers.saves = tmp_path / "礼仪题库.xlsx"
    page.export_button.setFocus()
    qtbot.keyClick(page.export_button, Qt.Key.Key_Space)
    menu = QApplication.activePopupWidget()
    qtbot.keyClick(menu, Qt.Key.Key_Down)
    qtbot.keyClick(menu, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: page.banner.message.startswith("已导出 4 道题。"))


def test_scopes_are_offered_where_they_differ():
    assert [scope.ids for scope in scopes([], [], is_filtering=False)] == [None]
    assert [scope.ids for scope in scopes([], [], is_filtering=True)] == [None]


def test_words_for_what_came_of_it():
    left = ExportRemark(SHORT, "太长", is_left_out=True)
    part = ExportRemark(SHORT, "少了解析")
    whole = ExportRemark(None, "停用的没有导出")
    assert title_of(export_of(left)) == "已导出 3 道题。有 1 道题这种格式写不下。"
    assert summary_of(export_of(left, part, whole, whole), Path("a.xml")) == "a.xml\n停用的没有导出 停用的没有导出"
    assert details_of([whole]) == ""
    assert details_of([left, whole, left, part]).split("\n") == [
        "太长（2 道）", "少了解析（1 道）", "", *["“怎样接待来访群众？”：太长"] * 2, "“怎样接待来访群众？”：少了解析",
    ]  # fmt: skip
