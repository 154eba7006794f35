"""Choosing one person of the roster in a small dialog: type to find, Enter or a click takes."""

from collections.abc import Sequence

from PySide6.QtWidgets import QWidget

from quizapp.core.people import Person
from quizapp.core.pinyin import name_keys
from quizapp.gui.dialogs import Box
from quizapp.gui.doors import Doors
from quizapp.gui.models.entries import Entry
from quizapp.gui.widgets.person_picker import PersonPicker
from quizapp.i18n import _


class PersonBox(Box):
    """`person` is who was picked once `exec` returned Accepted."""

    def __init__(
        self, doors: Doors, parent: QWidget | None, people: Sequence[Person], *, title: str, text: str
    ) -> None:
        super().__init__(doors.theme, parent, title=title, text=text)
        self._people = {person.id: person for person in people}
        self.person: Person | None = None
        self.picker = PersonPicker(
            doors.theme, placeholder=_("输入姓名、拼音首字母或编号"), empty_text=_("没有找到这个人。")
        )
        self.picker.set_entries([_entry(person) for person in people])
        self.picker.picked.connect(self._on_person_picked)
        self.column.addWidget(self.picker)
        self.take_button = self.button(_("选择"), "primary", self.accept)
        self.take_button.setEnabled(False)
        self.add_buttons(self.button(_("取消"), "secondary", self.reject), self.take_button)
        self.picker.field.setFocus()

    def _on_person_picked(self, person_id: int) -> None:
        self.person = self._people[person_id]
        self.take_button.setEnabled(True)
        self.take_button.setFocus()


def _entry(person: Person) -> Entry:
    keys = name_keys(person.name)
    sub_text = _(" · ").join(part for part in (person.department.full_name, person.position, person.remark) if part)
    flat = tuple(reading.replace(" ", "") for reading in keys.pinyin)
    return Entry(person.id, person.name, sub_text, (person.number, *flat, *keys.initials))
