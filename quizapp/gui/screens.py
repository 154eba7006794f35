"""What the gallery shows: every screen by its name, made anew for each look."""

from quizapp.gui.afterwards_screens import afterwards_screens
from quizapp.gui.bank_screens import bank_screens
from quizapp.gui.exam_screens import exam_screens
from quizapp.gui.hall_screens import hall_screens
from quizapp.gui.kiosk_screens import kiosk_screens
from quizapp.gui.marking_screens import marking_screens
from quizapp.gui.office_screens import office_screens
from quizapp.gui.people_screens import people_screens
from quizapp.gui.practice_screens import practice_screens
from quizapp.gui.results_screens import results_screens
from quizapp.gui.screen import Screen
from quizapp.gui.staff_screens import staff_screens
from quizapp.gui.stage import Stage
from quizapp.gui.widgets_sheet import WidgetsSheet


def all_screens(stage: Stage) -> list[Screen]:
    """Every screen of the program."""
    return [
        Screen("widgets", lambda: WidgetsSheet(stage.doors.theme)),
        *staff_screens(stage),
        *kiosk_screens(stage),
        *practice_screens(stage),
        *afterwards_screens(stage),
        *exam_screens(stage),
        *marking_screens(stage),
        *hall_screens(stage),
        *bank_screens(stage),
        *people_screens(stage),
        *results_screens(stage),
        *office_screens(stage),
    ]
