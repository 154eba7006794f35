"""The paper of a test, looked at, printed and saved."""

import threading
from dataclasses import replace

import pytest
from PySide6.QtPrintSupport import QPrinter

from quizapp.core.exams import Audience, PaperPlan
from quizapp.core.papers import Blueprint, Section
from quizapp.core.questions import Kind
from quizapp.gui.pages.paper_print import PaperPrintPage
from tests.gui.reading import words_of
from tests.services.office import ACTOR, SECTIONS, fill_bank, usual_questions


@pytest.fixture
def open_page(show, doors, office, database, qtbot):
    def open_for(**changes):
        bank = fill_bank(database, usual_questions(explanation="记住它。"))
        drivers = PaperPlan("驾驶员卷", Blueprint((bank,), (Section(Kind.SINGLE, 5, 20_00),)), Audience((), ("工勤",)))
        papers = (drivers, PaperPlan("通用卷", Blueprint((bank,), SECTIONS)))
        exam_id = office.exams.create(ACTOR, office.definition(bank, **({"papers": papers} | changes)))
        page = show(PaperPrintPage(doors, office.trials, exam_id, office.exams.exam(exam_id).definition))
        page.enter()
        qtbot.waitUntil(lambda: page.view.document is not None or page.banner.isVisible())
        return page

    return open_for


def text(page) -> str:
    return page.view.document.text.toPlainText()


def test_the_first_paper_is_shown(open_page):
    page = open_page()
    assert "共 5 题" in text(page)
    assert "三月礼仪测试" in words_of(page)
    assert page.print_button.isEnabled()


def test_papers_and_versions_are_chosen(open_page, qtbot):
    page = open_page()
    before = text(page)
    page.version.choose("B")
    qtbot.waitUntil(lambda: "B 卷" in text(page))
    assert text(page).replace("B 卷", "A 卷") != before
    page.plan.choose(1)
    qtbot.waitUntil(lambda: "共 10 题" in text(page))


def test_a_version_is_the_same_every_time(open_page, qtbot):
    page = open_page()
    before = text(page)
    page.version.choose("C")
    qtbot.waitUntil(lambda: "C 卷" in text(page))
    page.version.choose("A")
    qtbot.waitUntil(lambda: "A 卷" in text(page))
    assert text(page) == before


def test_where_all_papers_are_alike_no_version_is_asked(open_page):
    page = open_page(shuffles_questions=False, shuffles_options=False)
    assert not page.version.isVisible()
    assert "A 卷" not in text(page)


def test_the_key_comes_on_request(open_page):
    page = open_page()
    assert "记住它。" not in text(page)
    page.with_key.setChecked(True)
    assert "参考答案" in text(page)
    assert "记住它。" in text(page)


def test_it_is_saved_as_pdf(open_page, answers, tmp_path, qtbot):
    page = open_page()
    answers.saves = tmp_path / "试卷.pdf"
    page.pdf_button.click()
    qtbot.waitUntil(lambda: page.banner.isVisible())
    assert answers.saves.read_bytes().startswith(b"%PDF")
    assert answers.asked == [("存为 PDF", "三月礼仪测试-驾驶员卷-A 卷.pdf")]
    assert str(answers.saves) in page.banner.message


def test_it_is_saved_as_a_page_for_the_browser(open_page, answers, tmp_path, qtbot):
    page = open_page(title="三月/测试?")
    answers.saves = tmp_path / "试卷.html"
    page.html_button.click()
    qtbot.waitUntil(lambda: page.banner.isVisible())
    assert "三月/测试?" in answers.saves.read_text(encoding="utf-8")
    assert answers.asked[0][1] == "三月_测试_-驾驶员卷-A 卷.html"


def test_it_is_printed(open_page, answers, tmp_path, theme):
    page = open_page()
    answers.printer = QPrinter()
    answers.printer.setOutputFileName(str(tmp_path / "printed.pdf"))
    page.print_button.click()
    assert (tmp_path / "printed.pdf").read_bytes().startswith(b"%PDF")
    assert page.banner.tone == "good"


def test_thinking_better_of_it_does_nothing(open_page, answers, qtbot):
    page = open_page()
    page.print_button.click()
    page.pdf_button.click()
    assert not page.banner.isVisible()
    with qtbot.waitSignal(page.went_back):
        page.back_button.click()


def test_a_bank_that_is_too_small_is_said(open_page):
    plan = PaperPlan("通用卷", Blueprint((1,), (replace(SECTIONS[0], count=500),)))
    page = open_page(papers=(plan,))
    assert "还缺 492 题" in page.banner.message
    assert not page.print_button.isEnabled()


def test_the_paper_in_view_is_the_one_chosen_last(open_page, office, monkeypatch, qtbot, tasks):
    page = open_page()
    draw, newer_is_there = office.trials.printed_paper, threading.Event()

    def slow_at_first(exam_id, plan, seed):
        if seed.endswith("B"):
            newer_is_there.wait(5)
        return draw(exam_id, plan, seed)

    monkeypatch.setattr(office.trials, "printed_paper", slow_at_first)
    page.version.choose("B")
    page.version.choose("C")
    assert not page.print_button.isEnabled()  # what is in view is another paper
    qtbot.waitUntil(lambda: "C 卷" in text(page))
    printed = text(page)
    newer_is_there.set()
    qtbot.waitUntil(lambda: not tasks.is_busy)
    assert text(page) == printed
    assert page.print_button.isEnabled()
