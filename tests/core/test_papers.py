"""Drawing: each section filled from what fits, no question twice, the seed decides all, keys play no part."""

from dataclasses import replace
from itertools import combinations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quizapp.core.papers import Blueprint, Candidate, Section, arrange, draw, option_order, shortages
from quizapp.core.questions import Difficulty, Kind

OPTIONS = ("甲", "乙", "丙", "丁")


def candidate(number: int, kind: Kind = Kind.SINGLE, category: str = "会面", level: str = "easy") -> Candidate:
    return Candidate(number, f"id{number}", kind, category, Difficulty(level), OPTIONS)


def blueprint(*sections: Section) -> Blueprint:
    return Blueprint((1,), sections)


def test_a_section_that_lacks_questions_is_named_with_how_many() -> None:
    plan = blueprint(Section(Kind.SINGLE, 3, 400), Section(Kind.MULTIPLE, 2, 600))
    [shortage] = shortages(plan, [candidate(number) for number in range(5)])
    assert (shortage.position, shortage.missing) == (1, 2)
    assert shortage.message == "第 2 部分（多选题）需要 2 题，还缺 2 题"


def test_overlapping_sections_share_out_so_that_both_are_filled() -> None:
    """The wide section must leave the two 会面 questions to the narrow one, whatever the seed drew first."""
    plan = blueprint(Section(Kind.SINGLE, 2, 400), Section(Kind.SINGLE, 2, 400, category="会面"))
    pool = [candidate(1), candidate(2), candidate(3, category="电话"), candidate(4, category="电话")]
    for seed in map(str, range(20)):
        assert {one.revision_id for one in draw(plan, pool, seed)[2:]} == {1, 2}


def test_a_question_that_stands_in_two_banks_is_drawn_once() -> None:
    twin = Candidate(9, "id1", Kind.SINGLE, "会面", Difficulty.EASY, OPTIONS)
    [shortage] = shortages(blueprint(Section(Kind.SINGLE, 2, 400)), [candidate(1), twin])
    assert shortage.missing == 1


def test_drawing_from_too_small_a_pool_is_refused() -> None:
    with pytest.raises(ValueError, match="cannot fill"):
        draw(blueprint(Section(Kind.SINGLE, 2, 400)), [candidate(1)], "seed")


pools = st.lists(
    st.builds(
        lambda number, kind, category, level: candidate(number, kind, category, level),
        st.integers(1, 10_000),
        st.sampled_from([Kind.SINGLE, Kind.MULTIPLE]),
        st.sampled_from(["会面", "电话", "座次"]),
        st.sampled_from(["easy", "hard"]),
    ),
    max_size=14,
    unique_by=lambda one: one.revision_id,
)
sections = st.lists(
    st.builds(
        Section,
        kind=st.sampled_from([Kind.SINGLE, Kind.MULTIPLE]),
        count=st.integers(1, 3),
        points=st.just(400),
        category=st.sampled_from([None, "会面", "电话"]),
        difficulty=st.sampled_from([None, Difficulty.EASY]),
    ),
    min_size=1,
    max_size=3,
)


def most_that_fit(wanted: list[Section], pool: list[Candidate]) -> int:
    """By Hall's theorem: the least, over all groups of places, of places outside the group plus questions for it."""
    places = [section for section in wanted for _place in range(section.count)]
    best = len(places)
    for size in range(1, len(wanted) + 1):
        for group in combinations(range(len(wanted)), size):
            inside = sum(wanted[index].count for index in group)
            fitting = sum(any(wanted[index].takes(one) for index in group) for one in pool)
            best = min(best, len(places) - inside + min(fitting, inside))
    return best


@given(sections, pools, st.text(max_size=5))
def test_what_is_missing_is_never_more_than_must_be(wanted: list[Section], pool: list[Candidate], seed: str) -> None:
    plan = blueprint(*wanted)
    missing = sum(shortage.missing for shortage in shortages(plan, pool))
    assert missing == plan.question_count - most_that_fit(wanted, pool)
    if not missing:
        drawn = draw(plan, pool, seed)
        assert len({one.identity for one in drawn}) == plan.question_count
        start = 0
        for section in wanted:
            assert all(section.takes(one) for one in drawn[start : start + section.count])
            start += section.count


@given(pools, st.text(max_size=5))
def test_the_same_seed_draws_the_same_whatever_order_the_pool_comes_in(pool: list[Candidate], seed: str) -> None:
    plan = blueprint(Section(Kind.SINGLE, 1, 400))
    if not shortages(plan, pool):
        assert draw(plan, pool, seed) == draw(plan, pool[::-1], seed)


def test_shuffling_stays_within_a_section_and_leaves_none_out() -> None:
    pool = [candidate(number) for number in range(10)]
    pool += [candidate(number, Kind.MULTIPLE) for number in range(10, 15)]
    plan = blueprint(Section(Kind.SINGLE, 10, 400), Section(Kind.MULTIPLE, 5, 600))
    drawn = draw(plan, pool, "seed")
    first = arrange(plan, drawn, "张三", shuffles_questions=True, shuffles_options=True)
    second = arrange(plan, drawn, "李四", shuffles_questions=True, shuffles_options=True)
    assert [place.revision_id for place in first] != [place.revision_id for place in second]
    assert {place.revision_id for place in first} == {place.revision_id for place in second}
    assert [place.kind for place in first] == [Kind.SINGLE] * 10 + [Kind.MULTIPLE] * 5
    assert [place.points for place in first] == [400] * 10 + [600] * 5
    assert all(sorted(place.option_order) == [0, 1, 2, 3] for place in first)
    plain = arrange(plan, drawn, "张三", shuffles_questions=False, shuffles_options=False)
    assert [place.revision_id for place in plain] == [one.revision_id for one in drawn]
    assert all(place.option_order == (0, 1, 2, 3) for place in plain)


@pytest.mark.parametrize("last", ["以上都对", "以上均不正确", "上述选项都是", "都不对", "以上说法全部正确"])
def test_all_of_the_above_stays_last(last: str) -> None:
    one = Candidate(1, "x", Kind.SINGLE, "", Difficulty.EASY, ("甲", "乙", "丙", last))
    orders = {option_order(one, str(seed)) for seed in range(50)}
    assert len(orders) > 1
    assert all(order[-1] == 3 for order in orders)


@pytest.mark.parametrize("naming", ["A和B", "AB", "A、C", "A项和B项都对", "选项A或B"])
def test_options_that_name_letters_keep_all_in_place(naming: str) -> None:
    one = Candidate(1, "x", Kind.SINGLE, "", Difficulty.EASY, ("甲", "乙", "丙", naming))
    assert {option_order(one, str(seed)) for seed in range(20)} == {(0, 1, 2, 3)}


@pytest.mark.parametrize("plain", ["A4 纸", "WPS 表格", "CBD 一带", "都江堰", "均匀三下"])
def test_ordinary_options_move(plain: str) -> None:
    one = Candidate(1, "x", Kind.SINGLE, "", Difficulty.EASY, ("甲", "乙", "丙", plain))
    assert any(option_order(one, str(seed))[-1] != 3 for seed in range(20))


def test_a_special_set_is_drawn_only_where_it_is_named() -> None:
    pool = [candidate(1, category="2008竞赛专题"), candidate(2)]
    assert [one.revision_id for one in draw(blueprint(Section(Kind.SINGLE, 1, 400)), pool, "s")] == [2]
    [shortage] = shortages(blueprint(Section(Kind.SINGLE, 2, 400)), pool)
    assert shortage.missing == 1
    named = blueprint(Section(Kind.SINGLE, 1, 400, category="2008竞赛专题"))
    assert [one.revision_id for one in draw(named, pool, "s")] == [1]


def test_what_is_kept_back_fills_no_section_that_does_not_name_its_category() -> None:
    kept, free = replace(candidate(1), is_kept_back=True), candidate(2)
    anything, named = Section(Kind.SINGLE, 1, 100), Section(Kind.SINGLE, 1, 100, category=kept.category)
    for pool in ([kept, free], [free, kept]):
        assert draw(Blueprint((1,), (anything,)), pool, "seed") == [free]
        assert len(draw(Blueprint((1,), (named, anything)), pool, "seed")) == 2
    (missing,) = shortages(Blueprint((1,), (anything,)), [kept])
    assert missing.missing == 1
