"""Files that the user named: read whole, written whole or not at all, with words for what is in the way."""

import os
from contextlib import suppress
from pathlib import Path

from quizapp.errors import EnvironmentFault, NotReadable, UserError
from quizapp.i18n import _

_DATABASE = b"SQLite format 3\x00"


def readable(name: str) -> str:
    """A file's name as it is shown and kept: one that is not UTF-8 as Chinese systems write it, else with marks.

    Such names come from the system with stand-ins that open the file but that no text may hold.
    """
    if not any("\ud800" <= character <= "\udfff" for character in name):
        return name
    try:
        raw = os.fsencode(name)
    except UnicodeEncodeError:  # half a character, which Windows allows in names
        return name.encode("utf-8", "replace").decode()
    for encoding in ("utf-8", "gb18030"):
        with suppress(UnicodeDecodeError):
            return raw.decode(encoding)
    return raw.decode("utf-8", "replace")


def read_whole(path: Path, *, megabytes: int) -> bytes:
    """The content of a file of at most so many megabytes; what keeps it from being read, in words."""
    try:
        if path.exists() and not (path.is_file() or path.is_dir()):  # a device or a pipe may never end
            raise NotReadable(_("“{name}”不是文件。请重新选择。").format(name=readable(path.name)))
        if path.stat().st_size > megabytes * 1024 * 1024:
            words = _("“{name}”超过 {megabytes} MB，太大了。请删去图片和多余的工作表，另存后再试。")
            raise NotReadable(words.format(name=readable(path.name), megabytes=megabytes))
        return path.read_bytes()
    except FileNotFoundError as error:
        words = _("没有找到文件“{name}”：请核对位置，重新选择。")
        raise NotReadable(words.format(name=readable(path.name))) from error
    except IsADirectoryError as error:
        raise NotReadable(_("“{name}”是文件夹。请选择里面的文件。").format(name=readable(path.name))) from error
    except OSError as error:
        words = _("打不开“{name}”：{reason}。如果它正在别的程序里打开，请先关闭再试。")
        raise EnvironmentFault(words.format(name=readable(path.name), reason=error.strerror or error)) from error


def write_whole(path: Path, content: bytes) -> Path:
    """Put `content` into `path`, replacing what was there only once all of it is on disk; returns the path."""
    try:
        _refuse_target(path)
    except OSError as error:
        raise _not_written(path, error) from error
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
        raise _not_written(path, error) from error
    return path


def _refuse_target(path: Path) -> None:
    """Raise UserError where there is no file to write to, or where the file would bury a database."""
    if path.is_dir():
        raise UserError(_("请写明文件的名字，而不只是文件夹：{path}").format(path=readable(str(path))))
    if not path.exists():
        return
    if not path.is_file():
        raise UserError(_("“{name}”不是文件，不能写到那里。请换一个名字。").format(name=readable(path.name)))
    with path.open("rb") as stream:
        is_database = stream.read(len(_DATABASE)) == _DATABASE
    if is_database or path.name.endswith((".sqlite3-wal", ".sqlite3-shm")):
        raise UserError(_("“{name}”是数据或数据的备份，没有覆盖它。请换一个名字。").format(name=readable(path.name)))


def _not_written(path: Path, error: OSError) -> EnvironmentFault:
    words = _("没有保存“{name}”：{reason}。如果它正在别的程序里打开，请先关闭；否则请换一个文件夹。")
    return EnvironmentFault(words.format(name=readable(path.name), reason=error.strerror or error))
