"""Options of a choice question to write, order, and tick as right: radio buttons for one right, boxes for several."""

from collections.abc import Mapping, Sequence
from types import MappingProxyType

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QButtonGroup, QCheckBox, QHBoxLayout, QLineEdit, QRadioButton, QVBoxLayout, QWidget

from quizapp.core.questions import MAX_OPTIONS, letter
from quizapp.gui.picture_source import PictureSource
from quizapp.gui.theme import SPACE, Theme
from quizapp.gui.widgets.button import Button
from quizapp.gui.widgets.icon_button import IconButton
from quizapp.gui.widgets.picture_view import PictureView
from quizapp.i18n import _

_LEAST = 2
_PICTURE_TARGETS = 1.6
_NONE: Mapping[int, str] = MappingProxyType({})
_Stand = tuple[str, bool, str]  # text, whether it is right, the digest of its picture
_STEPS = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}


class OptionsEditor(QWidget):
    """`texts`, `key` and `pictures` as they stand, in the order shown; `changed` after each edit by the user.

    `picture_wanted` carries the number of the option that is to get a picture.
    """

    changed = Signal()
    picture_wanted = Signal(int)

    def __init__(self, theme: Theme, source: PictureSource | None = None, *, parent: QWidget | None = None) -> None:
        """Without a `source` of pictures there are none."""
        super().__init__(parent)
        self._theme, self._source = theme, source
        self._is_multiple = False
        self._group = QButtonGroup(self)
        self.rows: list[OptionRow] = []
        self._rows = QVBoxLayout()
        self._rows.setSpacing(SPACE.tight)
        self.add_button = Button(theme, _("添加选项"), kind="quiet", icon="plus", compact=True)
        self.add_button.clicked.connect(self._on_add_clicked)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(SPACE.tight)
        column.addLayout(self._rows)
        column.addWidget(self.add_button, 0, Qt.AlignmentFlag.AlignLeft)
        self.show_options(("",) * 4, ())

    @property
    def texts(self) -> tuple[str, ...]:
        """The options as typed."""
        return tuple(row.text.text() for row in self.rows)

    @property
    def key(self) -> tuple[int, ...]:
        """The numbers of the options ticked as right, from 0."""
        return tuple(at for at, row in enumerate(self.rows) if row.tick.isChecked())

    @property
    def pictures(self) -> tuple[str, ...]:
        """The digest of each option's picture, empty where it has none."""
        return tuple(row.digest for row in self.rows)

    def show_options(self, texts: Sequence[str], key: Sequence[int], pictures: Mapping[int, str] = _NONE) -> None:
        """Show other options, with the digests of their pictures."""
        self._fill([(text, at in key, pictures.get(at, "")) for at, text in enumerate(texts)])

    def set_picture(self, at: int, digest: str) -> None:
        """Give an option a picture, or (an empty text) take it away."""
        self._fill([(*one[:2], digest if at == number else one[2]) for number, one in enumerate(self._stand())])
        self._focus(at, is_text=True)

    def set_multiple(self, is_multiple: bool) -> None:
        """Whether several may be right; what is ticked stays, as far as it may."""
        if is_multiple == self._is_multiple:
            return
        self._is_multiple = is_multiple
        first = self.key[:1]
        right = self.key if is_multiple else first
        self._fill([(text, at in right, digest) for at, (text, _is_right, digest) in enumerate(self._stand())])

    def _stand(self) -> list[_Stand]:
        return [(row.text.text(), row.tick.isChecked(), row.digest) for row in self.rows]

    def _fill(self, options: Sequence[_Stand]) -> None:
        options = [*options, *[("", False, "")] * (_LEAST - len(options))]
        while self.rows:
            row = self.rows.pop()
            self._group.removeButton(row.tick)
            self._rows.removeWidget(row)
            row.hide()
            row.deleteLater()
        for text, is_right, digest in options:
            self._add_row(text, is_right, digest)
        self._show_state()

    def _add_row(self, text: str, is_right: bool, digest: str = "") -> None:
        row = OptionRow(self._theme, len(self.rows), text, is_multiple=self._is_multiple)
        if self._source is not None:
            row.show_picture(digest, self._source)
            row.picture_wanted.connect(self.picture_wanted)
            row.picture_removed.connect(self._on_picture_removed)
        row.tick.setChecked(is_right)
        if not self._is_multiple:
            self._group.addButton(row.tick)
        self.rows.append(row)
        self._rows.addWidget(row)
        row.tick.toggled.connect(self._on_tick_toggled)
        row.text.textEdited.connect(self.changed)
        row.text.returnPressed.connect(self._on_return_pressed)
        row.moved.connect(self._on_row_moved)
        row.removed.connect(self._on_row_removed)

    def _show_state(self) -> None:
        last = len(self.rows) - 1
        for at, row in enumerate(self.rows):
            row.show_place(is_first=at == 0, is_last=at == last, may_go=len(self.rows) > _LEAST)
        self.add_button.setEnabled(len(self.rows) < MAX_OPTIONS)

    def _on_tick_toggled(self, is_on: bool) -> None:
        if is_on or self._is_multiple:  # of two radio buttons only the one that goes on tells
            self.changed.emit()

    def _on_add_clicked(self) -> None:
        self._add_row("", False)
        self._show_state()
        self.rows[-1].show()  # at once, so that it can take the focus
        self.rows[-1].text.setFocus(Qt.FocusReason.OtherFocusReason)
        self.changed.emit()

    def _on_return_pressed(self) -> None:
        """Enter leads to the next option, after the last one to a new one."""
        at = next(at for at, row in enumerate(self.rows) if row.text is self.sender())
        if at + 1 < len(self.rows):
            self.rows[at + 1].text.setFocus(Qt.FocusReason.TabFocusReason)
        elif self.add_button.isEnabled() and self.rows[at].text.text().strip():
            self._on_add_clicked()

    def _on_row_moved(self, at: int, step: int) -> None:
        to = at + step
        if not 0 <= to < len(self.rows):
            return
        options = self._stand()
        options[at], options[to] = options[to], options[at]
        had_text = self.rows[at].text.hasFocus()
        self._fill(options)
        self._focus(to, is_text=had_text, step=step)
        self.changed.emit()

    def _on_row_removed(self, at: int) -> None:
        options = self._stand()
        del options[at]
        self._fill(options)
        self._focus(min(at, len(self.rows) - 1), is_text=True)
        self.changed.emit()

    def _on_picture_removed(self, at: int) -> None:
        self.set_picture(at, "")
        self.changed.emit()

    def _focus(self, at: int, *, is_text: bool, step: int = 0) -> None:
        """Put the keyboard back to the option it was at, or to the button that moved it, to be pressed again."""
        row = self.rows[at]
        for one in self.rows:
            one.show()  # at once, so that one can take the focus
        button = row.up_button if step < 0 else row.down_button
        (row.text if is_text or not button.isEnabled() else button).setFocus(Qt.FocusReason.OtherFocusReason)


class OptionRow(QWidget):
    """One option: whether it is right, its letter, text and picture, and the buttons that move and remove it."""

    moved = Signal(int, int)
    removed = Signal(int)
    picture_wanted = Signal(int)
    picture_removed = Signal(int)

    def __init__(self, theme: Theme, at: int, text: str, *, is_multiple: bool) -> None:
        super().__init__()
        self._theme = theme
        self._at = at
        self.digest = ""
        self.picture: PictureView | None = None
        name = letter(at)
        self.tick = QCheckBox(name) if is_multiple else QRadioButton(name)
        self.tick.setAccessibleName(_("选项 {letter} 是正确答案").format(letter=name))
        self.text = QLineEdit(text)
        self.text.setAccessibleName(_("选项 {letter}").format(letter=name))
        self.up_button = IconButton(theme, "arrow-up", _("上移选项 {letter}").format(letter=name))
        self.down_button = IconButton(theme, "arrow-down", _("下移选项 {letter}").format(letter=name))
        self.remove_button = IconButton(theme, "trash", _("删去选项 {letter}").format(letter=name))
        self.up_button.clicked.connect(lambda: self.moved.emit(self._at, -1))
        self.down_button.clicked.connect(lambda: self.moved.emit(self._at, 1))
        self.remove_button.clicked.connect(lambda: self.removed.emit(self._at))
        self.picture_button = IconButton(theme, "image", _("给选项 {letter} 添加图片").format(letter=name))
        self.picture_button.clicked.connect(lambda: self.picture_wanted.emit(self._at))
        self.picture_button.hide()
        row = QHBoxLayout()
        row.setSpacing(0)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(SPACE.hair)
        self._column.addLayout(row)
        row.addWidget(self.tick)
        row.addWidget(self.text, 1)
        row.addSpacing(SPACE.tight)
        for button in (self.picture_button, self.up_button, self.down_button, self.remove_button):
            row.addWidget(button)
        theme.changed.connect(self._fit)
        self._fit()

    def show_picture(self, digest: str, source: PictureSource) -> None:
        """Show the picture below the text, and offer to take it away; without one, offer to add one."""
        self.digest = digest
        self.picture_button.setVisible(not digest)
        if not digest:
            return
        name = letter(self._at)
        view_name = _("选项 {letter} 的图片").format(letter=name)
        self.picture = PictureView(self._theme, source.picture(digest), view_name, targets_high=_PICTURE_TARGETS)
        self.no_picture_button = IconButton(self._theme, "trash", _("删去选项 {letter} 的图片").format(letter=name))
        self.no_picture_button.clicked.connect(lambda: self.picture_removed.emit(self._at))
        row = QHBoxLayout()
        row.setSpacing(SPACE.tight)
        row.addSpacing(self.tick.width())
        row.addWidget(self.picture)
        row.addWidget(self.no_picture_button)
        row.addStretch(1)
        self._column.addLayout(row)

    def show_place(self, *, is_first: bool, is_last: bool, may_go: bool) -> None:
        """Offer only the moves that lead somewhere."""
        self.up_button.setEnabled(not is_first)
        self.down_button.setEnabled(not is_last)
        self.remove_button.setEnabled(may_go)

    def _fit(self) -> None:
        """All letters take the same room, whatever they are."""
        self.tick.setFixedWidth(self._theme.tick_side + self._theme.letters(1) + SPACE.wide)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        step = _STEPS.get(Qt.Key(event.key()), 0)
        if step and event.modifiers() & Qt.KeyboardModifier.AltModifier:
            self.moved.emit(self._at, step)
        else:
            super().keyPressEvent(event)
