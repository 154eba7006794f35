"""Hands out a bank or some of its questions: the menu of forms, the file, and what came of it."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu, QWidget

from quizapp.core.bank_exports import ExportFormat, ExportRemark, takes_suffix
from quizapp.core.people import Actor
from quizapp.files import write_whole
from quizapp.gui.doors import Doors
from quizapp.gui.pages.bank_columns import one_line
from quizapp.gui.widgets.progress import Progress
from quizapp.i18n import _, _n
from quizapp.services.bank_exports import file_name
from quizapp.services.banks import BankExport, BankQuestion, Banks, BankSummary, ExportChoice

_STEM_LETTERS = 40


@dataclass(frozen=True, slots=True)
class Scope:
    """Which questions of a bank an entry of the menu is about: its words, and the ids (None: the whole bank)."""

    words: str
    ids: tuple[int, ...] | None = None


def scopes(selected: Sequence[BankQuestion], shown: Sequence[BankQuestion], *, is_filtering: bool) -> list[Scope]:
    """What can be exported now: the questions selected, those found, and always the whole bank."""
    found = []
    if selected:
        words = _n("选中的 {count} 道题", "选中的 {count} 道题", len(selected)).format(count=len(selected))
        found.append(Scope(words, tuple(row.id for row in selected)))
    if is_filtering and shown:
        words = _n("找到的 {count} 道题", "找到的 {count} 道题", len(shown)).format(count=len(shown))
        found.append(Scope(words, tuple(row.id for row in shown)))
    return [*found, Scope(_("整个题库"))]


class BankExporter(QObject):
    """Asks where to, writes in the background, and tells with `exported` (file, path) or `failed` (error)."""

    exported = Signal(object, object)
    failed = Signal(object)

    def __init__(self, doors: Doors, banks: Banks, actor: Actor, page: QWidget) -> None:
        super().__init__(page)
        self._doors, self._banks, self._actor, self._page = doors, banks, actor, page
        self.progress = Progress(doors.theme)

    def menu_now(self, bank: BankSummary, offered: Sequence[Scope]) -> QMenu:
        """The forms for each scope; where there is but one scope, the forms at once. The caller lets it go."""
        menu = QMenu(self._page)
        for scope in offered:
            part = menu.addMenu(scope.words) if len(offered) > 1 else menu
            for form in ExportFormat:
                action = QAction(form.label, part)
                action.triggered.connect(lambda _checked=False, form=form, scope=scope: self.export(bank, form, scope))
                part.addAction(action)
        return menu

    def export(self, bank: BankSummary, form: ExportFormat, scope: Scope) -> None:
        """Save the questions of a scope in this form where the user wants them."""
        endings = [ending for ending in (form.suffix, ".gift") if takes_suffix(form, ending)]
        filters = f"{form.label} ({' '.join(f'*{ending}' for ending in endings)})"
        path = self._doors.dialogs.save_file(
            self._page, title=_("导出题库"), filters=filters, purpose="bank-export", name=file_name(bank.name, form)
        )
        if path is None:
            return
        task = self._doors.tasks.run(
            partial(self._write, path, bank.id, form, ExportChoice(ids=scope.ids)),
            on_done=partial(self._on_written, path),
            on_failed=self.failed.emit,
            on_progress=self.progress.step,
            owner=self,
        )
        self.progress.start(_("正在导出题库"), task)

    def _write(
        self, path: Path, bank_id: int, form: ExportFormat, choice: ExportChoice, *, on_progress, is_cancelled
    ) -> BankExport:
        """Runs in a worker: make the file, then put it in place as a whole."""
        export = self._banks.export(
            self._actor, bank_id, form, choice, on_progress=on_progress, is_cancelled=is_cancelled
        )
        write_whole(path, export.content)
        return export

    def _on_written(self, path: Path, export: BankExport) -> None:
        self.exported.emit(export, path)


def title_of(export: BankExport) -> str:
    """How many questions are in the file, and how many are not."""
    count = export.count
    words = _n("已导出 {count} 道题。", "已导出 {count} 道题。", count).format(count=count)
    if not export.left_out:
        return words
    left = _n("有 {count} 道题这种格式写不下。", "有 {count} 道题这种格式写不下。", export.left_out)
    return _("{exported}{left_out}").format(exported=words, left_out=left.format(count=export.left_out))


def summary_of(export: BankExport, path: Path) -> str:
    """Where the file is, and what it does not say of any question; single questions are in `details_of`."""
    general = [remark.message for remark in export.remarks if remark.question is None]
    return "\n".join([str(path), *([" ".join(general)] if general else [])])


def details_of(remarks: Sequence[ExportRemark]) -> str:
    """Why questions are not in the file or not all of them, how often each, and below that each with its stem."""
    told = [remark for remark in remarks if remark.question is not None]
    if not told:
        return ""
    reasons = [
        _("{message}（{count} 道）").format(message=message, count=count)
        for message, count in Counter(remark.message for remark in told).most_common()
    ]
    return "\n".join([*reasons, "", *map(_line, told)])


def _line(remark: ExportRemark) -> str:
    stem = one_line(remark.question.stem if remark.question else "")
    stem = stem if len(stem) <= _STEM_LETTERS else stem[: _STEM_LETTERS - 1] + "…"
    return _("“{stem}”：{message}").format(stem=stem, message=remark.message)
