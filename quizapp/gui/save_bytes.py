"""Puts a file where the user wants it, as a whole or not at all."""

import os
from pathlib import Path

from quizapp.errors import EnvironmentFault
from quizapp.i18n import _


def save_bytes(path: Path, content: bytes) -> None:
    """Write to a temporary file beside it, flush, replace; EnvironmentFault in words where that cannot be done."""
    temporary = path.with_name(path.name + ".new")
    try:
        with temporary.open("wb") as stream:
            stream.write(content)
            stream.flush()
            os.fsync(stream.fileno())
        temporary.replace(path)
    except PermissionError as error:
        temporary.unlink(missing_ok=True)
        words = _(
            "无法写入 {name}：文件可能正在 Excel 或 WPS 中打开，或者文件夹不允许写入。请关闭文件或换一个位置再试。"
        )
        raise EnvironmentFault(words.format(name=path.name)) from error
    except OSError as error:
        temporary.unlink(missing_ok=True)
        words = _("无法写入 {name}：{reason}。请检查磁盘空间，或换一个位置再试。")
        raise EnvironmentFault(words.format(name=path.name, reason=error.strerror or error)) from error
