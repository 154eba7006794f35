"""Who is due: everybody, some, or one unit's own people."""

from dataclasses import replace

import pytest

from quizapp.core.exams import Audience, Scope
from quizapp.gui.exam_choices import ExamChoices
from quizapp.gui.widgets.exam_due_card import ExamDueCard
from quizapp.services.due_lists import DueCount
from tests.gui.exams import CENTRE, CHOICES, DEFINITION, NURSERY, OFFICE


@pytest.fixture
def card(theme, show) -> ExamDueCard:
    return show(ExamDueCard(theme, DEFINITION, CHOICES))


@pytest.mark.parametrize(
    ("scope", "audience"),
    [
        (Scope.BUREAU, Audience()),
        (Scope.BUREAU, Audience((OFFICE.id,), ("工勤",))),
        (Scope.UNIT, Audience((NURSERY.id,), ())),
        (Scope.UNIT, Audience((CENTRE.id,), ("工勤",))),
    ],
)
def test_a_definition_is_shown_and_read(card, scope, audience):
    wanted = replace(DEFINITION, scope=scope, audience=audience)
    card.show_definition(wanted)
    assert card.applied_to(DEFINITION) == wanted


def test_only_what_matters_is_shown(card):
    assert not card.lists.isVisible()
    card.some.setChecked(True)
    assert card.lists.departments.isVisible()
    card.one_unit.setChecked(True)
    assert card.unit.isVisible()
    assert not card.lists.departments.isVisible()
    assert card.lists.categories.isVisible()


def test_everybody_forgets_what_was_ticked(card, qtbot):
    card.some.setChecked(True)
    with qtbot.waitSignal(card.changed):
        card.lists.departments.model().toggle(0)
    assert card.applied_to(DEFINITION).audience == Audience((OFFICE.id,))
    with qtbot.waitSignal(card.changed):
        card.everybody.setChecked(True)
    assert card.applied_to(DEFINITION).audience == Audience()


def test_without_units_none_can_test_itself(theme, show):
    card = show(ExamDueCard(theme, DEFINITION, ExamChoices()))
    assert not card.one_unit.isEnabled()


def test_whom_that_means_is_said(card):
    card.show_due([DueCount("办公室", 12, (("通用卷", 12),)), DueCount("服务中心", 3, (("通用卷", 3),))])
    assert card.due.text() == "应考 15 人：办公室 12、服务中心 3"
