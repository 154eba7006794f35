"""People and departments by hand."""

from dataclasses import replace

import pytest
from sqlalchemy import select

from quizapp.core.people import Actor, Department, DepartmentKind
from quizapp.core.roster import RosterField
from quizapp.db.engine import Database
from quizapp.db.tables import LogRow, PersonRow
from quizapp.errors import Conflict, NotAllowed, UserError
from quizapp.services.passwords import verify_pin
from quizapp.services.people import People, PersonDraft
from tests.services.conftest import Clock, Roster

SECTION, UNIT = DepartmentKind.SECTION, DepartmentKind.UNIT


@pytest.fixture
def people(database: Database, clock: Clock) -> People:
    """The service on an empty database."""
    return People(database, clock)


@pytest.fixture
def office(people: People, actor: Actor) -> Department:
    """A department."""
    return people.add_department(actor, "办公室", SECTION, None)


def logged(database: Database) -> list[tuple[str, str]]:
    """Actions and subjects in the log."""
    with database.read() as session:
        return [(row.action, row.subject) for row in session.scalars(select(LogRow).order_by(LogRow.id))]


def test_departments_stand_in_the_bureaus_order(people: People, actor: Actor, office: Department) -> None:
    centre = people.add_department(actor, " 服务  中心 ", UNIT, None)
    canteen = people.add_department(actor, "食堂", UNIT, centre.id)
    finance = people.add_department(actor, "财务科", SECTION, None)
    assert centre.name == "服务 中心"
    assert people.departments() == [office, centre, canteen, finance]
    assert canteen.path == ("服务 中心", "食堂")
    assert [one.position for one in (office, centre, canteen, finance)] == [1, 2, 1, 3]


def test_two_departments_of_one_name_do_not_stand_beside_each_other(
    people: People, actor: Actor, office: Department
) -> None:
    with pytest.raises(Conflict, match="已经有"):
        people.add_department(actor, "办 公室", SECTION, None)
    assert people.add_department(actor, "办公室", SECTION, office.id).path == ("办公室", "办公室")
    with pytest.raises(UserError, match="名称"):
        people.add_department(actor, " ", SECTION, None)
    with pytest.raises(UserError, match="太长"):
        people.add_department(actor, "科" * 201, SECTION, None)
    with pytest.raises(Conflict, match="没有这个"):
        people.add_department(actor, "新科", SECTION, 99)


def test_a_department_is_renamed_moved_and_put_in_its_place(people: People, actor: Actor, office: Department) -> None:
    finance = people.add_department(actor, "财务科", SECTION, None)
    centre = people.add_department(actor, "服务中心", SECTION, None)
    changed = people.change_department(actor, replace(centre, name="会议中心", kind=UNIT, position=1))
    assert (changed.name, changed.kind) == ("会议中心", UNIT)
    assert [one.name for one in people.departments()] == ["会议中心", "办公室", "财务科"]
    moved = people.change_department(actor, replace(finance, parent_id=centre.id, position=1))
    assert moved.path == ("会议中心", "财务科")
    assert people.change_department(actor, replace(moved)) == moved


def test_no_department_lies_within_itself(people: People, actor: Actor, office: Department) -> None:
    inner = people.add_department(actor, "文秘", SECTION, office.id)
    for parent in (office, inner):
        with pytest.raises(Conflict, match="自己里面"):
            people.change_department(actor, replace(office, parent_id=parent.id))
    with pytest.raises(Conflict, match="没有这个"):
        people.change_department(actor, replace(office, parent_id=99))
    with pytest.raises(Conflict, match="没有这个"):
        people.change_department(actor, replace(office, id=99))


def test_a_department_is_closed_when_nobody_is_in_it(people: People, actor: Actor, office: Department) -> None:
    inner = people.add_department(actor, "文秘", SECTION, office.id)
    person = people.add_person(actor, PersonDraft("张三", inner.id))
    with pytest.raises(UserError, match="下面还有"):
        people.change_department(actor, replace(office, is_active=False))
    with pytest.raises(UserError, match="在册人员"):
        people.change_department(actor, replace(inner, is_active=False))
    people.set_left(actor, (person.id,), has_left=True)
    people.change_department(actor, replace(inner, is_active=False))
    assert people.departments() == [office]
    assert [one.name for one in people.departments(with_inactive=True)] == ["办公室", "文秘"]
    with pytest.raises(Conflict, match="撤销"):
        people.add_person(actor, PersonDraft("李四", inner.id))
    with pytest.raises(Conflict, match="恢复"):
        people.add_department(actor, "文秘", SECTION, office.id)
    with pytest.raises(Conflict, match="撤销"):
        people.set_left(actor, (person.id,), has_left=False)


def test_a_person_needs_a_name_and_a_department_only(people: People, actor: Actor, office: Department) -> None:
    one = people.add_person(actor, PersonDraft(" 张三 ", office.id))
    two = people.add_person(actor, PersonDraft("李四", office.id, number="007", category="工勤", is_ranked=False))
    assert (one.name, one.number, one.is_number_generated) == ("张三", "G0001", True)
    assert (two.number, two.is_number_generated, two.category, two.is_ranked) == ("007", False, "工勤", False)
    assert people.people() == [two, one]


def test_numbers_are_nobody_elses(people: People, actor: Actor, office: Department) -> None:
    people.add_person(actor, PersonDraft("张三", office.id, number="A7"))
    people.add_person(actor, PersonDraft("周五", office.id, number="g0001"))
    with pytest.raises(Conflict, match="张三"):
        people.add_person(actor, PersonDraft("李四", office.id, number="ａ7"))
    assert people.add_person(actor, PersonDraft("王五", office.id)).number == "G0002"


@pytest.mark.parametrize(
    ("draft", "words"),
    [({"name": " "}, "姓名"), ({"name": "张" * 101}, "姓名太长"), ({"remark": "长" * 201}, "备注太长")],
)
def test_what_cannot_be_kept_is_refused(
    draft: dict[str, str], words: str, people: People, actor: Actor, office: Department
) -> None:
    with pytest.raises(UserError, match=words):
        people.add_person(actor, replace(PersonDraft("张三", office.id), **draft))
    assert people.people() == []


def test_people_are_sorted_by_sound_within_their_department(people: People, actor: Actor, office: Department) -> None:
    finance = people.add_department(actor, "财务科", SECTION, None)
    for name, department in (
        ("单一", office),
        ("任二", office),
        ("𬭚三", finance),
        ("阿四", finance),
        ("曾五", office),
    ):
        people.add_person(actor, PersonDraft(name, department.id))
    assert [one.name for one in people.people()][:4] == ["任二", "单一", "曾五", "阿四"]
    assert {one.name for one in people.people()[3:]} == {"阿四", "𬭚三"}


def test_pinyin_and_initials_are_kept_for_searching(
    people: People, database: Database, actor: Actor, office: Department
) -> None:
    person = people.add_person(actor, PersonDraft("覃峰", office.id))
    with database.read() as session:
        row = session.get_one(PersonRow, person.id)
        assert (row.pinyin, row.initials) == ("qin feng|tan feng", "qf|tf")
    people.change_person(actor, person.id, PersonDraft("李峰", office.id))
    with database.read() as session:
        assert session.get_one(PersonRow, person.id).pinyin == "li feng"


def test_a_person_is_changed(people: People, database: Database, actor: Actor, office: Department) -> None:
    finance = people.add_department(actor, "财务科", SECTION, None)
    person = people.add_person(actor, PersonDraft("张三", office.id, category="工勤"))
    changed = people.change_person(actor, person.id, PersonDraft("张珊", finance.id, counts=False))
    assert changed == replace(person, name="张珊", department=finance, category="", counts=False)
    with database.read() as session:
        entry = session.scalars(select(LogRow).where(LogRow.action == "person.change")).one()
    assert entry.details == {
        "id": person.id, "name": ["张三", "张珊"], "department_id": [office.id, finance.id], "category": ["工勤", ""],
        "counts": [True, False],
    }  # fmt: skip
    people.change_person(actor, person.id, PersonDraft("张珊", finance.id, counts=False))
    assert logged(database).count(("person.change", "张珊 G0001")) == 1


def test_a_number_is_changed_and_taken_away(people: People, actor: Actor, office: Department) -> None:
    person = people.add_person(actor, PersonDraft("张三", office.id))
    given = people.change_person(actor, person.id, PersonDraft("张三", office.id, number="007"))
    assert (given.number, given.is_number_generated) == ("007", False)
    taken = people.change_person(actor, person.id, PersonDraft("张三", office.id))
    assert (taken.number, taken.is_number_generated) == ("G0001", True)
    other = people.add_person(actor, PersonDraft("李四", office.id))
    with pytest.raises(Conflict, match="李四"):
        people.change_person(actor, person.id, PersonDraft("张三", office.id, number=other.number))


def test_who_left_stays_on_record(people: People, actor: Actor, office: Department, database: Database) -> None:
    person = people.add_person(actor, PersonDraft("张三", office.id))
    assert people.set_left(actor, (person.id,), has_left=True) == (person.id,)
    assert people.set_left(actor, (person.id,), has_left=True) == ()
    assert people.people() == []
    assert people.people(with_inactive=True) == [replace(person, is_active=False)]
    people.set_left(actor, (person.id,), has_left=False)
    assert people.people() == [person]
    assert logged(database)[-2:] == [("person.leave", "张三 G0001"), ("person.return", "张三 G0001")]
    with pytest.raises(Conflict, match="没有这个人员"):
        people.set_left(actor, (99,), has_left=True)


def test_a_switch_is_set_for_several_at_once_or_for_nobody(
    people: People, actor: Actor, office: Department, database: Database
) -> None:
    one = people.add_person(actor, PersonDraft("张三", office.id, is_ranked=False))
    two = people.add_person(actor, PersonDraft("李四", office.id))
    assert people.set_switch(actor, (one.id, two.id), RosterField.IS_RANKED, is_on=False) == (two.id,)
    assert people.people() == [replace(two, is_ranked=False), one]
    assert logged(database)[-1] == ("person.change", "李四 G0002")
    with pytest.raises(Conflict, match="没有这个人员"):
        people.set_switch(actor, (one.id, 99), RosterField.IS_RANKED, is_on=True)
    assert not people.people()[1].is_ranked


def test_a_pin_is_given_told_once_and_taken_away(
    people: People, database: Database, actor: Actor, office: Department
) -> None:
    person = people.add_person(actor, PersonDraft("张三", office.id))
    pin = people.reset_pin(actor, person.id)
    assert len(pin) == 6
    with database.read() as session:
        stored = session.get_one(PersonRow, person.id).pin_hash
    assert stored is not None and pin not in stored and verify_pin(stored, pin)
    assert people.people()[0].has_pin
    assert people.clear_pins(actor, (person.id,)) == (person.id,)
    assert people.clear_pins(actor, (person.id,)) == ()
    assert not people.people()[0].has_pin
    assert [action for action, _subject in logged(database)][-2:] == ["person.pin_reset", "person.pin_clear"]


def test_every_act_is_logged_with_who_and_when(
    people: People, database: Database, actor: Actor, clock: Clock, office: Department
) -> None:
    people.change_department(actor, replace(office, name="综合办"))
    people.add_person(actor, PersonDraft("张三", office.id))
    with database.read() as session:
        rows = list(session.scalars(select(LogRow).order_by(LogRow.id)))
    assert {(row.who, row.at) for row in rows} == {(actor.name, clock.at)}
    assert [row.action for row in rows] == ["department.add", "department.change", "person.add"]
    assert rows[1].details["before"]["path"] == ["办公室"]
    assert rows[1].details["after"]["path"] == ["综合办"]


def test_the_administrator_of_a_unit_changes_that_unit_only(people: People, actor: Actor, roster: Roster) -> None:
    centre = roster.department("服务中心", UNIT)
    canteen = roster.department("食堂", UNIT, centre)
    office = roster.department("办公室")
    cook, clerk = roster.person("张三", canteen), roster.person("李四", office)
    mine = Actor("王主任", centre.id)

    added = people.add_person(mine, PersonDraft("赵六", canteen.id))
    people.change_person(mine, added.id, PersonDraft("赵六", centre.id))
    people.reset_pin(mine, cook.id)
    people.set_left(mine, (cook.id,), has_left=True)
    gate = people.add_department(mine, "门卫", SECTION, centre.id)
    people.change_department(mine, replace(gate, name="保卫"))

    forbidden = [
        lambda: people.add_person(mine, PersonDraft("赵六", office.id)),
        lambda: people.change_person(mine, added.id, PersonDraft("赵六", office.id)),
        lambda: people.change_person(mine, clerk.id, PersonDraft("李四", centre.id)),
        lambda: people.reset_pin(mine, clerk.id),
        lambda: people.clear_pins(mine, (clerk.id,)),
        lambda: people.set_switch(mine, (clerk.id,), RosterField.COUNTS, is_on=False),
        lambda: people.set_left(mine, (clerk.id,), has_left=True),
        lambda: people.add_department(mine, "新科", SECTION, None),
        lambda: people.change_department(mine, replace(office, name="综合办")),
        lambda: people.change_department(mine, replace(centre, name="后勤中心")),
        lambda: people.change_department(mine, replace(gate, parent_id=office.id)),
    ]
    before = people.people(with_inactive=True), people.departments()
    for act in forbidden:
        with pytest.raises(NotAllowed, match="本单位"):
            act()
    assert (people.people(with_inactive=True), people.departments()) == before
