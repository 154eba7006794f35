"""My results over the months: a year at a time, as a chart to look at and as a table to read; from there to a sheet."""

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from quizapp.core.desk import Desk
from quizapp.core.monthly import Grade
from quizapp.core.own_results import OwnResult, RankState, year_figures, years_of
from quizapp.core.points import POINT, mean_text, points_text
from quizapp.gui.doors import Doors
from quizapp.gui.local_times import month_name
from quizapp.gui.models.rows import Column, ColumnKind, RowsModel
from quizapp.gui.result_words import GRADE_MARKS, GRADE_TONES, rank_words, status_tone, status_words
from quizapp.gui.theme import SPACE
from quizapp.gui.widgets.badge import Badge
from quizapp.gui.widgets.bar_chart import Bar, BarChart
from quizapp.gui.widgets.button import Button
from quizapp.gui.widgets.card import Card
from quizapp.gui.widgets.choice import Choice
from quizapp.gui.widgets.data_table import DataTable
from quizapp.gui.widgets.empty_state import EmptyState
from quizapp.gui.widgets.reading_frame import ReadingFrame
from quizapp.gui.widgets.text import Text
from quizapp.gui.widgets.tile import TileRow
from quizapp.i18n import _, _n

_BARS = 12
_PERCENT = 100


class OwnHistoryPage(ReadingFrame):
    """`review_wanted` carries an attempt to look at; `went_back` returns to my page."""

    review_wanted = Signal(int)
    went_back = Signal()

    def __init__(self, doors: Doors, desk: Desk, token: str) -> None:
        super().__init__(doors.theme)
        self._doors, self._desk, self._token = doors, desk, token
        self._results: tuple[OwnResult, ...] = ()
        self.table: DataTable | None = None
        self._build()

    def enter(self) -> None:
        self.back_button.setFocus(Qt.FocusReason.OtherFocusReason)
        look_up = partial(self._desk.own_results, self._token)
        self._doors.tasks.look_up(look_up, on_done=self.show_results, on_failed=self.banner.show_error)

    def show_results(self, results: tuple[OwnResult, ...]) -> None:
        """Show other results, those of the latest year first."""
        self._results = results
        years, former = years_of(results), self.year.chosen
        self.year.set_entries([(_("{year} 年").format(year=year), year) for year in years])
        self.year.setVisible(bool(years))
        if self.year.chosen == former:  # else it has said so already
            self._show_year()

    def _build(self) -> None:
        theme = self._doors.theme
        self.words.addWidget(Text(_("我的历次成绩"), "heading"))
        self.state = Text("", "muted")
        self.words.addWidget(self.state)
        self.year = Choice()
        self.year.setAccessibleName(_("年份"))
        self.year.value_changed.connect(self._show_year)
        self.review_button = Button(theme, _("查看答卷"), icon="list-numbers")
        self.review_button.clicked.connect(self._on_review_clicked)
        self.back_button = Button(theme, _("返回"), icon="arrow-left")
        self.back_button.clicked.connect(self.went_back)
        for widget in (self.year, self.review_button, self.back_button):
            self.head.addWidget(widget)
        self.review_button.setEnabled(False)
        self.year.hide()
        theme.changed.connect(self._fit)

    def _show_year(self) -> None:
        self.clear_cards()
        shown = [one for one in self._results if one.month[:4] == self.year.chosen]
        self.table = None
        if not shown:
            self.state.setText("")
            text = _("参加过的考试结束后，成绩会留在这里，一年一页。")
            self.cards.addWidget(EmptyState(self._doors.theme, "chart-bar", _("还没有成绩"), text), 1)
        else:
            words = _n("{count} 场考试", "{count} 场考试", len(shown))
            self.state.setText(words.format(count=len(shown)))
            for widget in (self._tiles(shown), self._chart(shown), self._table(shown)):
                self.cards.addWidget(widget)
            self.cards.addStretch(1)
        self.review_button.setVisible(bool(shown))
        self._fit()
        self._show_review_button()

    def _tiles(self, shown: Sequence[OwnResult]) -> QWidget:
        figures = year_figures(shown)
        row = TileRow()
        row.add(_("年平均分"), "—" if figures.mean is None else mean_text(figures.mean))
        row.add(_("参加 / 应考（次）"), f"{figures.sat} / {figures.due}")
        row.add(_("合格以上（次）"), str(figures.passed))
        row.add(_("优秀（次）"), str(figures.excellent))
        return row

    def _chart(self, shown: Sequence[OwnResult]) -> QWidget:
        latest = list(reversed(shown[:_BARS]))
        passing = {one.marks.passing * _PERCENT / one.marks.full for one in latest}
        is_same = len(passing) == 1
        card, figures = Card(_("得分")), year_figures(shown)
        chart = BarChart(self._doors.theme, top=_PERCENT)
        bars = [_bar(one, has_line=not is_same) for one in latest]
        if is_same:
            mark = passing.pop()
            word = _("合格线 {points}").format(points=points_text(round(mark * POINT)))
            chart.set_bars(bars, mark=mark, mark_word=word)
        else:
            chart.set_bars(bars)
        card.body.addWidget(chart)
        notes = []
        if not is_same:
            notes.append(_("虚线是各次的合格线"))
        if len(shown) > _BARS:
            notes.append(_("图中为最近 {count} 次").format(count=_BARS))
        notes.append(_("年平均分 = 各次得分之和 ÷ 有成绩的次数（{count} 次）").format(count=figures.scored))
        if figures.is_scaled:
            notes.append(_("满分不同的，先折算为 100 分"))
        card.body.addLayout(self._legend("　·　".join(notes)))
        return card

    def _legend(self, notes: str) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(SPACE.tight)
        for grade in Grade:
            row.addWidget(Badge(self._doors.theme, grade.label, GRADE_TONES[grade], mark=GRADE_MARKS[grade]))
        row.addSpacing(SPACE.tight)
        row.addWidget(Text(notes, "small"), 1)
        return row

    def _table(self, shown: Sequence[OwnResult]) -> QWidget:
        model = RowsModel(_columns(shown), key=lambda one: one.exam_id)
        self.table = DataTable(self._doors.theme, model, name=_("我的历次成绩"))
        self.table.activated.connect(self._on_activated)
        self.table.selection_changed.connect(self._show_review_button)
        model.set_rows(shown)
        return self.table

    def _fit(self) -> None:
        """The page is scrolled, not the table."""
        if self.table is not None:
            header = self.table.view.horizontalHeader().sizeHint().height()
            rows = self.table.model.rowCount() * self._doors.theme.sizes.row
            bar = self.table.view.horizontalScrollBar().sizeHint().height()
            self.table.setFixedHeight(header + rows + bar + 2 * SPACE.hair)

    def _show_review_button(self) -> None:
        chosen = self.table.selected if self.table is not None else []
        self.review_button.setEnabled(any(one.may_review for one in chosen))

    def _on_activated(self, result: OwnResult) -> None:
        if result.may_review and result.attempt_id is not None:
            self.review_wanted.emit(result.attempt_id)

    def _on_review_clicked(self) -> None:
        for result in self.table.selected if self.table is not None else []:
            self._on_activated(result)


def _bar(result: OwnResult, *, has_line: bool) -> Bar:
    label = _("{month}月").format(month=int(result.month[5:]))
    line = result.marks.passing * _PERCENT / result.marks.full if has_line else None
    if result.score is None or result.grade is None:
        return Bar(label, None, status_words(result), "neutral", line=line)
    value = result.score * _PERCENT / result.marks.full
    text = points_text(result.score)
    return Bar(label, value, text, GRADE_TONES[result.grade], GRADE_MARKS[result.grade], line)


def _columns(shown: Sequence[OwnResult]) -> list[Column]:
    columns = [
        Column(heading=_("月份"), value=lambda one: one.month, text=lambda one: month_name(one.month), width=7),
        Column(heading=_("考试"), value=lambda one: one.title),
        Column(heading=_("得分"), value=lambda one: one.score, text=_score, kind=ColumnKind.NUMBER, width=7),
        Column(heading=_("等次"), value=status_words, tone=status_tone, kind=ColumnKind.BADGE, width=7),
    ]
    if any(one.make_up is not None for one in shown):
        columns.append(
            Column(
                heading=_("补考"),
                value=lambda one: one.make_up,
                text=lambda one: "" if one.make_up is None else points_text(one.make_up),
                kind=ColumnKind.NUMBER,
                width=4,
            )
        )
    if any(one.ranking.state is not RankState.HIDDEN for one in shown):
        columns.append(
            Column(
                heading=_("名次"),
                value=lambda one: one.ranking.rank.rank if one.ranking.rank else None,
                text=_rank,
                width=13,
                tip=_("在全部参加排名的人员中，和在本科室（单位）中。"),
            )
        )
    return columns


def _score(result: OwnResult) -> str:
    if result.score is None:
        return "—"
    return _("{score} / {full}").format(score=points_text(result.score), full=points_text(result.marks.full))


def _rank(result: OwnResult) -> str:
    rank = result.ranking.rank
    if rank is None:
        return rank_words(result.ranking) if result.score is not None else ""
    words = _("{rank}/{of}，本科室 {department_rank}/{department_of}")
    return words.format(
        rank=rank.rank, of=rank.of, department_rank=rank.department_rank, department_of=rank.department_of
    )
