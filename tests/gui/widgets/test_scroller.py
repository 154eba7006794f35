"""A tall page scrolls down, never sideways."""

from PySide6.QtWidgets import QLabel, QWidget

from quizapp.gui.widgets.scroller import Scroller
from quizapp.gui.widgets.text import Text


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


def test_wrapped_words_take_the_room_they_need_and_no_more(theme, show, qtbot):
    scroller = Scroller()
    words = Text("这一段话在窄的地方要换好几行，在宽的地方一行就够了。" * 2)
    scroller.body.addWidget(words)
    scroller.body.addStretch(1)
    show(scroller, 900, 300)
    qtbot.waitUntil(lambda: words.height() == words.heightForWidth(words.width()))
    assert scroller.verticalScrollBar().maximum() == 0
    scroller.window().resize(120, 100)
    qtbot.waitUntil(lambda: scroller.verticalScrollBar().maximum() > 0)


def test_contents_end_at_the_same_place_with_and_without_a_scroll_bar(theme, show):
    short, tall = Scroller(edge=40), Scroller(edge=40)
    short.body.addWidget(QLabel("一行"))
    for number in range(60):
        tall.body.addWidget(QLabel(f"第 {number} 行"))
    show(short, 400, 300)
    show(tall, 400, 300)
    assert tall.verticalScrollBar().isVisible()
    ends = {one.mapTo(scroller, one.rect().bottomRight()).x() for scroller in (short, tall) for one in labels(scroller)}
    assert ends == {359}


def labels(scroller: Scroller) -> list[QLabel]:
    return scroller.widget().findChildren(QLabel)


def test_edges_are_the_same_again_when_the_bar_has_gone(theme, show, qtbot):
    scroller = Scroller(edge=32)
    tall = QWidget()
    tall.setFixedHeight(2000)
    scroller.body.addWidget(tall)
    show(scroller, 600, 400)
    qtbot.waitUntil(lambda: scroller.body.contentsMargins().right() < 32)
    tall.setFixedHeight(100)
    qtbot.waitUntil(lambda: scroller.body.contentsMargins().right() == 32)
