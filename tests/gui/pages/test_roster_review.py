"""The review of an import: counts lead to their rows, ticks and answers change the counts."""

import pytest

from quizapp.core.problems import Problem, Severity
from quizapp.core.roster import RosterChange, RosterScope
from quizapp.core.roster_comparison import compare
from quizapp.gui.models.roster_choices import RosterChoices
from quizapp.gui.pages.roster_review import DEPARTMENTS as NEW_DEPARTMENTS
from quizapp.gui.pages.roster_review import LEFT, PROBLEMS, QUESTIONS, RosterReview
from quizapp.services.people import RosterPreview
from tests.core.rosters import DEPARTMENTS, FINANCE, person, row
from tests.gui.reading import button, cells, words_of

PEOPLE = [person(1, "张三", number="007"), person(2, "李四"), person(3, "王五", FINANCE), person(4, "赵六")]
ROWS = (
    row(2, "张珊", number="007"),
    row(3, "李四", "财务科"),
    row(4, "周八", "保卫科"),
    row(5, "钱九"),
)


def preview(*problems, rows=ROWS):
    changes = compare(rows, PEOPLE, DEPARTMENTS, RosterScope())
    return RosterPreview("名单.xlsx", "", RosterScope(), changes, problems, len(rows))


@pytest.fixture
def choices():
    return RosterChoices()


@pytest.fixture
def review(theme, show, choices):
    made = show(RosterReview(theme, choices))
    made.show_preview(preview())
    return made


def counts(review):
    return {tile.text(): tile.figure for tile in review.tiles.tiles.values()}


def test_every_kind_is_counted_and_the_questions_come_first(review):
    assert counts(review) == {
        "待回答": "1", "新增": "2", "调动": "0", "改名": "1", "变化": "0", "离开": "2", "新科室": "1", "有问题": "0",
        "不变": "0",
    }  # fmt: skip
    assert review.tiles.chosen == QUESTIONS
    assert review.questions.isVisible()


def test_a_tile_leads_to_its_rows(review):
    review.go_to(RosterChange.NEW)
    table = review.tables[RosterChange.NEW]
    assert table.isVisible()
    assert cells(table, "姓名") == ["周八", "钱九"]
    review.go_to(NEW_DEPARTMENTS)
    assert "保卫科" in words_of(review)
    review.go_to("no such kind")
    assert review.departments.isVisible()


def test_a_tick_taken_away_is_counted_and_told(review, choices, qtbot):
    review.go_to(RosterChange.NEW)
    table = review.tables[RosterChange.NEW]
    with qtbot.waitSignal(review.changed):
        table.model.tick(table.shown_rows[:1])
    assert counts(review)["新增"] == "1"
    assert choices.left_out == {ROWS[2].key}
    button(review, "全部勾选或取消").click()
    assert counts(review)["新增"] == "0"
    button(review, "全部勾选或取消").click()
    assert counts(review)["新增"] == "2"


def test_an_answer_changes_who_may_have_left(review, qtbot):
    assert cells(review.tables[LEFT], "姓名") == ["王五", "赵六"]
    with qtbot.waitSignal(review.changed):
        review.questions.cards[0].buttons[1].click()
    assert cells(review.tables[LEFT], "姓名") == ["王五", "赵六", "李四"]
    assert counts(review)["待回答"] == "0"
    assert counts(review)["离开"] == "3"


def test_who_stays_is_not_counted_but_still_listed(review, choices):
    table = review.tables[LEFT]
    table.model.tick(table.shown_rows[:1])
    assert counts(review)["离开"] == "1"
    assert len(table.shown_rows) == 2
    assert choices.staying == {3}


def test_problems_are_told_in_full_and_faulty_rows_skipped(review, choices, qtbot):
    problem = Problem("名册", 9, "姓名", Severity.ERROR, "姓名为空：请填写姓名，或删去这一行。")
    review.show_preview(preview(problem))
    review.go_to(PROBLEMS)
    review.tables[PROBLEMS].select(lambda one: True)
    assert problem.message in words_of(review)
    with qtbot.waitSignal(review.changed):
        review.skip.click()
    assert choices.skips_faulty
    assert counts(review)["离开"] == "0"


def test_without_faults_there_is_nothing_to_skip(review):
    review.go_to(PROBLEMS)
    assert not review.skip.isVisible()


def test_what_was_decided_holds_for_the_next_comparison(review):
    review.questions.cards[0].buttons[0].click()
    table = review.tables[RosterChange.RENAMED]
    table.model.tick(table.shown_rows)
    review.show_preview(preview())
    assert counts(review)["待回答"] == "0"
    assert counts(review)["改名"] == "0"
