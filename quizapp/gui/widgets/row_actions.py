"""What can be done with one row of a file beside its table: mend it, undo that, have it reviewed, keep the old one."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QCheckBox, QHBoxLayout, QVBoxLayout, QWidget

from quizapp.gui.models.preview_lines import PreviewLine
from quizapp.gui.models.row_choices import Decision
from quizapp.gui.theme import SPACE, Theme
from quizapp.gui.widgets.button import Button
from quizapp.gui.widgets.decision_bar import DecisionBar
from quizapp.i18n import _
from quizapp.services.banks import Novelty


class RowActions(QWidget):
    """`mend_wanted` and `unmend_wanted` carry the line, `review_chosen` whether it is reviewed first, `decided` a
    decision about a changed row, `all_decided` one about all of them.
    """

    mend_wanted = Signal(object)
    unmend_wanted = Signal(object)
    review_chosen = Signal(bool)
    decided = Signal(object)
    all_decided = Signal(object)

    def __init__(self, theme: Theme, *, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._line: PreviewLine | None = None
        self.decision = DecisionBar(theme, offers_both=False, all_word=_("有变化的都这样"))
        self.is_in_review = QCheckBox(_("这一题先待审核"))
        self.mend_button = Button(theme, _("修改这一行"), icon="pencil-simple", compact=True)
        self.unmend_button = Button(theme, _("撤销修改"), icon="arrow-counter-clockwise", kind="quiet", compact=True)
        row = QHBoxLayout()
        row.setSpacing(SPACE.tight)
        row.addWidget(self.mend_button)
        row.addWidget(self.unmend_button)
        row.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(SPACE.tight)
        column.addWidget(self.decision)
        column.addLayout(row)
        column.addWidget(self.is_in_review, 0, Qt.AlignmentFlag.AlignLeft)
        self.mend_button.clicked.connect(lambda: self.mend_wanted.emit(self._line))
        self.unmend_button.clicked.connect(lambda: self.unmend_wanted.emit(self._line))
        self.is_in_review.clicked.connect(self.review_chosen)
        self.decision.decided.connect(self.decided)
        self.decision.all_wanted.connect(self.all_decided)

    def show_line(self, line: PreviewLine | None, *, is_wanted: bool = False, is_in_review: bool = False) -> None:
        """Offer what makes sense for a row."""
        self._line = line
        is_importable = line is not None and line.may_be_imported
        self.decision.setVisible(line is not None and line.novelty is Novelty.CHANGED)
        self.decision.show_decision(Decision.REPLACE if is_wanted else Decision.KEEP)
        self.is_in_review.setVisible(is_importable and is_wanted)
        self.is_in_review.setChecked(is_in_review)
        self.mend_button.setVisible(line is not None and line.question is not None)
        self.unmend_button.setVisible(line is not None and line.is_mended)
        self.setVisible(line is not None)
