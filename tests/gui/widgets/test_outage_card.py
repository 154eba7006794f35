"""An outage in one card with three ways to deal with it."""

from quizapp.gui.widgets.outage_card import OutageCard
from tests.gui.halls import hall, hit, seat
from tests.gui.reading import words_of


def test_hidden_without_an_outage_or_when_the_test_is_closed(theme, show):
    card = show(OutageCard(theme))
    card.show_hall(hall(seat(1)))
    assert not card.isVisible() and card.outage is None
    card.show_hall(hall(hit(1), hit(2), is_open=False))
    assert not card.isVisible()


def test_it_says_what_happened_and_each_button_carries_the_outage(theme, show, qtbot):
    card = show(OutageCard(theme))
    shown = hall(hit(1), hit(2))
    card.show_hall(shown)
    assert card.isVisible() and "停机 7 分钟，2 人在考" in words_of(card)
    for button, wanted in (
        (card.make_up_button, card.make_up_wanted),
        (card.postpone_button, card.postpone_wanted),
        (card.paper_button, card.paper_wanted),
    ):
        with qtbot.waitSignal(wanted) as told:
            button.click()
        assert told.args == [shown.outages[0]]


def test_at_the_largest_text_it_is_one_line_beside_who_is_selected(theme, show):
    card = show(OutageCard(theme))
    card.show_hall(hall(hit(1), hit(2)))
    card.set_brief(True)
    assert card.why.isVisible(), "there is room"
    theme.use(size="extra")
    assert not card.why.isVisible()
    card.set_brief(False)
    assert card.why.isVisible()
