"""The foot says what will be written, and what of it waits."""

import pytest

from quizapp.gui.models.preview_lines import PreviewLine
from quizapp.gui.models.row_choices import Decision, RowChoices
from quizapp.gui.widgets.import_foot import ImportFoot
from quizapp.services.banks import NearPair, Novelty, PreviewItem
from tests.gui.reading import button, words_of
from tests.services.bank_files import SHEET, single

LINES = [
    PreviewLine(SHEET, row, PreviewItem(SHEET, row, single(row), novelty), ())
    for row, novelty in ((2, Novelty.NEW), (3, Novelty.NEW), (4, Novelty.CHANGED))
]


@pytest.fixture
def foot(theme, show) -> ImportFoot:
    return show(ImportFoot(theme))


def test_new_changed_and_replaced(foot):
    choices = RowChoices()
    foot.show_wanted(LINES, choices, 0)
    assert "将新增 2 道、更新 1 道。" in words_of(foot)
    choices.decide([NearPair(SHEET, 2, single(2), 90, single(9), question_id=1, revision_id=1)], Decision.REPLACE)
    foot.show_wanted(LINES, choices, 2)
    assert "将新增 1 道、更新 1 道、替换原题 1 道。\n有错误的 2 行不导入。" in words_of(foot)
    foot.show_wanted(LINES[:1], choices, 0)
    assert "将替换原题 1 道。" in words_of(foot)
    foot.show_wanted([], choices, 0)
    assert "没有要导入的题目。" in words_of(foot)
    assert not foot.import_button.isEnabled()


def test_what_waits_for_approval(foot, qtbot):
    choices = RowChoices()
    choices.review([LINES[0].place], True)
    foot.show_wanted(LINES, choices, 0)
    assert "其中 1 道先待审核。" in words_of(foot)
    with qtbot.waitSignal(foot.review_chosen) as signal:
        button(foot, "导入后先待审核").click()
    assert signal.args == [True]
