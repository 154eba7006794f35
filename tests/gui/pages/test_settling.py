"""Who was settled as what is said by name, stays in place, and can be taken back."""

import pytest

from quizapp.core.monthly import Status
from quizapp.gui.pages.settling import Settling
from quizapp.gui.widgets.page_frame import PageFrame
from tests.services.office import ACTOR


@pytest.fixture
def closed(office, people, exam_id):
    """Nobody came."""
    office.exams.close(ACTOR, exam_id)
    return exam_id


@pytest.fixture
def frame(theme, show):
    return show(PageFrame(theme, "成绩"))


@pytest.fixture
def settling(doors, services, frame):
    return Settling(doors, services.results, ACTOR, frame)


@pytest.fixture
def rows(services, closed):
    """Call it to see the people as they stand."""
    return lambda: [one.row for one in services.results.results(closed).figures.people]


def statuses(rows):
    return {row.name: row.status for row in rows()}


def test_the_names_are_said_and_the_act_taken_back(settling, frame, rows, closed, qtbot):
    two = [row for row in rows() if row.name != "王五"]
    with qtbot.waitSignal(settling.changed):
        settling.settle(closed, two, Status.ABSENT)
    assert sorted(frame.banner.message.removesuffix("：已记为缺考。").split("、")) == ["张三", "李四"]
    assert frame.banner.action_button.text() == "撤销"
    assert statuses(rows) == {"张三": Status.ABSENT, "李四": Status.ABSENT, "王五": Status.UNSETTLED}
    with qtbot.waitSignal(settling.changed):
        settling.take_back()
    assert set(statuses(rows).values()) == {Status.UNSETTLED}
    assert not settling.may_take_back


def test_taking_back_gives_the_former_reason_too(settling, answers, rows, closed, qtbot):
    answers.reason = "出车"
    with qtbot.waitSignal(settling.changed):
        settling.settle(closed, rows(), Status.DEFERRED)
    assert answers.asked[-1][0].endswith("：记为缓考")
    with qtbot.waitSignal(settling.changed):
        settling.settle(closed, rows(), Status.ABSENT)
    with qtbot.waitSignal(settling.changed):
        settling.take_back()
    assert {(row.status, row.reason) for row in rows()} == {(Status.DEFERRED, "出车")}


def test_people_who_were_not_alike_get_back_what_each_had(settling, rows, closed, qtbot):
    with qtbot.waitSignal(settling.changed):
        settling.settle(closed, rows()[:1], Status.ABSENT)
    before = statuses(rows)
    with qtbot.waitSignal(settling.changed):
        settling.settle(closed, [*rows()[1:], rows()[0]], Status.EXEMPT)
    assert set(statuses(rows).values()) == {Status.EXEMPT}
    with qtbot.waitSignal(settling.changed):
        settling.take_back()
    assert statuses(rows) == before


def test_rows_that_are_out_of_date_are_neither_named_nor_taken_back(settling, frame, services, rows, closed, qtbot):
    old = rows()
    services.results.settle(ACTOR, closed, [old[0].due_id], Status.ABSENT, "")  # by somebody else
    with qtbot.waitSignal(settling.changed):
        settling.settle(closed, old, Status.ABSENT)
    assert old[0].name not in frame.banner.message
    with qtbot.waitSignal(settling.changed):
        settling.take_back()
    assert [row.status for row in rows()].count(Status.ABSENT) == 1
    assert statuses(rows)[old[0].name] is Status.ABSENT


def test_a_second_press_does_not_take_the_way_back_away(settling, frame, rows, closed, tasks, qtbot):
    for _time in range(2):
        settling.settle(closed, rows(), Status.ABSENT)
    qtbot.waitUntil(lambda: not tasks.is_busy)
    assert "已记为缺考" in frame.banner.message
    assert settling.may_take_back


def test_without_a_reason_nothing_happens(settling, answers, frame, rows, closed):
    answers.reason = None
    settling.settle(closed, rows(), Status.EXEMPT)
    assert set(statuses(rows).values()) == {Status.UNSETTLED}
    assert not frame.banner.isVisible()


def test_nothing_to_change_is_said_as_such(settling, frame, rows, closed, qtbot):
    for _time in range(2):
        with qtbot.waitSignal(settling.changed):
            settling.settle(closed, rows(), Status.ABSENT)
    assert "已经是缺考，没有改动" in frame.banner.message
    assert not settling.may_take_back


def test_an_error_is_told_and_ends_the_offer(settling, frame, office, rows, closed, people, qtbot):
    with qtbot.waitSignal(settling.changed):
        settling.settle(closed, rows(), Status.ABSENT)
    settling.settle(closed + 1, rows(), Status.ABSENT)
    qtbot.waitUntil(lambda: frame.banner.tone == "bad")
    assert not settling.may_take_back
