"""What acts on a page share: done in the background, the outcome said in the banner, with a way on from it."""

from collections.abc import Callable

from PySide6.QtCore import QObject, Signal

from quizapp.gui.doors import Doors
from quizapp.gui.widgets.page_frame import PageFrame


class PageActs(QObject):
    """`done` after every change; what the banner offers is done when its button is pressed."""

    done = Signal()

    def __init__(self, doors: Doors, page: PageFrame) -> None:
        super().__init__(page)
        self._doors = doors
        self._page = page
        self._next: Callable[[], object] | None = None
        page.banner.acted.connect(self._on_banner_acted)

    def _do(self, act: Callable[[], object], on_done: Callable[..., object]) -> None:
        self._doors.tasks.run(act, on_done=on_done, on_failed=self._on_failed, owner=self)

    def _say(
        self, tone: str, title: str, text: str = "", *, action: str = "", does: Callable[[], object] | None
    ) -> None:
        self._next = does
        self._page.banner.say(tone, title, text, action=action)

    def _on_done(self, words: str, _result: object) -> None:
        self._say("good", words, does=None)
        self.done.emit()

    def _on_failed(self, error: Exception) -> None:
        self._next = None
        self._page.banner.show_error(error)
        self.done.emit()

    def _on_banner_acted(self) -> None:
        does, self._next = self._next, None
        self._page.banner.clear()
        if does:
            does()
        else:
            self.done.emit()  # the banner offered to try again: look up once more
