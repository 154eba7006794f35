"""What can be done with the people selected, below their table."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QHBoxLayout, QMenu, QWidget

from quizapp.core.people import Person
from quizapp.core.roster import RosterField
from quizapp.gui.theme import SPACE, Theme
from quizapp.gui.widgets.button import Button
from quizapp.gui.widgets.text import Text
from quizapp.i18n import _, _n


class PeopleFoot(QWidget):
    """`switch_wanted` carries which of the three switches, and whether it is to be on."""

    edit_wanted = Signal()
    pin_wanted = Signal()
    no_pin_wanted = Signal()
    switch_wanted = Signal(object, bool)
    left_wanted = Signal(bool)

    def __init__(self, theme: Theme, *, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._people: Sequence[Person] = ()
        self._hint = Text("", "small")
        self.edit_button = Button(theme, _("修改"), icon="pencil-simple")
        self.pin_button = Button(theme, _("重设登录码"), icon="key")
        self.more_button = Button(theme, _("设置开关"), icon="sliders-horizontal")
        self.left_button = Button(theme, _("标记离开"))
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(SPACE.snug)
        row.addWidget(self._hint, 1)
        for button in (self.edit_button, self.pin_button, self.more_button, self.left_button):
            row.addWidget(button)
        self.edit_button.clicked.connect(self.edit_wanted)
        self.pin_button.clicked.connect(self.pin_wanted)
        self.more_button.clicked.connect(self._on_more_clicked)
        self.left_button.clicked.connect(self._on_left_clicked)
        self.show_selection(())

    @property
    def hint(self) -> str:
        """What is said about the selection."""
        return self._hint.text()

    def show_selection(self, people: Sequence[Person]) -> None:
        """Offer what can be done with these people."""
        self._people = tuple(people)
        count = len(people)
        words = _n("选中 {count} 人。", "选中 {count} 人。", count).format(count=count)
        self._hint.setText(words if count else _("先选中人员；按住 Ctrl 或 Shift 可以选多位。"))
        is_here = any(person.is_active for person in people)
        self.edit_button.setEnabled(count == 1)
        self.pin_button.setEnabled(count == 1 and is_here)
        self.more_button.setEnabled(count > 0)
        self.left_button.setEnabled(count > 0)
        self.left_button.setText(_("标记离开") if is_here or not count else _("恢复在册"))

    def menu_now(self) -> QMenu:
        """The switches of those selected, each to be set or taken away; the caller lets it go."""
        menu = QMenu(self)
        for field, on_word, off_word in (
            (RosterField.TAKES_TESTS, _("参加测试"), _("不参加测试")),
            (RosterField.COUNTS, _("计入统计"), _("不计入统计")),
            (RosterField.IS_RANKED, _("参与排名"), _("不参与排名")),
        ):
            self._add_switch(menu, field, on_word, True)
            self._add_switch(menu, field, off_word, False)
            menu.addSeparator()
        no_pin = QAction(_("取消登录码"), menu)
        no_pin.setEnabled(any(person.has_pin for person in self._people))
        no_pin.triggered.connect(lambda _checked=False: self.no_pin_wanted.emit())
        menu.addAction(no_pin)
        return menu

    def _add_switch(self, menu: QMenu, field: RosterField, word: str, is_on: bool) -> None:
        """An entry that can be pressed where it changes somebody."""
        action = QAction(word, menu)
        action.setEnabled(any(getattr(person, field) is not is_on for person in self._people))
        action.triggered.connect(lambda _checked=False: self.switch_wanted.emit(field, is_on))
        menu.addAction(action)

    def _on_more_clicked(self) -> None:
        menu = self.menu_now()
        menu.aboutToHide.connect(menu.deleteLater)
        menu.popup(self.more_button.mapToGlobal(self.more_button.rect().topLeft() - menu.rect().bottomLeft()))

    def _on_left_clicked(self) -> None:
        self.left_wanted.emit(any(person.is_active for person in self._people))
