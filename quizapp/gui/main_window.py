"""The one window: shows a page or a shell at a time, asks before leaving one, keeps its place on the screen."""

from collections.abc import MutableMapping

from PySide6.QtCore import QByteArray, Qt, Signal
from PySide6.QtGui import QCloseEvent, QGuiApplication
from PySide6.QtWidgets import QLayout, QMainWindow, QStackedWidget, QVBoxLayout, QWidget

from quizapp.gui.full_screen import FullScreen
from quizapp.gui.page import Page
from quizapp.gui.theme import SPACE
from quizapp.gui.widgets.banner import Banner
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
        self._notices = QWidget()
        notices = QVBoxLayout(self._notices)
        notices.setContentsMargins(SPACE.wide, SPACE.normal, SPACE.wide, 0)
        notices.setSpacing(SPACE.tight)
        centre = QWidget()
        column = QVBoxLayout(centre)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self._notices)
        column.addWidget(self._stack, 1)
        self._notices.hide()
        self.setCentralWidget(centre)
        self.layout().setSizeConstraint(QLayout.SizeConstraint.SetNoConstraint)  # pages scroll, the window stays
        self.setWindowTitle(_("月度测试"))
        self._restore()
        self.full_screen = FullScreen(self)

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

    def put_above(self, notice: Banner) -> None:
        """Show a notice above every page, below those put there before, until the user closes it."""
        self._notices.layout().addWidget(notice)
        notice.closed.connect(self._on_notice_closed)
        self._notices.show()

    def may_leave(self) -> bool:
        """Ask the present page whether it may be left."""
        return self.page is None or self.page.leave()

    def _on_notice_closed(self) -> None:
        self._notices.setVisible(any(not one.isHidden() for one in self._notices.findChildren(Banner)))

    def _restore(self) -> None:
        room = QGuiApplication.primaryScreen().availableGeometry()
        self.setMinimumSize(min(_LEAST[0], room.width()), min(_LEAST[1], room.height()))
        self.resize(min(_USUAL[0], room.width()), min(_USUAL[1], room.height()))
        kept = self._memory.get("window", "")
        if kept:
            self.restoreGeometry(QByteArray.fromBase64(kept.encode("ascii")))
            self.setWindowState(self.windowState() & ~Qt.WindowState.WindowFullScreen)  # only a test is begun so

    def closeEvent(self, event: QCloseEvent) -> None:
        if not self.may_leave():
            event.ignore()
            return
        self._memory["window"] = bytes(self.saveGeometry().toBase64()).decode("ascii")
        self.closing.emit()
        event.accept()
