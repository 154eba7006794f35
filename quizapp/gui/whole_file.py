"""Writes a file that the user chose the place of: whole, or not at all."""

import os
from contextlib import suppress
from pathlib import Path

from quizapp.errors import EnvironmentFault
from quizapp.i18n import _


def write_whole(path: Path, content: bytes) -> Path:
    """Put `content` into `path`, replacing what was there only once all of it is on disk; returns the path."""
    temporary = path.with_name(f"{path.name}.{os.getpid()}.new")
    try:
        with temporary.open("wb") as stream:
            stream.write(content)
            stream.flush()
            os.fsync(stream.fileno())
        temporary.replace(path)
    except OSError as error:
        with suppress(OSError):
            temporary.unlink(missing_ok=True)
        words = _("没有保存“{name}”：{reason}。如果它正在别的程序里打开，请先关闭；否则请换一个文件夹。")
        raise EnvironmentFault(words.format(name=path.name, reason=error.strerror or error)) from error
    return path
