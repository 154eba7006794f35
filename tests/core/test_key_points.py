"""The points of model answers as organisers write them, and where an answer says them."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quizapp.core.key_points import STEP, Found, key_points, mark_fault, points_in, suggested


@pytest.mark.parametrize(
    ("model", "points"),
    [
        ("请坐倒水；耐心听完;记下要点。", ["请坐倒水", "耐心听完", "记下要点"]),
        ("（1）请坐；（2）听完；（3）记下", ["请坐", "听完", "记下"]),
        ("应当做到：1.请坐 2.听完 3.记下", ["请坐", "听完", "记下"]),
        ("一、请坐。二、听完。", ["请坐", "听完"]),
        ("①请坐②听完", ["请坐", "听完"]),
        ("请坐倒水，耐心听完，说明办理的人和时限。", ["请坐倒水", "耐心听完", "说明办理的人和时限"]),
        ("答：请坐、听完", ["请坐", "听完"]),
        ("请坐\n听完\n请坐", ["请坐", "听完"]),
        ("尊重", ["尊重"]),
        ("3.5 米以内；听完", ["3.5 米以内", "听完"]),
        ("", []),
        ("；，。", []),
    ],
)  # fmt: skip
def test_a_model_answer_is_parted_as_it_was_written(model: str, points: list[str]) -> None:
    assert [one.text for one in key_points(model)] == points


def test_a_point_may_be_said_in_any_of_its_words() -> None:
    (point, _other) = key_points("耐心听完/耐心倾听；记下")
    assert point.words == ("耐心听完", "耐心倾听")
    assert points_in("请耐心倾听", (point,)) == (Found(1, 5, 0),)


def test_width_case_spaces_and_marks_hide_nothing() -> None:
    points = key_points("ISO 9001；请坐倒水")
    answer = "按ｉｓｏ９００１，请坐，倒水"
    assert [answer[one.start : one.end] for one in points_in(answer, points)] == ["ｉｓｏ９００１", "请坐，倒水"]


def test_every_place_is_found() -> None:
    assert [one.start for one in points_in("听完再听完", key_points("听完"))] == [0, 3]


@pytest.mark.parametrize(
    ("points", "said", "wanted", "mark"),
    [(10_00, 2, 3, 6_50), (10_00, 3, 3, 10_00), (5_00, 0, 3, 0), (7_25, 1, 1, 7_25), (5_00, 0, 0, 0)],
)  # fmt: skip
def test_the_suggestion_is_the_share_down_to_half_points(points: int, said: int, wanted: int, mark: int) -> None:
    assert suggested(points, said, wanted) == mark


@given(points=st.integers(1, 100_00), wanted=st.integers(0, 12), said=st.integers(0, 12))
def test_what_is_suggested_can_always_be_given(points: int, wanted: int, said: int) -> None:
    assert mark_fault(suggested(points, min(said, wanted), wanted), points) == ""


@pytest.mark.parametrize(
    ("mark", "fits"), [(0, True), (STEP, True), (7_25, True), (7_50, False), (25, False), (-50, False)]
)
def test_marks_go_in_half_points_up_to_the_whole(mark: int, fits: bool) -> None:
    assert (mark_fault(mark, 7_25) == "") is fits


@given(model=st.text(max_size=60), answer=st.text(max_size=60))
def test_whatever_is_found_stands_in_the_answer(model: str, answer: str) -> None:
    points = key_points(model)
    for one in points_in(answer, points):
        assert 0 <= one.start < one.end <= len(answer)
        assert 0 <= one.point < len(points)


@given(words=st.lists(st.text("甲乙丙丁戊己", min_size=2, max_size=4), min_size=1, max_size=5, unique=True))
def test_the_model_answer_itself_says_all_its_points(words: list[str]) -> None:
    model = "；".join(words)
    points = key_points(model)
    assert {one.point for one in points_in(model, points)} == set(range(len(points)))
