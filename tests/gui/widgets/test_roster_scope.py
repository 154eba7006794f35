"""Whom a file speaks for: three ways, departments to tick only where they matter."""

import pytest

from quizapp.core.roster import RosterScope
from quizapp.gui.widgets.roster_scope import PARTS, UPDATE, WHOLE, RosterScopeCard
from tests.core.rosters import CENTRE, DEPARTMENTS, FINANCE


@pytest.fixture
def card(theme, show) -> RosterScopeCard:
    made = show(RosterScopeCard(theme))
    made.propose(PARTS, RosterScope(False, (FINANCE.id,)), DEPARTMENTS, may_be_whole=True)
    return made


def test_the_guess_is_shown(card):
    assert card.mode == PARTS
    assert card.departments.isVisible()
    assert card.scope == RosterScope(False, (FINANCE.id,))
    assert card.is_complete


def test_the_whole_needs_no_departments(card, qtbot):
    with qtbot.waitSignal(card.changed):
        card.buttons[WHOLE].click()
    assert not card.departments.isVisible()
    assert card.scope == RosterScope()
    card.buttons[UPDATE].click()
    assert (card.mode, card.scope) == (UPDATE, RosterScope())


def test_departments_must_be_ticked(card):
    card.departments.choose([])
    assert not card.is_complete


def test_a_unit_s_administrator_cannot_speak_for_all(card):
    card.propose(PARTS, RosterScope(False, (CENTRE.id,)), [CENTRE], may_be_whole=False)
    assert [mode for mode, button in card.buttons.items() if button.isEnabled()] == [PARTS]
