"""Who on record a row is."""

import pytest

from quizapp.core.people import Person
from quizapp.core.roster import RosterDoubt, RosterRow, RosterScope
from quizapp.core.roster_matching import Matches, match
from quizapp.core.roster_places import place_rows
from tests.core.rosters import CANTEEN, DEPARTMENTS, FINANCE, person, row


def found(rows: list[RosterRow], people: list[Person]) -> Matches:
    """Match rows with people in the usual bureau."""
    return match(place_rows(rows, DEPARTMENTS, RosterScope()).rows, people)


def ids(rows: list[RosterRow], people: list[Person]) -> dict[int, int | list[int] | None]:
    """Row number -> the person's id, the ids that are asked about, or None for a new person."""
    matches = found(rows, people)
    answer: dict[int, int | list[int] | None] = {one.row: None for one in rows}
    answer |= {key[1]: one.id for key, one in matches.people.items()}
    answer |= {key[1]: [one.id for one in candidates] for key, (_doubt, candidates) in matches.doubts.items()}
    return answer


def doubts(rows: list[RosterRow], people: list[Person]) -> list[RosterDoubt]:
    """What is asked, in the order of the rows."""
    return [doubt for _key, (doubt, _candidates) in sorted(found(rows, people).doubts.items())]


def test_the_number_is_the_person_whatever_else_differs() -> None:
    rows = [row(2, "张珊", "财务科", number="007"), row(3, "张三")]
    people = [person(1, "张三", number="007"), person(2, "李四", number="008")]
    assert ids(rows, people) == {2: 1, 3: None}


def test_without_a_number_name_and_department_are() -> None:
    people = [person(1, "张三", number="007"), person(2, "张 三", FINANCE), person(3, "李四")]
    assert ids([row(2, "张三", "财务科"), row(3, "张三"), row(4, "李四")], people) == {2: 2, 3: 1, 4: 3}


def test_a_move_is_asked_about_and_never_guessed() -> None:
    people = [person(1, "张三", FINANCE)]
    assert ids([row(2, "张三")], people) == {2: [1]}
    assert doubts([row(2, "张三")], people) == [RosterDoubt.MOVED]


def test_who_is_still_in_the_old_department_has_not_moved() -> None:
    assert ids([row(2, "张三"), row(3, "张三", "财务科")], [person(1, "张三", FINANCE)]) == {2: None, 3: 1}


def test_whoever_left_and_is_back_in_the_same_place_is_the_same() -> None:
    assert ids([row(2, "张三")], [person(1, "张三", is_active=False)]) == {2: 1}
    assert ids([row(2, "张三")], [person(1, "张三", is_active=False), person(2, "张三")]) == {2: 2}
    assert ids([row(2, "张三")], [person(1, "张三", FINANCE, is_active=False)]) == {2: [1]}


def test_a_number_of_ones_own_is_no_other_number() -> None:
    assert ids([row(2, "张三", number="55")], [person(1, "张三", number="44")]) == {2: None}
    assert ids([row(2, "张三", "财务科", number="55")], [person(1, "张三", number="44")]) == {2: None}


def test_a_number_made_up_by_the_program_gives_way() -> None:
    assert ids([row(2, "张三", number="55")], [person(1, "张三")]) == {2: 1}
    assert ids([row(2, "张三", "财务科", number="55")], [person(1, "张三")]) == {2: [1]}


def test_lost_zeros_are_asked_about() -> None:
    people = [person(1, "张三", number="0044"), person(2, "李四", number="0045")]
    rows = [row(2, "张三", number="44"), row(3, "王五", number="45")]
    assert ids(rows, people) == {2: [1], 3: None}
    assert doubts(rows, people) == [RosterDoubt.NUMBER]


@pytest.mark.parametrize("field", ["position", "remark", "phone", "category"])
def test_namesakes_are_told_apart_by_what_the_file_says(field: str) -> None:
    people = [person(1, "张三", **{field: "甲"}), person(2, "张三", **{field: "乙"})]
    rows = [row(2, "张三", **{field: "乙"}), row(3, "张三", **{field: "甲"})]
    assert ids(rows, people) == {2: 2, 3: 1}
    assert ids(rows[:1], people) == {2: 2}
    assert ids([*rows, row(4, "张三", **{field: "丙"})], people) == {2: 2, 3: 1, 4: None}


def test_the_last_one_is_who_remains() -> None:
    people = [person(1, "张三", position="科员"), person(2, "张三", position="司机")]
    assert ids([row(2, "张三", position="科员"), row(3, "张三", position="队长")], people) == {2: 1, 3: 2}


def test_one_row_says_more_than_the_record() -> None:
    people = [person(1, "张三", position="科员", remark="大"), person(2, "张三", position="司机", remark="小")]
    assert ids([row(2, "张三", position="司机"), row(3, "张三", position="科员")], people) == {2: 2, 3: 1}


def test_namesakes_that_cannot_be_told_apart_are_asked_about() -> None:
    people = [person(1, "张三", position="科员"), person(2, "张三", position="司机")]
    assert ids([row(2, "张三")], people) == {2: [1, 2]}
    assert ids([row(2, "张三", position="科长"), row(3, "张三", position="队长")], people) == {2: [1, 2], 3: [1, 2]}
    assert ids([row(2, "张三", position="科长"), row(3, "张三", position="队长")], people[:1]) == {2: [1], 3: [1]}
    assert doubts([row(2, "张三")], people) == [RosterDoubt.NAMESAKES]


def test_which_of_equal_people_left_is_asked() -> None:
    assert ids([row(2, "张三")], [person(1, "张三"), person(2, "张三")]) == {2: [1, 2]}


def test_equal_rows_for_as_many_people_need_no_question() -> None:
    people = [person(1, "张三", position="科员"), person(2, "张三", position="司机")]
    assert set(ids([row(2, "张三"), row(3, "张三")], people).values()) == {1, 2}


def test_one_row_too_many_may_be_a_repetition() -> None:
    rows = [row(2, "张三"), row(3, "张三")]
    assert ids(rows, []) == {2: None, 3: []}
    assert ids(rows, [person(1, "张三")]) == {2: 1, 3: []}
    assert doubts(rows, []) == [RosterDoubt.REPEATED]
    assert ids([row(2, "张三", number="1"), row(3, "张三", number="2")], []) == {2: None, 3: None}


def test_nobody_is_two_rows() -> None:
    people = [person(1, "张三", CANTEEN)]
    assert ids([row(2, "张三"), row(3, "张三", "财务科")], people) == {2: [1], 3: [1]}


def test_where_every_row_fits_somebody_it_makes_no_difference_who_is_who() -> None:
    people = [person(1, "张三", position="科员"), person(2, "张三", position="科员", remark="大")]
    assert set(ids([row(2, "张三"), row(3, "张三", position="科员")], people).values()) == {1, 2}
    people[1] = person(2, "张三", counts=False)
    assert ids([row(2, "张三", counts=False), row(3, "张三")], people) == {2: 2, 3: 1}
    assert ids([row(2, "张三", counts=False), row(3, "张三", counts=False)], people) == {2: 2, 3: 1}
