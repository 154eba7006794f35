"""Pairs are listed, compared and decided, one by one or all at once."""

import pytest

from quizapp.gui.models.row_choices import Decision, RowChoices
from quizapp.gui.pages.near_pairs import NearPairs
from quizapp.services.banks import NearPair, QuestionState
from tests.gui.reading import button, cells, words_of
from tests.services.bank_files import SHEET, single

PAIRS = [
    NearPair(SHEET, 2, single(12), 96, single(11), question_id=1, revision_id=1, state=QuestionState.RETIRED),
    NearPair(SHEET, 3, single(13), 91, single(11), question_id=1, revision_id=1, state=QuestionState.ACTIVE),
    NearPair(SHEET, 4, single(14), 90, single(12), other_place=(SHEET, 2)),
]


@pytest.fixture
def near(theme, show) -> NearPairs:
    made = show(NearPairs(theme, RowChoices()))
    made.show_pairs(PAIRS)
    return made


def test_the_first_pair_is_shown_at_once(near):
    words = words_of(near.card)
    assert "第 2 行：96% 相近" in words
    assert "文件第 2 行" in words
    assert "题库里的题（已停用）" in words
    assert near.bar.chosen is Decision.BOTH


def test_a_pair_is_decided(near, qtbot):
    with qtbot.waitSignal(near.decided):
        button(near, "替换原题").click()
    assert cells(near.table, "选择") == ["替换原题", "两题都要", "两题都要"]
    near.table.view.selectRow(1)
    assert not near.bar.buttons[Decision.REPLACE].isEnabled()
    assert "文件的另一行已选择替换这道原题。" in words_of(near.card)
    near.table.view.selectRow(2)
    qtbot.waitUntil(lambda: "文件第 2 行" in words_of(near.view))
    assert near.bar.buttons[Decision.REPLACE].isEnabled()


def test_all_are_decided_alike_as_far_as_they_can(near):
    button(near, "保留原题").click()
    button(near, "全部都这样选").click()
    assert set(cells(near.table, "选择")) == {"保留原题"}
    button(near, "替换原题").click()
    button(near, "全部都这样选").click()
    assert "有 1 对不能替换原题，没有改。" in words_of(near.card)


def test_a_mended_row_resembles_nothing_known(near):
    near.drop((SHEET, 2))
    assert [pair.row for pair in near.pairs] == [3]
    near.show_pairs([])
    assert not near.card.isVisible()


def test_a_search_that_was_stopped_can_be_made(near, qtbot):
    near.show_stopped()
    with qtbot.waitSignal(near.search_wanted):
        button(near, "查找相近的题").click()


def test_a_question_that_is_retired_stays_so(near):
    assert "替换后仍然停用" in words_of(near.bar)
    near.table.view.selectRow(1)
    assert "停用" not in words_of(near.bar)
