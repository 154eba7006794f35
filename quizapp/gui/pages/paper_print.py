"""A test's paper as it would lie before somebody: looked at, printed, saved as PDF or as a page for the browser."""

import re
from functools import partial
from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QCheckBox, QHBoxLayout

from quizapp.core.exams import ExamDefinition
from quizapp.files import write_whole
from quizapp.gui.doors import Doors
from quizapp.gui.paper_document import PaperDocument
from quizapp.gui.paper_html import paper_html
from quizapp.gui.theme import SPACE
from quizapp.gui.widgets.choice import Choice
from quizapp.gui.widgets.page_frame import PageFrame
from quizapp.gui.widgets.paper_view import PaperView
from quizapp.i18n import _
from quizapp.services.trials import PrintedPaper, Trials

_VERSIONS = "ABCD"
_NOT_IN_FILE_NAMES = re.compile(r'[\\/:*?"<>|\r\n\t]')


class PaperPrintPage(PageFrame):
    """`went_back` returns to where it was opened from."""

    went_back = Signal()

    def __init__(self, doors: Doors, trials: Trials, exam_id: int, definition: ExamDefinition) -> None:
        super().__init__(doors.theme, _("打印试卷"))
        self._doors, self._trials, self._exam_id, self._definition = doors, trials, exam_id, definition
        self._paper: PrintedPaper | None = None
        self._html = ""
        self._build()
        self._connect()
        self.set_state(definition.title)

    def enter(self) -> None:
        self._load()

    def _build(self) -> None:
        self.back_button = self.add_action(_("返回"), icon="arrow-left")
        self.html_button = self.add_action(_("存为网页"))
        self.pdf_button = self.add_action(_("存为 PDF"))
        self.print_button = self.add_action(_("打印"), icon="printer", kind="primary")
        self._outputs = (self.html_button, self.pdf_button, self.print_button)
        self.plan = Choice([(plan.name, at) for at, plan in enumerate(self._definition.papers)])
        self.plan.setAccessibleName(_("试卷"))
        self.version = Choice([(_("{version} 卷").format(version=one), one) for one in _VERSIONS])
        self.version.setAccessibleName(_("版本"))
        self.with_key = QCheckBox(_("附参考答案和解析（另起一页）"))
        self.view = PaperView(self.theme)
        row = QHBoxLayout()
        row.setSpacing(SPACE.normal)
        row.addWidget(self.plan)
        row.addWidget(self.version)
        row.addWidget(self.with_key)
        row.addStretch(1)
        self.content.addLayout(row)
        self.content.addWidget(self.view, 1)
        definition = self._definition
        self.plan.setVisible(len(definition.papers) > 1)
        self.version.setVisible(self._has_versions)
        for button in self._outputs:
            button.setEnabled(False)

    @property
    def _has_versions(self) -> bool:
        """Whether two people's papers differ."""
        definition = self._definition
        return definition.shuffles_questions or definition.shuffles_options or not definition.same_questions

    def _connect(self) -> None:
        self.back_button.clicked.connect(self.went_back)
        self.plan.value_changed.connect(self._load)
        self.version.value_changed.connect(self._load)
        self.with_key.toggled.connect(self._show)
        self.print_button.clicked.connect(self._on_print_clicked)
        self.pdf_button.clicked.connect(self._on_pdf_clicked)
        self.html_button.clicked.connect(self._on_html_clicked)

    def _load(self) -> None:
        for button in self._outputs:
            button.setEnabled(False)  # what is in view is another paper than the one chosen
        seed = f"print/{self.version.chosen}"
        paper = partial(self._trials.printed_paper, self._exam_id, self.plan.chosen or 0, seed)
        self._doors.tasks.look_up(paper, on_done=self._on_paper_drawn, on_failed=self.banner.show_error)

    def _show(self) -> None:
        if self._paper is None:
            return
        version = self.version.chosen if self._has_versions else ""
        rule, with_key = self._definition.multiple_rule, self.with_key.isChecked()
        self._html = paper_html(self._paper, version=version, rule=rule, with_key=with_key)
        self.view.show_document(PaperDocument(self._html, self._paper.title))

    def _on_paper_drawn(self, paper: PrintedPaper) -> None:
        self._paper = paper
        self.banner.clear()
        self._show()
        for button in self._outputs:
            button.setEnabled(True)

    def _on_print_clicked(self) -> None:
        document = self.view.document
        if document is None:
            return
        printer = self._doors.dialogs.choose_printer(self, title=document.title, pages=document.page_count)
        if printer is not None:
            document.print_on(printer)
            self.banner.say("good", _("试卷已送往打印机。"))

    def _on_pdf_clicked(self) -> None:
        path = self._ask_for_place(_("存为 PDF"), _("PDF 文件 (*.pdf)"), ".pdf")
        if path is not None and self.view.document is not None:
            self._write(path, self.view.document.pdf())

    def _on_html_clicked(self) -> None:
        path = self._ask_for_place(_("存为网页"), _("网页 (*.html)"), ".html")
        if path is not None:
            self._write(path, self._html.encode("utf-8"))

    def _ask_for_place(self, title: str, filters: str, suffix: str) -> Path | None:
        parts = [self._definition.title]
        if self.plan.count() > 1:
            parts.append(self.plan.currentText())
        if self._has_versions:
            parts.append(self.version.currentText())
        name = _NOT_IN_FILE_NAMES.sub("_", "-".join(parts)) + suffix
        return self._doors.dialogs.save_file(self, title=title, filters=filters, purpose="paper", name=name)

    def _write(self, path: Path, content: bytes) -> None:
        write = partial(write_whole, path, content)
        self._doors.tasks.run(write, on_done=self._on_written, on_failed=self.banner.show_error)

    def _on_written(self, path: Path) -> None:
        self.banner.say("good", _("试卷已保存。"), str(path))
