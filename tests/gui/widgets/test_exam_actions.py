"""What can be done with a test, by its state."""

from dataclasses import replace

import pytest

from quizapp.core.exams import ExamState
from quizapp.gui.widgets.exam_actions import ExamActions
from quizapp.services.exams import ExamSummary
from tests.gui.exams import DEFINITION
from tests.gui.reading import button, words_of

EXAM = ExamSummary(4, "2026-03", "三月测试", ExamState.PUBLISHED, DEFINITION.opens_at, DEFINITION.closes_at, 9, 0, 0, 0)


@pytest.fixture
def actions(theme, show) -> ExamActions:
    return show(ExamActions(theme))


def offered(actions: ExamActions) -> set[str]:
    return {act for act, one in actions.buttons.items() if one.isVisible()}


def more(actions: ExamActions) -> dict[str, bool]:
    return {action.text(): action.isEnabled() for action in actions.menu_now().actions()}


def test_without_a_test_nothing_is_offered(actions):
    actions.show_exam(EXAM)
    assert actions.isVisible()
    actions.show_exam(None)
    assert not actions.isVisible()


@pytest.mark.parametrize(
    ("state", "acts"),
    [
        (ExamState.DRAFT, {"edit", "publish", "delete", "try", "print"}),
        (ExamState.PUBLISHED, {"hall", "results", "close"}),
        (ExamState.CLOSED, {"results", "try", "print"}),
    ],
)
def test_each_state_has_its_acts(actions, state, acts):
    actions.show_exam(replace(EXAM, state=state))
    assert offered(actions) == acts
    assert actions.more_button.isVisible() is (state is ExamState.PUBLISHED)


def test_the_rarer_acts_are_in_a_menu(actions, qtbot):
    actions.show_exam(EXAM)
    assert more(actions) == {
        "调整开放时间": True,
        "增加应考人员": True,
        "个人延时": True,
        "试做": True,
        "打印": True,
        "撤回发布": True,
    }
    with qtbot.waitSignal(actions.wanted) as told:
        actions.menu_now().actions()[0].trigger()
    assert told.args == ["window", EXAM]


def test_what_somebody_has_started_cannot_be_withdrawn(actions):
    actions.show_exam(replace(EXAM, running=1))
    assert not more(actions)["撤回发布"]


def test_a_press_carries_the_act_and_the_test(actions, qtbot):
    actions.show_exam(EXAM)
    with qtbot.waitSignal(actions.wanted) as told:
        button(actions, "结束考试").click()
    assert told.args == ["close", EXAM]


def test_who_may_only_look_is_offered_nothing_else(theme, show):
    actions = show(ExamActions(theme, looks_only=True))
    actions.show_exam(EXAM)
    assert offered(actions) == {"hall", "results"}
    assert list(more(actions)) == ["试做", "打印"]


def test_at_the_largest_text_the_buttons_stand_below(actions, theme):
    actions.show_exam(EXAM)
    theme.use(size="extra")
    assert "三月测试" in words_of(actions)
    assert actions._halves.direction() == actions._halves.Direction.TopToBottom


@pytest.mark.parametrize("state", [ExamState.PUBLISHED, ExamState.CLOSED])
def test_marking_is_offered_where_there_is_something_marked_or_to_be_marked(actions, qtbot, state):
    actions.show_exam(replace(EXAM, state=state))
    assert "mark" not in offered(actions)
    for counts in ({"unmarked": 2}, {"marked": 2}):
        actions.show_exam(replace(EXAM, state=state, **counts))
        assert "mark" in offered(actions)
    with qtbot.waitSignal(actions.wanted) as wanted:
        button(actions, "阅卷").click()
    assert wanted.args[0] == "mark"
