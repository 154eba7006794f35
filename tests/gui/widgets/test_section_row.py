"""One section as controls: read, shown, summed up."""

import pytest
from PySide6.QtWidgets import QGridLayout, QWidget

from quizapp.core.papers import Section
from quizapp.core.points import POINT
from quizapp.core.questions import Difficulty, Kind
from quizapp.gui.widgets.section_row import SectionRow

SECTION = Section(Kind.MULTIPLE, 5, 6 * POINT, "电话礼仪", Difficulty.HARD)


@pytest.fixture
def row(theme, show) -> SectionRow:
    holder = QWidget()
    grid = QGridLayout(holder)
    made = SectionRow(theme, SECTION, ["会面礼仪", "电话礼仪"])
    made.put_into(grid, 0)
    holder.row = made  # lives as long as its controls
    show(holder)
    return made


def test_a_section_is_shown_and_read(row):
    assert row.section == SECTION
    other = Section(Kind.TRUE_FALSE, 10, 2_50)
    row.show_section(other)
    assert row.section == other
    assert row.subtotal.text() == "25"


def test_showing_tells_nobody_editing_does(row, qtbot):
    with qtbot.assertNotEmitted(row.changed):
        row.show_section(Section(Kind.SINGLE, 1, POINT))
    with qtbot.waitSignal(row.changed):
        row.count.setValue(7)
    assert row.subtotal.text() == "7"


def test_questions_that_only_a_person_can_mark_are_not_offered(row):
    assert Kind.SHORT_ANSWER.label not in [row.kind.itemText(at) for at in range(row.kind.count())]


def test_a_category_that_is_gone_stays_chosen(row):
    row.set_categories(["会面礼仪"])
    assert row.section.category == "电话礼仪"


def test_at_the_largest_text_the_menu_does_it_all(row, theme):
    assert row.remove_button.isVisible()
    theme.use(size="extra")
    assert not row.remove_button.isVisible()
    assert row.menu_button.isVisible()


def test_its_buttons_carry_the_row(row, qtbot):
    with qtbot.waitSignal(row.removed) as told:
        row.remove_button.click()
    assert told.args == [row]
    with qtbot.waitSignal(row.menu_wanted) as told:
        row.menu_button.click()
    assert told.args == [row]
