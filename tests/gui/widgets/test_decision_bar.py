"""One decision of three, for one pair or for all."""

from quizapp.gui.gallery import cut_texts
from quizapp.gui.models.row_choices import Decision
from quizapp.gui.widgets.decision_bar import DecisionBar
from tests.gui.reading import button, words_of


def test_what_is_pressed_is_told(theme, show, qtbot):
    bar = show(DecisionBar(theme, all_word="全部都这样选"))
    bar.show_decision(Decision.BOTH)
    with qtbot.waitSignal(bar.decided) as signal:
        button(bar, "替换原题").click()
    assert signal.args == [Decision.REPLACE]
    with qtbot.waitSignal(bar.all_wanted) as signal:
        button(bar, "全部都这样选").click()
    assert signal.args == [Decision.REPLACE]


def test_what_cannot_be_is_not_offered(theme, show):
    bar = show(DecisionBar(theme, offers_both=False))
    assert Decision.BOTH not in bar.buttons
    bar.show_decision(Decision.KEEP, may_replace=False, note="文件里也有原题。")
    assert not bar.buttons[Decision.REPLACE].isEnabled()
    assert "文件里也有原题。" in words_of(bar)
    bar.show_decision(Decision.KEEP)
    assert bar.buttons[Decision.REPLACE].isEnabled()
    assert not bar.note.isVisible()


def test_it_folds_where_it_has_no_room(theme, show, qtbot):
    bar = show(DecisionBar(theme, all_word="全部都这样选"), 250, 400)
    replace = bar.buttons[Decision.REPLACE]
    qtbot.waitUntil(lambda: bar.all_button.y() > 0 and replace.y() > 0)
    assert cut_texts(bar) == []
    assert bar.width() <= 250
