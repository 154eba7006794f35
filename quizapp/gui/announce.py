"""Says something to a screen reader without moving the focus, politely: after what it is saying now."""

from PySide6 import QtGui
from PySide6.QtGui import QAccessible, QAccessibleEvent
from PySide6.QtWidgets import QWidget


def announce(widget: QWidget, words: str) -> None:
    """Have `words` read out; before Qt 6.8 the widget is pointed at instead, whose name should hold them."""
    if hasattr(QtGui, "QAccessibleAnnouncementEvent"):
        event: QAccessibleEvent = QtGui.QAccessibleAnnouncementEvent(widget, words)
    else:
        event = QAccessibleEvent(widget, QAccessible.Event.Alert)
    QAccessible.updateAccessibility(event)
