"""The people of the sample are as many and as various as a bureau's."""

from collections import Counter
from collections.abc import Iterable, Iterator

from quizapp.core.people import CATEGORIES, DepartmentKind
from quizapp.services.sample_people import DEPARTMENTS, LEADERS, SampleDepartment


def everybody(departments: Iterable[SampleDepartment]) -> Iterator[tuple[str, str, str]]:
    """All people, as (name, category, position)."""
    for department in departments:
        yield from department.people
        yield from everybody(department.parts)


def test_it_is_a_bureau_of_sections_and_units_one_of_them_with_parts() -> None:
    kinds = Counter(department.kind for department in DEPARTMENTS if department.name != LEADERS)
    assert kinds == {DepartmentKind.SECTION: 6, DepartmentKind.UNIT: 3}
    assert [department.name for department in DEPARTMENTS if department.parts] == ["机关服务中心"]


def test_every_category_is_there_and_nobody_is_without_a_position() -> None:
    people = list(everybody(DEPARTMENTS))
    assert 55 <= len(people) <= 70
    assert {category for _name, category, _position in people} == set(CATEGORIES)
    assert all(name and position for name, _category, position in people)


def test_namesakes_work_in_different_departments() -> None:
    names = Counter(name for name, _category, _position in everybody(DEPARTMENTS))
    assert [name for name, count in names.items() if count > 1] == ["李娜"]
    for department in DEPARTMENTS:
        within = Counter(name for name, _category, _position in everybody([department]))
        assert set(within.values()) == {1}
