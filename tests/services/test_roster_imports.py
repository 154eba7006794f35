"""A roster file previewed, decided over and carried out."""

from dataclasses import replace

import pytest
from sqlalchemy import select

from quizapp.config import ReadingLimits
from quizapp.core.people import Actor, DepartmentKind
from quizapp.core.roster import RosterChange, RosterDecisions, RosterScope
from quizapp.db.engine import Database
from quizapp.db.tables import BatchRow, LogRow
from quizapp.errors import Cancelled, Conflict, NotAllowed, NotReadable, UserError
from quizapp.services.people import People, RosterPreview
from tests.services.conftest import Clock, Roster

WHOLE = RosterScope()
AS_IS = RosterDecisions()


@pytest.fixture
def people(database: Database, clock: Clock) -> People:
    """The service on an empty database."""
    return People(database, clock)


def preview(people: People, *lines: str, scope: RosterScope = WHOLE) -> RosterPreview:
    """Preview a file with these lines below the usual heading."""
    text = "\n".join(["编号,姓名,科室,职务,备注", *lines])
    return people.preview_roster(text.encode("utf-8-sig"), "名册.csv", scope)


def key(found: RosterPreview, name: str) -> tuple[str, int]:
    """The row of a name."""
    return next(row.key for row in found.changes.rows if row.name == name)


def who(people: People) -> list[tuple[str, str, str]]:
    """Number, name and department of those on the roster, by number."""
    return sorted((one.number, one.name, one.department.full_name) for one in people.people())


def test_a_first_roster_makes_everything(people: People, actor: Actor, database: Database) -> None:
    found = preview(people, "007,张三,办公室,主任,", ",李 四,办公室,,", ",王五,会议中心,,")
    assert (found.rows, found.errors) == (3, 0)
    assert [(one.path, one.kind) for one in found.changes.new_departments] == [
        (("办公室",), DepartmentKind.SECTION),
        (("会议中心",), DepartmentKind.UNIT),
    ]
    done = people.import_roster(actor, found, AS_IS)
    assert (done.new, done.same, done.left) == (3, 0, 0)
    assert who(people) == [
        ("007", "张三", "办公室"), ("G0001", "李四", "办公室"), ("G0002", "王五", "会议中心"),
    ]  # fmt: skip
    with database.read() as session:
        batch = session.scalars(select(BatchRow)).one()
        assert (batch.id, batch.kind, batch.counts["new"], batch.who) == (done.batch_id, "roster", 3, actor.name)
        assert session.scalars(select(LogRow)).one().action == "people.import"


def test_previewing_changes_nothing(people: People) -> None:
    preview(people, "007,张三,办公室,主任,")
    assert people.people() == []
    assert people.departments() == []


def test_the_same_file_once_more_changes_nothing(people: People, actor: Actor) -> None:
    lines = ("007,张三,办公室,主任,", ",李四,办公室,,", ",李四,办公室,,新来的", ",王五,会议中心,,")
    people.import_roster(actor, preview(people, *lines), AS_IS)
    before = people.people(with_inactive=True)
    done = people.import_roster(actor, preview(people, *lines), AS_IS)
    assert (done.new, done.same, done.left, done.changed) == (0, 4, 0, 0)
    assert people.people(with_inactive=True) == before


def test_each_kind_of_change_is_carried_out(people: People, actor: Actor, roster: Roster) -> None:
    office, finance = roster.department("办公室"), roster.department("财务科")
    for number, department in (("1", office), ("2", office), ("3", finance), ("4", finance), ("5", finance)):
        roster.person(f"人{number}", department, number=number, phone="123", pin_hash="x")
    found = preview(
        people, "1,人1,财务科,,", "2,新名,办公室,,", "3,人3,财务科,科长,", "4,人4,财务科,,", "6,人6,办公室,,"
    )
    done = people.import_roster(actor, found, AS_IS)
    assert (done.moved, done.renamed, done.changed, done.same, done.new, done.left) == (1, 1, 1, 1, 1, 1)
    assert who(people) == [
        ("1", "人1", "财务科"), ("2", "新名", "办公室"), ("3", "人3", "财务科"), ("4", "人4", "财务科"),
        ("6", "人6", "办公室"),
    ]  # fmt: skip
    known = {one.number: one for one in people.people(with_inactive=True)}
    assert not known["5"].is_active
    assert (known["3"].position, known["3"].phone, known["3"].has_pin) == ("科长", "123", True)


def test_a_question_is_answered_before_anything_is_written(people: People, actor: Actor, roster: Roster) -> None:
    one = roster.person("张三", roster.department("财务科"))
    roster.department("办公室")
    found = preview(people, ",张三,办公室,,")
    assert [question.candidates[0].id for question in found.changes.questions] == [one.id]
    with pytest.raises(UserError, match="没有回答"):
        people.import_roster(actor, found, AS_IS)
    assert who(people) == [("001", "张三", "财务科")]
    done = people.import_roster(actor, found, RosterDecisions(answers={key(found, "张三"): one.id}))
    assert (done.moved, done.left) == (1, 0)
    assert who(people) == [("001", "张三", "办公室")]


def test_another_person_of_the_name_leaves_the_first_one_out(people: People, actor: Actor, roster: Roster) -> None:
    roster.person("张三", roster.department("财务科"))
    found = preview(people, ",张三,办公室,,")
    done = people.import_roster(actor, found, RosterDecisions(answers={key(found, "张三"): None}))
    assert (done.new, done.left) == (1, 1)
    assert who(people) == [("G0001", "张三", "办公室")]


def test_faulty_rows_stop_everything_or_are_skipped(people: People, actor: Actor, roster: Roster) -> None:
    office = roster.department("办公室")
    roster.person("李四", office, number="9")
    found = preview(people, "1,张三,办公室,,", "1,王五,办公室,,", "2,,办公室,,")
    assert found.errors == 2
    with pytest.raises(UserError, match="2 处错误"):
        people.import_roster(actor, found, AS_IS)
    done = people.import_roster(actor, found, RosterDecisions(skips_faulty=True))
    assert (done.new, done.left) == (1, 0)
    assert who(people) == [("1", "张三", "办公室"), ("9", "李四", "办公室")]


def test_an_empty_roster_does_not_send_everybody_away(people: People, actor: Actor, roster: Roster) -> None:
    roster.person("李四", roster.department("办公室"))
    found = preview(people, ",,办公室,,")
    with pytest.raises(UserError, match="没有可以导入"):
        people.import_roster(actor, found, RosterDecisions(skips_faulty=True))
    assert len(people.people()) == 1


def test_a_preview_grows_old(people: People, actor: Actor, roster: Roster) -> None:
    person = roster.person("李四", roster.department("办公室"))
    found = preview(people, ",张三,办公室,,")
    people.set_left(actor, (person.id,), has_left=True)
    with pytest.raises(Conflict, match="重新预览"):
        people.import_roster(actor, found, AS_IS)
    assert who(people) == []


def test_decisions_leave_out_and_correct(people: People, actor: Actor, roster: Roster) -> None:
    one = roster.person("李四", roster.department("办公室"))
    found = preview(people, ",张三,会议中心,,", ",王五,新科,,")
    decisions = RosterDecisions(
        left_out=frozenset({key(found, "王五")}),
        staying=frozenset({one.id}),
        kinds={("会议中心",): DepartmentKind.SECTION},
    )
    done = people.import_roster(actor, found, decisions)
    assert (done.new, done.left, done.same) == (1, 0, 0)
    assert [(one.name, one.kind) for one in people.departments()] == [
        ("办公室", DepartmentKind.SECTION), ("会议中心", DepartmentKind.SECTION),
    ]  # fmt: skip


def test_only_the_departments_of_the_scope_are_touched(people: People, actor: Actor, roster: Roster) -> None:
    office, finance = roster.department("办公室"), roster.department("财务科")
    roster.people(office, "张三", "李四")
    roster.person("王五", finance)
    found = preview(people, ",张三,办公室,,", scope=RosterScope(False, (office.id,)))
    assert people.import_roster(actor, found, AS_IS).left == 1
    assert [one.name for one in people.people()] == ["张三", "王五"]


def test_whoever_comes_back_is_the_same_person(people: People, actor: Actor, roster: Roster) -> None:
    office = roster.department("办公室")
    person = roster.person("张三", office, is_active=False)
    people.change_department(actor, replace(office, is_active=False))
    found = preview(people, ",张三,办公室,,")
    assert people.import_roster(actor, found, AS_IS).changed == 1
    (back,) = people.people()
    assert back.id == person.id
    assert people.departments()[0].is_active


def test_a_made_up_number_gives_way_to_a_real_one(people: People, actor: Actor) -> None:
    people.import_roster(actor, preview(people, ",张三,办公室,,"), AS_IS)
    people.import_roster(actor, preview(people, "007,张三,办公室,,"), AS_IS)
    (person,) = people.people()
    assert (person.number, person.is_number_generated) == ("007", False)


def test_the_administrator_of_a_unit_brings_in_that_unit_only(people: People, actor: Actor, roster: Roster) -> None:
    centre = roster.department("服务中心", DepartmentKind.UNIT)
    office = roster.department("办公室")
    roster.person("李四", office, number="9")
    mine, own = Actor("王主任", centre.id), RosterScope(False, (centre.id,))
    with pytest.raises(NotAllowed):
        people.import_roster(mine, preview(people, "1,张三,办公室,,", "9,李四,办公室,,"), AS_IS)
    with pytest.raises(NotAllowed):
        people.import_roster(mine, preview(people, "1,张三,新科,,", "9,李四,办公室,,"), AS_IS)
    with pytest.raises(NotAllowed):
        people.import_roster(mine, preview(people, "9,李四,服务中心,,", scope=own), AS_IS)
    people.import_roster(mine, preview(people, "1,张三,门卫,,", ",王五,服务中心,,", scope=own), AS_IS)
    assert who(people) == [
        ("1", "张三", "服务中心 / 门卫"), ("9", "李四", "办公室"), ("G0001", "王五", "服务中心"),
    ]  # fmt: skip


def test_a_text_that_is_too_long_writes_nothing(people: People, actor: Actor) -> None:
    found = preview(people, f",张三,办公室,{'长' * 101},", ",李四,办公室,,")
    with pytest.raises(UserError, match="职务太长"):
        people.import_roster(actor, found, AS_IS)
    assert people.people() == [] and people.departments() == []


def test_rare_characters_survive(people: People, actor: Actor) -> None:
    people.import_roster(actor, preview(people, ",张𬭚𪚥,㐀科,,"), AS_IS)
    assert who(people) == [("G0001", "张𬭚𪚥", "㐀科")]


def test_bad_files_and_second_thoughts(database: Database, clock: Clock) -> None:
    people = People(database, clock, ReadingLimits(file_megabytes=1))
    with pytest.raises(NotReadable, match="太大"):
        people.preview_roster(b"x" * (1024 * 1024 + 1), "名册.csv", WHOLE)
    with pytest.raises(NotReadable):
        people.preview_roster(b"", "名册.xlsx", WHOLE)
    with pytest.raises(Cancelled):
        people.preview_roster("姓名,科室\n张三,办公室".encode(), "名册.csv", WHOLE, is_cancelled=lambda: True)


def test_kinds_of_rows_are_counted(people: People, roster: Roster) -> None:
    roster.person("张三", roster.department("办公室"))
    found = preview(people, ",张三,办公室,,", ",李四,办公室,,")
    assert [len(found.changes.of(change)) for change in RosterChange] == [1, 0, 0, 0, 1]


def test_more_time_comes_with_the_roster_and_stays_where_a_file_says_nothing(people: People, actor: Actor) -> None:
    def brought(text: str) -> RosterPreview:
        found = people.preview_roster(text.encode("utf-8-sig"), "名册.csv", WHOLE)
        people.import_roster(actor, found, AS_IS)
        return found

    brought("编号,姓名,科室,延时（分钟）\n001,张三,办公室,10\n002,李四,办公室,\n")
    assert [one.extra_minutes for one in people.people()] == [0, 10]  # by pinyin: 李四, 张三
    found = brought("编号,姓名,科室,加时\n001,张三,办公室,15分钟\n002,李四,办公室,5\n")
    assert [entry.details[0].describe() for entry in found.changes.of(RosterChange.CHANGED)] == [
        "延时（分钟）：10 → 15",
        "延时（分钟）：0 → 5",
    ]
    brought("编号,姓名,科室\n001,张三,办公室\n002,李四,办公室\n")
    assert [one.extra_minutes for one in people.people()] == [5, 15]
