"""A roster file against the record: what would change, and what is carried out."""

import random
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quizapp.core.people import Department, Person
from quizapp.core.roster import RosterChange, RosterChanges, RosterDecisions, RosterField, RosterRow, RosterScope
from quizapp.core.roster_comparison import compare, settle
from quizapp.errors import UserError
from tests.core.rosters import CANTEEN, CARS, CENTRE, DEPARTMENTS, FINANCE, OFFICE, SECTION, UNIT, person, row

WHOLE = RosterScope()


def changes(rows: list[RosterRow], people: list[Person], scope: RosterScope = WHOLE) -> RosterChanges:
    """Compare in the usual bureau."""
    return compare(rows, people, DEPARTMENTS, scope)


def left(found: RosterChanges) -> list[int]:
    """The ids of those who are reported as left."""
    return [person.id for person in found.left]


def test_each_kind_of_change_is_seen() -> None:
    people = [person(at, f"人{at}", number=f"00{at}", position="科员") for at in range(1, 6)]
    rows = [
        row(2, "人1", "财务科", number="001"),
        row(3, "新名", number="002"),
        row(4, "人3", number="003", position="科长", counts=False),
        row(5, "人4", number="004", position="科员", takes_tests=True),
        row(6, "新人", number="009"),
    ]
    found = changes(rows, people)
    assert [(entry.row.row, entry.change) for entry in found.entries] == [
        (2, RosterChange.MOVED), (3, RosterChange.RENAMED), (4, RosterChange.CHANGED), (5, RosterChange.SAME),
        (6, RosterChange.NEW),
    ]  # fmt: skip
    assert left(found) == [5]
    assert [(one.field, one.before, one.after) for one in found.entries[2].details] == [
        (RosterField.POSITION, "科员", "科长"),
        (RosterField.COUNTS, True, False),
    ]
    assert found.entries[0].details[0].describe() == "科室（单位）：办公室 → 财务科"


def test_what_the_file_leaves_empty_stays() -> None:
    known = person(1, "张三", position="科员", category="工勤", phone="1", remark="大", counts=False)
    assert changes([row(2, "张 三")], [known]).entries[0].change is RosterChange.SAME


def test_a_real_number_takes_the_place_of_one_made_up() -> None:
    (entry,) = changes([row(2, "张三", number="007")], [person(1, "张三")]).entries
    assert [(one.field, one.after) for one in entry.details] == [(RosterField.NUMBER, "007")]


def test_who_comes_back_is_on_the_roster_again() -> None:
    (entry,) = changes([row(2, "张三")], [person(1, "张三", is_active=False)]).entries
    assert [one.field for one in entry.details] == [RosterField.IS_ACTIVE]


def test_only_within_the_scope_can_anybody_have_left() -> None:
    people = [
        person(1, "甲"), person(2, "乙", FINANCE), person(3, "丙", CENTRE), person(4, "丁", CANTEEN),
        person(5, "戊", is_active=False),
    ]  # fmt: skip
    rows = [row(2, "己")]
    assert left(changes(rows, people)) == [1, 2, 3, 4]
    assert left(changes(rows, people, RosterScope(False, (1,)))) == [1]
    assert left(changes([row(2, "己", "服务中心")], people, RosterScope(False, (3,)))) == [3, 4]


def test_a_number_used_twice_refuses_the_later_row() -> None:
    found = changes([row(3, "李四", number="００7"), row(2, "张三", number="007")], [])
    assert [entry.row.row for entry in found.entries] == [2]
    assert [one.row for one in found.refused] == [3]
    assert "第 2 行" in found.problems[0].message


def test_who_may_have_moved_has_not_left_yet() -> None:
    people = [person(1, "张三", FINANCE), person(2, "李四")]
    found = changes([row(2, "张三")], people)
    assert left(found) == [2]
    assert [one.id for one in found.waiting] == [1]

    moved = settle(found, RosterDecisions(answers={("名册", 2): 1}))
    assert [(entry.change, entry.person) for entry in moved.entries] == [(RosterChange.MOVED, people[0])]
    assert [one.id for one in moved.left] == [2]

    another = settle(found, RosterDecisions(answers={("名册", 2): None}))
    assert [(entry.change, entry.person) for entry in another.entries] == [(RosterChange.NEW, None)]
    assert {one.id for one in another.left} == {1, 2}

    undecided = settle(found, RosterDecisions(left_out=frozenset({("名册", 2)})))
    assert not undecided.entries
    assert [one.id for one in undecided.left] == [2]


def test_every_question_wants_its_answer_and_nobody_is_two() -> None:
    found = changes([row(2, "张三"), row(3, "张三", "服务中心")], [person(1, "张三", FINANCE), person(2, "李四")])
    with pytest.raises(UserError, match=r"第 2 行 张三.*没有回答"):
        settle(found, RosterDecisions())
    with pytest.raises(UserError, match="不是所问的人"):
        settle(found, RosterDecisions(answers={("名册", 2): 2, ("名册", 3): None}))
    with pytest.raises(UserError, match="既是第 2 行又是第 3 行"):
        settle(found, RosterDecisions(answers={("名册", 2): 1, ("名册", 3): 1}))
    plan = settle(found, RosterDecisions(answers={("名册", 2): None, ("名册", 3): 1}))
    assert [entry.change for entry in plan.entries] == [RosterChange.NEW, RosterChange.MOVED]


def test_what_is_left_out_is_not_carried_out() -> None:
    people = [person(1, "张三", position="科员"), person(2, "李四"), person(3, "王五")]
    found = changes([row(2, "张三", position="科长"), row(3, "新人", "信息科")], people)
    plan = settle(found, RosterDecisions(left_out=frozenset({("名册", 2), ("名册", 3)}), staying=frozenset({2})))
    assert not plan.entries
    assert not plan.new_departments
    assert [one.id for one in plan.left] == [3]


def test_nobody_has_left_while_rows_are_skipped() -> None:
    found = changes([row(2, "张三", number="1"), row(3, "李四", number="1")], [person(9, "李四")])
    assert left(found) == [9]
    assert settle(found, RosterDecisions(skips_faulty=True)).left == ()


def test_new_departments_may_be_of_another_kind_than_guessed() -> None:
    found = changes([row(2, "张三", "会议中心")], [])
    assert settle(found, RosterDecisions()).new_departments[0].kind is UNIT
    plan = settle(found, RosterDecisions(kinds={("会议中心",): SECTION}))
    assert plan.new_departments[0].kind is SECTION


# Few names and few details, so that namesakes, moves and repetitions come up again and again.
_some_rows = st.lists(
    st.builds(
        RosterRow,
        sheet=st.just("名册"),
        row=st.integers(2, 60),
        name=st.sampled_from(["张三", "李四", "王五", "𬭚𬭚"]),
        department=st.sampled_from(
            [
                ("办公室",),
                ("财务科",),
                ("服务中心",),
                ("服务中心", "食堂"),
                ("车队",),
                ("信息科",),
                ("局属单位", "会议中心"),
            ]
        ),
        number=st.sampled_from(["", "", "", "1", "01", "2", "3"]),
        position=st.sampled_from(["", "", "科员", "司机"]),
        remark=st.sampled_from(["", "", "大"]),
        counts=st.sampled_from([None, True, False]),
    ),
    max_size=9,
    unique_by=lambda one: one.row,
)
_some_people = st.lists(
    st.builds(
        person,
        st.integers(1, 60),
        st.sampled_from(["张三", "李四", "王五"]),
        st.sampled_from([OFFICE, FINANCE, CENTRE, CANTEEN, CARS]),
        position=st.sampled_from(["", "科员", "司机"]),
        is_active=st.sampled_from([True, True, False]),
        number=st.sampled_from(["", "", "1", "2", "001"]),
    ),
    max_size=7,
    unique_by=(lambda one: one.id, lambda one: one.number),
)
_some_scopes = st.sampled_from([WHOLE, RosterScope(False, (1, 2)), RosterScope(False, (3,)), RosterScope(False, (4,))])


@given(_some_rows, _some_people, _some_scopes)
def test_every_row_and_every_person_is_accounted_for_once(
    rows: list[RosterRow], people: list[Person], scope: RosterScope
) -> None:
    found = changes(rows, people, scope)
    assert list(found.rows) == sorted(rows, key=lambda one: one.row)
    matched = [entry.person.id for entry in found.entries if entry.person]
    asked = {person.id for question in found.questions for person in question.candidates}
    gone = [*left(found), *(person.id for person in found.waiting)]
    assert len({*matched, *gone}) == len(matched) + len(gone)
    assert not asked & set(matched)
    assert {person.id for person in found.waiting} <= asked
    if scope.is_whole:
        assert {person.id for person in people if person.is_active} <= {*matched, *gone}


@given(_some_rows, _some_people, _some_scopes, st.randoms(use_true_random=False))
def test_the_order_of_rows_people_and_departments_does_not_matter(
    rows: list[RosterRow], people: list[Person], scope: RosterScope, chance: random.Random
) -> None:
    shuffled = [list(rows), list(people), list(DEPARTMENTS)]
    for one in shuffled:
        chance.shuffle(one)
    first, second = changes(rows, people, scope), compare(*shuffled, scope)  # type: ignore[arg-type] - lists of three kinds
    assert (first.entries, first.questions, first.problems) == (second.entries, second.questions, second.problems)
    assert set(first.left) == set(second.left)


@given(_some_rows, _some_people, st.randoms(use_true_random=False))
def test_once_carried_out_the_same_file_changes_nothing(
    rows: list[RosterRow], people: list[Person], chance: random.Random
) -> None:
    found = changes(rows, people)
    answers = {
        question.row.key: chance.choice([None, *(candidate.id for candidate in question.candidates)])
        for question in found.questions
    }
    try:
        plan = settle(found, RosterDecisions(answers=answers))
    except UserError:
        return  # one person was the answer to two questions
    departments, after = _carried_out(found, people, plan.entries, [one.id for one in plan.left])
    again = compare([one for one in rows if one not in found.refused], after, departments, WHOLE)
    assert {entry.change for entry in again.entries} <= {RosterChange.SAME}
    assert not again.questions
    assert not again.left


def _carried_out(
    found: RosterChanges, people: list[Person], entries: tuple, gone: list[int]
) -> tuple[list[Department], list[Person]]:
    """Do to values what the service does to the tables."""
    departments = {one.path: one for one in DEPARTMENTS}
    for new in found.new_departments:
        above = departments.get(new.path[:-1])
        departments[new.path] = Department(
            100 + len(departments), new.path[-1], new.kind, new.path, above.id if above else None
        )
    after = {one.id: one if one.id not in gone else replace(one, is_active=False) for one in people}
    for at, entry in enumerate(entries):
        said = entry.row
        base = entry.person or person(1000 + at, said.name)
        values = {name: getattr(said, name) for name in ("position", "remark") if getattr(said, name)}
        if said.counts is not None:
            values["counts"] = said.counts
        if said.number:
            values |= {"number": said.number, "is_number_generated": False}
        where = departments[entry.department]
        after[base.id] = replace(base, name=said.name, department=where, is_active=True, **values)
    return list(departments.values()), list(after.values())
