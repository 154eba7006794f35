"""The bar counts what it offers, and offers only what is there."""

from dataclasses import replace

from quizapp.gui.widgets.review_bar import ReviewBar, Shown, is_wrong
from tests.gui.pages.test_review import JUDGED, KEPT, WRONG


def test_what_nobody_has_marked_yet_is_not_wrong():
    waiting = replace(WRONG, earned=None)
    assert [is_wrong(one) for one in (WRONG, KEPT, JUDGED, waiting)] == [True, True, False, False]
    partly = replace(WRONG, earned=200)
    assert is_wrong(partly)


def test_counts_and_what_is_not_there_cannot_be_chosen(theme, show, qtbot):
    bar = show(ReviewBar(theme, (WRONG, JUDGED)))
    assert [one.text() for one in bar.buttons.values()] == ["全部（2）", "只看答错（1）", "只看标记（0）"]
    assert [one.isEnabled() for one in bar.buttons.values()] == [True, True, False]
    assert bar.buttons[Shown.ALL].isChecked()
    with qtbot.waitSignal(bar.shown_changed) as changed:
        bar.buttons[Shown.WRONG].click()
    assert changed.args == [Shown.WRONG]
    assert not bar.buttons[Shown.ALL].isChecked()


def test_steps_say_where_to(theme, show, qtbot):
    bar = show(ReviewBar(theme, (WRONG,)))
    with qtbot.waitSignal(bar.step_wanted) as step:
        bar.previous_button.click()
    assert step.args == [-1]
    assert bar.next_button.toolTip() == "下一道错题（N）"


def test_the_hint_gives_way_to_large_letters(theme, show):
    bar = show(ReviewBar(theme, (WRONG,)))
    assert bar.hint.isVisible()
    theme.use(size="extra")
    assert not bar.hint.isVisible()
    assert not show(ReviewBar(theme, (JUDGED,))).hint.isVisible()
