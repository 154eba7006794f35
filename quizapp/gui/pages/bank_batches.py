"""What was imported into the banks, by whom and when; an import is taken back while nothing stands on it."""

from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout

from quizapp.core.people import Actor
from quizapp.gui.doors import Doors
from quizapp.gui.models.rows import RowsModel
from quizapp.gui.pages.bank_columns import batch_columns
from quizapp.gui.theme import SPACE
from quizapp.gui.widgets.button import Button
from quizapp.gui.widgets.data_table import DataTable
from quizapp.gui.widgets.page_frame import PageFrame
from quizapp.gui.widgets.text import Text
from quizapp.i18n import _
from quizapp.services.banks import Banks, Batch


class BankBatchesPage(PageFrame):
    """`finished` returns to where it was opened from."""

    finished = Signal()

    def __init__(self, doors: Doors, banks: Banks, actor: Actor) -> None:
        super().__init__(doors.theme, _("导入记录"))
        self._doors, self._banks, self._actor = doors, banks, actor
        self._build()
        self.back_button.clicked.connect(self.finished)
        self.undo_button.clicked.connect(self._on_undo_clicked)
        self.table.selection_changed.connect(self._show_foot)
        self.banner.acted.connect(self.enter)

    def enter(self) -> None:
        self._doors.tasks.look_up(self._banks.batches, on_done=self._on_batches_found, on_failed=self.banner.show_error)

    def _build(self) -> None:
        self.back_button = self.add_action(_("返回"), icon="arrow-left")
        self.set_state(_("还没有被考试或后来的导入用到的，可以整批撤销。"))
        self.table = DataTable(
            self.theme,
            RowsModel(batch_columns(), key=lambda batch: batch.id),
            name=_("导入记录"),
            empty_text=_("还没有导入过文件。"),
        )
        self.hint = Text("", "muted")
        self.undo_button = Button(self.theme, _("撤销这次导入"), kind="danger", icon="arrow-counter-clockwise")
        foot = QHBoxLayout()
        foot.setSpacing(SPACE.snug)
        foot.addWidget(self.hint, 1)
        foot.addWidget(self.undo_button)
        self.content.addWidget(self.table, 1)
        self.content.addLayout(foot)

    def _on_batches_found(self, batches: list[Batch]) -> None:
        self.table.model.set_rows(batches)
        self.table.view.setFocus(Qt.FocusReason.OtherFocusReason)
        self._show_foot()

    def _show_foot(self) -> None:
        chosen = self.table.selected
        self.undo_button.setEnabled(any(batch.may_undo for batch in chosen))
        if not chosen:
            words = _("选中一次导入，可以撤销它。") if self.table.shown_rows else ""
        elif chosen[0].is_undone:
            words = _("这次导入已经撤销过了。")
        else:
            words = "" if chosen[0].may_undo else _("考试或后来的改动已用到这次导入的题目，不能撤销。")
        self.hint.setText(words)

    def _on_undo_clicked(self) -> None:
        batch = self.table.selected[0]
        if self._doors.dialogs.confirm(
            self, title=_("撤销这次导入？"), text=undo_words(batch), action=_("撤销导入"), destructive=True
        ):
            self.undo_button.setEnabled(False)
            undo = partial(self._banks.undo_batch, self._actor, batch.id)
            done = partial(self._on_undone, batch)
            self._doors.tasks.run(undo, on_done=done, on_failed=self._on_undo_failed, owner=self)

    def _on_undone(self, batch: Batch, _result: None) -> None:
        self.banner.say("good", _("已撤销“{file}”的导入。").format(file=batch.file_name))
        self.enter()

    def _on_undo_failed(self, error: Exception) -> None:
        self.banner.show_error(error)
        self.enter()


def undo_words(batch: Batch) -> str:
    """What undoing an import means, for whoever is asked."""
    words = _("“{file}”带来的 {new} 道新题会删去。")
    if batch.changed:
        words = _("“{file}”带来的 {new} 道新题会删去，{changed} 道更新过的题会恢复原样。")
    return words.format(file=batch.file_name, new=batch.new, changed=batch.changed)
