"""The manual is there in both languages, is shown, and can be searched."""

from pathlib import Path

import pytest

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
