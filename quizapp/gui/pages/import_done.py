"""The last step of an import: what was written, and the way on or back."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QVBoxLayout, QWidget

from quizapp.gui.theme import SPACE, Theme
from quizapp.gui.widgets.button import Button
from quizapp.gui.widgets.card import Card
from quizapp.gui.widgets.text import Text
from quizapp.i18n import _, _n
from quizapp.services.banks import Batch

_CARD_LETTERS = 38


class ImportDone(QWidget):
    """`questions_wanted`, `undo_wanted`, `again_wanted` by its three buttons."""

    questions_wanted = Signal()
    undo_wanted = Signal()
    again_wanted = Signal()

    def __init__(self, theme: Theme, *, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._icon = "check-circle"
        self._ink = "good"
        self._mark = QLabel()
        self._title = Text("", "heading", wraps=False)
        self._text = Text("", "body")
        self._text.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        self.undo_button = Button(theme, _("撤销这次导入"), kind="danger", icon="arrow-counter-clockwise")
        self.again_button = Button(theme, _("再导入一个文件"))
        self.questions_button = Button(theme, _("看题目"), kind="primary", icon="books")
        self.undo_button.clicked.connect(self.undo_wanted)
        self.again_button.clicked.connect(self.again_wanted)
        self.questions_button.clicked.connect(self.questions_wanted)
        self._build()
        theme.changed.connect(self._refresh)
        self._refresh()

    def show_batch(self, batch: Batch, faulty: int) -> None:
        """Say what was written, and what was not."""
        self._icon, self._ink = "check-circle", "good"
        self._title.setText(_("已导入“{bank}”").format(bank=batch.bank_name))
        if batch.new and batch.changed:
            words = _("新增 {new} 道题，更新 {changed} 道题。")
        else:
            words = _("新增 {new} 道题。") if batch.new else _("更新 {changed} 道题。")
        lines = [words.format(new=batch.new, changed=batch.changed)]
        if batch.replaced:
            words = _n("其中 {count} 道替换了原题。", "其中 {count} 道替换了原题。", batch.replaced)
            lines.append(words.format(count=batch.replaced))
        if batch.in_review:
            words = _n(
                "{count} 道待审核：在题库中审核通过后才会抽到。",
                "{count} 道待审核：在题库中审核通过后才会抽到。",
                batch.in_review,
            )
            lines.append(words.format(count=batch.in_review))
        if faulty:
            lines.append(_("有错误的 {faulty} 行没有导入，改正后可以再导入一次。").format(faulty=faulty))
        self._text.setText("\n".join(lines))
        self.undo_button.setVisible(batch.may_undo)
        self.set_busy(False)
        self._refresh()
        self.questions_button.setFocus(Qt.FocusReason.OtherFocusReason)

    def show_undone(self, batch: Batch) -> None:
        """Say that all is as it was."""
        self._icon, self._ink = "arrow-counter-clockwise", "muted"
        self._title.setText(_("导入已撤销"))
        self._text.setText(_("“{bank}”和这次导入之前一样。").format(bank=batch.bank_name))
        self.undo_button.hide()
        self.set_busy(False)
        self._refresh()
        self.again_button.setFocus(Qt.FocusReason.OtherFocusReason)

    def set_busy(self, is_busy: bool) -> None:
        """Whether the import is just being taken back."""
        for button in (self.undo_button, self.again_button, self.questions_button):
            button.setEnabled(not is_busy)

    def _build(self) -> None:
        middle = Qt.AlignmentFlag.AlignHCenter
        self._card = card = Card()
        card.body.setContentsMargins(SPACE.broad, SPACE.vast, SPACE.broad, SPACE.vast)
        card.body.setSpacing(SPACE.normal)
        row = QHBoxLayout()
        row.setSpacing(SPACE.snug)
        row.addStretch(1)
        for button in (self.undo_button, self.again_button, self.questions_button):
            row.addWidget(button)
        row.addStretch(1)
        card.body.addWidget(self._mark, 0, middle)
        card.body.addWidget(self._title, 0, middle)
        card.body.addWidget(self._text)
        card.body.addSpacing(SPACE.normal)
        card.body.addLayout(row)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addStretch(1)
        column.addWidget(card, 0, middle)
        column.addStretch(2)

    def _refresh(self) -> None:
        self._card.setFixedWidth(self._theme.letters(_CARD_LETTERS))
        side = round(self._theme.sizes.body * 4.5)
        self._mark.setPixmap(self._theme.icon(self._icon, self._ink).pixmap(side, side))
