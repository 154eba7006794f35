"""Where things are: the user's data (or --data DIR), and what comes with the program (source tree, wheel, frozen)."""

import os
import sys
from dataclasses import dataclass
from pathlib import Path

import platformdirs  # noqa: TID251 - the door that the ban points to

from quizapp.errors import EnvironmentFault
from quizapp.i18n import _


@dataclass(frozen=True)
class Places:
    """Every folder and file that the program knows by name."""

    data: Path
    resources: Path
    questions: Path

    @property
    def database(self) -> Path:
        """The one SQLite file."""
        return self.data / "quizapp.sqlite3"

    @property
    def settings(self) -> Path:
        """The settings of this data folder."""
        return self.data / "settings.toml"

    @property
    def column_mappings(self) -> Path:
        """What columns of other people's workbooks hold, as somebody said it once."""
        return self.data / "column-mappings.json"

    @property
    def logs(self) -> Path:
        """The folder of the program's log."""
        return self.data / "logs"

    @property
    def backups(self) -> Path:
        """The folder of the backups that the program makes by itself."""
        return self.data / "backups"

    @property
    def translations(self) -> Path:
        """The folder of the compiled translations."""
        return self.resources / "translations"


def find_places(data: Path | None = None) -> Places:
    """Return the places for the data folder `data`, or for the user's own; nothing is created."""
    if data is not None:
        _refuse_out_of_reach(data)
    else:
        data = platformdirs.user_data_path("QuizApp", appauthor=False)
    bundle = _bundle()
    return Places(data=data.expanduser().absolute(), resources=bundle / "resources", questions=bundle / "questions")


def make_data_folder(places: Places) -> None:
    """Create the data folder (its user's only) if there is none; raise EnvironmentFault when it cannot be written."""
    probe = places.data / f".write-test-{os.getpid()}"  # of this process alone: two may start at once
    try:
        places.data.mkdir(mode=0o700, parents=True, exist_ok=True)
        probe.write_bytes(b"")
        probe.unlink()
    except OSError as error:
        raise _out_of_reach(places.data, error) from error


def _refuse_out_of_reach(data: Path) -> None:
    """Raise EnvironmentFault where one cannot even ask what is in the folder: no permission, a name too long."""
    try:
        (data.expanduser() / "settings.toml").exists()
    except (OSError, RuntimeError) as error:  # the latter: ~ of nobody
        raise _out_of_reach(data, error) from error


def _out_of_reach(folder: Path, error: Exception) -> EnvironmentFault:
    message = _(
        "不能在数据文件夹里写入：{folder}（{reason}）。请检查这个文件夹的权限和磁盘剩余空间，"
        "或用 --data 指定另一个文件夹。"
    )
    return EnvironmentFault(message.format(folder=folder, reason=getattr(error, "strerror", None) or error))


def _bundle() -> Path:
    """Return the folder that holds resources/ and questions/."""
    unpacked = getattr(sys, "_MEIPASS", None)  # set in a frozen program only
    if unpacked is not None:
        return Path(unpacked)
    package = Path(__file__).parent
    # A wheel carries both folders inside the package, the source tree beside it.
    return package if (package / "resources").is_dir() else package.parent


def own_command(*arguments: str) -> list[str]:
    """The command line that starts this program once more with these arguments."""
    if getattr(sys, "frozen", False):
        return [sys.executable, *arguments]
    door = _bundle() / "main.py"  # the source tree has it; a wheel is on the path and needs it not
    return [sys.executable, *([str(door)] if door.is_file() else ["-m", "quizapp"]), *arguments]
