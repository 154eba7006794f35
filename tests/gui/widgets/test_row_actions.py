"""What can be done with a row depends on what it is."""

import pytest

from quizapp.core.faulty_rows import FaultyRow
from quizapp.gui.models.preview_lines import PreviewLine
from quizapp.gui.models.row_choices import Decision
from quizapp.gui.widgets.row_actions import RowActions
from quizapp.services.bank_previews import Mended
from quizapp.services.banks import Novelty, PreviewItem
from tests.gui.reading import button, words_of
from tests.services.bank_files import SHEET, single


def line(novelty: Novelty, **fields: object) -> PreviewLine:
    return PreviewLine(SHEET, 2, PreviewItem(SHEET, 2, single(1), novelty, **fields), ())


@pytest.fixture
def actions(theme, show) -> RowActions:
    return show(RowActions(theme), 500, 300)


def test_a_faulty_row_can_be_mended_if_anything_of_it_is_known(actions, qtbot):
    faulty = PreviewLine(SHEET, 2, None, (), FaultyRow(SHEET, 2, single(1)))
    actions.show_line(faulty)
    assert words_of(actions).splitlines() == ["修改这一行"]
    with qtbot.waitSignal(actions.mend_wanted) as signal:
        button(actions, "修改这一行").click()
    assert signal.args == [faulty]
    actions.show_line(PreviewLine(SHEET, 2, None, ()))
    assert words_of(actions) == ""


def test_a_mended_row_can_be_put_back(actions, qtbot):
    mended = line(Novelty.SAME, mended=Mended(FaultyRow(SHEET, 2, single(1)), ()))
    actions.show_line(mended)
    with qtbot.waitSignal(actions.unmend_wanted) as signal:
        button(actions, "撤销修改").click()
    assert signal.args == [mended]


def test_a_changed_row_is_taken_or_not(actions, qtbot):
    actions.show_line(line(Novelty.CHANGED), is_wanted=True, is_in_review=True)
    assert actions.decision.chosen is Decision.REPLACE
    assert actions.is_in_review.isChecked()
    with qtbot.waitSignal(actions.decided) as signal:
        button(actions, "保留原题").click()
    assert signal.args == [Decision.KEEP]
    with qtbot.waitSignal(actions.all_decided) as signal:
        button(actions, "有变化的都这样").click()
    assert signal.args == [Decision.KEEP]
    with qtbot.waitSignal(actions.review_chosen) as signal:
        button(actions, "这一题先待审核").click()
    assert signal.args == [False]
    actions.show_line(None)
    assert not actions.isVisible()
