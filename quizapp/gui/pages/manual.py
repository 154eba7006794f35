"""The manual that comes with the program, in its language, to be read in the window."""

from pathlib import Path

from PySide6.QtWidgets import QTextBrowser

from quizapp.gui.doors import Doors
from quizapp.gui.widgets.page_frame import PageFrame
from quizapp.gui.widgets.search_box import SearchBox
from quizapp.i18n import _


class ManualPage(PageFrame):
    """Shows `manual/LANGUAGE.md` of the resources."""

    def __init__(self, doors: Doors, resources: Path, language: str) -> None:
        super().__init__(doors.theme, _("帮助"))
        self._doors = doors
        self._file = resources / "manual" / f"{language}.md"
        self.search = SearchBox(doors.theme, _("在手册中查找"))
        self.text = QTextBrowser()
        self.text.setAccessibleName(_("使用手册"))
        self.text.setOpenLinks(False)
        self.content.addWidget(self.search)
        self.content.addWidget(self.text, 1)
        self.search.searched.connect(self._on_searched)

    def enter(self) -> None:
        if not self.text.toPlainText():
            self._doors.tasks.run(self._read, on_done=self._on_read, on_failed=self.banner.show_error)

    def _read(self) -> str:
        return self._file.read_text(encoding="utf-8")

    def _on_read(self, words: str) -> None:
        self.text.setMarkdown(words)

    def _on_searched(self, words: str) -> None:
        """Go to the next place that has the words, from the top again after the last one."""
        if words and not self.text.find(words):
            self.text.moveCursor(self.text.textCursor().MoveOperation.Start)
            self.text.find(words)
