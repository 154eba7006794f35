"""An absence is told with its length; what is no leaving is not told."""

import pytest
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QDialog, QMainWindow, QToolTip

from tests.gui.absence import Absence


@pytest.fixture
def absence(qtbot):
    made = Absence()
    watch = made.watch()
    made.told = []
    watch.came_back.connect(made.told.append)
    yield made
    watch.stop()
    watch.deleteLater()


def test_an_absence_is_told_when_the_user_is_back(absence):
    absence.leave()
    absence.pass_time(12)
    assert absence.told == []
    absence.come_back()
    assert absence.told == [12.0]
    absence.be_away(60)
    assert absence.told == [12.0, 60.0]


def test_a_few_seconds_are_no_leaving(absence):
    absence.be_away(2.9)
    absence.be_away(3.0)
    absence.be_away(3.5)
    assert absence.told == [3.5]


def test_what_belongs_to_the_program_is_no_leaving(absence, qtbot, show, theme):
    """Our own windows keep the application active: real ones, of three kinds, opened beside the test's."""
    page = show(QMainWindow())
    dialog, other = QDialog(page), QMainWindow()
    qtbot.addWidget(other)
    for window in (dialog, other):
        with qtbot.waitExposed(window):
            window.show()
            window.activateWindow()
        absence.pass_time(10)
    QToolTip.showText(page.mapToGlobal(page.rect().center()), "…", page)
    absence.pass_time(10)
    QToolTip.hideText()
    dialog.close()
    absence.come_back()
    assert absence.told == []


def test_a_locked_screen_is_no_leaving(absence):
    absence.is_locked = True
    absence.leave()
    absence.pass_time(600)
    absence.is_locked = False
    absence.pass_time(1)
    absence.come_back()
    assert absence.told == []


def test_only_the_time_at_an_unlocked_screen_counts(absence):
    absence.leave()
    absence.pass_time(20)
    absence.is_locked = True
    absence.pass_time(600)
    absence.is_locked = False
    absence.come_back()
    assert 20 <= absence.told[0] <= 21


def test_sleep_is_no_leaving(absence):
    absence.leave()
    absence.pass_time(1)
    absence.sleep(3600)
    absence.come_back()
    assert absence.told == []


def test_told_twice_that_it_is_away_it_counts_once(absence):
    absence.leave()
    absence.pass_time(4)
    absence.leave()
    absence.pass_time(4)
    absence.come_back()
    assert absence.told == [8.0]


def test_when_the_test_is_over_an_absence_is_told_as_it_stands(qtbot):
    absence, told = Absence(), []
    watch = absence.watch()
    watch.came_back.connect(told.append)
    absence.leave()
    absence.pass_time(7)
    watch.stop()
    assert told == [7.0]
    absence.be_away(60)
    assert told == [7.0]
    assert not watch.findChild(QTimer).isActive()
    watch.deleteLater()


def test_its_own_clock_and_timer_go_on_by_themselves(qtbot):
    from quizapp.gui.window_watch import WindowWatch

    absence = Absence()
    watch = absence.made = WindowWatch(is_locked=lambda: False)
    watch._ticks.setInterval(5)
    absence.leave()
    qtbot.waitUntil(lambda: watch._away_ms > 20)
    absence.come_back()
    assert not watch._ticks.isActive()
    watch.stop()
    watch.deleteLater()
