"""Where a list of people is dropped or chosen, and where the blank form for one is to be had."""

from functools import partial
from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from quizapp.files import write_whole
from quizapp.gui.doors import Doors
from quizapp.gui.theme import SPACE
from quizapp.gui.widgets.button import Button
from quizapp.gui.widgets.drop_zone import DropZone
from quizapp.gui.widgets.text import Text
from quizapp.i18n import _
from quizapp.services import templates

SUFFIXES = (".xlsx", ".xls", ".csv")


class RosterFile(QWidget):
    """`chosen` carries the file, `template_written` where the form was put, `failed` why it could not be."""

    chosen = Signal(Path)
    template_written = Signal(Path)
    failed = Signal(object)

    def __init__(self, doors: Doors, page: QWidget) -> None:
        """A file may be dropped anywhere on `page`."""
        super().__init__()
        self._doors = doors
        self.drop = DropZone(
            doors.theme,
            title=_("把名单文件拖到这里"),
            text=_("Excel 或 CSV 文件。要有“姓名”和“科室”两列；编号、职务、类别有就读。"),
            button=_("选择文件"),
            suffixes=SUFFIXES,
        )
        self.drop.take_drops_of(page)
        self.template_button = Button(doors.theme, _("下载空白名单模板"), icon="download-simple", kind="quiet")
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(SPACE.snug)
        column.addWidget(self.drop, 1)
        row = QHBoxLayout()
        row.addWidget(Text(_("导入前会先给您看会改什么；名单里没有的人也不会被删除。"), "muted"), 1)
        row.addWidget(self.template_button)
        column.addLayout(row)
        self.drop.file_dropped.connect(self._on_file_dropped)
        self.drop.choose_clicked.connect(self._on_choose_clicked)
        self.template_button.clicked.connect(self._on_template_clicked)

    def _on_file_dropped(self, path: Path) -> None:
        if self.isVisible() and self.isEnabled():  # the page takes drops in its later steps as well
            self.chosen.emit(path)

    def _on_choose_clicked(self) -> None:
        filters = _("Excel 工作簿 (*.xlsx *.xls *.csv)")
        path = self._doors.dialogs.open_file(self, title=_("选择名单文件"), filters=filters, purpose="roster")
        if path is not None:
            self.chosen.emit(path)

    def _on_template_clicked(self) -> None:
        path = self._doors.dialogs.save_file(
            self,
            title=_("下载空白名单模板"),
            filters=_("Excel 工作簿 (*.xlsx)"),
            purpose="template",
            name=_("人员名单模板.xlsx"),
        )
        if path is not None:
            write = partial(_write_template, path)
            self._doors.tasks.run(write, on_done=self.template_written.emit, on_failed=self.failed.emit, owner=self)


def _write_template(path: Path) -> Path:
    """Runs in a task."""
    return write_whole(path, templates.roster_template())
