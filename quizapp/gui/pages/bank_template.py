"""Hands out the blank form for a bank: asks where to, writes it, says so in the page."""

from functools import partial
from pathlib import Path

from quizapp.files import write_whole
from quizapp.gui.doors import Doors
from quizapp.gui.widgets.page_frame import PageFrame
from quizapp.i18n import _
from quizapp.services.templates import bank_template


def save_bank_template(doors: Doors, page: PageFrame) -> None:
    """Save the form where the user wants it; `page` says what came of it."""
    title, filters = _("保存空白模板"), _("Excel 工作簿 (*.xlsx)")
    path = doors.dialogs.save_file(page, title=title, filters=filters, purpose="template", name=_("题库模板.xlsx"))
    if path:
        done = partial(_tell, page)
        doors.tasks.run(partial(_write, path), on_done=done, on_failed=page.banner.show_error, owner=page)


def _write(path: Path) -> Path:
    return write_whole(path, bank_template())


def _tell(page: PageFrame, path: Path) -> None:
    page.banner.say("good", _("空白模板已保存"), str(path))
