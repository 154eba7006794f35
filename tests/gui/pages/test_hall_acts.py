"""The acts of the hall that its page alone does not show: what is asked, and what is offered first."""

import pytest

from quizapp.core.attempts import AttemptState
from quizapp.gui.pages.hall_acts import HallActs
from quizapp.gui.widgets.page_frame import PageFrame
from tests.gui.bureau import services_of
from tests.gui.halls import hall, hit, seat
from tests.services.office import ACTOR


@pytest.fixture
def acts(show, doors, office, theme):
    return HallActs(doors, services_of(office), ACTOR, show(PageFrame(theme, "考场")))


def asked(answers):
    """Keep the dialog that was run, and go back."""
    boxes = []
    answers.does = lambda box: bool(boxes.append(box))
    return boxes


def test_what_was_lost_is_offered_first(acts, answers):
    boxes = asked(answers)
    acts.add_time(hall(hit(1)), [hit(1)])
    acts.add_time(hall(seat(2)), [seat(2)])
    acts.add_time(hall(seat(2), hit(3)), [seat(2), hit(3)])
    assert [box.minutes for box in boxes] == [7, 5, 7]


def test_who_has_ended_gets_no_minutes(acts, answers):
    boxes = asked(answers)
    acts.add_time(hall(), [seat(1, state=AttemptState.SUBMITTED)])
    assert boxes == []


def test_an_attempt_with_time_left_opens_again_without_more(acts, answers):
    boxes = asked(answers)
    acts.reopen(hall(), seat(1, state=AttemptState.SUBMITTED))
    acts.reopen(hall(), seat(1, state=AttemptState.EXPIRED, left_s=0.0, lost_s=90.0))
    assert [(box.minutes, box.number.minimum()) for box in boxes] == [(0, 0), (2, 1)]


def test_an_outage_offers_its_minutes(acts, answers):
    boxes = asked(answers)
    shown = hall(hit(1), hit(2))
    acts.make_up(shown, shown.outages[0])
    assert boxes[0].minutes == 7 and boxes[0].windowTitle() == "停机 7 分钟，2 人在考"


def test_a_failure_is_said_and_can_be_tried_again(acts, answers, qtbot):
    answers.reason = "身体不适"
    with qtbot.waitSignal(acts.done):
        acts.end(seat(99))
    assert "已经结束" in acts._page.banner.message
