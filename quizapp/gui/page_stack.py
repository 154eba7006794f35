"""Pages that lie on one another: a list, above it what was opened from it, and the way back."""

from PySide6.QtWidgets import QStackedWidget, QVBoxLayout

from quizapp.gui.page import Page


class PageStack(Page):
    """Shows the topmost page; what is taken off is thrown away."""

    def __init__(self, root: Page) -> None:
        super().__init__()
        self._stack = QStackedWidget()
        self._stack.addWidget(root)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self._stack)

    @property
    def top(self) -> Page:
        """The page in view."""
        page = self._stack.currentWidget()
        assert isinstance(page, Page)
        return page

    @property
    def depth(self) -> int:
        """How many pages lie on the first one."""
        return self._stack.count() - 1

    def push(self, page: Page) -> None:
        """Show a page above the present one."""
        self._stack.addWidget(page)
        self._stack.setCurrentWidget(page)
        page.enter()

    def pop(self) -> None:
        """Take the topmost page off without asking it, and look up the one below again; the first one stays."""
        if self.depth:
            self._drop()
        self.top.enter()

    def go_back(self) -> bool:
        """Ask the topmost page, then take it off; False if it refused."""
        if not self.top.leave():
            return False
        self.pop()
        return True

    def clear(self) -> None:
        """Take all pages off the first one, without asking and without looking it up again."""
        while self.depth:
            self._drop()

    def _drop(self) -> None:
        page = self.top
        self._stack.setCurrentIndex(self.depth - 1)
        self._stack.removeWidget(page)
        page.deleteLater()

    def enter(self) -> None:
        self.top.enter()

    def leave(self) -> bool:
        return self.top.leave()
