"""Data on another computer's disk."""

from pathlib import Path

import pytest

from quizapp.db.shares import is_network_share, refuse_network_share
from quizapp.errors import EnvironmentFault


@pytest.fixture
def mounts(tmp_path: Path) -> Path:
    """What Linux says is mounted."""
    file = tmp_path / "mounts"
    file.write_text(
        "/dev/sda1 / ext4 rw 0 0\n"
        "//server/share /mnt/office cifs rw 0 0\n"
        "server:/home /home/zhang nfs4 rw 0 0\n"
        "/dev/sdb1 /home/zhang/local ext4 rw 0 0\n"
        "//server/b /mnt/with\\040space smb3 rw 0 0\n",
        encoding="utf-8",
    )
    return file


@pytest.mark.parametrize(
    ("folder", "is_share"),
    [
        ("/var/lib/quizapp", False),
        ("/mnt/office", True),
        ("/mnt/office/data/new", True),
        ("/mnt/officers", False),
        ("/home/zhang/.local/share/QuizApp", True),
        ("/home/zhang/local/QuizApp", False),
        ("/mnt/with space/data", True),
        ("\\\\server\\share\\data", True),
    ],
)
def test_the_nearest_mount_decides(folder: str, is_share: bool, mounts: Path) -> None:
    assert is_network_share(Path(folder), mounts) is is_share


def test_a_share_is_refused_in_words(mounts: Path) -> None:
    with pytest.raises(EnvironmentFault, match="网络共享"):
        refuse_network_share(Path("/mnt/office/data"), mounts)


def test_a_disk_of_this_computer_is_not(mounts: Path, tmp_path: Path) -> None:
    refuse_network_share(Path("/var/lib"), mounts)
    refuse_network_share(Path("/mnt/office"), tmp_path / "no such list")
