"""The mistakes book, the day's ten and the orders of other sets: promises that hold for every history of answers."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta

from hypothesis import given
from hypothesis import strategies as st

from quizapp.core.practice import (
    LONG_AGO,
    NEVER_MET,
    RIGHT_TO_LEAVE,
    SET_QUESTIONS,
    Day,
    Met,
    PracticeChoice,
    PracticeMode,
    Practisable,
    after,
    choose,
    daily_set,
    is_answered_today,
)

DAY = Day(datetime(2026, 3, 1, 16, tzinfo=UTC), datetime(2026, 3, 2, 16, tzinfo=UTC))
NOON = DAY.starts_at + timedelta(hours=12)
SEED = "7/2026-03-02"


def pool_of(count: int) -> list[Practisable]:
    topics = ("会面礼仪", "电话礼仪")
    return [Practisable(n, 100 + n, 1 + n % 3, topics[n % 2], f"id{n}") for n in range(1, count + 1)]


def ids(questions: list[Practisable]) -> list[int]:
    return [one.question_id for one in questions]


def met(*, days: float | None = None, **fields: object) -> Met:
    """A record of so many days before the day began."""
    return Met(seen=1, seen_at=None if days is None else DAY.starts_at - timedelta(days=days), **fields)


records = st.builds(
    Met,
    seen=st.integers(0, 9),
    is_mistake=st.booleans(),
    is_favourite=st.booleans(),
    right_in_a_row=st.integers(0, 1),
    seen_at=st.none() | st.integers(1, 60).map(lambda days: DAY.starts_at - timedelta(days=days)),
)
histories = st.dictionaries(st.integers(1, 40), records)


@given(st.lists(st.booleans()), st.integers(0, 5))
def test_a_mistake_leaves_after_exactly_two_right_answers_in_a_row(earlier, later):
    record = NEVER_MET
    for is_right in earlier:
        record = after(record, is_right=is_right, at=NOON)
    record = after(record, is_right=False, at=NOON)
    assert record.is_mistake and record.right_to_leave == RIGHT_TO_LEAVE
    for count in range(1, later + 1):
        record = after(record, is_right=True, at=NOON)
        assert record.is_mistake == (count < RIGHT_TO_LEAVE)
        assert record.right_to_leave == max(0, RIGHT_TO_LEAVE - count)


def test_a_wrong_answer_between_begins_the_count_again():
    record = NEVER_MET
    for is_right in (False, True, False, True):
        record = after(record, is_right=is_right, at=NOON)
    assert record.is_mistake and record.right_to_leave == 1
    assert (record.seen, record.wrong) == (4, 2)


def test_right_at_once_never_comes_into_the_book():
    record = after(replace(NEVER_MET, is_favourite=True), is_right=True, at=NOON)
    assert not record.is_mistake and record.is_favourite
    assert record.seen_at == NOON


@given(histories, st.integers(0, 40))
def test_the_days_set_has_ten_or_all_and_no_doubles(history, count):
    pool = pool_of(count)
    twins = [replace(one, question_id=one.question_id + 100, bank_id=9) for one in pool[::2]]
    chosen = daily_set([*pool, *twins], history, DAY, SEED)
    assert len(chosen) == min(SET_QUESTIONS, count)
    assert len({one.identity for one in chosen}) == len(chosen)


def preference(record: Met) -> int:
    if record.is_mistake:
        return 0
    if record.seen_at is None:
        return 2
    return 1 if record.seen_at <= DAY.starts_at - LONG_AGO else 3


@given(histories)
def test_the_days_set_prefers_wrong_then_long_ago_then_never(history):
    pool = pool_of(40)
    chosen = daily_set(pool, history, DAY, SEED)
    places = [preference(history.get(one.question_id, NEVER_MET)) for one in chosen]
    assert places == sorted(places)
    left = [one for one in pool if one not in chosen]
    assert all(preference(history.get(one.question_id, NEVER_MET)) >= places[-1] for one in left)


def test_of_one_sort_the_longest_ago_comes_first():
    history = {1: met(days=8), 2: met(days=30), 3: met(days=2, is_mistake=True), 4: met(days=9, is_mistake=True)}
    assert ids(daily_set(pool_of(40), history, DAY, SEED))[:4] == [4, 3, 2, 1]
    assert ids(daily_set(pool_of(4), {1: met(days=1), 2: met(days=3)}, DAY, SEED))[2:] == [2, 1]


@given(histories, st.lists(st.tuples(st.integers(1, 40), st.booleans())))
def test_the_days_set_is_the_same_whatever_is_answered_that_day(history, answers):
    pool, now = pool_of(40), NOON
    first = daily_set(pool, history, DAY, SEED)
    answered = set()
    for question_id, is_right in answers:
        now += timedelta(minutes=1)
        at = now
        if question_id in ids(daily_set(pool, history, DAY, SEED)):
            at = DAY.starts_at
            answered.add(question_id)
        before = history.get(question_id, NEVER_MET)
        history = history | {question_id: after(before, is_right=is_right, at=at)}
        present = daily_set(pool, history, DAY, SEED)
        assert set(ids(present)) == set(ids(first))
        assert {one.question_id for one in present if is_answered_today(one, history, DAY)} == answered


def test_another_day_and_another_person_get_others():
    pool = pool_of(200)
    sets = {tuple(ids(daily_set(pool, {}, DAY, seed))) for seed in (SEED, "7/2026-03-03", "8/2026-03-02", SEED)}
    assert len(sets) == 3


def test_a_record_from_a_clock_that_was_set_too_late_keeps_nothing_away_for_years():
    pool = pool_of(3)
    history = {1: replace(met(days=1), seen_at=DAY.ends_at + timedelta(days=900))}
    assert set(ids(daily_set(pool, history, DAY, SEED))) == {1, 2, 3}


def test_a_topic_goes_on_where_it_was_left():
    pool, choice = pool_of(60), PracticeChoice(PracticeMode.TOPIC, bank_id=1)
    first = choose(pool, {}, choice, SEED)
    assert ids(first) == [n for n in range(1, 61) if n % 3 == 0][:SET_QUESTIONS]
    history = {one.question_id: met(days=1) for one in first}
    assert ids(choose(pool, history, choice, SEED)) == [n for n in range(1, 61) if n % 3 == 0][SET_QUESTIONS:]
    everything = {one.question_id: met(days=one.question_id) for one in pool}
    assert ids(choose(pool, everything, choice, SEED))[0] == 60


def test_a_category_of_a_bank():
    found = choose(pool_of(60), {}, PracticeChoice(PracticeMode.TOPIC, bank_id=1, category="电话礼仪"), SEED)
    assert {(one.bank_id, one.category) for one in found} == {(1, "电话礼仪")}


def test_the_mistakes_book_and_the_favourites():
    history = {1: met(days=1, is_mistake=True), 2: met(days=2, is_mistake=True), 3: met(is_favourite=True)}
    pool = pool_of(9)
    assert ids(choose(pool, history, PracticeChoice(PracticeMode.MISTAKES), SEED)) == [2, 1]
    assert ids(choose(pool, history, PracticeChoice(PracticeMode.FAVOURITES), SEED)) == [3]
    assert choose(pool, {}, PracticeChoice(PracticeMode.MISTAKES), SEED) == []


def test_chance_comes_from_the_seed_alone():
    pool, choice = pool_of(40), PracticeChoice(PracticeMode.RANDOM)
    assert choose(pool, {}, choice, "a") == choose(list(reversed(pool)), {}, choice, "a")
    assert choose(pool, {}, choice, "a") != choose(pool, {}, choice, "b")
    assert len(choose(pool, {}, choice, "a")) == SET_QUESTIONS
