"""Choosing one person: found by initials, taken only once picked."""

from quizapp.core.people import Department, DepartmentKind, Person
from quizapp.gui.pages.person_choice import PersonBox

OFFICE = Department(1, "办公室", DepartmentKind.SECTION, ("办公室",))
PEOPLE = [Person(1, "001", "单文", OFFICE), Person(2, "002", "李四", OFFICE)]


def test_found_by_initials_and_taken(doors, show, qtbot):
    box = PersonBox(doors, None, PEOPLE, title="是谁？", text="")
    qtbot.addWidget(box)
    assert not box.take_button.isEnabled() and box.person is None
    box.picker.field.setText("sw")
    box.picker.field.returnPressed.emit()
    assert box.person == PEOPLE[0]
    assert box.take_button.isEnabled()
