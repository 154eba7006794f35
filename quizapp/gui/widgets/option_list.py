"""The options of one question, one below the other: which are chosen, by mouse or by key.

A click on a picture chooses its option like a click on its words; a button beside the card shows it large.
"""

from collections.abc import Mapping, Sequence
from types import MappingProxyType

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QWidget

from quizapp.gui.picture_source import ShownPicture
from quizapp.gui.theme import SPACE, Theme
from quizapp.gui.widgets.option_card import MultipleOptionCard, SingleOptionCard
from quizapp.gui.widgets.zoom_button import ZoomButton
from quizapp.i18n import _

LETTERS = "ABCDEFGH"
_NO_PICTURES: Mapping[int, ShownPicture] = MappingProxyType({})


class OptionList(QWidget):
    """`choice_changed` carries the indexes chosen by the user, ascending; `set_chosen` is silent."""

    choice_changed = Signal(tuple)

    def __init__(self, theme: Theme, *, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._is_multiple = False
        self.cards: list[SingleOptionCard | MultipleOptionCard] = []
        self.zoom_buttons: dict[int, ZoomButton] = {}
        self._rows: list[QWidget] = []
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setSpacing(SPACE.snug)

    @property
    def chosen(self) -> tuple[int, ...]:
        """The indexes chosen, ascending."""
        return tuple(at for at, card in enumerate(self.cards) if card.isChecked())

    def set_options(
        self,
        texts: Sequence[str],
        *,
        multiple: bool,
        letters: Sequence[str] = LETTERS,
        chosen: Sequence[int] = (),
        pictures: Mapping[int, ShownPicture] = _NO_PICTURES,
        is_wide: bool = False,
    ) -> None:
        """Show other options; for true/false give `letters` "√×". `is_wide`: room for two pictures side by side."""
        for row in self._rows:
            self._grid.removeWidget(row)
            row.hide()
            row.deleteLater()
        self._is_multiple = multiple
        kind = MultipleOptionCard if multiple else SingleOptionCard
        pairs = enumerate(zip(letters, texts, strict=False))
        self.cards = [kind(self._theme, letter, text, pictures.get(at)) for at, (letter, text) in pairs]
        self.zoom_buttons = {}
        are_pictures = len(pictures) == len(texts) and not any(texts)
        columns = 2 if is_wide and are_pictures else 1
        self._grid.setColumnStretch(1, columns - 1)
        self._grid.setColumnStretch(0, 1)
        self._rows = [self._row(at, card) for at, card in enumerate(self.cards)]
        for at, card in enumerate(self.cards):
            self._grid.addWidget(self._rows[at], at // columns, at % columns)
            self._rows[at].show()
            card.show()  # at once, so that it can take the focus; the layout alone would show it later
            card.setChecked(at in chosen)
            card.clicked.connect(lambda _checked=False, at=at: self._on_card_clicked(at))

    def _row(self, at: int, card: SingleOptionCard | MultipleOptionCard) -> QWidget:
        """A card, with a button to show its picture large where it has one."""
        if card.picture is None:
            return card
        action = _("放大选项 {letter} 的图片").format(letter=card.letter)
        name = _("选项 {letter} 的图片").format(letter=card.letter)
        button = self.zoom_buttons[at] = ZoomButton(self._theme, card.picture, action=action, name=name)
        row = QWidget()
        line = QHBoxLayout(row)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(SPACE.hair)
        line.addWidget(card, 1)
        line.addWidget(button)
        return row

    def set_chosen(self, chosen: Sequence[int]) -> None:
        """Show a choice that was made elsewhere."""
        for at, card in enumerate(self.cards):
            card.setAutoExclusive(False)  # else the last one checked cannot be unchecked
            card.setChecked(at in chosen)
        for card in self.cards:
            card.setAutoExclusive(not self._is_multiple)

    def set_locked(self, locked: bool) -> None:
        """Whether the choice can no longer be changed."""
        for card in self.cards:
            card.setEnabled(not locked)

    def press(self, key: int) -> bool:
        """Choose by key: A–H or 1–8; False if the key means no option here."""
        for first in (Qt.Key.Key_A, Qt.Key.Key_1):
            at = key - int(first)
            if 0 <= at < min(len(self.cards), len(LETTERS)):
                self.cards[at].setFocus(Qt.FocusReason.ShortcutFocusReason)
                self.cards[at].click()
                return True
        return False

    def keyPressEvent(self, event: QKeyEvent) -> None:
        step = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}.get(Qt.Key(event.key()), 0)
        at = next((at for at, card in enumerate(self.cards) if card.hasFocus()), None)
        if at is None or not step:
            super().keyPressEvent(event)
        elif 0 <= at + step < len(self.cards):
            self.cards[at + step].setFocus(Qt.FocusReason.TabFocusReason)

    def _on_card_clicked(self, at: int) -> None:
        if not self._is_multiple:
            self.set_chosen((at,))
        self.choice_changed.emit(self.chosen)
