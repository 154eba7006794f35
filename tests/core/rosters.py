"""Small rosters for tests: departments, people and rows without more words than a test needs."""

from quizapp.core.people import Department, DepartmentKind, Person
from quizapp.core.roster import RosterRow

SECTION, UNIT = DepartmentKind.SECTION, DepartmentKind.UNIT

OFFICE = Department(1, "办公室", SECTION, ("办公室",), position=1)
FINANCE = Department(2, "财务科", SECTION, ("财务科",), position=2)
CENTRE = Department(3, "服务中心", UNIT, ("服务中心",), position=3)
CANTEEN = Department(4, "食堂", UNIT, ("服务中心", "食堂"), parent_id=3, position=1)
CARS = Department(5, "车队", UNIT, ("服务中心", "车队"), parent_id=3, position=2)
DEPARTMENTS = (OFFICE, FINANCE, CENTRE, CANTEEN, CARS)


def person(person_id: int, name: str, department: Department = OFFICE, **fields: object) -> Person:
    """A person, with a number made up by the program unless one is given."""
    number = fields.pop("number", "")
    is_generated = not number
    return Person(
        person_id, str(number) or f"G{person_id:04d}", name, department, is_number_generated=is_generated, **fields
    )


def row(at: int, name: str, *department: str, **fields: object) -> RosterRow:
    """A row of the sheet 名册, in 办公室 unless another department is named."""
    return RosterRow("名册", at, name, department or ("办公室",), **fields)
