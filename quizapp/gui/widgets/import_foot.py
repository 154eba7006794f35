"""The foot of a looked-through file: what will be written, whether it waits for approval, and how to go on."""

from collections import Counter
from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QCheckBox, QHBoxLayout, QWidget

from quizapp.gui.models.preview_lines import PreviewLine
from quizapp.gui.models.row_choices import RowChoices
from quizapp.gui.theme import SPACE, Theme
from quizapp.gui.widgets.button import Button
from quizapp.gui.widgets.folding_row import FoldingRow
from quizapp.gui.widgets.text import Text
from quizapp.i18n import _, _n
from quizapp.services.banks import Novelty


class ImportFoot(FoldingRow):
    """`review_chosen` when all is to be reviewed first, or nothing; its two buttons are connected by the page."""

    review_chosen = Signal(bool)

    def __init__(self, theme: Theme, *, parent: QWidget | None = None) -> None:
        super().__init__(parent=parent)
        self._words = Text("", "muted")
        self.needs_review = QCheckBox(_("导入后先待审核"))
        self.needs_review.setToolTip(_("待审核的题不会抽到试卷里，在题库中审核通过后才使用。"))
        self.again_button = Button(theme, _("换一个文件"), icon="arrow-left")
        self.import_button = Button(theme, "", kind="primary", icon="check")
        self.needs_review.clicked.connect(self.review_chosen)
        acts = QWidget()
        row = QHBoxLayout(acts)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(SPACE.snug)
        row.addStretch(1)
        for part in (self.needs_review, self.again_button, self.import_button):
            row.addWidget(part)
        self.add(self._words, 1)
        self.add(acts, 1)

    def show_wanted(self, wanted: Sequence[PreviewLine], choices: RowChoices, faulty: int) -> None:
        """Say what will become of the wanted rows, and of the faulty ones."""
        counts = Counter(line.novelty for line in wanted)
        count = len(wanted)
        self.import_button.setEnabled(count > 0)
        self.import_button.setText(_n("导入 {count} 道题", "导入 {count} 道题", count).format(count=count))
        replaced = len(choices.replaces(wanted))
        lines = [_what_is_written(counts[Novelty.NEW] - replaced, counts[Novelty.CHANGED], replaced)]
        waiting = sum(choices.is_in_review(line.place) for line in wanted)
        if waiting and waiting < count:
            lines.append(_n("其中 {count} 道先待审核。", "其中 {count} 道先待审核。", waiting).format(count=waiting))
        if faulty:
            lines.append(_n("有错误的 {count} 行不导入。", "有错误的 {count} 行不导入。", faulty).format(count=faulty))
        self._words.setText("\n".join(lines))


def _what_is_written(new: int, changed: int, replaced: int) -> str:
    if replaced and new and changed:
        words = _("将新增 {new} 道、更新 {changed} 道、替换原题 {replaced} 道。")
    elif replaced and (new or changed):
        words = (
            _("将新增 {new} 道、替换原题 {replaced} 道。")
            if new
            else _("将更新 {changed} 道、替换原题 {replaced} 道。")
        )
    elif replaced:
        words = _("将替换原题 {replaced} 道。")
    elif new and changed:
        words = _("将新增 {new} 道、更新 {changed} 道。")
    elif new or changed:
        words = _("将新增 {new} 道。") if new else _("将更新 {changed} 道。")
    else:
        words = _("没有要导入的题目。")
    return words.format(new=new, changed=changed, replaced=replaced)
