"""A short list of what is to be done, what is done already ticked off."""

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QLabel, QVBoxLayout

from quizapp.gui.theme import SPACE, Theme
from quizapp.gui.widgets.card import Card
from quizapp.gui.widgets.text import Text
from quizapp.i18n import _

_DONE, _NEXT, _LATER = ("check-circle", "good"), ("arrow-circle-right", "accent"), ("circle", "muted")


class TodoCard(Card):
    """Steps in their order, each done or not; the first that is not done stands out."""

    def __init__(self, theme: Theme, title: str, steps: Sequence[tuple[bool, str]]) -> None:
        super().__init__(title)
        self._theme = theme
        self._marks: list[tuple[QLabel, tuple[str, str]]] = []
        column = QVBoxLayout()
        column.setSpacing(SPACE.hair)
        following = next((at for at, (is_done, _words) in enumerate(steps) if not is_done), len(steps))
        for at, (is_done, words) in enumerate(steps):
            mark = _DONE if is_done else _NEXT if at == following else _LATER
            column.addLayout(self._step(words, mark))
        self.body.addLayout(column)
        theme.changed.connect(self._refresh)
        self._refresh()

    def _step(self, words: str, mark: tuple[str, str]) -> QHBoxLayout:
        picture = QLabel()
        self._marks.append((picture, mark))
        text = Text(words, "label" if mark is _NEXT else "muted")
        said = {_DONE: _("已完成：{step}"), _NEXT: _("下一步：{step}"), _LATER: _("以后：{step}")}
        text.setAccessibleName(said[mark].format(step=words))
        row = QHBoxLayout()
        row.setSpacing(SPACE.tight)
        row.addWidget(picture, 0, Qt.AlignmentFlag.AlignVCenter)
        row.addWidget(text, 1)
        return row

    def _refresh(self) -> None:
        side = round(self._theme.sizes.body * 1.8)
        for picture, (icon, ink) in self._marks:
            picture.setPixmap(self._theme.icon(icon, ink).pixmap(side, side))
