"""Dialogs that answer instead of asking: the only part of the program that tests replace."""

from collections.abc import Callable, Iterable, MutableMapping
from pathlib import Path

from PySide6.QtPrintSupport import QPrinter
from PySide6.QtWidgets import QWidget

from quizapp.gui.dialogs import Box, Dialogs
from quizapp.gui.theme import Theme


class Answers(Dialogs):
    """Set `confirms`, `reason`, `opens` … before the click; `asked` says what was asked."""

    def __init__(self, theme: Theme, log_path: Path, memory: MutableMapping[str, str]) -> None:
        super().__init__(theme, log_path, memory)
        self.confirms = True
        self.reason: str | None = "值班"
        self.opens: Path | None = None
        self.saves: Path | None = None
        self.folder: Path | None = None
        self.does: Callable[[Box], bool] = lambda _box: False
        self.keeps_edits: bool | None = True
        self.printer: QPrinter | None = None
        self.asked: list[tuple[str, str]] = []
        self.errors: list[BaseException] = []

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
        self.asked.append((title, text))
        return self.confirms

    def ask_reason(
        self, parent: QWidget | None, *, title: str, text: str, action: str = "", suggestions: Iterable[str] = ()
    ) -> str | None:
        self.asked.append((title, text))
        return self.reason

    def ask_save(self, parent: QWidget | None, *, title: str, text: str) -> bool | None:
        self.asked.append((title, text))
        return self.keeps_edits

    def choose_printer(self, parent: QWidget | None, *, title: str, pages: int) -> QPrinter | None:
        self.asked.append((title, str(pages)))
        return self.printer

    def run(self, box: Box) -> bool:
        self.asked.append((box.windowTitle(), ""))
        return self.does(box)

    def open_file(self, parent: QWidget | None, *, title: str, filters: str, purpose: str) -> Path | None:
        self.asked.append((title, filters))
        return self.opens

    def save_file(self, parent: QWidget | None, *, title: str, filters: str, purpose: str, name: str) -> Path | None:
        self.asked.append((title, name))
        return self.saves

    def choose_folder(self, parent: QWidget | None, *, title: str, purpose: str) -> Path | None:
        self.asked.append((title, ""))
        return self.folder

    def show_folder(self, folder: Path) -> bool:
        self.asked.append(("", str(folder)))
        return self.confirms

    def show_error(self, error: BaseException, parent: QWidget | None = None) -> None:
        self.errors.append(error)

    def show_bug(self, error: BaseException, parent: QWidget | None = None) -> None:
        self.errors.append(error)
