"""Who is selected, why minutes are offered, and what can be done."""

import pytest

from quizapp.core.attempts import AttemptState
from quizapp.gui.widgets.seat_card import SeatCard
from tests.gui.halls import hall, hit, seat
from tests.gui.reading import button, words_of

ENDED = seat(4, state=AttemptState.SUBMITTED)


@pytest.fixture
def card(theme, show):
    return show(SeatCard(theme))


def offered(card):
    return {act for act, one in card.buttons.items() if one.isVisible()}


def test_nobody_selected_hides_it(card):
    card.show_seats([seat(1)], hall(seat(1)))
    assert card.isVisible()
    card.show_seats([], hall(seat(1)))
    assert not card.isVisible()


@pytest.mark.parametrize(
    ("seats", "changes", "acts"),
    [
        ([seat(1)], {}, {"add_time", "end", "record"}),
        ([ENDED], {}, {"reopen", "record"}),
        ([ENDED], {"may_reopen": False}, {"record"}),
        ([seat(1)], {"is_open": False, "may_reopen": False}, {"record"}),
        ([seat(1), seat(2)], {}, {"add_time"}),
        ([ENDED, ENDED], {}, set()),
    ],
)
def test_what_can_be_done(card, seats, changes, acts):
    card.show_seats(seats, hall(*seats, **changes))
    assert offered(card) == acts


def test_the_log_stands_beside_the_offer(card, qtbot):
    card.show_seats([hit(1)], hall(hit(1)))
    assert "人1 · 办公室" in words_of(card) and "还可以补 7 分钟" in words_of(card)
    with qtbot.waitSignal(card.wanted) as told:
        button(card, "加时").click()
    assert told.args == ["add_time", [hit(1)]]


def test_at_the_largest_text_the_buttons_stand_below(card, theme):
    card.show_seats([hit(1)], hall(hit(1)))
    theme.use(size="extra")
    assert card._halves.direction() == card._halves.Direction.TopToBottom
