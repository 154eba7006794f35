"""What is asked and what the answer should say, point by point, beside the answer that is being marked."""

from collections.abc import Collection

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from quizapp.core.key_points import suggested
from quizapp.core.points import points_text
from quizapp.gui.theme import SPACE
from quizapp.gui.widgets.card import Card
from quizapp.gui.widgets.text import Text
from quizapp.i18n import _
from quizapp.services.answer_marking import QuestionToMark


class MarkingKey(Card):
    """A point that the answer says has a √ and the colour of what is right; that counts for nothing by itself."""

    def __init__(self, *, parent: QWidget | None = None) -> None:
        super().__init__(_("参考答案的要点"), parent=parent)
        self._points = QVBoxLayout()
        self._points.setSpacing(SPACE.tight)
        self._suggestion = Text("", "small")
        self._key = Text("", "muted")
        self.body.addLayout(self._points)
        self.body.addWidget(self._suggestion)
        self.body.addWidget(self._key)
        self.body.addStretch(1)
        self.lines: list[str] = []

    def show_key(self, question: QuestionToMark, said: Collection[int]) -> None:
        """Show the points of a question's key; `said`: the numbers of those that the answer says."""
        while (item := self._points.takeAt(0)) is not None:
            item.widget().hide()
            item.widget().deleteLater()
        self.lines = []
        for number, point in enumerate(question.key_points):
            is_said = number in said
            words = _("√ {point}") if is_said else _("○ {point}")
            self.lines.append(words.format(point=point.text))
            self._points.addWidget(_line(self.lines[-1], is_said=is_said))
        count, wanted = len(said), len(question.key_points)
        points = points_text(suggested(question.points, count, wanted))
        words = _("{wanted} 个要点，找到 {count} 个。按比例是 {points} 分，仅供参考，由您判定。")
        self._suggestion.setText(words.format(wanted=wanted, count=count, points=points))
        self._suggestion.setVisible(wanted > 0)
        self._key.setText(_("参考答案：{text}").format(text=question.key))

    @property
    def suggestion(self) -> str:
        """What is said of the share of points found."""
        return self._suggestion.text()


def _line(text: str, *, is_said: bool) -> QWidget:
    line = QWidget()
    row = QHBoxLayout(line)
    row.setContentsMargins(0, 0, 0, 0)
    row.addWidget(Text(text, "body", tone="good" if is_said else ""), 1)
    return line
