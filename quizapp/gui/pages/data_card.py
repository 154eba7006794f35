"""Where the data are, their backups, and how a backup is brought back."""

import shlex
import subprocess
import sys
from dataclasses import dataclass
from datetime import UTC, datetime
from functools import partial
from pathlib import Path

from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QVBoxLayout

from quizapp.core.people import Actor
from quizapp.gui.doors import Doors
from quizapp.gui.local_times import full_moment
from quizapp.gui.theme import SPACE
from quizapp.gui.widgets.banner import Banner
from quizapp.gui.widgets.button import Button
from quizapp.gui.widgets.card import Card
from quizapp.gui.widgets.text import Text
from quizapp.i18n import _
from quizapp.paths import Places, own_command
from quizapp.services.backups import Backups

_SHOWN = 5


@dataclass(frozen=True, slots=True)
class BackupFile:
    """A backup in the program's own folder."""

    name: str
    at: datetime
    megabytes: float


class DataCard(Card):
    """A backup is made while everybody goes on working; to bring one back, the window must be closed."""

    def __init__(self, doors: Doors, backups: Backups, places: Places, actor: Actor, banner: Banner) -> None:
        super().__init__(_("数据和备份"))
        self._doors = doors
        self._backups = backups
        self._places = places
        self._actor = actor
        self._banner = banner
        theme = doors.theme
        self.folder_button = Button(theme, _("打开文件夹"), icon="folder-open")
        self.backup_button = Button(theme, _("立即备份"), icon="floppy-disk")
        self.backup_to_button = Button(theme, _("备份到别处"), icon="export")
        self.copy_button = Button(theme, _("复制"), icon="copy")
        self.folder = QLineEdit(str(places.data))
        self.files = Text("", "muted")
        self.command = QLineEdit(restore_command(places.data))
        self._build()
        self.folder_button.clicked.connect(self._on_folder_clicked)
        self.backup_button.clicked.connect(lambda: self._backup(None))
        self.backup_to_button.clicked.connect(self._on_backup_to_clicked)
        self.copy_button.clicked.connect(self._on_copy_clicked)

    def look_up(self) -> None:
        """List the backups that are there."""
        self._doors.tasks.look_up(
            partial(list_backups, self._places.backups), on_done=self._on_listed, on_failed=self._banner.show_error
        )

    def _build(self) -> None:
        self.body.addWidget(Text(_("数据文件夹"), "label"))
        self.body.addLayout(_read_only(self.folder, self.folder_button, name=_("数据文件夹")))
        self.body.addLayout(self._build_backups())
        self.body.addWidget(Text(_("恢复备份"), "label"))
        words = _("先关闭这个窗口，再在命令行运行下面这一行，把末尾换成备份文件。原来的数据会移到一边，不会删除。")
        self.body.addWidget(Text(words, "muted"))
        self.body.addLayout(_read_only(self.command, self.copy_button, name=_("恢复备份的命令")))

    def _build_backups(self) -> QHBoxLayout:
        column = QVBoxLayout()
        column.setSpacing(SPACE.hair)
        column.addWidget(Text(_("备份"), "label"))
        column.addWidget(self.files)
        row = QHBoxLayout()
        row.setSpacing(SPACE.snug)
        row.addLayout(column, 1)
        row.addWidget(self.backup_button)
        row.addWidget(self.backup_to_button)
        return row

    def _backup(self, out: Path | None) -> None:
        self.backup_button.setEnabled(False)
        self.backup_to_button.setEnabled(False)
        make = partial(self._backups.backup, self._actor, out)
        self._doors.tasks.run(make, on_done=self._on_backed_up, on_failed=self._on_not_backed_up)

    def _on_backed_up(self, file: Path) -> None:
        self._set_ready()
        self._banner.say("good", _("已备份到 {file}").format(file=file))
        self.look_up()

    def _on_not_backed_up(self, error: Exception) -> None:
        self._set_ready()
        self._banner.show_error(error)

    def _set_ready(self) -> None:
        self.backup_button.setEnabled(True)
        self.backup_to_button.setEnabled(True)

    def _on_listed(self, files: list[BackupFile]) -> None:
        if not files:
            self.files.setText(_("还没有备份。程序升级数据之前会自动备份。"))
            return
        lines = [
            _("{time}　{name}（{size:.1f} MB）").format(time=full_moment(file.at), name=file.name, size=file.megabytes)
            for file in files[:_SHOWN]
        ]
        if len(files) > _SHOWN:
            lines.append(_("另有 {count} 个更早的备份。").format(count=len(files) - _SHOWN))
        self.files.setText("\n".join(lines))

    def _on_folder_clicked(self) -> None:
        if not self._doors.dialogs.show_folder(self._places.data):
            words = _("请在文件管理器里打开：{folder}").format(folder=self._places.data)
            self._banner.say("warn", _("这台电脑没能打开文件夹。"), words)

    def _on_backup_to_clicked(self) -> None:
        path = self._doors.dialogs.save_file(
            self,
            title=_("备份到别处"),
            filters=_("备份文件 (*.sqlite3)"),
            purpose="backup",
            name=self._backups.proposed_name(),
        )
        if path is not None:
            self._backup(path)

    def _on_copy_clicked(self) -> None:
        QGuiApplication.clipboard().setText(self.command.text())
        self.copy_button.setText(_("已复制"))


def _read_only(field: QLineEdit, button: Button, *, name: str) -> QHBoxLayout:
    """Something to be read or copied, and what can be done with it."""
    field.setReadOnly(True)
    field.setAccessibleName(name)
    field.setCursorPosition(0)
    row = QHBoxLayout()
    row.setSpacing(SPACE.snug)
    row.addWidget(field, 1)
    row.addWidget(button)
    return row


def list_backups(folder: Path) -> list[BackupFile]:
    """The backups of a folder, the newest first; runs in a task."""
    found = []
    for file in folder.glob("*.sqlite3"):
        facts = file.stat()
        found.append(BackupFile(file.name, datetime.fromtimestamp(facts.st_mtime, UTC), facts.st_size / 1e6))
    return sorted(found, key=lambda file: file.at, reverse=True)


def restore_command(data: Path) -> str:
    """What is typed to bring a backup back, but for the name of the file."""
    parts = own_command("--data", str(data), "restore", _("备份文件"))
    return subprocess.list2cmdline(parts) if sys.platform == "win32" else shlex.join(parts)
