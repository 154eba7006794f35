"""Which questions of a bank are shown: words, kind, category, difficulty, state."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtGui import QFontMetrics, QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QWidget

from quizapp.core.pinyin import sort_key
from quizapp.core.questions import Difficulty, Kind
from quizapp.gui.theme import SPACE, Theme
from quizapp.gui.widgets.choice import Choice
from quizapp.gui.widgets.search_box import SearchBox
from quizapp.i18n import _
from quizapp.services.banks import BankQuestion, QuestionState


class QuestionFilters(QWidget):
    """`lets_pass(row)` says whether a question is wanted; `changed` when that changes, `searched` with the words."""

    changed = Signal()
    searched = Signal(str)

    def __init__(self, theme: Theme, *, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.search = SearchBox(theme, _("查找题目"))
        self.kind = Choice([(_("全部题型"), None), *((kind.label, kind) for kind in Kind)])
        self.category = Choice([(_("全部分类"), None)])
        levels = [level for level in Difficulty if level]
        self.difficulty = Choice(
            [(_("全部难度"), None), *((level.label, level) for level in levels), (_("未定难度"), Difficulty.UNRATED)]
        )
        self.state = Choice([
            (_("全部状态"), None), (_("使用中"), QuestionState.ACTIVE), (_("待审核"), QuestionState.REVIEW),
            (_("已停用"), QuestionState.RETIRED),
        ])  # fmt: skip
        self._theme = theme
        self._build()
        theme.changed.connect(self._fit)
        self._fit()
        self.search.searched.connect(self.searched)
        for choice in self._choices:
            choice.value_changed.connect(self.changed)

    @property
    def is_filtering(self) -> bool:
        """Whether anything is asked for."""
        return bool(self.search.text().strip()) or any(choice.chosen is not None for choice in self._choices)

    def lets_pass(self, row: BankQuestion) -> bool:
        """Whether a question has the kind, category, difficulty and state asked for."""
        found = (row.question.kind, row.question.category, row.question.difficulty, row.state)
        return all(choice.chosen in (None, value) for choice, value in zip(self._choices, found, strict=True))

    def offer_categories(self, rows: Sequence[BankQuestion]) -> None:
        """Offer the categories of these questions, by sound."""
        names = sorted({row.question.category for row in rows} - {""}, key=sort_key)
        entries = [(_("全部分类"), None), *((name, name) for name in names)]
        if any(not row.question.category for row in rows) and names:
            entries.append((_("未分类"), ""))
        self.category.set_entries(entries)

    def clear(self) -> None:
        """Ask for nothing."""
        self.search.clear()
        for choice in self._choices:
            choice.choose(None)

    @property
    def _choices(self) -> tuple[Choice, ...]:
        return self.kind, self.category, self.difficulty, self.state

    def _build(self) -> None:
        choices = QHBoxLayout()
        choices.setSpacing(SPACE.snug)
        names = (_("题型"), _("分类"), _("难度"), _("状态"))
        for choice, name in zip(self._choices, names, strict=True):
            choice.setAccessibleName(name)
            choice.setSizeAdjustPolicy(Choice.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
            choices.addWidget(choice, 1)
        self._parts = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        self._parts.setContentsMargins(0, 0, 0, 0)
        self._parts.setSpacing(SPACE.snug)
        self._parts.addWidget(self.search, 1)
        self._parts.addLayout(choices, 2)

    def _fit(self) -> None:
        """Room for the words that stand there at first; a longer name is cut here and read in the list."""
        letters = QFontMetrics(self._theme.font("body"))
        for choice in self._choices:
            words = letters.horizontalAdvance(choice.itemText(0))
            choice.setMinimumWidth(words + self._theme.sizes.row + 2 * SPACE.normal)
        self._arrange()

    def _arrange(self) -> None:
        """All in one row, unless the search would be left without room."""
        needed = sum(choice.minimumWidth() + SPACE.snug for choice in self._choices)
        is_wide = self.width() >= needed + self.search.minimumWidth()
        direction = QBoxLayout.Direction.LeftToRight if is_wide else QBoxLayout.Direction.TopToBottom
        if self._parts.direction() != direction:
            self._parts.setDirection(direction)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._arrange()
