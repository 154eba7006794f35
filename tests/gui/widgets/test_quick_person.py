"""One person more: a name and Enter; the field is ready for the next, and nothing is sent twice."""

import pytest
from PySide6.QtCore import Qt

from quizapp.gui.widgets.quick_person import QuickPerson
from tests.core.rosters import CARS, FINANCE, OFFICE


@pytest.fixture
def quick(theme, show) -> QuickPerson:
    made = show(QuickPerson(theme))
    made.open([OFFICE, FINANCE, CARS], FINANCE.id)
    return made


def test_the_department_is_chosen_and_the_name_waited_for(quick):
    assert quick.department.currentText() == "财务科"
    assert quick.name.hasFocus()
    quick.put_away()
    quick.open([OFFICE, FINANCE, CARS], None)
    assert quick.department.currentText() == "财务科"


def test_enter_sends_it_once(quick, qtbot):
    sent = []
    quick.submitted.connect(lambda *what: sent.append(what))
    quick.name.setText(" 王小明 ")
    qtbot.keyClick(quick.name, Qt.Key.Key_Return)
    qtbot.keyClick(quick.name, Qt.Key.Key_Return)
    assert sent == [("王小明", FINANCE.id)]
    quick.go_on()
    assert (quick.name.text(), quick.name.hasFocus()) == ("", True)


def test_an_empty_name_is_not_sent(quick, qtbot):
    with qtbot.assertNotEmitted(quick.submitted):
        quick.save_button.click()


def test_what_could_not_be_saved_can_be_mended(quick):
    quick.name.setText("王小明")
    quick.save_button.click()
    assert not quick.save_button.isEnabled()
    quick.keep_on()
    assert (quick.name.text(), quick.save_button.isEnabled()) == ("王小明", True)


def test_more_can_be_said_and_escape_puts_it_away(quick, qtbot):
    quick.name.setText("王小明")
    with qtbot.waitSignal(quick.more_wanted) as more:
        quick.more_button.click()
    assert more.args == ["王小明", FINANCE.id]
    with qtbot.waitSignal(quick.closed):
        qtbot.keyClick(quick.name, Qt.Key.Key_Escape)
    assert not quick.isVisible()
