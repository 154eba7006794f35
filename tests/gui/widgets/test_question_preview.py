"""The preview shows every kind as the examinee sees it and says what is right."""

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractButton

from quizapp.core.pictures import Picture
from quizapp.core.questions import Kind, Option, Question
from quizapp.gui.widgets.question_preview import QuestionPreview
from tests.gui.pictured import source_of
from tests.gui.reading import words_of

SINGLE = Question(Kind.SINGLE, "几声之内接听？", (1,), (Option("三声"), Option("五声")), explanation="不必久等")


@pytest.fixture
def preview(theme, show) -> QuestionPreview:
    return show(QuestionPreview(theme))


def options(preview: QuestionPreview) -> list[str]:
    cards = preview.findChildren(QAbstractButton)
    return [card.accessibleName() for card in cards if card.isVisibleTo(preview)]


def test_a_choice_with_its_right_option(preview):
    preview.show_question(SINGLE)
    assert options(preview) == ["选项 A：三声", "选项 B：五声，答案"]
    assert "解析：不必久等" in words_of(preview)


def test_a_stem_of_several_answers_says_so(preview):
    preview.show_question(replace(SINGLE, kind=Kind.MULTIPLE, key=(0, 1)))
    assert "几声之内接听？（多选题，至少选两项）" in words_of(preview)
    assert all(name.endswith("，答案") for name in options(preview))


def test_true_and_false(preview):
    preview.show_question(Question(Kind.TRUE_FALSE, "对吗？", False))
    assert options(preview) == ["选项 √：正确", "选项 ×：错误，答案"]
    preview.show_question(Question(Kind.TRUE_FALSE, "对吗？", ""))
    assert not any(name.endswith("，答案") for name in options(preview))


def test_what_is_written_has_its_key_in_words(preview):
    preview.show_question(Question(Kind.FILL_BLANK, "____先伸手", (("位尊者", "尊者"),)))
    assert options(preview) == []
    assert "答案：位尊者；尊者" in words_of(preview)


def test_an_unfinished_question_can_be_shown(preview):
    preview.show_question(Question(Kind.SINGLE, " ", (5,), (Option(""), Option("五声"))))
    assert "（题干还空着）" in words_of(preview)
    assert options(preview) == ["选项 A：（空）", "选项 B：五声"]


def test_it_takes_no_focus_and_no_clicks(preview, qtbot):
    preview.show_question(SINGLE)
    card = preview.findChildren(QAbstractButton)[0]
    assert card.focusPolicy() == Qt.FocusPolicy.NoFocus
    assert preview.childAt(card.mapTo(preview, card.rect().center())) is not card


def test_pictures_are_seen_where_they_stand(preview, tasks, qtbot):
    question = replace(SINGLE, options=(Option(""), Option("五声")), pictures=(Picture("a"), Picture("b", 0)))
    preview.show_question(question, source_of(tasks))
    qtbot.waitUntil(lambda: any(name.startswith("题干的图片") for name in options(preview)))
    assert "选项 A：图片" in options(preview)
    qtbot.waitUntil(lambda: not tasks.is_busy)
    preview.show_question(replace(question, pictures=()))
    assert "选项 A：（空）" in options(preview)
