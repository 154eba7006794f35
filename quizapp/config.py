"""Settings <-> settings.toml; every default of the program lives here."""

import logging
import os
from collections.abc import Mapping, MutableMapping
from dataclasses import Field, dataclass, field, fields
from datetime import datetime
from pathlib import Path
from typing import Any

import tomlkit
from tomlkit.exceptions import TOMLKitError

from quizapp.errors import EnvironmentFault, NotReadable
from quizapp.i18n import _

_log = logging.getLogger(__name__)

LANGUAGES = ("zh", "en")
THEMES = ("light", "dark", "system")
TEXT_SIZES = ("standard", "large", "extra")

_LONGEST_SHOWN = 40  # of a value that makes no sense


@dataclass(frozen=True)
class Appearance:
    """How the window speaks and looks."""

    language: str = field(default="zh", metadata={"choices": LANGUAGES})
    theme: str = field(default="system", metadata={"choices": THEMES})
    text_size: str = field(default="standard", metadata={"choices": TEXT_SIZES})
    reduced_motion: bool = False


@dataclass(frozen=True)
class Window:
    """How the window stood when it was closed."""

    geometry: str = ""  # base64 of what Qt saves
    page: str = ""


@dataclass(frozen=True)
class Folders:
    """Where the user last opened and saved files; empty: the user's documents."""

    opened: str = ""
    saved: str = ""


@dataclass(frozen=True)
class ReadingLimits:
    """What a stranger's workbook may cost before its reading is stopped."""

    seconds: float = field(default=120.0, metadata={"most": 3600})
    megabytes: int = field(default=1024, metadata={"most": 65536})  # memory of the child process
    file_megabytes: int = field(default=100, metadata={"most": 65536})


@dataclass(frozen=True)
class Importing:
    """What was chosen at the last import of a bank."""

    needs_review: bool = False


@dataclass(frozen=True)
class Kiosk:
    """Whether one person after another takes the test on this PC (轮流机考)."""

    is_on: bool = False


@dataclass(frozen=True)
class Settings:
    """Everything that is remembered between two starts and is not the bureau's data."""

    appearance: Appearance = field(default_factory=Appearance)
    window: Window = field(default_factory=Window)
    folders: Folders = field(default_factory=Folders)
    reading: ReadingLimits = field(default_factory=ReadingLimits)
    importing: Importing = field(default_factory=Importing)
    kiosk: Kiosk = field(default_factory=Kiosk)


def load_settings(file: Path) -> Settings:
    """Read the settings, the defaults where there are none; raise NotReadable when the file is damaged."""
    content = _read(file).unwrap()
    sections = {part.name: _section(part.default_factory, content.get(part.name)) for part in _sections()}
    return Settings(**sections)


def save_settings(file: Path, settings: Settings) -> None:
    """Write what differs from the defaults; keys and comments that this version does not know are kept."""
    document = _read(file)
    for part in _sections():
        _update(document, part.name, getattr(settings, part.name))
    temporary = file.with_name(file.name + ".new")
    try:
        file.parent.mkdir(parents=True, exist_ok=True)
        with temporary.open("w", encoding="utf-8", newline="\n") as stream:
            stream.write(tomlkit.dumps(document))
            stream.flush()
            os.fsync(stream.fileno())
        temporary.replace(file)
    except OSError as error:
        message = _("设置没有保存：{reason}。请检查数据文件夹的权限和磁盘剩余空间。")
        raise EnvironmentFault(message.format(reason=error.strerror or error)) from error


def set_aside(file: Path, now: datetime) -> str:
    """Move a damaged settings file aside and return the words that tell the user so."""
    kept = file.with_name(f"{file.stem}-damaged-{now:%Y%m%d-%H%M%S}{file.suffix}")
    try:
        file.replace(kept)
    except OSError:
        return _("设置文件已损坏，又无法移开，这次使用默认设置：{file}").format(file=file)
    return _("设置文件已损坏，这次使用默认设置。原来的文件保存为 {file}，没有删除。").format(file=kept)


def _read(file: Path) -> tomlkit.TOMLDocument:
    """Parse the file; an empty document when there is none."""
    try:
        if file.exists() and not (file.is_file() or file.is_dir()):  # a device or a pipe may never end
            raise NotReadable(_("设置文件读不出来：{file}（这不是文件）").format(file=file))
        return tomlkit.parse(file.read_text(encoding="utf-8-sig"))
    except FileNotFoundError:
        return tomlkit.document()
    except (OSError, UnicodeDecodeError, TOMLKitError) as error:
        raise NotReadable(_("设置文件读不出来：{file}（{reason}）").format(file=file, reason=error)) from error


def _sections() -> tuple[Field[Any], ...]:
    return fields(Settings)


def _section(kind: Any, table: object) -> Any:
    """Make one section from what the file says, leaving out what makes no sense."""
    if not isinstance(table, Mapping):
        return kind()
    known = {entry.name: entry for entry in fields(kind)}
    values = {name: value for name, value in table.items() if name in known and _fits(known[name], value)}
    return kind(**values)


def _fits(entry: Field[Any], value: object) -> bool:
    """Tell whether a value from the file can stand for this setting."""
    allowed = (int, float) if isinstance(entry.default, float) else (type(entry.default),)
    fits = type(value) in allowed and value in entry.metadata.get("choices", (value,))
    if fits and isinstance(value, (int, float)) and not isinstance(value, bool):
        fits = 0 < value <= entry.metadata.get("most", value)
    if not fits:
        words = _("设置文件里“{name}”的值不合适，这次用默认值 {default}：{value}")
        _log.warning(words.format(name=entry.name, default=entry.default, value=_shown(value)))
    return fits


def _shown(value: object) -> str:
    """The beginning of a value as a message shows it."""
    try:
        text = repr(value)
    except ValueError:  # a number of more digits than Python writes
        return "…"
    return text if len(text) <= _LONGEST_SHOWN else f"{text[:_LONGEST_SHOWN]}…"


def _update(document: tomlkit.TOMLDocument, name: str, section: Any) -> None:
    """Put one section's values into the document: those that differ from the default or stand there already."""
    table = document.get(name)
    if not isinstance(table, MutableMapping):
        table = tomlkit.table()
    for entry in fields(section):
        value = getattr(section, entry.name)
        if value != entry.default or entry.name in table:
            table[entry.name] = value
    if table:
        document[name] = table
