"""The import of a bank in three steps on one page: a file, what was recognised in it, done."""

from collections.abc import Callable, Mapping, Sequence
from datetime import date
from functools import partial
from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QGuiApplication, QKeySequence, QShortcut
from PySide6.QtWidgets import QSizePolicy, QStackedWidget

from quizapp import clock
from quizapp.core.column_mapping import TableMapping
from quizapp.core.people import Actor
from quizapp.core.problems import Severity
from quizapp.core.questions import Question
from quizapp.errors import Cancelled, NotReadable
from quizapp.files import read_whole
from quizapp.gui.doors import Doors
from quizapp.gui.pages.annotated_file import save_annotated
from quizapp.gui.pages.bank_batches import undo_words
from quizapp.gui.pages.bank_template import save_bank_template
from quizapp.gui.pages.column_mapping import ColumnMappingPanel
from quizapp.gui.pages.import_check import ImportCheck
from quizapp.gui.pages.import_done import ImportDone
from quizapp.gui.pages.near_search import NearSearch
from quizapp.gui.picture_source import PictureSource
from quizapp.gui.preferences import Preferences
from quizapp.gui.tasks import Task
from quizapp.gui.widgets.bank_source import BankSource, choose_bank_file
from quizapp.gui.widgets.page_frame import PageFrame
from quizapp.gui.widgets.progress import Progress
from quizapp.gui.widgets.steps import Steps
from quizapp.i18n import _
from quizapp.services.banks import BankPreview, Banks, BankSummary, Batch, Place

_FILE, _CHECK, _DONE = range(3)
_MAPPING = 3  # a part of the second step
Found = tuple[bytes, BankPreview, list[BankSummary]]


class BankImportPage(PageFrame):
    """`finished` carries the id of the bank to show, 0 where none was imported."""

    finished = Signal(int)

    def __init__(
        self,
        doors: Doors,
        banks: Banks,
        actor: Actor,
        offered: Sequence[Path],
        *,
        file: Path | None = None,
        text: str = "",
        preferences: Preferences | None = None,
    ) -> None:
        """`offered` are the banks that come with the program; `file` or `text` is read at once."""
        super().__init__(doors.theme, _("导入题库"))
        self._preferences = preferences
        self._doors, self._banks, self._actor = doors, banks, actor
        self._file, self._text = file, text
        self._content = b""
        self._preview: BankPreview | None = None
        self._batch: Batch | None = None
        self._task: Task | None = None
        self._is_writing = False
        self._retry: Callable[[], object] = self.banner.clear
        self._build(offered)
        self._connect()

    @property
    def step(self) -> int:
        """Which of the three steps is shown."""
        return self.steps.current

    def enter(self) -> None:
        if self._file is not None:
            file, self._file = self._file, None
            self._read(file)
        elif self._text:
            text, self._text = self._text, ""
            self._read_text(text)
        elif self.step == _FILE:
            self._focus_source()

    def leave(self) -> bool:
        if self._task is None or not self._task.is_running:
            self.near_search.stop()
            return True
        if self._is_writing and not self._doors.dialogs.confirm(
            self,
            title=_("停止导入？"),
            text=_("导入还没有完成。离开会停止这次导入，题库里什么也不会改变。"),
            action=_("停止并离开"),
            destructive=True,
        ):
            return False
        self._task.cancel()
        self.near_search.stop()
        return True

    def _build(self, offered: Sequence[Path]) -> None:
        theme = self.theme
        self.steps = Steps(theme, [_("选择文件"), _("核对内容"), _("完成")])
        self.steps.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        self.add_beside(self.steps)
        self.back_button = self.add_action(_("返回"), icon="arrow-left")
        self.progress = Progress(theme)
        self.source = BankSource(theme, offered, may_paste=True)
        self.source.zone.take_drops_of(self)
        self.check = ImportCheck(theme, _today())
        self.near_search = NearSearch(self._doors.tasks, self._banks, self.check, self._on_failed)
        if self._preferences:
            needs_review = self._preferences.settings.importing.needs_review
            self.check.foot.needs_review.setChecked(needs_review)
            self.check.choices.review_all(needs_review)
        self.done = ImportDone(theme)
        self.mapping = ColumnMappingPanel(theme, self._banks.columns_at)
        self.stack = QStackedWidget()
        for part in (self.source, self.check, self.done, self.mapping):
            self.stack.addWidget(part)
        self.content.addWidget(self.progress)
        self.content.addWidget(self.stack, 1)

    def _connect(self) -> None:
        self.back_button.clicked.connect(self._on_back_clicked)
        self.source.file_chosen.connect(self._read)
        self.source.choose_clicked.connect(self._on_choose_clicked)
        self.source.template_clicked.connect(lambda: save_bank_template(self._doors, self))
        self.source.text_ready.connect(self._read_text)
        inside = Qt.ShortcutContext.WidgetWithChildrenShortcut
        QShortcut(QKeySequence(QKeySequence.StandardKey.Paste), self, self._on_paste_wanted, context=inside)
        self.check.mend_wanted.connect(self._mend)
        self.check.unmend_wanted.connect(self._unmend)
        self.check.foot.review_chosen.connect(self._on_review_chosen)
        self.check.bank_named.connect(self._on_bank_named)
        self.check.commit_wanted.connect(self._write)
        self.check.file_wanted.connect(self._on_file_wanted)
        self.check.annotated_wanted.connect(self._on_annotated_wanted)
        self.check.mapping_bar.mapping_wanted.connect(self._on_mapping_wanted)
        self.check.mapping_bar.forget_wanted.connect(self._on_forget_wanted)
        self.mapping.read_wanted.connect(self._on_mappings_said)
        self.mapping.closed.connect(self._on_mapping_closed)
        self.done.questions_wanted.connect(self._on_back_clicked)
        self.done.again_wanted.connect(self._on_file_wanted)
        self.done.undo_wanted.connect(self._on_undo_wanted)
        self.banner.acted.connect(lambda: self._retry())

    def _go_to(self, step: int) -> None:
        self.steps.set_current(step if step < _DONE else _DONE + 1)
        self.stack.setCurrentIndex(step)

    def _on_back_clicked(self) -> None:
        self.finished.emit(self._batch.bank_id if self._batch else 0)

    def _on_choose_clicked(self) -> None:
        file = choose_bank_file(self._doors, self)
        if file:
            self._read(file)

    def _on_file_wanted(self) -> None:
        self.near_search.stop()
        self.banner.clear()
        self._go_to(_FILE)
        self._focus_source()

    def _focus_source(self) -> None:
        self.source.zone.choose_button.setFocus(Qt.FocusReason.OtherFocusReason)

    def _start(self, task: Task, words: str) -> None:
        self._task = task
        self.banner.clear()
        self.progress.start(words, task)
        self._show_busy(True)
        task.ended.connect(self._on_task_ended)

    def _on_task_ended(self) -> None:
        self._is_writing = False
        self._show_busy(False)

    def _show_busy(self, is_busy: bool) -> None:
        self.source.setEnabled(not is_busy)
        self.check.set_busy(is_busy)
        self.mapping.set_busy(is_busy)

    def _read(self, file: Path) -> None:
        """Read a file and compare it with the bank of its name."""
        if self._task is not None and self._task.is_running:
            return
        self._retry = partial(self._read, file)
        read = partial(_read_file, self._banks, file)
        task = self._doors.tasks.run(
            read, on_done=self._on_read, on_failed=self._on_failed, on_progress=self.progress.step
        )
        self._start(task, _("正在读取“{file}”").format(file=file.name))

    def _on_paste_wanted(self) -> None:
        """Ctrl+V where nothing is typed into: text is read at once, a copied file as if it were dropped."""
        mime = QGuiApplication.clipboard().mimeData()
        files = [Path(url.toLocalFile()) for url in mime.urls() if url.isLocalFile()]
        if self.step != _FILE:
            return
        if files:
            self._read(files[0])
        elif mime.text().strip():
            self._read_text(mime.text())

    def _read_text(self, text: str) -> None:
        """Read pasted text as if it were a file."""
        if self._task is not None and self._task.is_running:
            return
        self._retry = partial(self._read_text, text)
        name = _("粘贴的文字")
        look = partial(_look, self._banks, text.encode("utf-8"), name, name)
        task = self._doors.tasks.run(
            look, on_done=self._on_read, on_failed=self._on_failed, on_progress=self.progress.step
        )
        self._start(task, _("正在读取“{file}”").format(file=name))

    def _on_review_chosen(self, needs_review: bool) -> None:
        if self._preferences:
            self._preferences.set_needs_review(needs_review)

    def _mend(self, place: Place, question: Question) -> None:
        """Judge and compare a row anew as it was corrected."""
        if self._preview is not None:
            self._change_row(partial(self._banks.mend, self._preview, place, question), place)

    def _unmend(self, place: Place) -> None:
        if self._preview is not None:
            self._change_row(partial(self._banks.unmend, self._preview, place), place)

    def _change_row(self, change: Callable[[], BankPreview], place: Place) -> None:
        if self._task is not None and self._task.is_running:
            return
        self._retry = self.banner.clear
        done = partial(self._on_row_changed, place)
        self._task = self._doors.tasks.run(change, on_done=done, on_failed=self._on_failed, owner=self)
        self._show_busy(True)
        self._task.ended.connect(self._on_task_ended)

    def _on_row_changed(self, place: Place, preview: BankPreview) -> None:
        self.banner.clear()
        self._preview = preview
        self.check.show_mended(preview, place)
        self.near_search.start(preview)

    def _on_bank_named(self, name: str) -> None:
        """Compare the same file with another bank."""
        if self._preview is None or (self._task is not None and self._task.is_running):
            return
        self._retry = partial(self._on_bank_named, name)
        look = partial(_look, self._banks, self._content, self._preview.file_name, name)
        look = partial(look, mappings=self._preview.mappings, mends=self._preview.mends)
        task = self._doors.tasks.run(
            look, on_done=self._on_read, on_failed=self._on_bank_refused, on_progress=self.progress.step
        )
        self._start(task, _("正在与“{bank}”比较").format(bank=name))

    def _on_bank_refused(self, error: Exception) -> None:
        self.check.put_bank_back()
        self._on_failed(error)

    def _on_read(self, found: Found) -> None:
        content, preview, banks = found
        self._content, self._preview = content, preview
        if not preview.items and not preview.faulty:
            self._refuse(preview)
            return
        self.check.detail.pictures = PictureSource(self._doors.tasks, partial(_picture, self._banks, preview))
        self.source.show_zone()
        self.check.show_preview(preview, banks)
        self._go_to(_CHECK)
        self.near_search.start(preview)
        self.check.focus_rows()

    def _refuse(self, preview: BankPreview) -> None:
        """A file without a single row that is or was meant to be a question: say what is missing in it."""
        reasons = [problem.message for problem in preview.problems if problem.severity is Severity.ERROR]
        words = "\n".join(dict.fromkeys(reasons)) or _("文件里没有题目。")
        stays = self.stack.currentIndex() == _MAPPING and bool(preview.mappings)  # what was said can be said better
        if not stays:
            self._go_to(_FILE)
            self._focus_source()
        self._retry = self._on_mapping_wanted
        action = _("列的对应") if preview.tables and not stays else ""
        self.banner.say("bad", _("“{file}”里没有认出题目").format(file=preview.file_name), words, action=action)

    def _on_mapping_wanted(self) -> None:
        if self._preview is None:
            return
        self.banner.clear()
        self.steps.set_current(_CHECK)
        self.stack.setCurrentIndex(_MAPPING)
        self.mapping.show_tables(self._preview.tables)

    def _on_mapping_closed(self) -> None:
        self.banner.clear()
        has_rows = self._preview is not None and bool(self._preview.items or self._preview.faulty)
        self._go_to(_CHECK if has_rows else _FILE)

    def _on_mappings_said(self, mappings: tuple[TableMapping, ...]) -> None:
        """Read the same file as it was said."""
        if self._preview is not None:
            self._read_again(mappings)

    def _on_forget_wanted(self) -> None:
        """Read the same file as its headings say, and the next one too."""
        if self._preview is not None:
            self._read_again(self._preview.mappings, forgets=self._preview.remembered)

    def _read_again(self, mappings: tuple[TableMapping, ...], *, forgets: tuple[TableMapping, ...] = ()) -> None:
        assert self._preview
        file_name, bank = self._preview.file_name, self._preview.bank_name
        self._retry = partial(self._read_again, mappings, forgets=forgets)
        look = partial(_look, self._banks, self._content, file_name, bank)
        task = self._doors.tasks.run(
            partial(look, mappings=mappings, forgets=forgets, mends=self._preview.mends),
            on_done=self._on_read,
            on_failed=self._on_failed,
            on_progress=self.progress.step,
        )
        self._start(task, _("正在读取“{file}”").format(file=file_name))

    def _on_annotated_wanted(self) -> None:
        if self._preview is None:
            return
        self._retry = self._on_annotated_wanted
        found = (self._preview, self._content)
        task = save_annotated(self._doors, self, self._banks, found, self.progress.step)
        if task is not None:
            self._start(task, _("正在标注“{file}”").format(file=self._preview.file_name))

    def _write(self) -> None:
        if self._preview is None:
            return
        self._retry = self._write
        self.near_search.stop()
        write = partial(
            self._banks.import_,
            self._actor,
            self._preview,
            left_out=self.check.left_out,
            in_review=self.check.in_review,
            replaces=self.check.replaces,
        )
        task = self._doors.tasks.run(
            write, on_done=self._on_written, on_failed=self._on_write_failed, on_progress=self.progress.step
        )
        self._is_writing = True
        self._start(task, _("正在导入“{bank}”").format(bank=self._preview.bank_name))

    def _on_written(self, batch: Batch) -> None:
        self.show_done(batch, self._preview.faulty if self._preview else 0)

    def show_done(self, batch: Batch, faulty: int) -> None:
        """The last step: what was written, and how many rows were not."""
        self._batch = batch
        self.done.show_batch(batch, faulty)
        self._go_to(_DONE)

    def _on_write_failed(self, error: Exception) -> None:
        self._on_failed(error)
        if self._preview and not isinstance(error, Cancelled):
            # Whatever was in the way, the bank may be another one now: compare again when asked to.
            self._retry = partial(self._on_bank_named, self._preview.bank_name)
            self.banner.show_error(error, action=_("重新比较"))

    def _on_undo_wanted(self) -> None:
        batch = self._batch
        if batch and self._doors.dialogs.confirm(
            self, title=_("撤销这次导入？"), text=undo_words(batch), action=_("撤销导入"), destructive=True
        ):
            self.done.set_busy(True)
            undo = partial(self._banks.undo_batch, self._actor, batch.id)
            self._doors.tasks.run(undo, on_done=self._on_undone, on_failed=self._on_undo_failed)

    def _on_undone(self, _result: None) -> None:
        assert self._batch
        self.banner.clear()
        self.done.show_undone(self._batch)

    def _on_undo_failed(self, error: Exception) -> None:
        self.done.set_busy(False)
        self._retry = self._on_undo_wanted
        self.banner.show_error(error)

    def _on_failed(self, error: Exception) -> None:
        if isinstance(error, NotReadable):
            self.banner.say("bad", _("这个文件不能导入"), str(error))
        else:
            self.banner.show_error(error)


def _read_file(
    banks: Banks,
    file: Path,
    *,
    on_progress: Callable[[int, int], None],
    is_cancelled: Callable[[], bool],
) -> Found:
    """Runs in a worker: the file, what it would do to the bank of its name, and the banks there are."""
    content = read_whole(file, megabytes=banks.file_megabytes)
    return _look(banks, content, file.name, file.stem, on_progress=on_progress, is_cancelled=is_cancelled)


def _look(
    banks: Banks,
    content: bytes,
    file_name: str,
    bank_name: str,
    *,
    mappings: Sequence[TableMapping] = (),
    forgets: Sequence[TableMapping] = (),
    mends: Mapping[Place, Question] | None = None,
    on_progress: Callable[[int, int], None],
    is_cancelled: Callable[[], bool],
) -> Found:
    """Runs in a worker: what a file would do to a bank, read by `mappings`; `forgets` hold no longer."""
    if forgets:
        banks.forget_mappings(forgets)
    preview = banks.preview(
        bank_name,
        content,
        file_name,
        mappings=mappings,
        mends=mends,
        on_progress=on_progress,
        is_cancelled=is_cancelled,
    )
    return content, preview, banks.banks()


def _picture(banks: Banks, preview: BankPreview, digest: str) -> bytes:
    """A picture of the file, or one that the bank has."""
    content = preview.pictures.get(digest)
    return content if content is not None else banks.picture(digest)


def _today() -> date:
    return clock.now().astimezone().date()
