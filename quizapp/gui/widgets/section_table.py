"""The sections of a blueprint, a row each: kind, category, difficulty, how many, points each; added, moved, removed."""

from collections.abc import Callable, Sequence
from dataclasses import replace

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QGridLayout, QMenu, QVBoxLayout, QWidget

from quizapp.core.papers import Section
from quizapp.core.points import POINT
from quizapp.core.questions import Kind
from quizapp.gui.theme import SPACE, Theme
from quizapp.gui.widgets.button import Button
from quizapp.gui.widgets.section_row import SectionRow
from quizapp.gui.widgets.text import Text
from quizapp.i18n import _

_CATEGORY_COLUMN = 1
_NEW = Section(Kind.SINGLE, 5, 2 * POINT)


class SectionTable(QWidget):
    """`sections` as they stand; `changed` after each edit. Alt and arrows move a row, Ctrl+D doubles it."""

    changed = Signal()

    def __init__(self, theme: Theme, *, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._categories: tuple[str, ...] = ()
        self._menu_row: int | None = None
        self.rows: list[SectionRow] = []
        self.add_button = Button(theme, _("增加题型"), icon="plus", compact=True)
        self.add_button.clicked.connect(self._on_add_clicked)
        self._grid = QGridLayout()
        self._grid.setVerticalSpacing(SPACE.tight)
        self._grid.setColumnStretch(_CATEGORY_COLUMN, 1)
        for at, heading in enumerate((_("题型"), _("分类"), _("难度"), _("题数"), _("每题分值"), _("小计"))):
            self._grid.addWidget(Text(heading, "small", wraps=False), 0, at)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(SPACE.tight)
        column.addLayout(self._grid)
        column.addWidget(self.add_button, 0, Qt.AlignmentFlag.AlignLeft)
        self._actions = self._make_actions()
        theme.changed.connect(self._fit)
        self._fit()

    @property
    def sections(self) -> tuple[Section, ...]:
        """The sections as they stand."""
        return tuple(row.section for row in self.rows)

    def show_sections(self, sections: Sequence[Section]) -> None:
        """Show other sections; nobody is told."""
        while len(self.rows) > len(sections):
            self.rows.pop().take_off()
        while len(self.rows) < len(sections):
            self._append_row(sections[len(self.rows)])
        for row, section in zip(self.rows, sections, strict=True):
            row.show_section(section)

    def set_categories(self, categories: Sequence[str]) -> None:
        """Offer these categories in every row."""
        self._categories = tuple(categories)
        for row in self.rows:
            row.set_categories(self._categories)

    def menu_of(self, row: int) -> QMenu:
        """What can be done with a row; the caller lets the menu go."""
        self._menu_row = row
        menu = QMenu(self)
        menu.addActions(self._actions)
        self._actions[0].setEnabled(row > 0)
        self._actions[1].setEnabled(row < len(self.rows) - 1)
        return menu

    def _fit(self) -> None:
        self._grid.setHorizontalSpacing(SPACE.hair if self._theme.size == "extra" else SPACE.tight)

    def _append_row(self, section: Section) -> None:
        row = SectionRow(self._theme, section, self._categories)
        row.changed.connect(self.changed)
        row.removed.connect(self._on_row_removed)
        row.menu_wanted.connect(self._on_row_menu_wanted)
        row.put_into(self._grid, len(self.rows) + 1)
        self.rows.append(row)

    def _make_actions(self) -> list[QAction]:
        """Moving, doubling and removing: by a row's menu, and by keys in the row that has the focus."""
        delete = f"Ctrl+{QKeySequence(Qt.Key.Key_Delete).toString()}"
        wanted: tuple[tuple[str, str, Callable[[int], None]], ...] = (
            (_("上移"), "Alt+Up", lambda row: self._move(row, -1)),
            (_("下移"), "Alt+Down", lambda row: self._move(row, 1)),
            (_("复制"), "Ctrl+D", self._duplicate),
            (_("删除"), delete, self._remove),
        )
        actions = []
        for word, keys, act in wanted:
            action = QAction(word, self)
            action.setShortcut(QKeySequence(keys))
            action.setShortcutContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            action.triggered.connect(lambda _checked=False, act=act: self._act(act))
            actions.append(action)
        self.addActions(actions)
        return actions

    def _act(self, act: Callable[[int], None]) -> None:
        """Act on the row whose menu is open, else on the one with the focus."""
        focused = next((at for at, row in enumerate(self.rows) if row.has_focus), None)
        row, self._menu_row = (focused if self._menu_row is None else self._menu_row), None
        for action in self._actions:
            action.setEnabled(True)
        if row is not None and row < len(self.rows):
            act(row)

    def _move(self, row: int, step: int) -> None:
        sections = list(self.sections)
        if 0 <= row + step < len(sections):
            sections.insert(row + step, sections.pop(row))
            self._put(sections, row + step)

    def _duplicate(self, row: int) -> None:
        sections = list(self.sections)
        sections.insert(row + 1, replace(sections[row]))
        self._put(sections, row + 1)

    def _remove(self, row: int) -> None:
        sections = list(self.sections)
        del sections[row]
        self._put(sections, min(row, len(sections) - 1))

    def _put(self, sections: Sequence[Section], focused: int) -> None:
        self.show_sections(sections)
        if focused >= 0:
            self.rows[focused].kind.setFocus(Qt.FocusReason.OtherFocusReason)
        else:
            self.add_button.setFocus(Qt.FocusReason.OtherFocusReason)
        self.changed.emit()

    def _on_add_clicked(self) -> None:
        used = {section.kind for section in self.sections}
        kind = next((one for one in (Kind.SINGLE, Kind.TRUE_FALSE, Kind.MULTIPLE) if one not in used), Kind.SINGLE)
        self._put([*self.sections, replace(_NEW, kind=kind)], len(self.rows))

    def _on_row_removed(self, row: SectionRow) -> None:
        self._remove(self.rows.index(row))

    def _on_row_menu_wanted(self, row: SectionRow) -> None:
        menu = self.menu_of(self.rows.index(row))
        menu.aboutToHide.connect(menu.deleteLater)
        menu.popup(row.menu_button.mapToGlobal(row.menu_button.rect().bottomLeft()))
