"""What a test asks of its room while it is taken: leavings are put on record and told at once, too many hand in."""

from functools import partial

from PySide6.QtCore import QObject, QTimer

from quizapp.core.desk import Desk, LeavingReceipt, Sheet
from quizapp.gui.pages.take_test import TakeTestPage
from quizapp.gui.tasks import SerialQueue
from quizapp.gui.window_watch import WindowWatch
from quizapp.i18n import _

_RETRY_MS = 3000


class ExamConduct(QObject):
    """Lives as long as the page it looks after; only made for a test that records leaving."""

    def __init__(self, page: TakeTestPage, queue: SerialQueue, desk: Desk, token: str, *, watch: WindowWatch) -> None:
        """`queue` is the one the answers go through, so that all of them stand before what hands the sheet in."""
        super().__init__(page)
        self._page, self._queue, self._desk, self._token = page, queue, desk, token
        self._waiting: list[tuple[int, float]] = []
        self._seq = page.sheet.leavings
        self._retry = QTimer(self, singleShot=True, interval=_RETRY_MS)
        self._retry.timeout.connect(self._send)
        self._at_once = QTimer(self, singleShot=True, interval=0)
        self._at_once.timeout.connect(page.hand_in)
        self.watch = watch
        watch.setParent(self)
        watch.came_back.connect(self._on_came_back)
        page.finished.connect(self._on_page_finished)
        if _is_over(page.sheet):
            self._at_once.start()  # the program ended between the last leaving and handing in

    def _on_came_back(self, seconds: float) -> None:
        self._seq += 1
        self._waiting.append((self._seq, seconds))
        self._send()

    def _send(self) -> None:
        """Put on record what is not yet, the oldest first; what is not kept is tried again."""
        for seq, seconds in self._waiting:
            note = partial(self._desk.note_leaving, self._token, self._page.sheet.attempt_id, seconds, seq=seq)
            done = partial(self._on_noted, seq, seconds)
            self._queue.submit(note, on_done=done, on_failed=self._on_failed, owner=self)

    def _on_noted(self, seq: int, seconds: float, receipt: LeavingReceipt) -> None:
        if (seq, seconds) not in self._waiting:
            return  # it was sent twice
        self._waiting.remove((seq, seconds))
        title, text = leaving_words(seconds, receipt)
        self._page.banner.say("warn", title, text)
        if receipt.is_too_many:
            self._page.hand_in()

    def _on_failed(self, _error: Exception) -> None:
        """An answer that is not kept is told by the page; this is only tried again."""
        self._retry.start()

    def _on_page_finished(self) -> None:
        self._retry.stop()
        self.watch.stop()


def _is_over(sheet: Sheet) -> bool:
    return LeavingReceipt(sheet.leavings, sheet.leavings_allowed).is_too_many


def leaving_words(seconds: float, receipt: LeavingReceipt) -> tuple[str, str]:
    """What somebody who comes back is told: what is on record, and what is still allowed."""
    title = _("您离开了考试窗口 {seconds} 秒，已记录第 {number} 次").format(
        seconds=round(seconds), number=receipt.number
    )
    left = receipt.allowed - receipt.number
    if not receipt.allowed:
        return title, _("请留在考试窗口里作答。")
    if left < 0:
        return title, _("已超过允许的 {allowed} 次，正在自动交卷。").format(allowed=receipt.allowed)
    if left == 0:
        return title, _("允许的次数已经用完：再离开一次就会自动交卷。")
    return title, _("还可以离开 {count} 次，超过后自动交卷。").format(count=left)
