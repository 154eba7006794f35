"""A tall page scrolls down, never sideways."""

from PySide6.QtWidgets import QLabel

from quizapp.gui.widgets.scroller import Scroller


def test_tall_contents_scroll(theme, show, qtbot):
    scroller = Scroller()
    for number in range(60):
        scroller.body.addWidget(QLabel(f"第 {number} 行"))
    show(scroller, 400, 300)
    qtbot.waitUntil(lambda: scroller.verticalScrollBar().maximum() > 300)
    assert not scroller.horizontalScrollBar().isVisible()


def test_short_contents_do_not(theme, show):
    scroller = Scroller()
    scroller.body.addWidget(QLabel("一行"))
    show(scroller, 400, 300)
    assert scroller.verticalScrollBar().maximum() == 0
