"""Looks for near questions while a file is looked through: one search at a time, the newest preview counts."""

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QObject

from quizapp.errors import Cancelled
from quizapp.gui.pages.import_check import ImportCheck
from quizapp.gui.tasks import Task, Tasks
from quizapp.services.banks import BankPreview, Banks, NearPair, Novelty


class NearSearch(QObject):
    """Shows what it finds in the check of a file; what cannot be searched is handed to `on_failed`."""

    def __init__(
        self, tasks: Tasks, banks: Banks, check: ImportCheck, on_failed: Callable[[Exception], object]
    ) -> None:
        super().__init__(check)
        self._tasks, self._banks, self._check = tasks, banks, check
        self._on_error = on_failed
        self._preview: BankPreview | None = None
        self._task: Task | None = None
        check.near.search_wanted.connect(self._again)

    def start(self, preview: BankPreview) -> None:
        """Search for the new rows of a preview; a search for an older one ends without a word."""
        self._cancel()
        self._preview = preview
        if not preview.count(Novelty.NEW):
            return
        task = self._tasks.run(
            partial(self._banks.near_pairs, preview),
            on_done=partial(self._on_found, preview),
            on_failed=partial(self._on_failed, preview),
            on_progress=self._check.near.progress.step,
            owner=self,
        )
        self._task = task
        self._check.begin_near(task)

    def stop(self) -> None:
        """Let a search under way end; it can be made again."""
        if self._cancel():
            self._check.show_near(None)

    def _cancel(self) -> bool:
        is_running = self._task is not None and self._task.is_running
        if self._task is not None and is_running:
            self._task.cancel()
        return is_running

    def _again(self) -> None:
        if self._preview is not None:
            self.start(self._preview)

    def _on_found(self, preview: BankPreview, pairs: list[NearPair]) -> None:
        if preview is self._preview:
            self._check.show_near(pairs)

    def _on_failed(self, preview: BankPreview, error: Exception) -> None:
        if preview is not self._preview:
            return
        self._check.show_near(None)
        if not isinstance(error, Cancelled):
            self._on_error(error)
