"""The one door to message boxes and file dialogs; everything that only tells is said in the page instead.

Each method blocks until the user has decided. Tests replace this object, and nothing else, by one that answers.
"""

import re
import traceback
from collections.abc import Callable, Iterable, MutableMapping
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QFileInfo, QSize, Qt, QUrl
from PySide6.QtGui import QDesktopServices, QGuiApplication, QPageSize
from PySide6.QtWidgets import (
    QDialog,
    QFileDialog,  # noqa: TID251 - this is the door
    QFileIconProvider,
    QHBoxLayout,
    QLayout,
    QPlainTextEdit,
    QVBoxLayout,
    QWidget,
)

from quizapp.gui.failures import is_bug, message_of
from quizapp.gui.theme import SPACE, Theme
from quizapp.gui.widgets.button import Button
from quizapp.gui.widgets.choice import Choice
from quizapp.gui.widgets.text import Text
from quizapp.i18n import _

if TYPE_CHECKING:
    from PySide6.QtPrintSupport import QPrinter

_WIDTH_IN_LETTERS = 34
_ENDING = re.compile(r"\*(\.\w+)")


class Dialogs:
    """Asks the user. `memory` keeps the last folder of each purpose, and "opened" and "saved" for the next start."""

    def __init__(self, theme: Theme, log_path: Path, memory: MutableMapping[str, str]) -> None:
        self._theme = theme
        self._log_path = log_path
        self._memory = memory

    def confirm(
        self,
        parent: QWidget | None,
        *,
        title: str,
        text: str,
        action: str,
        destructive: bool = False,
        back: str = "",
    ) -> bool:
        """Ask whether to go on; `action` is the verb on the button that does it (提交, 停用 …).

        `back` names what going back leads to, where that is the better choice; then Enter goes back.
        """
        box = AskBox(self._theme, parent, title=title, text=text, action=action, destructive=destructive, back=back)
        return box.exec() == QDialog.DialogCode.Accepted

    def ask_reason(
        self, parent: QWidget | None, *, title: str, text: str, action: str = "", suggestions: Iterable[str] = ()
    ) -> str | None:
        """Ask for a reason, offering the usual ones; None when the user thinks better of it. Never an empty text."""
        box = ReasonBox(
            self._theme, parent, title=title, text=text, action=action or _("确定"), suggestions=suggestions
        )
        return box.reason if box.exec() == QDialog.DialogCode.Accepted else None

    def ask_save(self, parent: QWidget | None, *, title: str, text: str) -> bool | None:
        """Ask what becomes of edits: True keeps them, False throws them away, None goes on editing."""
        box = SaveBox(self._theme, parent, title=title, text=text)
        return box.wanted if box.exec() == QDialog.DialogCode.Accepted else None

    def choose_printer(self, parent: QWidget | None, *, title: str, pages: int) -> "QPrinter | None":
        """Let the user choose a printer and what to print of so many pages (A4); None when nothing is to be printed."""
        from PySide6.QtPrintSupport import QPrintDialog, QPrinter  # here: slow to load, and seldom wanted

        printer = QPrinter(QPrinter.PrinterMode.HighResolution)
        printer.setPageSize(QPageSize(QPageSize.PageSizeId.A4))
        printer.setDocName(title)
        dialog = QPrintDialog(printer, parent)
        dialog.setWindowTitle(title)
        dialog.setMinMax(1, pages)
        return printer if dialog.exec() == QDialog.DialogCode.Accepted else None

    def run(self, box: "Box") -> bool:
        """Show a dialog made elsewhere; True where the user took what it offers."""
        return box.exec() == QDialog.DialogCode.Accepted

    def open_file(self, parent: QWidget | None, *, title: str, filters: str, purpose: str) -> Path | None:
        """Let the user choose a file to read; `filters` as `Workbooks (*.xlsx *.xls)`, several with `;;`."""
        dialog = FileBox(parent, title, self._folder(purpose, "opened"), filters)
        dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
        return self._remembered(purpose, dialog.chosen(), "opened")

    def save_file(self, parent: QWidget | None, *, title: str, filters: str, purpose: str, name: str) -> Path | None:
        """Let the user choose where to write; `name` is the proposed file name with its ending."""
        dialog = FileBox(parent, title, self._folder(purpose, "saved"), filters)
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.selectFile(name)
        path = self._remembered(purpose, dialog.chosen(), "saved")
        ending = Path(name).suffix
        if path is None or path.suffix.casefold() in {ending.casefold(), *_ENDING.findall(filters.casefold())}:
            return path
        return self._unless_there(parent, path.with_name(path.name + ending))  # the .2 of 题库v1.2 is no ending

    def choose_folder(self, parent: QWidget | None, *, title: str, purpose: str) -> Path | None:
        """Let the user choose a folder."""
        dialog = FileBox(parent, title, self._folder(purpose, "saved"))
        dialog.setFileMode(QFileDialog.FileMode.Directory)
        dialog.setOption(QFileDialog.Option.ShowDirsOnly)
        chosen = dialog.chosen()
        if chosen:
            self._memory[f"folder.{purpose}"] = chosen
        return Path(chosen) if chosen else None

    def show_folder(self, folder: Path) -> bool:
        """Open a folder in the system's file manager; False where there is none that could."""
        return QDesktopServices.openUrl(QUrl.fromLocalFile(str(folder)))

    def show_error(self, error: BaseException, parent: QWidget | None = None) -> None:
        """Say what has no page to be said in; a bug gets its own dialog."""
        if is_bug(error):
            self.show_bug(error, parent)
            return
        message = message_of(error)
        self._tell(parent, message.title, message.text)

    def show_bug(self, error: BaseException, parent: QWidget | None = None) -> None:
        """The one dialog for what nobody foresaw: traceback, place of the log, copy."""
        details = "".join(traceback.format_exception(error))
        BugBox(self._theme, parent, details=details, log_path=self._log_path).exec()

    def _tell(self, parent: QWidget | None, title: str, text: str) -> None:
        AskBox(self._theme, parent, title=title, text=text, action=_("知道了"), can_cancel=False).exec()

    def _unless_there(self, parent: QWidget | None, path: Path) -> Path | None:
        """The path, where nothing is there or it may go: the file dialog asked about the name that was typed only."""
        words = _("已有名为“{name}”的文件，保存会覆盖它。").format(name=path.name)
        title, action = _("覆盖已有的文件？"), _("覆盖")
        may_write = not path.exists() or self.confirm(parent, title=title, text=words, action=action, destructive=True)
        return path if may_write else None

    def _folder(self, purpose: str, act: str) -> str:
        """The folder to begin in: that of the purpose, else the last one of the act (opened, saved), else the home."""
        known = (self._memory.get(f"folder.{purpose}", ""), self._memory.get(act, ""))
        return next((folder for folder in known if folder and Path(folder).is_dir()), str(Path.home()))

    def _remembered(self, purpose: str, name: str, act: str) -> Path | None:
        if not name:
            return None
        path = Path(name)
        self._memory[f"folder.{purpose}"] = self._memory[act] = str(path.parent)
        return path


class FileBox(QFileDialog):
    """The system's own file dialog; where there is none, Qt's, with the words that Qt's Chinese lacks."""

    def __init__(self, parent: QWidget | None, title: str, folder: str, filters: str = "") -> None:
        super().__init__(parent, title, folder, filters)
        self._kinds = _FileKinds()  # the dialog does not own it
        self.setLabelText(QFileDialog.DialogLabel.LookIn, _("查找范围："))
        self.setLabelText(QFileDialog.DialogLabel.FileType, _("文件类型："))
        self.setIconProvider(self._kinds)

    def chosen(self) -> str:
        """Show it and wait; the path chosen, empty when the user thinks better of it."""
        return self.selectedFiles()[0] if self.exec() == QDialog.DialogCode.Accepted else ""


class _FileKinds(QFileIconProvider):
    """What stands in the column of types: Qt says Folder and xlsx File in every language."""

    def type(self, info: QFileInfo) -> str:
        if info.isDir():
            return _("文件夹")
        ending = info.suffix()
        return _("{ending} 文件").format(ending=ending) if ending else _("文件")


class Box(QDialog):
    """A dialog with a title, a text and buttons at the lower right."""

    def __init__(self, theme: Theme, parent: QWidget | None, *, title: str, text: str) -> None:
        super().__init__(parent)
        self.setWindowTitle(title)
        self.setWindowFlag(Qt.WindowType.WindowContextHelpButtonHint, on=False)
        self._theme = theme
        self.setMinimumWidth(theme.letters(_WIDTH_IN_LETTERS))
        self.column = QVBoxLayout(self)
        self.column.setSizeConstraint(QLayout.SizeConstraint.SetNoConstraint)  # `exec` sets the size once
        self.column.setContentsMargins(SPACE.wide, SPACE.wide, SPACE.wide, SPACE.wide)
        self.column.setSpacing(SPACE.normal)
        self.column.addWidget(Text(title, "title"))
        if text:
            self.column.addWidget(Text(text))

    def add_buttons(self, *buttons: Button) -> None:
        """Put the buttons at the end, the one that acts last."""
        row = QHBoxLayout()
        row.setSpacing(SPACE.snug)
        row.addStretch(1)
        for button in buttons:
            button.setAutoDefault(False)
            row.addWidget(button)
        self.column.addSpacing(SPACE.tight)
        self.column.addLayout(row)

    def exec(self) -> int:
        """Show it as large as its words need and the screen allows, and wait for the answer."""
        room = self.screen().availableGeometry().size() - QSize(SPACE.broad, SPACE.broad)
        width = min(max(self.minimumWidth(), self.column.sizeHint().width()), room.width())
        self.resize(width, min(self.column.totalHeightForWidth(width), room.height()))
        self.setMinimumSize(self.size())
        return super().exec()

    def button(self, text: str, kind: str, does: Callable[[], object]) -> Button:
        """A button of this dialog."""
        button = Button(self._theme, text, kind=kind, parent=self)
        button.clicked.connect(does)
        return button


class AskBox(Box):
    """One question: do it, or go back. For a destructive act, or where `back` names the better way, Enter goes back."""

    def __init__(
        self,
        theme: Theme,
        parent: QWidget | None,
        *,
        title: str,
        text: str,
        action: str,
        destructive: bool = False,
        can_cancel: bool = True,
        back: str = "",
    ) -> None:
        super().__init__(theme, parent, title=title, text=text)
        kind = "danger_primary" if destructive else "secondary" if back else "primary"
        self.action_button = self.button(action, kind, self.accept)
        self.cancel_button = self.button(back or _("返回"), "primary" if back else "secondary", self.reject)
        self.cancel_button.setVisible(can_cancel)
        self.add_buttons(self.cancel_button, self.action_button)
        default = self.cancel_button if (destructive or back) and can_cancel else self.action_button
        default.setDefault(True)
        default.setFocus()


class SaveBox(Box):
    """Edits are there: keep them, throw them away, or go on. `wanted` says which of the two when it was accepted."""

    def __init__(self, theme: Theme, parent: QWidget | None, *, title: str, text: str) -> None:
        super().__init__(theme, parent, title=title, text=text)
        self.wanted = True
        self.save_button = self.button(_("保存"), "primary", self.accept)
        self.discard_button = self.button(_("不保存"), "danger", self._on_discard_clicked)
        self.cancel_button = self.button(_("继续编辑"), "secondary", self.reject)
        self.add_buttons(self.discard_button, self.cancel_button, self.save_button)
        self.save_button.setDefault(True)
        self.save_button.setFocus()

    def _on_discard_clicked(self) -> None:
        self.wanted = False
        self.accept()


class ReasonBox(Box):
    """Asks for a reason: one of the usual ones or any other."""

    def __init__(
        self, theme: Theme, parent: QWidget | None, *, title: str, text: str, action: str, suggestions: Iterable[str]
    ) -> None:
        super().__init__(theme, parent, title=title, text=text)
        self.entry = Choice([(reason, reason) for reason in suggestions])
        self.entry.setEditable(True)
        self.entry.setCurrentIndex(-1)
        self.entry.lineEdit().setPlaceholderText(_("选择或填写原因"))
        self.entry.setAccessibleName(_("原因"))
        self.column.addWidget(self.entry)
        self.action_button = self.button(action, "primary", self.accept)
        self.cancel_button = self.button(_("返回"), "secondary", self.reject)
        self.add_buttons(self.cancel_button, self.action_button)
        self.action_button.setDefault(True)
        self.entry.editTextChanged.connect(self._on_entry_changed)
        self._on_entry_changed()
        self.entry.setFocus()

    @property
    def reason(self) -> str:
        """What was chosen or typed, without blanks round it."""
        return self.entry.currentText().strip()

    def _on_entry_changed(self) -> None:
        self.action_button.setEnabled(bool(self.reason))


class BugBox(Box):
    """Traceback, place of the log, copy."""

    def __init__(self, theme: Theme, parent: QWidget | None, *, details: str, log_path: Path) -> None:
        words = _("已保存的数据不受影响。请复制下面的详情发给维护人员；日志在：{path}")
        super().__init__(theme, parent, title=_("程序出现了意外错误"), text=words.format(path=log_path))
        self.details = QPlainTextEdit(details)
        self.details.setReadOnly(True)
        self.details.setAccessibleName(_("错误详情"))
        self.column.addWidget(self.details, 1)
        self.copy_button = self.button(_("复制详情"), "secondary", self._on_copy_clicked)
        self.close_button = self.button(_("关闭"), "primary", self.accept)
        self.add_buttons(self.copy_button, self.close_button)
        self.close_button.setDefault(True)
        self.close_button.setFocus()

    def _on_copy_clicked(self) -> None:
        QGuiApplication.clipboard().setText(self.details.toPlainText())
        self.copy_button.setText(_("已复制"))
