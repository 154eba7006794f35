"""Notices that nobody attends to a page any more: neither mouse nor keyboard for a while."""

from PySide6.QtCore import QEvent, QObject, QTimer, Signal
from PySide6.QtWidgets import QApplication, QWidget

_SIGNS = {
    QEvent.Type.KeyPress,
    QEvent.Type.InputMethod,
    QEvent.Type.MouseMove,
    QEvent.Type.MouseButtonPress,
    QEvent.Type.Wheel,
    QEvent.Type.TouchBegin,
}


class Unattended(QObject):
    """`noticed` once after so long without a sign of anybody; ends with its page."""

    noticed = Signal()

    def __init__(self, page: QWidget, after_ms: int) -> None:
        super().__init__(page)
        self._timer = QTimer(self, singleShot=True, interval=after_ms)
        self._timer.timeout.connect(self.noticed)
        self._timer.start()
        QApplication.instance().installEventFilter(self)  # every widget of the page takes its own events

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() in _SIGNS:
            self._timer.start()
        return super().eventFilter(watched, event)
