"""A workbook being written, as bytes: no temporary file stays behind, and a full disk is told in words."""

from collections.abc import Iterator
from contextlib import contextmanager, suppress
from io import BytesIO

from openpyxl import Workbook

from quizapp.errors import Cancelled, EnvironmentFault
from quizapp.i18n import _


@contextmanager
def workbook_bytes(workbook: Workbook) -> Iterator[BytesIO]:
    """Fill the workbook within; its bytes are in the stream afterwards. EnvironmentFault where the disk is full."""
    content = BytesIO()
    try:
        yield content
        workbook.save(content)
    except Cancelled:
        workbook.save(BytesIO())  # closes and removes the temporary files of the sheets
        raise
    except OSError as error:
        with suppress(OSError):
            workbook.save(BytesIO())  # as above, as far as the disk lets it
        words = _("写工作簿时出错：{reason}。请清理磁盘后再试。")
        raise EnvironmentFault(words.format(reason=error.strerror or error)) from error
