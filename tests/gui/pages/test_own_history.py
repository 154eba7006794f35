"""A year of own results: the same in the chart, in the table and in the figures, and a way to each sheet."""

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt

from quizapp.core.monthly import Marks, Status
from quizapp.core.own_results import OwnRank, OwnResult, Ranking, RankState
from quizapp.gui.pages.own_history import OwnHistoryPage
from quizapp.gui.widgets.bar_chart import BarChart
from quizapp.gui.widgets.tile import Tile
from tests.gui.reading import cells, words_of
from tests.services.office import ACTOR

MARKS = Marks(100_00, 60_00, 90_00)


def result(month: str, score: int | None = None, status: Status = Status.SAT, **more: object) -> OwnResult:
    number = int(month[:4] + month[5:])
    return OwnResult(number, month, f"{month}测试", status, score, MARKS, attempt_id=number, may_review=True, **more)


YEAR = (
    result("2026-04", 95_00),
    result("2026-03", 58_00),
    result("2026-02", None, Status.ABSENT),
    result("2026-01", 81_50),
)


@pytest.fixture
def page(show, doors):
    return show(OwnHistoryPage(doors, None, ""))


def tell(page, qtbot, *results):
    """Show results and wait until they are to be seen."""
    page.show_results(results)
    words = "得分" if results else "还没有成绩"
    qtbot.waitUntil(lambda: words in words_of(page))


def tiles(page) -> dict[str, str]:
    return {one.label: one.figure for one in page.findChildren(Tile) if one.isVisible()}


def test_a_year_in_figures_chart_and_table(page, qtbot):
    tell(page, qtbot, *YEAR)
    assert tiles(page) == {
        "年平均分": "78.17",
        "参加 / 应考（次）": "3 / 4",
        "合格以上（次）": "2",
        "优秀（次）": "1",
    }
    assert page.findChild(BarChart).accessibleName() == "1月 81.5；2月 缺考；3月 58；4月 95"
    assert cells(page.table, "月份") == ["2026年4月", "2026年3月", "2026年2月", "2026年1月"]
    assert cells(page.table, "得分") == ["95 / 100", "58 / 100", "—", "81.5 / 100"]
    assert cells(page.table, "等次") == ["优秀", "不合格", "缺考", "合格"]
    assert page.state.text() == "4 场考试"
    assert "年平均分 = 各次得分之和 ÷ 有成绩的次数（3 次）" in words_of(page)


def test_every_test_has_its_row_in_sight(page, qtbot):
    tell(page, qtbot, *YEAR)
    table = page.table
    rows = table.model.rowCount() * table.view.verticalHeader().defaultSectionSize()
    assert table.view.viewport().height() >= rows


def test_a_year_is_chosen(page, qtbot):
    tell(page, qtbot, *YEAR, result("2025-12", 70_00))
    assert [page.year.itemText(at) for at in range(2)] == ["2026 年", "2025 年"]
    page.year.choose("2025")
    assert cells(page.table, "月份") == ["2025年12月"]
    qtbot.waitUntil(lambda: tiles(page).get("年平均分") == "70.00")


def test_ranks_where_they_may_be_seen(page, qtbot):
    tell(page, qtbot, *YEAR)
    assert "名次" not in [one.heading for one in page.table.model.columns]
    known = Ranking(RankState.KNOWN, OwnRank(3, 120, 1, 12))
    waiting = Ranking(RankState.WAITING)
    tell(page, qtbot, replace(YEAR[0], ranking=known), replace(YEAR[1], ranking=waiting), YEAR[2])
    assert cells(page.table, "名次") == ["3/120，本科室 1/12", "还有人没有成绩，全部评完后公布", ""]


def test_a_make_up_stands_beside_the_first_score(page, qtbot):
    tell(page, qtbot, replace(YEAR[1], make_up=70_00))
    assert cells(page.table, "得分") == ["58 / 100"]
    assert cells(page.table, "补考") == ["70"]


def test_different_marks_are_told(page, qtbot):
    strict = Marks(50_00, 40_00, 45_00)
    tell(page, qtbot, replace(YEAR[0], score=40_00, marks=strict), YEAR[1])
    words = words_of(page)
    assert "虚线是各次的合格线" in words and "满分不同的，先折算为 100 分" in words
    assert tiles(page)["年平均分"] == "69.00"


def test_many_tests_leave_the_latest_in_the_chart(page, qtbot):
    many = tuple(replace(YEAR[0], exam_id=number, month=f"2026-{12 - number // 2:02}") for number in range(16))
    tell(page, qtbot, *many)
    assert page.findChild(BarChart).accessibleName().count("；") == 11
    assert "图中为最近 12 次" in words_of(page)
    assert len(page.table.shown_rows) == 16


def test_nothing_yet_says_what_to_expect(page, qtbot):
    tell(page, qtbot)
    assert "还没有成绩" in words_of(page)
    assert not page.year.isVisible() and not page.review_button.isVisible()


def test_from_a_month_to_its_sheet_by_keyboard(page, qtbot):
    tell(page, qtbot, *YEAR)
    assert not page.review_button.isEnabled()
    page.table.select(lambda one: one.month == "2026-03")
    assert page.review_button.isEnabled()
    with qtbot.waitSignal(page.review_wanted) as wanted:
        qtbot.keyClick(page.table.view, Qt.Key.Key_Return)
    assert wanted.args == [202603]
    with qtbot.waitSignal(page.review_wanted):
        page.review_button.click()


def test_what_may_not_be_reviewed_leads_nowhere(page, qtbot):
    tell(page, qtbot, replace(YEAR[0], may_review=False))
    page.table.select(lambda _one: True)
    assert not page.review_button.isEnabled()
    with qtbot.assertNotEmitted(page.review_wanted):
        qtbot.keyClick(page.table.view, Qt.Key.Key_Return)


def test_the_results_are_looked_up(show, doors, office, people, exam_id, qtbot):
    token = office.desk.sign_in(people[0].id, "").token
    sheet = office.desk.start(token, exam_id)
    office.answer_all(token, sheet, wrong=2)
    office.desk.submit(token, sheet.attempt_id)
    office.exams.close(ACTOR, exam_id)
    page = show(OwnHistoryPage(doors, office.desk, token))
    page.enter()
    qtbot.waitUntil(lambda: page.table is not None)
    assert cells(page.table, "得分") == ["80 / 100"]
    assert page.back_button.hasFocus()
    with qtbot.waitSignal(page.went_back):
        page.back_button.click()
