"""The organiser's side: navigation with words at the left, the page at the right, made when first wanted."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QApplication, QButtonGroup, QFrame, QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from quizapp.gui.page import Page
from quizapp.gui.theme import SPACE, Theme
from quizapp.gui.widgets.button import Button
from quizapp.gui.widgets.seal import Seal
from quizapp.gui.widgets.text import Text
from quizapp.i18n import _

_SIDE_IN_LETTERS = 13


@dataclass(frozen=True, slots=True)
class NavEntry:
    """One word of the navigation and the page it leads to."""

    key: str
    label: str
    icon: str
    factory: Callable[[], Page]


class OrganiserShell(Page):
    """`go(key)` changes the page, asking the present one first. `signed_out` when the organiser leaves."""

    signed_out = Signal()
    page_changed = Signal(str)

    def __init__(self, theme: Theme, pages: Sequence[NavEntry], *, who: str, foot: QWidget | None = None) -> None:
        """`foot` stands above the way out: the button for the appearance."""
        super().__init__()
        self._theme = theme
        self._entries = {entry.key: entry for entry in pages}
        self._made: dict[str, Page] = {}
        self._buttons: dict[str, Button] = {}
        self._stack = QStackedWidget()
        self.current = ""
        self._build(who, foot)
        theme.changed.connect(self._fit)
        self._fit()

    def page(self, key: str) -> Page:
        """The page of a key, made now if it was not yet."""
        if key not in self._made:
            self._made[key] = self._entries[key].factory()
            self._stack.addWidget(self._made[key])
        return self._made[key]

    def go(self, key: str) -> bool:
        """Show another page; False if the present one refused to be left."""
        if key == self.current:
            return True
        if self.current and not self.leave():
            self._buttons[self.current].setChecked(True)
            return False
        page = self.page(key)
        self.current = key
        self._stack.setCurrentWidget(page)
        self._buttons[key].setChecked(True)
        page.enter()
        focused = QApplication.focusWidget()
        if focused is None or not page.isAncestorOf(focused):  # the ring stands where the user is
            self._buttons[key].setFocus(Qt.FocusReason.OtherFocusReason)
        self.page_changed.emit(key)
        return True

    def enter(self) -> None:
        """Show the first page, or look up the present one again."""
        if self.current:
            self._made[self.current].enter()
        else:
            self.go(next(iter(self._entries)))

    def leave(self) -> bool:
        """What the present page says."""
        return not self.current or self._made[self.current].leave()

    def _build(self, who: str, foot: QWidget | None) -> None:
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        self._side = QFrame()
        self._side.setProperty("surface", "side")
        column = QVBoxLayout(self._side)
        column.setContentsMargins(SPACE.snug, SPACE.wide, SPACE.snug, SPACE.normal)
        column.setSpacing(SPACE.hair)
        column.addLayout(self._head())
        column.addSpacing(SPACE.wide)
        self._add_entries(column)
        column.addStretch(1)
        signed_in = Text(who, "small")
        signed_in.setContentsMargins(SPACE.snug, 0, 0, 0)  # as the words of the navigation
        column.addWidget(signed_in)
        if foot:
            column.addWidget(foot)
        leave = Button(self._theme, _("退出登录"), kind="nav", icon="sign-out")
        leave.clicked.connect(self._on_leave_clicked)
        column.addWidget(leave)
        row.addWidget(self._side)
        row.addWidget(self._stack, 1)

    def _head(self) -> QHBoxLayout:
        head = QHBoxLayout()
        head.setContentsMargins(SPACE.tight, 0, 0, 0)
        head.setSpacing(SPACE.snug)
        head.addWidget(Seal(self._theme), 0, Qt.AlignmentFlag.AlignVCenter)
        head.addWidget(Text(_("月度测试"), "title"), 1)
        return head

    def _add_entries(self, column: QVBoxLayout) -> None:
        group = QButtonGroup(self)
        for key, entry in self._entries.items():
            button = Button(self._theme, entry.label, kind="nav", icon=entry.icon)
            button.setCheckable(True)
            button.clicked.connect(lambda _checked=False, key=key: self.go(key))
            group.addButton(button)
            self._buttons[key] = button
            column.addWidget(button)

    def _fit(self) -> None:
        self._side.setFixedWidth(self._theme.letters(_SIDE_IN_LETTERS))

    def _on_leave_clicked(self) -> None:
        if self.leave():
            self.signed_out.emit()

    def side(self) -> QWidget:
        """The navigation, for those who measure it."""
        return self._side
