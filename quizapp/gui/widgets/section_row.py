"""One section of a blueprint as a row of controls in a grid."""

from collections.abc import Sequence

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtWidgets import QGridLayout, QWidget

from quizapp.core.papers import AUTOMATIC_KINDS, Section
from quizapp.core.points import POINT, points_text
from quizapp.core.questions import Difficulty
from quizapp.gui.theme import SPACE, Theme
from quizapp.gui.widgets.choice import Choice
from quizapp.gui.widgets.icon_button import IconButton
from quizapp.gui.widgets.number_field import NumberField
from quizapp.gui.widgets.points_field import PointsField
from quizapp.gui.widgets.text import Text
from quizapp.i18n import _

_LETTERS = ((3.2, 4.9), (2.2, 3), (2, 2), (2, 2))  # at least and at most, of kind, difficulty, count and points
_MOST_QUESTIONS = 500
_MOST_POINTS = 100 * POINT


class SectionRow(QObject):
    """`section` as the controls say; `changed` after each edit; `removed` and `menu_wanted` carry the row itself."""

    changed = Signal()
    removed = Signal(object)
    menu_wanted = Signal(object)

    def __init__(self, theme: Theme, section: Section, categories: Sequence[str]) -> None:
        super().__init__()
        self._theme = theme
        self._categories = tuple(categories)
        self.kind = Choice([(kind.label, kind) for kind in AUTOMATIC_KINDS])
        self.category = Choice()
        levels = (Difficulty.EASY, Difficulty.MEDIUM, Difficulty.HARD)
        self.difficulty = Choice([(_("不限"), None), *((level.label, level) for level in levels)])
        self.count = NumberField(most=_MOST_QUESTIONS)
        self.points = PointsField(most=_MOST_POINTS)
        self.subtotal = Text("", wraps=False)
        self.remove_button = IconButton(theme, "trash", _("删除这一行"))
        self.menu_button = IconButton(theme, "dots-three-outline", _("上移、下移、复制、删除"))
        names = (_("题型"), _("分类"), _("难度"), _("题数"), _("每题分值"))
        for control, name in zip(self._controls[:5], names, strict=True):
            control.setAccessibleName(name)
        self.category.setMinimumContentsLength(1)  # a long name is cut here and read in the list
        self.category.setSizeAdjustPolicy(Choice.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.show_section(section)
        self._connect()

    @property
    def section(self) -> Section:
        """The section as it stands."""
        return Section(
            kind=self.kind.chosen,
            count=self.count.value(),
            points=self.points.points,
            category=self.category.chosen,
            difficulty=self.difficulty.chosen,
        )

    @property
    def has_focus(self) -> bool:
        """Whether one of its controls has the keyboard."""
        return any(control.hasFocus() for control in self._controls)

    @property
    def _controls(self) -> tuple[QWidget, ...]:
        return (
            self.kind,
            self.category,
            self.difficulty,
            self.count,
            self.points,
            self.subtotal,
            self.remove_button,
            self.menu_button,
        )

    def show_section(self, section: Section) -> None:
        """Show another section; nobody is told."""
        was_blocked = self.blockSignals(True)
        self.kind.choose(section.kind)
        self._offer_categories(section.category)
        self.category.choose(section.category)
        self.difficulty.choose(section.difficulty)
        self.count.setValue(section.count)
        self.points.set_points(section.points)
        self._show_subtotal()
        self.blockSignals(was_blocked)

    def set_categories(self, categories: Sequence[str]) -> None:
        """Offer other categories; the one chosen stays, even if no bank has it any more."""
        self._categories = tuple(categories)
        was_blocked = self.blockSignals(True)
        self._offer_categories(self.category.chosen)
        self.blockSignals(was_blocked)

    def put_into(self, grid: QGridLayout, row: int) -> None:
        """Stand in a row of the grid."""
        for at, control in enumerate(self._controls):
            grid.addWidget(control, row, at, Qt.AlignmentFlag.AlignVCenter)
        self._fit()

    def take_off(self) -> None:
        """Leave the grid for good."""
        for control in self._controls:
            control.hide()
            control.deleteLater()
        self.deleteLater()

    def _offer_categories(self, chosen: str | None) -> None:
        listed = [*self._categories]
        if chosen is not None and chosen not in listed:
            listed.append(chosen)
        self.category.set_entries([(_("不限"), None), *((name, name) for name in listed)])

    def _connect(self) -> None:
        for choice in (self.kind, self.category, self.difficulty):
            choice.value_changed.connect(self._on_control_changed)
        self.count.valueChanged.connect(self._on_control_changed)
        self.points.valueChanged.connect(self._on_control_changed)
        self.remove_button.clicked.connect(self._on_remove_button_clicked)
        self.menu_button.clicked.connect(self._on_menu_button_clicked)
        self._theme.changed.connect(self._fit)

    def _fit(self) -> None:
        """At the largest text there is room for one button; its menu removes as well."""
        self.remove_button.setVisible(self._theme.size != "extra")
        frame = 2 * SPACE.snug + self._theme.sizes.row
        controls = (self.kind, self.difficulty, self.count, self.points)
        for control, (least, most) in zip(controls, _LETTERS, strict=True):
            wanted = control.sizeHint().width()
            narrowest, widest = (self._theme.letters(letters) + frame for letters in (least, most))
            control.setFixedWidth(max(narrowest, min(wanted, widest)))
        self.subtotal.setMinimumWidth(self._theme.letters(2))

    def _show_subtotal(self) -> None:
        self.subtotal.setText(points_text(self.count.value() * self.points.points))

    def _on_control_changed(self) -> None:
        self._show_subtotal()
        self.changed.emit()

    def _on_remove_button_clicked(self) -> None:
        self.removed.emit(self)

    def _on_menu_button_clicked(self) -> None:
        self.menu_wanted.emit(self)
