"""Sheets looked at, printed and saved: one person's or many, step by step."""

from dataclasses import replace
from functools import partial

import pytest
from PySide6.QtPrintSupport import QPrinter

from quizapp.errors import UserError
from quizapp.gui.pages.answer_sheets import AnswerSheetsPage
from tests.gui.reading import words_of
from tests.gui.test_answer_sheet_html import SHEET
from tests.gui.test_paper_document import pages_in


def load(names, *, has_key):
    return tuple(replace(SHEET, name=name, has_key=has_key) for name in names)


@pytest.fixture
def open_page(show, doors, qtbot):
    def open_for(*names, chooses_key=True):
        page = show(AnswerSheetsPage(doors, partial(load, names), chooses_key=chooses_key))
        page.enter()
        assert not page.print_button.isEnabled()
        qtbot.waitUntil(lambda: page.print_button.isEnabled())
        return page

    return open_for


def text(page, at=0) -> str:
    return page.view.document.papers[at].text.toPlainText()


def test_one_sheet_is_shown(open_page):
    page = open_page("张三")
    assert page.state == "三月测试 · 1 份答卷"
    assert page.view.document.title == "三月测试　答卷　张三"
    assert "张三" in text(page)
    assert page.progress.isHidden()
    assert page.back_button.hasFocus()


def test_many_come_one_after_another(open_page):
    page = open_page("张三", "李四", "王五")
    assert [paper.foot[0] for paper in page.view.document.papers] == ["张三（0012）", "李四（0012）", "王五（0012）"]
    assert page.view.document.page_count == 3
    assert page.view.document.title == "三月测试　答卷（3 份）"


def test_the_key_is_left_out_on_request(open_page, qtbot):
    page = open_page("张三")
    assert "答案：" in text(page)
    page.with_key.click()
    qtbot.waitUntil(lambda: page.print_button.isEnabled() and "答案：" not in text(page))


def test_a_person_is_not_asked_about_the_key(open_page):
    assert not open_page("张三", chooses_key=False).with_key.isVisible()


def test_it_is_saved_as_pdf(open_page, answers, tmp_path, qtbot):
    page = open_page("张三", "李四")
    answers.saves = tmp_path / "答卷.pdf"
    page.pdf_button.click()
    qtbot.waitUntil(lambda: page.banner.isVisible())
    assert pages_in(answers.saves.read_bytes()) == 2
    assert answers.asked == [("存为 PDF", "三月测试　答卷（2 份）.pdf")]
    assert page.banner.tone == "good"
    assert page.progress.isHidden()


def test_it_is_printed(open_page, answers, tmp_path, qtbot):
    page = open_page("张三", "李四")
    answers.printer = QPrinter()
    answers.printer.setOutputFileName(str(tmp_path / "printed.pdf"))
    page.print_button.click()
    qtbot.waitUntil(lambda: page.banner.isVisible())
    assert pages_in((tmp_path / "printed.pdf").read_bytes()) == 2
    assert "答卷已送往打印机。" in words_of(page.banner)


def test_thinking_better_of_it_does_nothing(open_page, qtbot):
    page = open_page("张三")
    page.print_button.click()
    page.pdf_button.click()
    assert not page.banner.isVisible()
    with qtbot.waitSignal(page.went_back):
        page.back_button.click()


def test_laying_out_can_be_stopped(show, doors, qtbot):
    page = show(AnswerSheetsPage(doors, partial(load, ["张三"] * 200), chooses_key=True))
    page.enter()
    with qtbot.waitSignal(page.work.progressed):
        pass
    page.progress.cancel_button.click()
    assert page.view.document is None
    assert not page.print_button.isEnabled()
    assert "已取消。" in words_of(page.banner)


def test_what_cannot_be_loaded_is_said(show, doors, qtbot):
    def fail(*, has_key):
        raise UserError("还没有可以打印的答卷")

    page = show(AnswerSheetsPage(doors, fail, chooses_key=True))
    page.enter()
    qtbot.waitUntil(lambda: "还没有可以打印的答卷" in page.banner.message)
    assert not page.print_button.isEnabled()
