"""After an import of people: what was done, and what may come next."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QVBoxLayout, QWidget

from quizapp.gui.theme import SPACE, Theme
from quizapp.gui.widgets.button import Button
from quizapp.gui.widgets.text import Text
from quizapp.gui.widgets.tile import TileRow
from quizapp.i18n import _, _n
from quizapp.services.people import RosterImported


class RosterDone(QWidget):
    """`went_back` to the roster, `went_to` carries the key of another page."""

    went_back = Signal()
    went_to = Signal(str)

    def __init__(self, theme: Theme, *, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._mark = QLabel()
        self.skipped = Text("", tone="warn")
        self.tiles = TileRow([_("新增"), _("调动"), _("改名"), _("变化"), _("离开"), _("不变")])
        self.people_button = Button(theme, _("查看人员"), kind="primary", icon="users")
        self.bank_button = Button(theme, _("导入题库"), icon="books")
        self.exam_button = Button(theme, _("设置考试"), icon="clipboard-text")
        self._build()
        self.people_button.clicked.connect(self.went_back)
        self.bank_button.clicked.connect(lambda: self.went_to.emit("banks"))
        self.exam_button.clicked.connect(lambda: self.went_to.emit("exams"))
        theme.changed.connect(self._refresh)
        self._refresh()

    def show_imported(self, imported: RosterImported, *, errors: int = 0) -> None:
        """Say what was done; `errors` in the file whose rows were skipped."""
        words = _n("文件里有 {count} 处错误，那些行没有导入。", "文件里有 {count} 处错误，那些行没有导入。", errors)
        self.skipped.setText(words.format(count=errors))
        self.skipped.setVisible(errors > 0)
        counts = (imported.new, imported.moved, imported.renamed, imported.changed, imported.left, imported.same)
        for tile, count in zip(self.tiles.tiles, counts, strict=True):
            tile.set_figure(f"{count:,}")
        self.people_button.setFocus(Qt.FocusReason.OtherFocusReason)

    def _build(self) -> None:
        middle = Qt.AlignmentFlag.AlignHCenter
        column = QVBoxLayout(self)
        column.setContentsMargins(0, SPACE.wide, 0, 0)
        column.setSpacing(SPACE.tight)
        column.addWidget(self._mark, 0, middle)
        column.addWidget(Text(_("名单已导入"), "title", wraps=False), 0, middle)
        told = Text(_("没有删除任何人：离开的人保留全部记录，随时可以恢复。"), "muted")
        told.setAlignment(middle)
        column.addWidget(told)
        self.skipped.setAlignment(middle)
        column.addWidget(self.skipped)
        column.addSpacing(SPACE.normal)
        column.addWidget(self.tiles)
        column.addSpacing(SPACE.wide)
        row = QHBoxLayout()
        row.setSpacing(SPACE.snug)
        row.addStretch(1)
        for button in (self.exam_button, self.bank_button, self.people_button):
            row.addWidget(button)
        row.addStretch(1)
        column.addLayout(row)
        column.addStretch(1)

    def _refresh(self) -> None:
        side = round(self._theme.sizes.body * 4)
        self._mark.setPixmap(self._theme.icon("check-circle", "good").pixmap(side, side))
