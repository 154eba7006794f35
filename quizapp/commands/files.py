"""Files that are named on the command line: read whole, written whole or not at all, with words where it fails."""

import os
from pathlib import Path

from quizapp.errors import EnvironmentFault, NotReadable
from quizapp.i18n import _


def read_file(file: Path, *, megabytes: int) -> bytes:
    """The content of a file of at most so many megabytes."""
    try:
        if file.stat().st_size > megabytes * 1024 * 1024:
            words = _("文件超过 {megabytes} MB，太大了：{file}")
            raise NotReadable(words.format(megabytes=megabytes, file=file))
        return file.read_bytes()
    except FileNotFoundError as error:
        raise NotReadable(_("没有这个文件：{file}").format(file=file)) from error
    except IsADirectoryError as error:
        raise NotReadable(_("这是文件夹，不是文件：{file}").format(file=file)) from error
    except OSError as error:
        words = _("打不开文件 {file}：{reason}。")
        raise EnvironmentFault(words.format(file=file, reason=error.strerror or error)) from error


def write_file(file: Path, content: bytes) -> None:
    """Write beside the file and then take its place: what was there before is lost only when the new one is whole."""
    temporary = file.with_name(file.name + ".new")
    try:
        try:
            with temporary.open("wb") as stream:
                stream.write(content)
                stream.flush()
                os.fsync(stream.fileno())
            temporary.replace(file)
        finally:
            temporary.unlink(missing_ok=True)
    except OSError as error:
        words = _("不能写入文件 {file}：{reason}。请检查文件夹和磁盘；如果它正在 Excel 或 WPS 中打开，请先关闭。")
        raise EnvironmentFault(words.format(file=file, reason=error.strerror or error)) from error
