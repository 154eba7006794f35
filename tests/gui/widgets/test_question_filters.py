"""Questions pass by kind, category, difficulty and state together."""

from dataclasses import replace

import pytest

from quizapp.core.questions import Difficulty, Kind
from quizapp.gui.widgets.question_filters import QuestionFilters
from quizapp.services.banks import BankQuestion, QuestionState
from tests.services.bank_files import single

ROW = BankQuestion(1, 1, 1, QuestionState.ACTIVE, single(1, category="会面", difficulty=Difficulty.EASY))
OTHER = BankQuestion(2, 1, 1, QuestionState.RETIRED, replace(single(2), kind=Kind.MULTIPLE))


@pytest.fixture
def filters(theme, show) -> QuestionFilters:
    made = show(QuestionFilters(theme))
    made.offer_categories([ROW, OTHER])
    return made


def test_everything_passes_at_first(filters):
    assert filters.lets_pass(ROW)
    assert filters.lets_pass(OTHER)
    assert not filters.is_filtering


@pytest.mark.parametrize(
    ("name", "value"),
    [("kind", Kind.MULTIPLE), ("category", ""), ("difficulty", Difficulty.UNRATED), ("state", QuestionState.RETIRED)],
)
def test_each_choice_keeps_some_out(filters, qtbot, name, value):
    with qtbot.waitSignal(filters.changed):
        getattr(filters, name).choose(value)
    assert filters.lets_pass(OTHER)
    assert not filters.lets_pass(ROW)
    assert filters.is_filtering
    filters.clear()
    assert filters.lets_pass(ROW)


def test_categories_in_use_are_offered_by_sound(filters):
    rows = [replace(ROW, question=replace(ROW.question, category=name)) for name in ("会面", "保密", "会面")]
    filters.offer_categories(rows)
    assert [filters.category.itemText(at) for at in range(filters.category.count())] == ["全部分类", "保密", "会面"]
    filters.category.choose("会面")
    filters.offer_categories([OTHER])
    assert filters.category.chosen is None


def test_the_search_has_a_row_of_its_own_where_there_is_little_room(theme, show, qtbot):
    wide = show(QuestionFilters(theme), 1000)
    qtbot.waitUntil(lambda: wide.search.x() < wide.kind.x())
    narrow = show(QuestionFilters(theme), 620)
    qtbot.waitUntil(lambda: narrow.search.y() < narrow.kind.y())
    narrow.window().resize(1000, 400)
    qtbot.waitUntil(lambda: narrow.search.y() == narrow.kind.y())


def test_typing_searches(filters, qtbot):
    with qtbot.waitSignal(filters.searched) as signal:
        filters.search.setText("握手")
    assert signal.args == ["握手"]
    assert filters.is_filtering


def test_what_is_kept_back_stands_among_the_states(filters):
    kept, retired = replace(ROW, is_kept_back=True), replace(OTHER, is_kept_back=True)
    filters.state.setCurrentIndex(filters.state.findText("竞赛保留"))
    assert filters.lets_pass(kept) and filters.lets_pass(retired)
    assert not filters.lets_pass(ROW)
    filters.state.choose(QuestionState.ACTIVE)
    assert filters.lets_pass(kept) and not filters.lets_pass(retired)
