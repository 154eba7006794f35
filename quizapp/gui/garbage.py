"""Frees Python's reference cycles in the window's thread only.

Python frees a cycle in whichever thread happens to allocate when the count is full. Where the cycle holds a widget that
would be a worker, and a widget that ends outside the window's thread takes the program down with it.
"""

import gc

from PySide6.QtCore import QObject, QTimer

_PAUSE_MS = 1000


class GarbageCollector(QObject):
    """Collects now and then while the event loop runs; must be made and stopped in the window's thread."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        gc.disable()
        self._timer = QTimer(self)
        self._timer.timeout.connect(collect_what_is_due)
        self._timer.start(_PAUSE_MS)

    def stop(self) -> None:
        """Leave it to Python again; call it when no worker runs any more."""
        self._timer.stop()
        gc.enable()


def collect_what_is_due() -> None:
    """Collect the oldest generation whose count is full, as Python would have done by itself."""
    for generation, (count, threshold) in reversed(
        list(enumerate(zip(gc.get_count(), gc.get_threshold(), strict=True)))
    ):
        if 0 < threshold < count:
            gc.collect(generation)
            return
