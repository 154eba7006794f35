"""The manual that comes with the program, in its language, to be read in the window: contents, text, search."""

from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QShortcut, QTextBlock, QTextCursor
from PySide6.QtWidgets import QHBoxLayout, QListWidget, QTextBrowser

from quizapp.gui.doors import Doors
from quizapp.gui.theme import SPACE
from quizapp.gui.widgets.page_frame import PageFrame
from quizapp.gui.widgets.search_box import SearchBox
from quizapp.i18n import _

_CONTENTS_LETTERS = 11


class ManualPage(PageFrame):
    """Shows `manual/LANGUAGE.md` of the resources."""

    def __init__(self, doors: Doors, resources: Path, language: str) -> None:
        super().__init__(doors.theme, _("帮助"))
        self._doors = doors
        self._file = resources / "manual" / f"{language}.md"
        self._headings: list[QTextBlock] = []
        self._is_going = False
        self._build()
        self._connect()

    def enter(self) -> None:
        if not self.text.toPlainText():
            self._doors.tasks.run(self._read, on_done=self._on_read, on_failed=self.banner.show_error)

    def _build(self) -> None:
        self.search = SearchBox(self.theme, _("在手册中查找"))
        self.contents = QListWidget()
        self.contents.setAccessibleName(_("目录"))
        self.contents.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.text = QTextBrowser()
        self.text.setAccessibleName(_("使用手册"))
        self.text.setOpenLinks(False)
        row = QHBoxLayout()
        row.setSpacing(SPACE.snug)
        row.addWidget(self.contents)
        row.addWidget(self.text, 1)
        self.content.addWidget(self.search)
        self.content.addLayout(row, 1)
        self._fit()

    def _connect(self) -> None:
        self.theme.changed.connect(self._fit)
        self.search.searched.connect(self._on_searched)
        self.search.returnPressed.connect(self._find_next)
        self.contents.currentRowChanged.connect(self._on_heading_chosen)
        self.contents.itemActivated.connect(lambda _item: self.text.setFocus(Qt.FocusReason.OtherFocusReason))
        self.text.verticalScrollBar().valueChanged.connect(self._on_scrolled)
        find = QShortcut(QKeySequence(QKeySequence.StandardKey.Find), self)
        find.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        find.activated.connect(self._on_find_wanted)

    def _fit(self) -> None:
        self.contents.setFixedWidth(self.theme.letters(_CONTENTS_LETTERS))

    def _read(self) -> str:
        return self._file.read_text(encoding="utf-8")

    def _on_read(self, words: str) -> None:
        self.text.setMarkdown(words)
        block, found = self.text.document().begin(), []
        while block.isValid():
            if block.blockFormat().headingLevel() > 1:  # the first is the manual's own title
                found.append(block)
            block = block.next()
        self._headings = found
        self.contents.addItems([block.text() for block in found])
        for at, block in enumerate(found):
            self.contents.item(at).setToolTip(block.text())

    def _top_of(self, heading: QTextBlock) -> int:
        return round(self.text.document().documentLayout().blockBoundingRect(heading).top())

    def _on_heading_chosen(self, at: int) -> None:
        """Put the heading at the top of the view, or as near to it as the end of the text allows."""
        if at < 0:
            return
        self._is_going = True
        self.text.setTextCursor(QTextCursor(self._headings[at]))
        self.text.verticalScrollBar().setValue(self._top_of(self._headings[at]))
        self._is_going = False

    def _on_scrolled(self, value: int) -> None:
        """Mark the chapter that is at the top of the view, unless one was chosen."""
        if self._is_going:
            return
        passed = [at for at, heading in enumerate(self._headings) if self._top_of(heading) <= value + SPACE.vast]
        was_blocked = self.contents.blockSignals(True)
        self.contents.setCurrentRow(passed[-1] if passed else -1)
        self.contents.blockSignals(was_blocked)

    def _on_find_wanted(self) -> None:
        self.search.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.search.selectAll()

    def _on_searched(self, words: str) -> None:
        """Go to the words, beginning with those that are marked already."""
        cursor = self.text.textCursor()
        cursor.setPosition(cursor.selectionStart())
        self.text.setTextCursor(cursor)
        self._find(words)

    def _find_next(self) -> None:
        self._find(self.search.text().strip())

    def _find(self, words: str) -> None:
        """Mark the next place that has the words, from the top again after the last one."""
        is_found = not words or self.text.find(words)
        if not is_found:
            self.text.moveCursor(QTextCursor.MoveOperation.Start)
            is_found = self.text.find(words)
        self.set_state("" if is_found else _("手册里没有“{words}”。").format(words=words))
