"""The dialog in which minutes are added: how many, why, and whether the test ends later so that nobody is cut short."""

from collections.abc import Iterable, Sequence
from datetime import datetime

from PySide6.QtWidgets import QCheckBox, QWidget

from quizapp.core.hall import Seat, cut_short, end_needed
from quizapp.gui.dialogs import Box
from quizapp.gui.hall_words import day_time, names_text
from quizapp.gui.theme import Theme
from quizapp.gui.widgets.choice import Choice
from quizapp.gui.widgets.field import Field
from quizapp.gui.widgets.number_field import NumberField
from quizapp.gui.widgets.text import Text
from quizapp.i18n import _
from quizapp.services.granting import MoreTime

_MOST = 600


class MoreTimeBox(Box):
    """`minutes` and `more` are what was decided once `exec` returned Accepted."""

    def __init__(
        self,
        theme: Theme,
        parent: QWidget | None,
        *,
        title: str,
        text: str,
        action: str,
        seats: Sequence[Seat],
        closes_at: datetime,
        minutes: int,
        may_move: bool,
        least: int = 1,
        reasons: Iterable[str] = (),
    ) -> None:
        super().__init__(theme, parent, title=title, text=text)
        self._seats, self._closes_at, self._may_move = seats, closes_at, may_move
        self.number = NumberField(minutes, least=least, most=_MOST, unit=_("分钟"))
        self.reason = Choice([(reason, reason) for reason in reasons])
        self.reason.setEditable(True)
        self.reason.setCurrentIndex(-1)
        self.reason.lineEdit().setPlaceholderText(_("选择或填写原因"))
        self.warning = Text("", "body", tone="warn")
        self.moves = QCheckBox()
        self.column.addWidget(Field(_("加时"), self.number))
        self.column.addWidget(Field(_("原因"), self.reason, hint=_("记入日志和每个人的作答经过。"), required=True))
        self.column.addWidget(self.warning)
        self.column.addWidget(self.moves)
        self.action_button = self.button(action, "primary", self.accept)
        self.add_buttons(self.button(_("返回"), "secondary", self.reject), self.action_button)
        self.action_button.setDefault(True)
        self.number.valueChanged.connect(self._refresh)
        self.reason.editTextChanged.connect(self._refresh)
        self._refresh()
        self.number.setFocus()
        self.number.selectAll()

    @property
    def minutes(self) -> int:
        """How many minutes."""
        return self.number.value()

    @property
    def more(self) -> MoreTime:
        """Why, and whether the window's end moves."""
        return MoreTime(self.reason.currentText().strip(), moves_window=self._is_cut and self.moves.isChecked())

    def _refresh(self) -> None:
        """Say whom the window's end would cut short; whoever may not move it asks somebody who may."""
        cut = cut_short(self._seats, self.minutes, self._closes_at)
        self._is_cut = bool(cut)
        self.action_button.setEnabled(bool(self.reason.currentText().strip()))
        self.warning.setVisible(self._is_cut)
        self.moves.setVisible(self._is_cut and self._may_move)
        if not cut:
            return
        end = day_time(self._closes_at)
        names = names_text([seat.name for seat in cut])
        lines = [_("考试 {end} 结束，{names}用不满这些时间。").format(end=end, names=names)]
        if not self._may_move:
            lines.append(_("需要延后结束时间的，请联系全局管理员。"))
        self.warning.setText("\n".join(lines))
        needed = day_time(end_needed(self._seats, self.minutes))
        self.moves.setText(_("同时把考试结束时间延后到 {end}").format(end=needed))
