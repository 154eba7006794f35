"""Whether a folder lies on a network share, where SQLite's locks do not hold and data are lost."""

import os
import re
from pathlib import Path
from typing import Any

from quizapp.errors import EnvironmentFault
from quizapp.i18n import _

_NETWORK_TYPES = frozenset(
    {"nfs", "nfs4", "cifs", "smb3", "smbfs", "ncpfs", "afs", "coda", "davfs", "ceph", "glusterfs", "lustre"}
    | {"fuse.sshfs", "fuse.davfs2", "fuse.davfs", "fuse.gvfsd-fuse", "fuse.glusterfs", "fuse.rclone", "fuse.smbnetfs"}
)
_DRIVE_REMOTE = 4


def refuse_network_share(folder: Path, mounts: Path = Path("/proc/self/mounts")) -> None:
    """Raise EnvironmentFault where the data folder is on another computer; where that cannot be told, all is well."""
    if is_network_share(folder, mounts):
        words = _(
            "数据文件夹在网络共享上：{folder}。这样会损坏数据。请把它放在本机硬盘上；"
            "几台电脑一起考试时，请在一台电脑上打开考试主机。"
        )
        raise EnvironmentFault(words.format(folder=folder))


def is_network_share(folder: Path, mounts: Path = Path("/proc/self/mounts")) -> bool:
    """Whether the folder (which need not exist yet) is on a file system of another computer."""
    if str(folder).startswith("\\\\"):
        return True
    if os.name == "nt":
        return _is_remote_drive(folder.absolute().anchor)
    return _file_system(folder, mounts) in _NETWORK_TYPES


def _is_remote_drive(drive: str) -> bool:
    """Ask Windows whether a drive letter stands for a folder of another computer."""
    import ctypes

    windows: Any = vars(ctypes)["windll"]  # the type checker on other systems does not know it
    return bool(windows.kernel32.GetDriveTypeW(drive) == _DRIVE_REMOTE)


def _file_system(folder: Path, mounts: Path) -> str:
    """Return the type of the file system that the folder is on; empty where the system does not say."""
    try:
        lines = mounts.read_text(encoding="utf-8", errors="surrogateescape").splitlines()
    except OSError:
        return ""
    above = folder.resolve()
    found: tuple[int, str] = (-1, "")
    for line in lines:
        _device, mounted, kind, *_rest = line.split(" ")
        place = Path(re.sub(r"\\([0-7]{3})", lambda code: chr(int(code[1], 8)), mounted))
        if above.is_relative_to(place) and len(place.parts) >= found[0]:  # what was mounted later lies on top
            found = (len(place.parts), kind)
    return found[1]
