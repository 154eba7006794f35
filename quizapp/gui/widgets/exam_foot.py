"""The foot of a test's definition: whether it can be published and what stands in the way, and the two buttons."""

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from quizapp.gui.theme import SPACE, Theme
from quizapp.gui.widgets.badge import Badge
from quizapp.gui.widgets.button import Button
from quizapp.gui.widgets.text import Text
from quizapp.i18n import _, _n

_FAULTS_SHOWN = 3


class ExamFoot(QFrame):
    """`publish_button` works only while nothing stands in the way."""

    def __init__(self, theme: Theme, *, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("surface", "card")
        self.state = Badge(theme, _("正在检查…"), "neutral")
        self.sentence = Text("", "muted")
        self.faults = Text("", tone="bad")
        self.save_button = Button(theme, _("保存草稿"), icon="floppy-disk")
        self.publish_button = Button(theme, _("发布"), kind="primary", icon="paper-plane-tilt")
        self.publish_button.setEnabled(False)
        row = QHBoxLayout()
        row.setSpacing(SPACE.snug)
        row.addWidget(self.state, 0, Qt.AlignmentFlag.AlignVCenter)
        row.addWidget(self.sentence, 1)
        row.addWidget(self.save_button)
        row.addWidget(self.publish_button)
        column = QVBoxLayout(self)
        column.setContentsMargins(SPACE.normal, SPACE.snug, SPACE.normal, SPACE.snug)
        column.setSpacing(SPACE.tight)
        column.addWidget(self.faults)
        column.addLayout(row)
        self.faults.hide()

    def show_waiting(self) -> None:
        """Something was changed and is not checked yet."""
        self.state.set_state(_("正在检查…"), "neutral")
        self.publish_button.setEnabled(False)

    def show_check(self, faults: Sequence[str], sentence: str) -> None:
        """Say what stands in the way, or that nothing does; `sentence` is what the test amounts to."""
        self.sentence.setText(sentence)
        self.faults.setText(_listed(faults))
        self.faults.setVisible(bool(faults))
        self.publish_button.setEnabled(not faults)
        if faults:
            words = _n("{count} 处要改", "{count} 处要改", len(faults)).format(count=len(faults))
            self.state.set_state(words, "bad")
        else:
            self.state.set_state(_("可以发布"), "good")


def _listed(faults: Sequence[str]) -> str:
    """The first few, a line each."""
    lines = [_("· {fault}").format(fault=fault) for fault in faults[:_FAULTS_SHOWN]]
    rest = len(faults) - _FAULTS_SHOWN
    if rest > 0:
        lines.append(_n("· 另有 {count} 处", "· 另有 {count} 处", rest).format(count=rest))
    return "\n".join(lines)
