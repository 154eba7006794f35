"""The columns in which people are listed, and the row that carries how a name sorts and is found."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass

from quizapp.core.people import Person
from quizapp.core.pinyin import name_keys
from quizapp.gui.models.rows import Column, ColumnKind
from quizapp.i18n import _

STATE_COLUMN = 9
"""The column that only tells something where people who left are listed as well."""


@dataclass(frozen=True, slots=True)
class PersonLine:
    """A person with the readings of the name; `order` is the place of the department in the bureau's list."""

    person: Person
    order: int
    reading: str
    finds: str


def person_lines(people: Iterable[Person], places: dict[int, int]) -> list[PersonLine]:
    """Lines for people, to be made in a task: reading a thousand names takes a moment."""
    return [_line(person, places.get(person.department.id, len(places))) for person in people]


def _line(person: Person, order: int) -> PersonLine:
    keys = name_keys(person.name)
    together = (reading.replace(" ", "") for reading in keys.pinyin)
    reading = keys.pinyin[0] if keys.pinyin else ""
    return PersonLine(person, order, reading, "\n".join((*together, *keys.initials)))


def people_columns() -> list[Column]:
    """Number, name, department and what is set for each person."""
    return [
        Column(heading=_("编号"), value=lambda line: line.person.number, width=6, gives_way=1),
        Column(
            heading=_("姓名"),
            value=lambda line: (line.reading, line.person.name),
            text=lambda line: line.person.name,
            width=5,
        ),
        Column(
            heading=_("科室（单位）"),
            value=lambda line: line.order,
            text=lambda line: line.person.department.full_name,
        ),
        Column(heading=_("类别"), value=lambda line: _category(line.person), width=6, gives_way=3),
        Column(heading=_("职务"), value=lambda line: line.person.position, width=6, gives_way=4),
        _switch(_("测试"), _("参加测试"), lambda person: person.takes_tests),
        _switch(_("统计"), _("计入统计"), lambda person: person.counts),
        _switch(_("排名"), _("参与排名"), lambda person: person.is_ranked),
        Column(
            heading=_("登录码"),
            value=lambda line: line.person.has_pin,
            text=lambda line: _("有") if line.person.has_pin else _("无"),
            width=4,
            gives_way=2,
        ),
        Column(
            heading=_("状态"),
            value=lambda line: not line.person.is_active,
            text=lambda line: _("在册") if line.person.is_active else _("已离开"),
            tone=lambda line: "" if line.person.is_active else "neutral",
            kind=ColumnKind.BADGE,
            width=6,
        ),
    ]


def _switch(heading: str, tip: str, is_on: Callable[[Person], bool]) -> Column:
    return Column(
        heading=heading,
        tip=tip,
        value=lambda line: not is_on(line.person),
        text=lambda line: _("是") if is_on(line.person) else "—",
        width=3,
    )


def _category(person: Person) -> str:
    return _(person.category) if person.category else ""  # an empty msgid is the head of the catalogue
