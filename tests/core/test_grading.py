"""Marking: every kind, every rule for multiple-answer questions, and what must never cost or give a point."""

from decimal import ROUND_HALF_UP, Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quizapp.core.grading import MultipleRule, grade, is_answered
from quizapp.core.questions import Kind

EXACT, PART, HALF, PER_DECISION = MultipleRule


def multiple(key: tuple[int, ...], ticked: tuple[int, ...], rule: MultipleRule, points: int = 600) -> int | None:
    return grade(Kind.MULTIPLE, key, ticked, points=points, options=4, rule=rule)


@pytest.mark.parametrize(
    ("rule", "ticked", "earned"),
    [
        (EXACT, (0, 1, 2), 600),
        (EXACT, (0, 1), 0),
        (EXACT, (0, 1, 2, 3), 0),
        (PART, (0, 1, 2), 600),
        (PART, (0, 1), 400),
        (PART, (0,), 200),
        (PART, (0, 3), 0),
        (HALF, (0, 1), 300),
        (HALF, (0,), 300),
        (HALF, (0, 1, 3), 0),
        (PER_DECISION, (0, 1, 2), 600),
        (PER_DECISION, (0, 1), 450),
        (PER_DECISION, (0, 1, 2, 3), 450),
        (PER_DECISION, (3,), 0),
    ],
)
def test_each_rule_marks_key_abc_as_worked_out_by_hand(
    rule: MultipleRule, ticked: tuple[int, ...], earned: int
) -> None:
    assert multiple((0, 1, 2), ticked, rule) == earned


@pytest.mark.parametrize("rule", list(MultipleRule))
def test_nothing_ticked_earns_nothing_under_every_rule(rule: MultipleRule) -> None:
    assert multiple((0, 1, 2), (), rule) == 0


def test_a_share_is_rounded_half_up() -> None:
    assert multiple((0, 1, 2, 3), (0,), PART, points=50) == 13  # 12.5 hundredths
    assert multiple((0, 1), (0,), HALF, points=25) == 13  # 12.5


numbers = st.sets(st.integers(0, 7)).map(lambda found: tuple(sorted(found)))


@given(key=numbers.filter(bool), ticked=numbers, rule=st.sampled_from(MultipleRule), points=st.integers(1, 10_000))
def test_points_stay_within_bounds_and_only_the_key_earns_all(
    key: tuple[int, ...], ticked: tuple[int, ...], rule: MultipleRule, points: int
) -> None:
    earned = grade(Kind.MULTIPLE, key, ticked, points=points, options=8, rule=rule)
    assert earned is not None and 0 <= earned <= points
    if ticked == key:
        assert earned == points
    if not ticked:
        assert earned == 0
    if rule is not PER_DECISION and set(ticked) - set(key):
        assert earned == 0


@given(key=numbers.filter(lambda one: len(one) > 1), points=st.integers(1, 10_000), data=st.data())
def test_part_is_the_exact_share_rounded_half_up(key: tuple[int, ...], points: int, data: st.DataObject) -> None:
    ticked = tuple(sorted(data.draw(st.sets(st.sampled_from(key), min_size=1))))
    exact = Decimal(points) * len(ticked) / len(key)
    # the quotient of small integers ends or repeats long before Decimal's 28 digits could turn a half
    wanted = int(exact.quantize(Decimal(1), rounding=ROUND_HALF_UP))
    assert grade(Kind.MULTIPLE, key, ticked, points=points, options=8, rule=PART) == wanted


@given(key=numbers.filter(bool), ticked=numbers.filter(bool), points=st.integers(1, 10_000))
def test_the_rules_are_ordered_from_strict_to_lenient_where_nothing_wrong_is_ticked(
    key: tuple[int, ...], ticked: tuple[int, ...], points: int
) -> None:
    marked = [grade(Kind.MULTIPLE, key, ticked, points=points, options=8, rule=rule) for rule in (EXACT, PART)]
    assert marked[0] is not None and marked[1] is not None and marked[0] <= marked[1]


def test_single_and_true_false_are_all_or_nothing() -> None:
    def mark(kind: Kind, key: object, response: object) -> int | None:
        return grade(kind, key, response, points=400, options=4, rule=EXACT)

    assert mark(Kind.SINGLE, (1,), (1,)) == 400
    assert mark(Kind.SINGLE, (1,), (2,)) == 0
    assert mark(Kind.SINGLE, (1,), None) == 0
    assert mark(Kind.TRUE_FALSE, False, False) == 400
    assert mark(Kind.TRUE_FALSE, True, False) == 0
    assert mark(Kind.TRUE_FALSE, False, None) == 0
    assert mark(Kind.TRUE_FALSE, False, ()) == 0


def test_blanks_share_the_points_and_forgive_width_case_and_spaces() -> None:
    key = (("三", "3"), ("A4", "a4纸"))

    def mark(*texts: str) -> int | None:
        return grade(Kind.FILL_BLANK, key, texts, points=500, options=0, rule=EXACT)

    assert mark("３", " Ａ４ ") == 500
    assert mark("3。", "b5") == 250
    assert mark("", "A4纸") == 250
    assert mark("", "") == 0
    assert mark("四", "B5") == 0


def test_a_blank_whose_answer_is_a_mark_is_not_right_with_anything() -> None:
    def mark(key: str, *texts: str) -> int | None:
        return grade(Kind.FILL_BLANK, ((key,),), texts, points=500, options=0, rule=EXACT)

    assert mark("：", "：") == mark("：", ":") == 500
    assert mark("：", "，") == mark("：", "") == 0
    assert mark(".5", "5") == 0
    assert mark(".5", "．5。") == 500
    assert grade(Kind.FILL_BLANK, (("：",), ("甲",)), ("", "甲"), points=500, options=0, rule=EXACT) == 250


@given(st.text("abcXYZ0123456789", min_size=1), st.data())
def test_width_case_and_spaces_never_cost_a_point(text: str, data: st.DataObject) -> None:
    def disguise(one: str) -> str:
        wide = chr(ord(one) + 0xFEE0)
        return data.draw(st.sampled_from([one, one.swapcase(), wide, f" {one}", f"{one}\u3000"]))

    typed = "".join(map(disguise, text))
    assert grade(Kind.FILL_BLANK, ((text,),), (typed,), points=500, options=0, rule=EXACT) == 500


def test_a_short_answer_waits_for_a_person_unless_it_is_empty() -> None:
    def mark(text: str | None) -> int | None:
        return grade(Kind.SHORT_ANSWER, "要点", text, points=1000, options=0, rule=EXACT)

    assert mark("写了一些") is None
    assert mark("  ") == 0
    assert mark(None) == 0


def test_what_counts_as_answered() -> None:
    assert is_answered(False)
    assert is_answered((0,))
    assert is_answered(("", "三"))
    assert not is_answered(())
    assert not is_answered(("", " "))
    assert not is_answered("  ")
    assert not is_answered(None)


def test_each_rule_has_its_words() -> None:
    assert len({rule.label for rule in MultipleRule}) == 4


def blanks(key: tuple[tuple[str, ...], ...], given: tuple[str, ...], *, any_order: bool, points: int = 600) -> int:
    earned = grade(Kind.FILL_BLANK, key, given, points=points, options=0, rule=EXACT, any_order=any_order)
    assert earned is not None
    return earned


@pytest.mark.parametrize(
    ("given", "any_order", "earned"),
    [
        (("乙", "甲", "丙"), True, 600),
        (("乙", "甲", "丙"), False, 200),
        (("甲", "甲", "甲"), True, 200),  # each key is used once
        (("丙", "", "Ａ"), True, 400),
        (("戊", "己", "庚"), True, 0),
        (("甲", "乙", "丙", "丁"), True, 600),
    ],
)
def test_in_any_order_each_blank_may_take_what_another_wants(
    given: tuple[str, ...], any_order: bool, earned: int
) -> None:
    assert blanks((("甲", "A"), ("乙",), ("丙",)), given, any_order=any_order) == earned


def test_the_pairing_is_the_best_and_not_the_first_found() -> None:
    key = (("甲", "乙"), ("甲",))
    assert blanks(key, ("甲", "乙"), any_order=True) == 600  # 甲 must leave the first place to 乙
    assert blanks(key, ("乙", "甲"), any_order=True) == 600
    assert blanks(key, ("乙", "乙"), any_order=True) == 300


keys = st.lists(st.lists(st.sampled_from("甲乙丙丁戊己"), min_size=1, max_size=3).map(tuple), min_size=1, max_size=5)


@given(key=keys.map(tuple), data=st.data(), points=st.integers(1, 10_000))
def test_every_order_of_right_answers_is_right_in_any_order(
    key: tuple[tuple[str, ...], ...], data: st.DataObject, points: int
) -> None:
    right = [data.draw(st.sampled_from(accepted)) for accepted in key]
    shuffled = tuple(data.draw(st.permutations(right)))
    assert blanks(key, shuffled, any_order=True, points=points) == points


@given(key=st.lists(st.sampled_from("甲乙丙丁戊己"), min_size=2, max_size=5, unique=True), data=st.data())
def test_in_a_fixed_order_only_that_order_earns_all(key: list[str], data: st.DataObject) -> None:
    shuffled = data.draw(st.permutations(key))
    earned = blanks(tuple((one,) for one in key), tuple(shuffled), any_order=False)
    assert (earned == 600) is (shuffled == key)


@given(
    key=keys.map(tuple),
    given=st.lists(st.sampled_from(["甲", "乙", "丙", "丁", "", "辛"]), max_size=7).map(tuple),
    points=st.integers(1, 10_000),
)
def test_any_order_never_earns_less_than_the_fixed_one_nor_more_than_all(
    key: tuple[tuple[str, ...], ...], given: tuple[str, ...], points: int
) -> None:
    fixed = blanks(key, given, any_order=False, points=points)
    assert 0 <= fixed <= blanks(key, given, any_order=True, points=points) <= points
