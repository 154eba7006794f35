"""What is to be read out is handed to Qt as words, without moving the focus."""

from PySide6 import QtGui
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QPushButton

from quizapp.gui.announce import announce


def test_the_words_are_announced(theme, show, monkeypatch):
    told = []
    monkeypatch.setattr(QAccessible, "updateAccessibility", told.append)
    button = show(QPushButton("交卷"))
    announce(button, "不足 5 分钟")
    (event,) = told
    if hasattr(QtGui, "QAccessibleAnnouncementEvent"):
        assert event.message() == "不足 5 分钟"
    else:
        assert event.type() is QAccessible.Event.Alert
