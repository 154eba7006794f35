"""One PC, one person after another (轮流机考): choose a name, confirm, take the test, see the score, make room.

Whatever somebody typed, chose, copied or was shown is gone when the next one comes; the PC itself is never locked.
"""

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QObject
from PySide6.QtGui import QClipboard, QGuiApplication

from quizapp.core.desk import Desk, MyExam, Outcome, Sheet, SignedIn
from quizapp.gui.doors import Doors
from quizapp.gui.exam_room import ExamRoom
from quizapp.gui.main_window import MainWindow
from quizapp.gui.page import Page
from quizapp.gui.pages.exam_rules import ExamRulesPage
from quizapp.gui.pages.kiosk_confirm import KioskConfirmPage
from quizapp.gui.pages.kiosk_outcome import KioskOutcomePage
from quizapp.gui.pages.sign_in import StaffSignInPage
from quizapp.gui.preferences import Preferences
from quizapp.gui.unattended import Unattended
from quizapp.i18n import _

UNATTENDED_MS = 3 * 60 * 1000
"""A page before the test that nobody touches for so long belongs to somebody who went away."""
TEXT_SIZE = "large"


class KioskFlow(QObject):
    """Shows its pages in the window; `on_ended` is asked to lead out of this mode."""

    def __init__(
        self,
        doors: Doors,
        window: MainWindow,
        desk: Desk,
        preferences: Preferences,
        *,
        on_organiser: Callable[[], object],
        on_ended: Callable[[], object],
    ) -> None:
        super().__init__()
        self._doors, self._window, self._desk, self._preferences = doors, window, desk, preferences
        self._on_organiser, self._on_ended = on_organiser, on_ended
        self._me: SignedIn | None = None
        self._copied: set[QClipboard.Mode] = set()
        QGuiApplication.clipboard().changed.connect(self._on_clipboard_changed)
        self._room = ExamRoom(doors, window, desk)
        self._room.finished.connect(self._on_finished)

    @property
    def token(self) -> str:
        """The token of whose turn it is, empty where nobody was chosen yet."""
        return self._me.token if self._me else ""

    def begin(self) -> None:
        """Show the first page; nothing of the former person is left."""
        self._forget_person()
        self._doors.theme.use(size=TEXT_SIZE)
        page = StaffSignInPage(self._doors, self._desk, self._preferences, is_kiosk=True)
        page.signed_in.connect(self._on_signed_in)
        page.organiser_wanted.connect(self._on_organiser)
        page.kiosk_wanted.connect(self._on_ended)
        self._show(page, "")

    def _forget_person(self) -> None:
        """Sign out behind whatever still goes to the desk, and take back what was copied during the turn."""
        if self._me is not None:
            sign_out = partial(self._desk.sign_out, self.token)
            self._room.queue.submit(sign_out, on_failed=self._on_sign_out_failed)
            copied, self._copied = self._copied, set()
            for mode in copied:
                QGuiApplication.clipboard().clear(mode)
        self._me = None

    def _on_sign_out_failed(self, _error: Exception) -> None:
        """The token is known to nobody any more, and ends by itself."""

    def _on_clipboard_changed(self, mode: QClipboard.Mode) -> None:
        self._copied.add(mode)

    def _on_signed_in(self, me: SignedIn) -> None:
        self._me = me
        self._copied.clear()  # what was there before is nobody's of this turn
        page = KioskConfirmPage(self._doors, self._desk, me)
        page.confirmed.connect(self._on_confirmed)
        page.refused.connect(self.begin)
        self._show(page, "")

    def _on_confirmed(self, exam: MyExam) -> None:
        if self._me is None:
            return
        page = ExamRulesPage(self._doors, self._desk, self._me, exam)
        page.went_back.connect(self.begin)
        page.started.connect(self._on_started)
        self._show(page, exam.title)

    def _on_started(self, sheet: Sheet) -> None:
        self._room.take(self.token, sheet)

    def _on_finished(self, outcome: Outcome) -> None:
        page = KioskOutcomePage(self._doors, outcome)
        page.is_over.connect(self.begin)
        self._window.replace_page(page, title=outcome.title)

    def _show(self, page: Page, title: str) -> None:
        """Show a page that makes room by itself when nobody attends to it."""
        Unattended(page, UNATTENDED_MS).noticed.connect(self.begin)
        self._window.replace_page(page, title=title)


def kiosk_words() -> str:
    """What this mode does, before it begins."""
    return _(
        "一人考完，十秒后自动回到选择姓名的页面，下一位接着考；文字用大号，不留下上一位的任何内容。"
        "电脑不会被锁住。退出需要管理员密码。"
    )
