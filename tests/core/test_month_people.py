"""The people of a month file: statuses and attempts that can be, and those that cannot."""

from datetime import UTC, datetime, timedelta
from typing import Any

import pytest

from quizapp.core.month_file import MonthPerson
from quizapp.core.monthly import Status
from quizapp.core.read_month import read_month
from quizapp.errors import UserError
from tests.services.month_json import content, faults, month

START = "2026-03-20T09:00:00+08:00"


def _with(person: int, **changes: Any) -> dict[str, Any]:
    document = month()
    document["people"][person].update(changes)
    return document


def _refusal(document: object) -> list[str]:
    with pytest.raises(UserError) as refused:
        read_month(content(document))
    return faults(str(refused.value))


def _people(document: object) -> tuple[MonthPerson, ...]:
    return read_month(content(document)).people


def test_who_they_are_and_how_it_went() -> None:
    zhang, li, wang, zhao, qian, sun = _people(month())
    assert (zhang.number, zhang.department, zhang.category, zhang.status) == ("001", ("办公室",), "公务员", Status.SAT)
    (attempt,) = zhang.attempts
    assert attempt.started_at == datetime(2026, 3, 20, 1, 0, tzinfo=UTC)
    assert attempt.submitted_at == attempt.started_at + timedelta(minutes=12, seconds=5)
    assert attempt.responses == {"q1": (0,), "q2": (0, 1), "q3": True, "q4": ("尊者", "３")}
    assert (li.attempts[0].submitted_at, li.category) == (None, None)
    assert (wang.status, wang.reason) == (Status.DEFERRED, "出车")
    assert (zhao.status, zhao.counts, zhao.department) == (Status.ABSENT, False, ("机关服务中心", "车队"))
    assert (qian.status, qian.is_ranked, qian.counts) == (Status.UNSETTLED, False, None)
    assert (sun.is_due, sun.takes_tests) == (False, False)


def test_while_the_test_goes_on_nobody_is_unsettled() -> None:
    document = month()
    document["exam"]["state"] = "published"
    del document["people"][3]["status"]
    assert [person.status for person in _people(document)][2:5] == [Status.DEFERRED, Status.NOT_YET, Status.NOT_YET]


@pytest.mark.parametrize(
    ("person", "changes", "where"),
    [
        (0, {"status": "absent"}, "people[0].status"),
        (4, {"status": "sat"}, "people[4].status"),
        (4, {"status": "not_yet"}, "people[4].status"),
        (4, {"status": "ill"}, "people[4].status"),
        (2, {"reason": ""}, "people[2].reason"),
        (2, {"status": "exempt", "reason": None}, "people[2].reason"),
        (0, {"reason": "出车"}, "people[0].reason"),
        (5, {"status": "absent"}, "people[5]"),
        (5, {"attempts": [{"started_at": START, "submitted_at": START}]}, "people[5]"),
        (1, {"number": "001"}, "people[1].number"),
        (1, {"name": ""}, "people[1].name"),
        (1, {"paper": "B卷"}, "people[1].paper"),
        (1, {"extra_minutes": -1}, "people[1].extra_minutes"),
    ],
)
def test_what_cannot_be_is_told_with_its_path(person: int, changes: dict[str, Any], where: str) -> None:
    assert any(fault.startswith(f"{where}：") for fault in _refusal(_with(person, **changes)))


@pytest.mark.parametrize(
    ("attempt", "where"),
    [
        ({"started_at": "2026-03-20T08:29:59+08:00"}, "started_at"),
        ({"started_at": "2026-03-20T17:30:00+08:00"}, "started_at"),
        ({"started_at": START, "submitted_at": "2026-03-20T08:59:00+08:00"}, "submitted_at"),
        ({"started_at": START, "submitted_at": "2026-03-20T09:30:11+08:00"}, "submitted_at"),
        ({"started_at": "2026-03-20T17:20:00+08:00", "submitted_at": "2026-03-20T17:31:00+08:00"}, "submitted_at"),
        ({"started_at": START, "responses": {"q9": "A"}}, "responses.q9"),
        ({"started_at": START, "responses": {"q1": "D"}}, "responses.q1"),
        ({"started_at": START, "responses": []}, "responses"),
        ({"started_at": START, "score": "满分"}, "score"),
        ({"started_at": START, "leavings": [{"back_at": START, "seconds": -1}]}, "leavings[0].seconds"),
        ({"started_at": START, "leavings": [{"back_at": START}, {"seconds": 12}]}, "leavings[1].back_at"),
        ({"started_at": START, "leavings": [{"left_at": START}]}, "leavings[0].left_at"),
        ({}, "started_at"),
    ],
)
def test_attempts_that_cannot_be(attempt: dict[str, Any], where: str) -> None:
    told = _refusal(_with(0, attempts=[attempt]))
    assert any(fault.startswith(f"people[0].attempts[0].{where}：") for fault in told)


def test_extra_minutes_move_the_deadline() -> None:
    late = [{"started_at": START, "submitted_at": "2026-03-20T09:40:00+08:00"}]
    assert _people(_with(0, attempts=late, extra_minutes=10))[0].attempts
    assert _refusal(_with(0, attempts=late, extra_minutes=5))


def test_no_more_attempts_than_allowed_and_in_their_order() -> None:
    two = [{"started_at": "2026-03-20T11:00:00+08:00"}, {"started_at": START}]
    assert [fault.split("：")[0] for fault in _refusal(_with(0, attempts=two))] == ["people[0].attempts"] * 2
    document = _with(0, attempts=two[::-1])
    document["exam"]["attempts_allowed"] = 2
    assert len(_people(document)[0].attempts) == 2


def test_with_several_papers_everybody_names_one() -> None:
    document = month()
    document["exam"]["papers"] = [
        {"name": "A卷", "questions": ["q1", "q2"]},
        {"name": "B卷", "questions": ["q3", "q4"]},
    ]
    for person in document["people"]:
        person["paper"] = "A卷"
    document["people"][0]["attempts"][0]["responses"] = {"q1": "A"}
    document["people"][1]["attempts"][0]["responses"] = {"q3": True}
    assert _refusal(document) == ["people[1].attempts[0].responses.q3：这份试卷里没有编号为“q3”的题目。"]
    del document["people"][2]["paper"]
    assert any(fault.startswith("people[2].paper：") for fault in _refusal(document))


def test_nobody_sits_twice_at_once() -> None:
    first = {"started_at": START, "submitted_at": "2026-03-20T09:10:00+08:00"}
    document = _with(0, attempts=[first, {"started_at": "2026-03-20T09:09:59+08:00"}])
    document["exam"]["attempts_allowed"] = 2
    (told,) = _refusal(document)
    assert told.startswith("people[0].attempts：第 1 次作答结束之前")
    document["people"][0]["attempts"][1]["started_at"] = first["submitted_at"]
    assert len(_people(document)[0].attempts) == 2
    del document["people"][0]["attempts"][0]["submitted_at"]  # then it lasted until its time ran out
    assert [fault.split("：")[0] for fault in _refusal(document)] == ["people[0].attempts"]


@pytest.mark.parametrize("key", ["started_at", "submitted_at"])
def test_a_wrong_time_is_one_fault_and_nothing_follows_from_it(key: str) -> None:
    attempt = {"started_at": START, "submitted_at": "2026-03-20T09:10:00+08:00"} | {key: "九点"}
    (told,) = _refusal(_with(0, attempts=[attempt]))
    assert told.startswith(f"people[0].attempts[0].{key}：时间要写成")


@pytest.mark.parametrize("key", ["opens_at", "closes_at"])
def test_a_wrong_window_is_one_fault_and_not_one_of_every_attempt(key: str) -> None:
    document = month()
    document["exam"][key] = "早上"
    assert [fault.split("：")[0] for fault in _refusal(document)] == [f"exam.{key}"]


def test_granted_seconds_move_the_deadline() -> None:
    late = {"started_at": START, "submitted_at": "2026-03-20T09:40:00+08:00"}
    (attempt,) = _people(_with(0, attempts=[late | {"granted_s": 600}]))[0].attempts
    assert attempt.granted_s == 600
    assert _refusal(_with(0, attempts=[late | {"granted_s": 300}]))
    assert _refusal(_with(0, attempts=[late | {"granted_s": -1}]))


def test_the_next_attempt_begins_after_the_granted_time() -> None:
    two = [{"started_at": START, "granted_s": 600}, {"started_at": "2026-03-20T09:35:00+08:00"}]
    document = _with(0, attempts=two)
    document["exam"]["attempts_allowed"] = 2
    assert _refusal(document)
