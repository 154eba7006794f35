"""Sentences stand under one another, and the lines of a long one under its first letter."""

from quizapp.gui.gallery import cut_texts
from quizapp.gui.widgets.bullets import Bullets
from quizapp.gui.widgets.scroller import Scroller
from quizapp.gui.widgets.text import Text


def test_every_sentence_begins_at_the_same_place(theme, show):
    bullets = Bullets(["短的一句。", "很长的一句，" * 12])
    scroller = Scroller()
    scroller.body.addWidget(bullets)
    scroller.body.addStretch(1)
    show(scroller, 300, 400)
    points, sentences = bullets.findChildren(Text)[::2], bullets.findChildren(Text)[1::2]
    assert [one.text() for one in sentences] == ["短的一句。", "很长的一句，" * 12]
    assert len({one.x() for one in sentences}) == 1
    assert all(point.geometry().right() < sentences[0].x() for point in points)
    assert sentences[1].height() > 2 * sentences[0].height()
    assert points[1].y() == sentences[1].y()
    assert cut_texts(bullets) == []
