"""The score is there for ten seconds, longer for who asks, shorter for who goes."""

import pytest
from PySide6.QtCore import Qt

from quizapp.gui.pages.kiosk_outcome import RETURN_AFTER_S, STAY_S, KioskOutcomePage
from tests.gui.pages.test_outcome import OUTCOME
from tests.gui.reading import words_of


@pytest.fixture
def page(show, doors):
    made = show(KioskOutcomePage(doors, OUTCOME))
    made.enter()
    yield made
    made.leave()


def test_it_counts_down_in_words(page, qtbot):
    assert "86.5 分" in words_of(page)
    assert page.line.text() == "10 秒后返回，请下一位"
    page._on_tick()
    assert page.line.text() == "9 秒后返回，请下一位"
    with qtbot.waitSignal(page.is_over):
        for _second in range(RETURN_AFTER_S - 1):
            page._on_tick()
    assert not page._ticks.isActive()


def test_the_seconds_are_real_ones(page):
    assert page._ticks.isActive() and page._ticks.interval() == 1000
    assert RETURN_AFTER_S == 10


def test_mouse_and_keys_do_not_stop_it(page, qtbot):
    page._on_tick()
    qtbot.mouseMove(page)
    qtbot.keyClick(page, Qt.Key.Key_A)
    assert page._ticks.isActive() and page.line.text().startswith("9 ")


def test_who_wants_to_look_longer(page):
    page.stay_button.click()
    assert page.line.text() == f"{STAY_S} 秒后返回，请下一位"
    assert page._ticks.isActive()


def test_who_goes_at_once(page, qtbot):
    assert page.go_button.hasFocus()
    with qtbot.waitSignal(page.is_over):
        page.go_button.click()
    assert not page._ticks.isActive()


def test_there_is_no_way_into_pages_of_one_s_own(page):
    words = words_of(page)
    assert "返回我的页面" not in words and "查看答卷" not in words
