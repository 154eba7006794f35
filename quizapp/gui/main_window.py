"""The one window: shows a page or a shell at a time, asks before leaving one, keeps its place on the screen."""

from collections.abc import MutableMapping

from PySide6.QtCore import QByteArray, Signal
from PySide6.QtGui import QCloseEvent, QGuiApplication
from PySide6.QtWidgets import QLayout, QMainWindow, QStackedWidget

from quizapp.gui.page import Page
from quizapp.i18n import _

_LEAST = (1024, 700)
_USUAL = (1280, 720)


class MainWindow(QMainWindow):
    """Shows one page (or shell) at a time. `memory` keeps its place on the screen; the app saves it between starts."""

    closing = Signal()

    def __init__(self, memory: MutableMapping[str, str]) -> None:
        super().__init__()
        self._memory = memory
        self._stack = QStackedWidget()
        self.setCentralWidget(self._stack)
        self.layout().setSizeConstraint(QLayout.SizeConstraint.SetNoConstraint)  # pages scroll, the window stays
        self.setWindowTitle(_("月度测试"))
        self._restore()

    @property
    def page(self) -> Page | None:
        """What is shown now."""
        widget = self._stack.currentWidget()
        return widget if isinstance(widget, Page) else None

    def show_page(self, page: Page, *, title: str = "") -> bool:
        """Put `page` in place of the present one, which is thrown away; False if that one refused to be left."""
        if not self.may_leave():
            return False
        self.replace_page(page, title=title)
        return True

    def replace_page(self, page: Page, *, title: str = "") -> None:
        """Put `page` in place of the present one without asking it (it ended by itself)."""
        old = self._stack.currentWidget()
        self._stack.addWidget(page)
        self._stack.setCurrentWidget(page)
        if old is not None and old is not page:
            self._stack.removeWidget(old)
            old.deleteLater()
        self.setWindowTitle(_("{page} · 月度测试").format(page=title) if title else _("月度测试"))
        page.enter()

    def may_leave(self) -> bool:
        """Ask the present page whether it may be left."""
        return self.page is None or self.page.leave()

    def _restore(self) -> None:
        room = QGuiApplication.primaryScreen().availableGeometry()
        self.setMinimumSize(min(_LEAST[0], room.width()), min(_LEAST[1], room.height()))
        self.resize(min(_USUAL[0], room.width()), min(_USUAL[1], room.height()))
        kept = self._memory.get("window", "")
        if kept:
            self.restoreGeometry(QByteArray.fromBase64(kept.encode("ascii")))

    def closeEvent(self, event: QCloseEvent) -> None:
        if not self.may_leave():
            event.ignore()
            return
        self._memory["window"] = bytes(self.saveGeometry().toBase64()).decode("ascii")
        self.closing.emit()
        event.accept()
