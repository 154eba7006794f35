"""New rows of a file beside the questions that nearly say the same: listed, compared letter by letter, decided."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from quizapp.gui.models.row_choices import Decision, RowChoices
from quizapp.gui.models.rows import Column, ColumnKind, RowsModel
from quizapp.gui.pages.bank_columns import one_line
from quizapp.gui.tasks import Task
from quizapp.gui.theme import SPACE, Theme
from quizapp.gui.widgets.button import Button
from quizapp.gui.widgets.data_table import DataTable
from quizapp.gui.widgets.decision_bar import DecisionBar, decision_word
from quizapp.gui.widgets.pair_view import PairView
from quizapp.gui.widgets.progress import Progress
from quizapp.gui.widgets.scroller import Scroller
from quizapp.gui.widgets.text import Text
from quizapp.i18n import _, _n
from quizapp.services.banks import NearPair, Place, QuestionState

_TONES = {Decision.KEEP: "neutral", Decision.REPLACE: "warn", Decision.BOTH: "good"}


class NearPairs(QWidget):
    """`decided` after each decision; `search_wanted` when a search that was stopped is to be made after all."""

    decided = Signal()
    search_wanted = Signal()

    def __init__(self, theme: Theme, choices: RowChoices, *, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._choices = choices
        self.pairs: list[NearPair] = []
        self.progress = Progress(theme)
        self.search_button = Button(theme, _("查找相近的题"), icon="magnifying-glass", compact=True)
        self.search_button.hide()
        model = RowsModel(_columns(choices), key=lambda pair: pair.place)
        self.table = DataTable(theme, model, name=_("相近的题"), empty_text=_("没有相近的题。"))
        self._title = Text("", "title")
        self.view = PairView(theme)
        self.bar = DecisionBar(theme, all_word=_("全部都这样选"))
        self._build()
        self.search_button.clicked.connect(self.search_wanted)
        self.table.selection_changed.connect(self._show_pair)
        self.bar.decided.connect(self._on_decided)
        self.bar.all_wanted.connect(self._on_all_wanted)

    def begin(self, task: Task) -> None:
        """A search is under way."""
        self.search_button.hide()
        self.progress.start(_("正在查找相近的题，可以先核对其他内容。"), task)

    def show_pairs(self, pairs: Sequence[NearPair]) -> None:
        """What was found."""
        self.search_button.hide()
        self._set(pairs)

    def show_stopped(self) -> None:
        """The search was stopped: what was known before stays, and it can be made again."""
        self.search_button.show()

    def drop(self, place: Place) -> None:
        """A row was mended: what it resembled is not known any more."""
        kept = [pair for pair in self.pairs if place not in (pair.place, pair.other_place)]
        self._choices.know(kept)
        self._set(kept)

    def refresh(self) -> None:
        """Something was decided elsewhere."""
        self.table.model.touch()
        self._show_decision()

    def _set(self, pairs: Sequence[NearPair]) -> None:
        self.pairs = list(pairs)
        self.table.model.set_rows(self.pairs)
        if self.pairs and not self.table.selected:
            self.table.view.selectRow(0)
        self._show_pair()

    def _build(self) -> None:
        self.card = QFrame()
        self.card.setProperty("surface", "card")
        scroller = Scroller()
        scroller.body.addWidget(self.view)
        scroller.body.addStretch(1)
        inside = QVBoxLayout(self.card)
        inside.setContentsMargins(SPACE.normal, SPACE.normal, SPACE.tight, SPACE.snug)
        inside.setSpacing(SPACE.snug)
        inside.addWidget(self._title)
        inside.addWidget(scroller, 1)
        inside.addWidget(self.bar)
        row = QHBoxLayout()
        row.setSpacing(SPACE.snug)
        row.addWidget(self.table, 3)
        row.addWidget(self.card, 4)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(SPACE.snug)
        column.addWidget(self.progress)
        column.addWidget(self.search_button)
        column.addLayout(row, 1)
        self.card.hide()

    def _show_pair(self) -> None:
        chosen = self.table.selected[:1]
        self.card.setVisible(bool(chosen))
        for pair in chosen:
            words = _("第 {row} 行：{percent}% 相近")
            self._title.setText(words.format(row=pair.row, percent=pair.percent))
            self.view.show_pair((_("文件第 {row} 行").format(row=pair.row), pair.question), (_side(pair), pair.other))
        self._show_decision()

    def _show_decision(self) -> None:
        for pair in self.table.selected[:1]:
            may_replace = self._choices.may_replace(pair)
            self.bar.show_decision(self._choices.decision(pair), may_replace=may_replace, note=_note(pair, may_replace))

    def _on_decided(self, decision: Decision) -> None:
        self._choices.decide(self.table.selected[:1], decision)
        self._tell()

    def _on_all_wanted(self, decision: Decision) -> None:
        refused = self._choices.decide(self.table.shown_rows, decision)
        self._tell()
        if refused:
            words = _n("有 {count} 对不能替换原题，没有改。", "有 {count} 对不能替换原题，没有改。", len(refused))
            self.bar.note.setText(words.format(count=len(refused)))
            self.bar.note.show()

    def _tell(self) -> None:
        self.refresh()
        self.decided.emit()


def _columns(choices: RowChoices) -> list[Column]:
    order = list(Decision)
    return [
        Column(heading=_("行"), value=lambda pair: pair.row, kind=ColumnKind.NUMBER, width=3, gives_way=1),
        Column(heading=_("题干"), value=lambda pair: one_line(pair.question.stem)),
        Column(
            heading=_("相近"),
            value=lambda pair: pair.percent,
            text=lambda pair: f"{pair.percent}%",
            kind=ColumnKind.NUMBER,
            width=4,
            gives_way=2,
        ),
        Column(
            heading=_("选择"),
            value=lambda pair: order.index(choices.decision(pair)),
            text=lambda pair: decision_word(choices.decision(pair)),
            tone=lambda pair: _TONES[choices.decision(pair)],
            kind=ColumnKind.BADGE,
            width=7,
        ),
    ]


def _side(pair: NearPair) -> str:
    """Where the question comes from that the row resembles."""
    if pair.other_place is not None:
        return _("文件第 {row} 行").format(row=pair.other_place[1])
    if pair.state is QuestionState.RETIRED:
        return _("题库里的题（已停用）")
    return _("题库里的题（待审核）") if pair.state is QuestionState.REVIEW else _("题库里的题")


def _note(pair: NearPair, may_replace: bool) -> str:
    if not pair.may_replace:
        return _("文件里也有题库里的这道原题，不能替换它。")
    if not may_replace:
        return _("文件的另一行已选择替换这道原题。")
    return _("原题已停用，替换后仍然停用。") if pair.state is QuestionState.RETIRED else ""
