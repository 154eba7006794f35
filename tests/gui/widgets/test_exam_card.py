"""A test as a card: what is counted, and the one next step."""

from dataclasses import replace
from datetime import timedelta

import pytest
from PySide6.QtWidgets import QProgressBar

from quizapp.core.exams import ExamState
from quizapp.gui.exam_words import Step
from quizapp.gui.widgets.exam_card import ExamCard
from quizapp.services.exams import ExamSummary
from tests.gui.exams import DEFINITION
from tests.gui.reading import words_of

NOW = DEFINITION.opens_at + timedelta(hours=1)


def summary(state: ExamState = ExamState.PUBLISHED, *, unsettled: int = 0, due: int = 9) -> ExamSummary:
    opens, closes = DEFINITION.opens_at, DEFINITION.closes_at
    return ExamSummary(4, "2026-03", "三月测试", state, opens, closes, due, sat=4, running=2, unsettled=unsettled)


@pytest.fixture
def card(theme, show):
    return lambda exam, **wishes: show(ExamCard(theme, exam, wishes.pop("now", NOW), **wishes))


def test_it_counts_who_has_sat(card):
    shown = card(summary())
    words = words_of(shown).splitlines()
    assert [words[words.index(label) - 1] for label in ("应考", "已交卷", "正在作答", "未考")] == ["9", "2", "2", "5"]
    bar = shown.findChild(QProgressBar)
    assert (bar.value(), bar.maximum(), bar.accessibleName()) == (4, 9, "实考 4 人，应考 9 人")


@pytest.mark.parametrize(
    ("exam", "now", "step", "word"),
    [
        (summary(ExamState.DRAFT), NOW, Step.PUBLISH, "发布"),
        (summary(), NOW - timedelta(days=1), Step.WATCH, "查看进度"),
        (summary(), NOW, Step.WATCH, "查看进度"),
        (summary(), DEFINITION.closes_at, Step.CLOSE, "结束考试"),
        (summary(ExamState.CLOSED, unsettled=3), NOW, Step.SETTLE, "核实 3 人"),
        (summary(ExamState.CLOSED), NOW, Step.EXPORT, "导出成绩"),
    ],
)
def test_each_state_has_one_next_step(card, exam, now, step, word, qtbot):
    shown = card(exam, now=now)
    with qtbot.waitSignal(shown.stepped) as told:
        shown.step_button.click()
    assert told.args == [step, exam]
    assert shown.step_button.text() == word


def test_a_draft_can_be_edited(card, qtbot):
    shown = card(summary(ExamState.DRAFT))
    with qtbot.waitSignal(shown.edit_wanted):
        shown.edit_button.click()
    assert shown.findChild(QProgressBar) is None


def test_only_the_first_card_has_the_primary_button(card):
    assert card(summary()).step_button.property("kind") == "primary"
    assert card(summary(), is_first=False).step_button.property("kind") == "secondary"


def test_who_may_only_look_changes_nothing(card):
    shown = card(summary(ExamState.DRAFT), may_change=False)
    assert "发布" not in words_of(shown).splitlines()
    assert card(summary(), now=DEFINITION.closes_at, may_change=False).step is Step.WATCH


def test_a_test_for_nobody_has_an_empty_bar(card):
    assert card(summary(due=0)).findChild(QProgressBar).maximum() == 1


def test_marking_has_its_own_button_while_something_else_is_the_next_step(card, qtbot):
    shown = card(replace(summary(), unmarked=3))
    assert shown.mark_button.text() == "批阅 3 份简答"
    with qtbot.waitSignal(shown.stepped) as stepped:
        shown.mark_button.click()
    assert stepped.args[0] is Step.MARK
    assert not card(summary()).mark_button.isVisible()
    closed = card(replace(summary(ExamState.CLOSED), unmarked=3))
    assert (closed.step, closed.mark_button.isVisible()) == (Step.MARK, False)
