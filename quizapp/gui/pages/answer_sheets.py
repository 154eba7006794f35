"""Answer sheets as they come out of the printer: looked at, printed, saved as PDF; one person's or many."""

import re
from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path
from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QCheckBox

from quizapp.core.desk import AnswerSheet
from quizapp.files import write_whole
from quizapp.gui.answer_sheet_html import sheet_document
from quizapp.gui.doors import Doors
from quizapp.gui.paper_stack import PaperStack
from quizapp.gui.stepwise import Steps, Stepwise
from quizapp.gui.widgets.page_frame import PageFrame
from quizapp.gui.widgets.paper_view import PaperView
from quizapp.gui.widgets.progress import Progress
from quizapp.i18n import _, _n

_NOT_IN_FILE_NAMES = re.compile(r'[\\/:*?"<>|\r\n\t]')

LoadSheets = Callable[..., Sequence[AnswerSheet]]
"""Called in a worker with the keyword `has_key`; `on_progress` and `is_cancelled` where it names them."""


class AnswerSheetsPage(PageFrame):
    """`went_back` returns to where it was opened from; `chooses_key`: whether keys are printed is asked here."""

    went_back = Signal()

    def __init__(self, doors: Doors, load: LoadSheets, *, chooses_key: bool) -> None:
        super().__init__(doors.theme, _("打印答卷"))
        self._doors, self._load = doors, load
        self.sheets: tuple[AnswerSheet, ...] = ()
        self._doing = ""
        self._build(chooses_key)
        self._connect()

    def enter(self) -> None:
        self.back_button.setFocus(Qt.FocusReason.OtherFocusReason)
        self._look_up()

    def leave(self) -> bool:
        self.work.stop()
        return True

    def _build(self, chooses_key: bool) -> None:
        self.back_button = self.add_action(_("返回"), icon="arrow-left")
        self.pdf_button = self.add_action(_("存为 PDF"))
        self.print_button = self.add_action(_("打印"), icon="printer", kind="primary")
        self.with_key = QCheckBox(_("印出答案"))
        self.with_key.setChecked(True)
        self.progress = Progress(self.theme)
        self.view = PaperView(self.theme)
        self.view.setAccessibleName(_("答卷预览"))
        self.work = Stepwise(self)
        if chooses_key:
            self.content.addWidget(self.with_key)
        else:
            self.with_key.setParent(self)
            self.with_key.hide()
        self.content.addWidget(self.progress)
        self.content.addWidget(self.view, 1)
        self._offer(False)

    def _connect(self) -> None:
        self.back_button.clicked.connect(self._on_back_clicked)
        self.with_key.toggled.connect(self._look_up)
        self.print_button.clicked.connect(self._on_print_clicked)
        self.pdf_button.clicked.connect(self._on_pdf_clicked)
        self.work.progressed.connect(self._on_work_progressed)
        self.work.ended.connect(self.progress.finish)
        self.progress.cancelled.connect(self._on_progress_cancelled)

    def _offer(self, is_there: bool) -> None:
        for button in (self.pdf_button, self.print_button):
            button.setEnabled(is_there)

    def _look_up(self) -> None:
        self.work.stop()
        self._offer(False)
        task = self._doors.tasks.run(
            partial(self._load, has_key=self.with_key.isChecked()),
            on_done=self._on_loaded,
            on_failed=self.banner.show_error,
            on_progress=self.progress.step,
        )
        self.progress.start(_("正在读取答卷"), task)

    def _on_loaded(self, sheets: Sequence[AnswerSheet]) -> None:
        self.sheets = tuple(sheets)
        self.banner.clear()
        words = _n("{title} · {count} 份答卷", "{title} · {count} 份答卷", len(sheets))
        self.set_state(words.format(title=sheets[0].title, count=len(sheets)))
        self._begin(_("正在排版"), _laid_out(self.sheets), self._on_laid_out)

    def _begin(self, words: str, steps: Steps, on_done: Callable[[Any], object]) -> None:
        self._doing = words
        self.work.start(steps, on_done=on_done, on_failed=self.banner.show_error)

    def _on_work_progressed(self, done: int, total: int) -> None:
        if total < 2:
            return
        if self.progress.isHidden():
            self.progress.start(self._doing)
        self.progress.step(done, total)

    def _on_progress_cancelled(self) -> None:
        self.work.stop()
        self.banner.say("info", _("已取消。"))

    def _on_laid_out(self, stack: PaperStack) -> None:
        self.view.show_document(stack)
        self._offer(True)

    def _on_print_clicked(self) -> None:
        document = self.view.document
        if document is None:
            return
        printer = self._doors.dialogs.choose_printer(self, title=document.title, pages=document.page_count)
        if printer is not None:
            done = partial(self.banner.say, "good", _("答卷已送往打印机。"))
            self._begin(_("正在打印"), document.print_steps(printer), lambda _result: done())

    def _on_pdf_clicked(self) -> None:
        document = self.view.document
        if document is None:
            return
        name = _NOT_IN_FILE_NAMES.sub("_", document.title) + ".pdf"
        path = self._doors.dialogs.save_file(
            self, title=_("存为 PDF"), filters=_("PDF 文件 (*.pdf)"), purpose="paper", name=name
        )
        if path is not None:
            self._begin(_("正在生成 PDF"), document.pdf_steps(), partial(self._write, path))

    def _write(self, path: Path, content: bytes) -> None:
        write = partial(write_whole, path, content)
        self._doors.tasks.run(write, on_done=self._on_written, on_failed=self.banner.show_error)

    def _on_written(self, path: Path) -> None:
        self.banner.say("good", _("答卷已保存。"), str(path))

    def _on_back_clicked(self) -> None:
        self.work.stop()
        self.went_back.emit()


def _laid_out(sheets: Sequence[AnswerSheet]) -> Steps:
    """Lay out sheet after sheet, which belongs to the window's thread."""
    papers = []
    for sheet in sheets:
        papers.append(sheet_document(sheet))
        yield len(papers), len(sheets)
    many = _("{title}　答卷（{count} 份）").format(title=sheets[0].title, count=len(sheets))
    return PaperStack(papers, papers[0].title if len(papers) == 1 else many)
