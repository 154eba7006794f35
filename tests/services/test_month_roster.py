"""A month's roster meets the one on record: matched by number, added where new, nobody on record changed."""

from collections.abc import Callable
from typing import Any

import pytest
from sqlalchemy import select

from quizapp.core.people import DepartmentKind
from quizapp.core.read_month import read_month
from quizapp.db.engine import Database
from quizapp.db.tables import DepartmentRow, PersonRow
from quizapp.errors import UserError
from quizapp.services.month_roster import RosterLoaded, load_roster
from tests.services.conftest import Roster
from tests.services.month_json import content, faults, month


def _load(database: Database, document: object) -> RosterLoaded:
    with database.write() as session:
        loaded = load_roster(session, read_month(content(document)))
        session.flush()
        session.expunge_all()
        return loaded


def _refusal(database: Database, document: object) -> list[str]:
    with pytest.raises(UserError) as refused:
        _load(database, document)
    return faults(str(refused.value))


def test_an_empty_folder_gets_everybody(database: Database) -> None:
    loaded = _load(database, month())
    assert (loaded.new_people, loaded.new_departments) == (6, 3)
    assert [one.path for one in loaded.people][3:5] == [("机关服务中心", "车队")] * 2
    with database.read() as session:
        fleet = session.scalars(select(DepartmentRow).where(DepartmentRow.name == "车队")).one()
        assert (fleet.kind, fleet.position, fleet.is_active) == (
            DepartmentKind.UNIT,
            1,
            True,
        )  # the first of its parent
        zhang = session.scalars(select(PersonRow).where(PersonRow.number == "001")).one()
        assert (zhang.name, zhang.pinyin, zhang.initials) == ("张三", "zhang san", "zs")
        assert (zhang.category, zhang.position, zhang.takes_tests, zhang.counts) == ("公务员", "科员", True, True)
        assert not session.scalars(select(PersonRow).where(PersonRow.number == "006")).one().takes_tests
        assert not session.scalars(select(PersonRow).where(PersonRow.number == "004")).one().counts


def test_who_is_on_record_stays_as_on_record(database: Database, roster: Roster) -> None:
    office = roster.department("办公室")
    roster.department("财务科")
    zhang = roster.person("张三", office, number="001", category="事业")
    loaded = _load(database, month())
    assert (loaded.new_people, loaded.new_departments) == (5, 2)
    assert loaded.people[0].row.id == zhang.id
    with database.read() as session:
        assert session.get_one(PersonRow, zhang.id).category == "事业"


def test_a_person_on_record_needs_no_department_in_the_file(database: Database, roster: Roster) -> None:
    centre = roster.department("机关服务中心", DepartmentKind.UNIT)
    roster.person("张三", roster.department("维修组", DepartmentKind.UNIT, centre), number="001")
    document = month()
    del document["people"][0]["department"]
    assert _load(database, document).people[0].path == ("机关服务中心", "维修组")


def test_another_name_under_a_known_number_is_refused(database: Database, roster: Roster) -> None:
    roster.person("张山", roster.department("办公室"), number="001")
    assert _refusal(database, month()) == ["people[0].name：编号“001”在人员名单里是“张山”。"]


def test_numbers_are_made_up_where_there_are_none(database: Database, roster: Roster) -> None:
    roster.person("别人", roster.department("财务科"), number="0002")
    document = month()
    for person in document["people"][:2]:
        del person["number"]
    loaded = _load(database, document)
    made = [one.row.number for one in loaded.people[:2]]
    assert all(one.row.is_number_generated for one in loaded.people[:2])
    assert len({*made, "0002"}) == 3


def test_without_a_number_nobody_is_guessed(database: Database, roster: Roster) -> None:
    roster.person("张三", roster.department("办公室"), number="9")
    document = month()
    del document["people"][0]["number"]
    assert [fault.split("：")[0] for fault in _refusal(database, document)] == ["people[0].number"]


@pytest.mark.parametrize(
    ("change", "where"),
    [
        (lambda one: one["people"][0].update(department="保卫科"), "people[0].department"),
        (lambda one: one["people"][0].pop("department"), "people[0].department"),
        (lambda one: one["people"][0].update(department=["办公室", "车队"]), "people[0].department"),
        (lambda one: one["departments"].append({"name": "办公室"}), "departments[3]"),
        (lambda one: one["departments"][2].update(parent="后来的单位"), "departments[2].parent"),
        (lambda one: one["departments"].reverse(), "departments[0].parent"),
    ],
)
def test_departments_that_do_not_fit(
    database: Database, change: Callable[[dict[str, Any]], object], where: str
) -> None:
    document = month()
    change(document)
    assert _refusal(database, document)[0].startswith(f"{where}：")


def test_a_name_that_two_departments_have_must_be_a_path(database: Database, roster: Roster) -> None:
    roster.department("车队", parent=roster.department("会议中心", DepartmentKind.UNIT))
    told = _refusal(database, month())
    assert told == ["people[4].department：有几个“车队”：请写成从上到下的列表。",
                    "people[5].department：有几个“车队”：请写成从上到下的列表。"]  # fmt: skip


def test_a_department_cannot_change_its_kind(database: Database, roster: Roster) -> None:
    roster.department("办公室", DepartmentKind.UNIT)
    assert _refusal(database, month())[0].startswith("departments[0].kind：")


def test_what_a_column_cannot_hold_is_told_with_its_path(database: Database) -> None:
    document = month()
    document["people"][1]["name"] = "长" * 101
    assert _refusal(database, document)[0].startswith("people[1]：")


def test_numbers_that_differ_only_in_how_they_are_written_are_one(database: Database, roster: Roster) -> None:
    roster.person("旧人", roster.department("财务科"), number="A１")
    document = month()
    document["people"][1]["number"] = "a1"
    assert _refusal(database, document)[0].startswith("people[1]：")


def _nested(levels: int) -> list[dict[str, Any]]:
    names = [f"第{level}级" for level in range(levels)]
    return [{"name": name, "kind": "unit", "parent": names[:level]} for level, name in enumerate(names)]


def test_departments_without_end_and_names_without_end_are_told(database: Database) -> None:
    document = month()
    document["departments"] += [*_nested(12), {"name": "长" * 201}]
    assert _refusal(database, document) == [
        "departments[13]：科室（单位）最多 10 级。请改放在上面的一级里。",
        "departments[15].name：科室（单位）的名称太长：最多 200 个字。",
    ]
    document["departments"] = [*month()["departments"], *_nested(10), {"name": "长" * 200}]
    assert _load(database, document).new_departments == 14


def test_what_lies_deep_since_long_ago_is_found_but_nothing_put_below(database: Database) -> None:
    with database.write() as session:
        for at in range(12):
            session.add(
                DepartmentRow(
                    id=at + 1,
                    name=f"第{at}级",
                    kind=DepartmentKind.UNIT,
                    parent_id=at or None,
                    position=1,
                    is_active=True,
                )
            )
            session.flush()
    document = month()
    document["departments"] += [*_nested(13), {"name": "底", "kind": "unit", "parent": "第12级"}]
    assert [fault.split("：")[0] for fault in _refusal(database, document)] == ["departments[15]"]
