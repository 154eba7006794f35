"""The dialog that adds minutes: a reason first, and who is cut short is said before it is done."""

from datetime import timedelta

import pytest

from quizapp.gui.pages.more_time import MoreTimeBox
from tests.gui.halls import NOON, seat


@pytest.fixture
def ask(theme, qtbot):
    def make(**changes):
        usual = {"seats": [seat(1), seat(2, full_end_at=NOON + timedelta(minutes=25))], "minutes": 3, "may_move": True}
        words = {"title": "加时", "text": "给两个人加时。", "action": "加时", "reasons": ["停电", "身体不适"]}
        box = MoreTimeBox(theme, None, closes_at=NOON + timedelta(minutes=30), **words, **(usual | changes))
        qtbot.addWidget(box)
        return box

    return make


def test_without_a_reason_nothing_is_done(ask):
    box = ask()
    assert not box.action_button.isEnabled()
    box.reason.setEditText(" 停电 ")
    assert box.action_button.isEnabled()
    assert (box.minutes, box.more.reason, box.more.moves_window) == (3, "停电", False)


def test_whom_the_end_cuts_short_is_said_with_the_way_out(ask):
    box = ask()
    assert not box.warning.isVisibleTo(box) and not box.moves.isVisibleTo(box)
    box.number.setValue(10)
    assert "人2用不满这些时间" in box.warning.text()
    assert box.warning.isVisibleTo(box) and box.moves.isVisibleTo(box) and not box.more.moves_window
    box.moves.setChecked(True)
    assert box.more.moves_window
    box.number.setValue(3)
    assert not box.more.moves_window, "what is not seen is not done"


def test_who_may_not_move_the_end_is_told_whom_to_ask(ask):
    box = ask(minutes=10, may_move=False)
    assert "请联系全局管理员" in box.warning.text() and not box.moves.isVisibleTo(box)


def test_no_minutes_are_possible_where_time_is_left(ask):
    assert ask(minutes=0, least=0).minutes == 0
    assert ask(minutes=0).minutes == 1
