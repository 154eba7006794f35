"""Hands the organiser's file back with its problems marked in it: asks where to, writes it, says what came of it."""

from collections.abc import Callable
from functools import partial
from pathlib import Path

from quizapp.errors import UserError
from quizapp.files import write_whole
from quizapp.gui.doors import Doors
from quizapp.gui.tasks import Task
from quizapp.gui.widgets.page_frame import PageFrame
from quizapp.i18n import _
from quizapp.services.banks import BankPreview, Banks

Written = tuple[Path, tuple[str, ...]]
_OFFERED = (".xlsx", ".xlsm")


def save_annotated(
    doors: Doors,
    page: PageFrame,
    banks: Banks,
    found: tuple[BankPreview, bytes],
    on_progress: Callable[[int, int], object],
) -> Task | None:
    """Begin to write the marked file where the user wants it; None where he thinks better of it.

    `found` is the preview and the content it was made of; `page` says what came of it.
    """
    preview, content = found
    stem, ending = Path(preview.file_name).stem, Path(preview.file_name).suffix.casefold()
    name = _("{file}-问题标注{ending}").format(file=stem, ending=ending if ending == ".xlsm" else ".xlsx")
    filters = _("Excel 工作簿 (*.xlsx *.xlsm)")
    path = doors.dialogs.save_file(
        page, title=_("保存标注了问题的文件"), filters=filters, purpose="annotated", name=name
    )
    if path is None:
        return None
    write = partial(_write, banks, preview, content, path)
    done = partial(_tell, page)
    return doors.tasks.run(write, on_done=done, on_failed=page.banner.show_error, on_progress=on_progress, owner=page)


def _write(
    banks: Banks,
    preview: BankPreview,
    content: bytes,
    path: Path,
    *,
    on_progress: Callable[[int, int], None],
    is_cancelled: Callable[[], bool],
) -> Written:
    """Runs in a worker. The ending tells Excel whether there are macros within: a wrong one would not be opened."""
    made = banks.annotated(preview, content, on_progress=on_progress, is_cancelled=is_cancelled)
    has_ending = path.suffix.casefold() in _OFFERED  # the .2 of 题库v1.2 is none
    target = path.with_suffix(made.suffix) if has_ending else path.with_name(path.name + made.suffix)
    if target != path and target.exists():  # nobody was asked whether that one may go
        raise UserError(_("已有名为“{name}”的文件：请换一个名称。").format(name=target.name))
    return write_whole(target, made.content), made.notes


def _tell(page: PageFrame, written: Written) -> None:
    path, notes = written
    title = _("已保存标注了问题的文件")
    page.banner.say("warn" if notes else "good", title, "\n".join([str(path), *notes]))
