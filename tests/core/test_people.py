"""Departments within departments, and the words for them."""

from dataclasses import replace

from quizapp.core.people import Actor, DepartmentKind, ids_below, in_order
from tests.core.rosters import CANTEEN, CARS, CENTRE, DEPARTMENTS, FINANCE, OFFICE, person


def test_a_department_stands_for_itself_and_all_within_it() -> None:
    kitchen = replace(CANTEEN, id=9, name="面点", path=("服务中心", "食堂", "面点"), parent_id=4)
    assert ids_below([*DEPARTMENTS, kitchen], [3]) == {3, 4, 5, 9}
    assert ids_below([*DEPARTMENTS, kitchen], [4, 1]) == {1, 4, 9}
    assert ids_below(DEPARTMENTS, []) == frozenset()


def test_the_bureaus_order_has_parents_before_their_parts() -> None:
    assert in_order([CARS, FINANCE, CANTEEN, OFFICE, CENTRE]) == list(DEPARTMENTS)
    assert in_order([CARS, replace(OFFICE, position=9), CENTRE]) == [CENTRE, CARS, replace(OFFICE, position=9)]


def test_a_path_is_one_text() -> None:
    assert CANTEEN.full_name == "服务中心 / 食堂"


def test_kinds_have_words() -> None:
    assert [kind.label for kind in DepartmentKind] == ["科室", "单位"]


def test_whoever_is_on_the_roster_is_tested_counted_and_ranked_unless_it_says_otherwise() -> None:
    one = person(1, "张三")
    assert (one.takes_tests, one.counts, one.is_ranked, one.is_active) == (True, True, True, True)
    assert Actor("李四").unit_id is None
