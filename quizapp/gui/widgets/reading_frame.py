"""The anatomy of a staff member's page: words and actions at the head, a banner, cards that scroll."""

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout

from quizapp.gui.page import Page
from quizapp.gui.theme import SPACE, Theme
from quizapp.gui.widgets.banner import Banner
from quizapp.gui.widgets.reading_column import ReadingColumn
from quizapp.gui.widgets.scroller import Scroller


class ReadingFrame(Page):
    """Fill `words` (a column), `head` (its row) and `cards` (a column); the banner's button enters the page anew."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self.words = QVBoxLayout()
        self.words.setSpacing(SPACE.hair)
        self.head = QHBoxLayout()
        self.head.setSpacing(SPACE.snug)
        self.head.addLayout(self.words, 1)
        self.banner = Banner(theme)
        self.banner.acted.connect(self._on_banner_acted)
        top, below = ReadingColumn(theme), ReadingColumn(theme)
        top.layout().setContentsMargins(SPACE.vast, 0, SPACE.vast, 0)
        top.body.addLayout(self.head)
        top.body.addWidget(self.banner)
        self.cards = below.body
        scroller = Scroller(edge=SPACE.vast)
        scroller.body.addWidget(below)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, SPACE.broad, 0, SPACE.normal)
        column.setSpacing(SPACE.normal)
        column.addWidget(top)
        column.addWidget(scroller, 1)

    def clear_cards(self) -> None:
        """Take all cards away."""
        while self.cards.count():
            widget = self.cards.takeAt(0).widget()
            if widget is not None:
                widget.hide()  # at once: it goes only when the window comes round to it
                widget.deleteLater()

    def _on_banner_acted(self) -> None:
        self.banner.clear()
        self.enter()
