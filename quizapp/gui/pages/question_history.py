"""Who changed a question when, and what: the newest revision first."""

from collections.abc import Sequence

from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from quizapp.core.question_facts import changes
from quizapp.gui.local_times import full_moment
from quizapp.gui.theme import SPACE, Theme
from quizapp.gui.widgets.change_list import ChangeList
from quizapp.gui.widgets.text import Text
from quizapp.i18n import _
from quizapp.services.banks import Revision


class QuestionHistory(QWidget):
    """Shows the revisions that `Banks.history` returns."""

    def __init__(self, theme: Theme, *, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(SPACE.snug)

    def show_revisions(self, revisions: Sequence[Revision]) -> None:
        """Show other revisions, the newest first."""
        while self._column.count():
            gone = self._column.takeAt(0).widget()
            gone.hide()
            gone.deleteLater()
        earlier = [*revisions[1:], None]
        for at, (revision, before) in enumerate(zip(revisions, earlier, strict=True)):
            if at:
                line = QFrame()
                line.setProperty("surface", "hairline")
                self._column.addWidget(line)
            self._column.addWidget(self._part(revision, before))

    def _part(self, revision: Revision, before: Revision | None) -> QWidget:
        part = QWidget()
        column = QVBoxLayout(part)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(SPACE.tight)
        words = _("第 {number} 版 · {at} · {who}") if revision.who else _("第 {number} 版 · {at}")
        facts = words.format(number=revision.number, at=full_moment(revision.at), who=revision.who)
        column.addWidget(Text(facts, "muted"))
        if before is None:
            column.addWidget(Text(_("最初的内容。")))
        else:
            changed = ChangeList(self._theme, _("原来"), _("改为"))
            changed.show_changes(changes(before.question, revision.question))
            column.addWidget(changed)
        return part
