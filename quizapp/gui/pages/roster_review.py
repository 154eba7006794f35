"""What a roster file would change: a count of each kind, and below it the rows of the kind chosen."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QCheckBox, QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from quizapp.core.problems import Problem
from quizapp.core.roster import RosterChange
from quizapp.gui.models.roster_choices import RosterChoices
from quizapp.gui.models.rows import RowsModel
from quizapp.gui.pages.roster_columns import entry_columns, left_columns, problem_columns
from quizapp.gui.theme import SPACE, Theme
from quizapp.gui.widgets.button import Button
from quizapp.gui.widgets.data_table import DataTable
from quizapp.gui.widgets.new_departments import NewDepartments
from quizapp.gui.widgets.roster_questions import RosterQuestions
from quizapp.gui.widgets.text import Text
from quizapp.gui.widgets.tile_choice import TileChoice, TileEntry
from quizapp.i18n import N_, _
from quizapp.services.people import RosterPreview

QUESTIONS, DEPARTMENTS, LEFT, PROBLEMS = "questions", "departments", "left", "problems"
_CHANGES = (RosterChange.NEW, RosterChange.MOVED, RosterChange.RENAMED, RosterChange.CHANGED)
_WORDS: dict[str, str] = {
    QUESTIONS: N_("待回答"),
    RosterChange.NEW: N_("新增"),
    RosterChange.MOVED: N_("调动"),
    RosterChange.RENAMED: N_("改名"),
    RosterChange.CHANGED: N_("变化"),
    LEFT: N_("离开"),
    DEPARTMENTS: N_("新科室"),
    PROBLEMS: N_("有问题"),
    RosterChange.SAME: N_("不变"),
}
"""What stands under each count; the order is that of the tiles."""


class RosterReview(QWidget):
    """`choices` are changed by ticks and answers; `changed` after each."""

    changed = Signal()

    def __init__(self, theme: Theme, choices: RosterChoices, *, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self.choices = choices
        self.preview: RosterPreview | None = None
        self.tiles = TileChoice(theme)
        self.questions = RosterQuestions(theme, choices)
        self.departments = NewDepartments(choices)
        self.tables: dict[str, DataTable] = {}
        self._stack = QStackedWidget()
        self._parts: dict[str, QWidget] = {}
        self._build()
        self.tiles.chosen_changed.connect(self._on_tile_chosen)
        self.questions.answered.connect(self._on_choice_changed)
        self.departments.changed.connect(self._on_choice_changed)

    def show_preview(self, preview: RosterPreview) -> None:
        """Show another comparison; what was decided before holds where it still can."""
        self.preview = preview
        changes = preview.changes
        for change in RosterChange:
            self.tables[change].model.set_rows(changes.of(change))
        self.tables[PROBLEMS].model.set_rows(preview.problems)
        self.questions.set_questions(changes.questions)
        self.departments.set_departments(changes.new_departments)
        self.skip.setVisible(preview.errors > 0)
        self.skip.setChecked(self.choices.skips_faulty)
        self._show_counts()

    def go_to(self, key: str) -> None:
        """Show the rows of one kind."""
        if key in self.tiles.tiles:
            self.tiles.choose(key)

    def _build(self) -> None:
        self._add_part(QUESTIONS, self.questions)
        for change in _CHANGES:
            self._add_table(change, RowsModel(entry_columns(change, self.choices), key=lambda entry: entry.row.key))
        self._add_table(LEFT, RowsModel(left_columns(self.choices), key=lambda person: person.id))
        self._add_part(DEPARTMENTS, self.departments)
        self._add_part(PROBLEMS, self._build_problems())
        same = RowsModel(entry_columns(RosterChange.SAME, self.choices), key=lambda entry: entry.row.key)
        self._add_table(RosterChange.SAME, same)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(SPACE.snug)
        column.addWidget(self.tiles)
        column.addWidget(self._stack, 1)

    def _add_part(self, key: str, part: QWidget) -> None:
        self._parts[key] = part
        self._stack.addWidget(part)

    def _add_table(self, key: str, model: RowsModel) -> None:
        """A table, below it what a tick means and a button for all ticks at once."""
        table = DataTable(self._theme, model, multiple=True, empty_text=_("没有。"), name=_(_WORDS[key]))
        self.tables[key] = table
        part = QWidget()
        column = QVBoxLayout(part)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(SPACE.tight)
        column.addWidget(table, 1)
        if key != RosterChange.SAME:
            column.addLayout(self._build_ticks(key, table))
            model.dataChanged.connect(self._on_choice_changed)
        self._add_part(key, part)

    def _build_ticks(self, key: str, table: DataTable) -> QHBoxLayout:
        words = _("去掉勾选的人不动。") if key == LEFT else _("去掉勾选的行不导入。")
        all_button = Button(self._theme, _("全部勾选或取消"), kind="quiet", compact=True)
        all_button.clicked.connect(lambda: table.model.tick(table.model.rows))
        row = QHBoxLayout()
        row.addWidget(Text(words, "small"), 1)
        row.addWidget(all_button)
        return row

    def _build_problems(self) -> QWidget:
        table = DataTable(
            self._theme, RowsModel(problem_columns()), empty_text=_("没有问题。"), name=_(_WORDS[PROBLEMS])
        )
        self.tables[PROBLEMS] = table
        self._problem = Text("", "body")
        self.skip = QCheckBox(_("跳过有错误的行，导入其余的（这次不核对谁离开了）"))
        self.skip.toggled.connect(self._on_skip_toggled)
        table.selection_changed.connect(self._on_problem_selected)
        part = QWidget()
        column = QVBoxLayout(part)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(SPACE.tight)
        column.addWidget(table, 1)
        column.addWidget(self._problem)
        column.addWidget(self.skip)
        return part

    def _show_counts(self) -> None:
        assert self.preview is not None
        changes, choices = self.preview.changes, self.choices
        leaving = choices.leaving(changes)
        self.tables[LEFT].model.set_rows(leaving)
        left = [person for person in leaving if person.id not in choices.staying]
        counts: dict[str, int] = {
            QUESTIONS: len(choices.open_questions(changes)),
            LEFT: len(left),
            DEPARTMENTS: len(changes.new_departments),
            PROBLEMS: len(self.preview.problems),
            RosterChange.SAME: len(changes.of(RosterChange.SAME)),
        }
        for change in _CHANGES:
            counts[change] = sum(entry.row.key not in choices.left_out for entry in changes.of(change))
        tones = {QUESTIONS: "warn", LEFT: "warn", PROBLEMS: "bad" if self.preview.errors else "warn"}
        needless = {QUESTIONS} if not changes.questions else set()
        needless |= {DEPARTMENTS} if not changes.new_departments else set()
        self.tiles.set_entries(
            [
                TileEntry(key, _(word), counts[key], tones.get(key, ""))
                for key, word in _WORDS.items()
                if key not in needless
            ]
        )

    def _on_tile_chosen(self, key: str) -> None:
        self._stack.setCurrentWidget(self._parts[key])

    def _on_choice_changed(self) -> None:
        self._show_counts()
        self.changed.emit()

    def _on_skip_toggled(self, skips: bool) -> None:
        if self.choices.skips_faulty is not skips:
            self.choices.skips_faulty = skips
            self._on_choice_changed()

    def _on_problem_selected(self) -> None:
        selected: list[Problem] = self.tables[PROBLEMS].selected
        self._problem.setText(selected[0].message if selected else "")
