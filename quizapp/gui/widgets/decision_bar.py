"""What becomes of two questions that say nearly the same: keep the old one, replace it, or have both."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QButtonGroup, QFrame, QRadioButton, QVBoxLayout, QWidget

from quizapp.gui.models.row_choices import Decision
from quizapp.gui.theme import SPACE, Theme
from quizapp.gui.widgets.button import Button
from quizapp.gui.widgets.folding_row import FoldingRow
from quizapp.gui.widgets.text import Text
from quizapp.i18n import N_, _

_WORDS = {
    Decision.KEEP: N_("保留原题"),
    Decision.REPLACE: N_("替换原题"),
    Decision.BOTH: N_("两题都要"),
}


def decision_word(decision: Decision) -> str:
    """A decision in a few words."""
    return _(_WORDS[decision])


class DecisionBar(QFrame):
    """`decided` when another one is chosen by the user, `all_wanted` when it is to hold for every one listed."""

    decided = Signal(object)
    all_wanted = Signal(object)

    def __init__(
        self, theme: Theme, *, offers_both: bool = True, all_word: str = "", parent: QWidget | None = None
    ) -> None:
        """`all_word` stands on the button that decides all the same; empty: there is none."""
        super().__init__(parent)
        self._group = QButtonGroup(self)
        offered = [one for one in Decision if offers_both or one is not Decision.BOTH]
        self.buttons = {decision: QRadioButton(decision_word(decision)) for decision in offered}
        self.note = Text("", "muted")
        self.note.hide()
        self.all_button = Button(theme, all_word, compact=True)
        if not all_word:
            self.all_button.hide()
        choices, row = FoldingRow(spacing=SPACE.tight), FoldingRow(spacing=SPACE.tight)
        for button in self.buttons.values():
            self._group.addButton(button)
            choices.add(button)
        row.add(choices, 1)
        row.add(self.all_button)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, SPACE.tight, 0)
        column.setSpacing(SPACE.tight)
        column.addWidget(self.note)
        column.addWidget(row)
        self._group.buttonClicked.connect(lambda _button: self.decided.emit(self.chosen))
        self.all_button.clicked.connect(lambda: self.all_wanted.emit(self.chosen))

    @property
    def chosen(self) -> Decision:
        """What is chosen."""
        return next((decision for decision, button in self.buttons.items() if button.isChecked()), Decision.BOTH)

    def show_decision(self, decision: Decision, *, may_replace: bool = True, note: str = "") -> None:
        """Show what was decided; `note` says why the old one cannot be replaced, or what that would mean."""
        if decision in self.buttons:
            self.buttons[decision].setChecked(True)
        self.buttons[Decision.REPLACE].setEnabled(may_replace or decision is Decision.REPLACE)
        self.note.setText(note)
        self.note.setVisible(bool(note))
