"""The manual is there in both languages, is shown, and can be searched."""

from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt

from quizapp.gui.pages.manual import ManualPage

RESOURCES = Path(__file__).parents[3] / "resources"


@pytest.mark.parametrize(("language", "words"), [("zh", "待核实"), ("en", "unsettled")])
def test_it_is_shown_and_searched(show, doors, qtbot, language, words):
    page = show(ManualPage(doors, RESOURCES, language))
    page.enter()
    qtbot.waitUntil(lambda: words in page.text.toPlainText())
    page.search.setText(words)
    qtbot.waitUntil(lambda: page.text.textCursor().selectedText() == words)


def test_both_languages_have_the_same_chapters():
    chapters = [
        [line for line in (RESOURCES / "manual" / f"{language}.md").read_text("utf-8").splitlines() if line[:2] == "##"]
        for language in ("zh", "en")
    ]
    assert len(chapters[0]) == len(chapters[1]) > 5


@pytest.fixture
def page(show, doors, qtbot):
    made = show(ManualPage(doors, RESOURCES, "zh"), 1000, 600)
    made.enter()
    qtbot.waitUntil(lambda: made.contents.count() > 5)
    return made


def headings() -> list[str]:
    lines = (RESOURCES / "manual" / "zh.md").read_text("utf-8").splitlines()
    return [line.lstrip("#").strip() for line in lines if line.startswith("##")]


def test_the_contents_lead_to_the_chapters(page, qtbot):
    assert [page.contents.item(at).text() for at in range(page.contents.count())] == headings()
    page.contents.setFocus()
    page.contents.setCurrentRow(0)
    qtbot.keyClick(page.contents, Qt.Key.Key_Down)
    at = page.text.cursorForPosition(QPoint(20, 40)).block()
    assert page.text.textCursor().block().text() == headings()[1]
    assert headings()[1] in (at.text(), at.previous().text(), at.next().text())
    qtbot.keyClick(page.contents, Qt.Key.Key_Return)
    qtbot.waitUntil(page.text.hasFocus)


def test_the_last_chapter_stays_chosen_where_the_text_ends(page):
    page.contents.setCurrentRow(page.contents.count() - 1)
    assert page.contents.currentRow() == page.contents.count() - 1


def test_the_chapter_in_view_is_marked(page):
    bar = page.text.verticalScrollBar()
    bar.setValue(bar.maximum())
    assert page.contents.currentRow() > 3


def test_ctrl_f_finds_and_enter_goes_on(page, qtbot):
    qtbot.keyClick(page.text, Qt.Key.Key_F, Qt.KeyboardModifier.ControlModifier)
    qtbot.waitUntil(page.search.hasFocus)
    page.search.setText("题库")
    qtbot.waitUntil(lambda: page.text.textCursor().selectedText() == "题库")
    first = page.text.textCursor().position()
    qtbot.keyClick(page.search, Qt.Key.Key_Return)
    assert page.text.textCursor().position() > first


def test_words_that_are_not_there_are_told(page, qtbot):
    page.search.setText("没有的词")
    qtbot.waitUntil(lambda: page.state == "手册里没有“没有的词”。")
    page.search.setText("题库")
    qtbot.waitUntil(lambda: page.state == "")
