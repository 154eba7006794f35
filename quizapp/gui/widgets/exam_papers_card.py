"""The card of a test's papers: usually one, several where posts get different ones (岗位卷)."""

from collections.abc import Sequence
from dataclasses import replace

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QTabBar

from quizapp.core.exams import PRESETS, ExamDefinition, PaperPlan
from quizapp.core.papers import Blueprint
from quizapp.gui.exam_choices import ExamChoices
from quizapp.gui.theme import SPACE, Theme
from quizapp.gui.widgets.button import Button
from quizapp.gui.widgets.card import Card
from quizapp.gui.widgets.choice import Choice
from quizapp.gui.widgets.icon_button import IconButton
from quizapp.gui.widgets.paper_editor import PaperEditor, copied
from quizapp.gui.widgets.text import Text
from quizapp.i18n import _

_PRESET_DIGITS = 14


class ExamPapersCard(Card):
    """Shows its part of a definition, and puts it into one; `preset_chosen` asks for a usual form of test."""

    changed = Signal()
    preset_chosen = Signal(object)

    def __init__(self, theme: Theme, definition: ExamDefinition, choices: ExamChoices) -> None:
        super().__init__(_("试卷"))
        self._theme = theme
        self._papers: list[PaperPlan] = []
        self._at = 0
        self.presets = Choice([(_("套用常用卷型…"), None), *((one.label, one) for one in PRESETS)])
        self.presets.setAccessibleName(_("套用常用卷型"))
        self.presets.setMinimumContentsLength(_PRESET_DIGITS)  # the long names are read in the list
        self.presets.setSizeAdjustPolicy(Choice.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.tabs = QTabBar()
        self.tabs.setExpanding(False)
        self.tabs.setUsesScrollButtons(True)
        self.editor = PaperEditor(theme, choices)
        self._order_hint = Text(_("每人用从左到右第一份适合的试卷；最后一份通常不限人员。"), "small")
        self._build()
        self.show_definition(definition)
        self._connect()

    def show_definition(self, definition: ExamDefinition) -> None:
        """Show other papers; the one in view stays in view."""
        self._put(definition.papers, min(self._at, max(0, len(definition.papers) - 1)))

    def applied_to(self, definition: ExamDefinition) -> ExamDefinition:
        """The definition with what this card says."""
        return replace(definition, papers=tuple(self._papers))

    def _build(self) -> None:
        theme = self._theme
        self.forward_button = IconButton(theme, "arrow-left", _("前移这份试卷"))
        self.backward_button = IconButton(theme, "arrow-right", _("后移这份试卷"))
        self.copy_button = IconButton(theme, "copy", _("复制这份试卷"))
        self.remove_button = IconButton(theme, "trash", _("删除这份试卷"))
        self.add_button = Button(theme, _("增加岗位卷"), icon="plus")
        self.head.addWidget(self.add_button)
        self.head.addWidget(self.presets)
        row = QHBoxLayout()
        row.setSpacing(SPACE.hair)
        row.addWidget(self.tabs, 1)
        for button in self._tools:
            row.addWidget(button)
        self.body.addLayout(row)
        self.body.addWidget(self._order_hint)
        self.body.addWidget(self.editor)

    @property
    def _tools(self) -> tuple[IconButton, ...]:
        return self.forward_button, self.backward_button, self.copy_button, self.remove_button

    def _connect(self) -> None:
        self.presets.value_changed.connect(self._on_presets_value_changed)
        self.tabs.currentChanged.connect(self._on_tabs_current_changed)
        self.editor.changed.connect(self._on_editor_changed)
        self.add_button.clicked.connect(self._on_add_clicked)
        self.copy_button.clicked.connect(self._on_copy_clicked)
        self.remove_button.clicked.connect(self._on_remove_clicked)
        self.forward_button.clicked.connect(lambda: self._move(-1))
        self.backward_button.clicked.connect(lambda: self._move(1))

    def _put(self, papers: Sequence[PaperPlan], at: int) -> None:
        """Hold these papers and show the one at a place."""
        self._papers, self._at = list(papers), at
        was_blocked = self.tabs.blockSignals(True)
        while self.tabs.count() > len(self._papers):
            self.tabs.removeTab(0)
        while self.tabs.count() < len(self._papers):
            self.tabs.addTab("")
        for place, plan in enumerate(self._papers):
            self.tabs.setTabText(place, plan.name or _("（未命名）"))
        self.tabs.setCurrentIndex(at)
        self.tabs.blockSignals(was_blocked)
        is_several = len(self._papers) > 1
        for widget in (self.tabs, self._order_hint, *self._tools):
            widget.setVisible(is_several)
        self.forward_button.setEnabled(at > 0)
        self.backward_button.setEnabled(at < len(self._papers) - 1)
        self.editor.setVisible(bool(self._papers))
        if self._papers:
            self.editor.show_plan(self._papers[at], is_only=not is_several)

    def _rearrange(self, papers: Sequence[PaperPlan], at: int) -> None:
        self._put(papers, at)
        self.changed.emit()

    def _move(self, step: int) -> None:
        papers = list(self._papers)
        papers.insert(self._at + step, papers.pop(self._at))
        self._rearrange(papers, self._at + step)

    def _on_add_clicked(self) -> None:
        """A paper for some posts goes before the last one, which is for all others."""
        papers = list(self._papers)
        at = max(0, len(papers) - 1)
        form = papers[-1].blueprint if papers else Blueprint((), PRESETS[0].sections)
        name = _("岗位卷 {number}").format(number=len(papers)) if papers else _("通用卷")
        papers.insert(at, PaperPlan(name, form))
        self._rearrange(papers, at)
        if len(papers) > 1:
            self.editor.is_limited.setChecked(True)

    def _on_copy_clicked(self) -> None:
        papers = list(self._papers)
        papers.insert(self._at + 1, copied(papers[self._at]))
        self._rearrange(papers, self._at + 1)

    def _on_remove_clicked(self) -> None:
        papers = list(self._papers)
        del papers[self._at]
        self._rearrange(papers, min(self._at, len(papers) - 1))

    def _on_tabs_current_changed(self, at: int) -> None:
        self._put(self._papers, at)

    def _on_editor_changed(self) -> None:
        plan = self.editor.plan
        self._papers[self._at] = plan
        self.tabs.setTabText(self._at, plan.name or _("（未命名）"))
        self.changed.emit()

    def _on_presets_value_changed(self, preset: object) -> None:
        if preset is not None:
            self.presets.choose(None)
            self.preset_chosen.emit(preset)
