"""What a window asks of a page: to look up its figures when it is entered, and whether it may be left."""

from PySide6.QtWidgets import QWidget


class Page(QWidget):
    """Base of every page; both methods are called by the window that shows it."""

    def enter(self) -> None:
        """The page comes into view: show what is true now."""

    def leave(self) -> bool:
        """The page is about to be left; False keeps it (unsaved edits: ask first)."""
        return True
