"""Each shape is drawn, and no two look alike."""

import pytest
from PySide6.QtCore import QRectF
from PySide6.QtGui import QColor, QImage, QPainter

from quizapp.gui.widgets.marks import TONE_MARKS, Mark, draw_mark


def drawn(mark: Mark) -> QImage:
    image = QImage(32, 32, QImage.Format.Format_ARGB32)
    image.fill(0)
    painter = QPainter(image)
    draw_mark(painter, mark, QRectF(4, 4, 24, 24), QColor("black"))
    painter.end()
    return image


def test_no_two_shapes_look_alike(qapp):
    pictures = [bytes(drawn(mark).constBits()) for mark in Mark]
    assert len(set(pictures)) == len(Mark)


def test_none_draws_nothing(qapp):
    assert not any(bytes(drawn(Mark.NONE).constBits()))


@pytest.mark.parametrize("mark", [mark for mark in Mark if mark])
def test_shapes_stay_in_their_square(qapp, mark):
    image = drawn(mark)
    assert all(image.pixelColor(x, y).alpha() == 0 for x in range(32) for y in (0, 1, 30, 31))


def test_every_tone_has_its_own_shape():
    assert len(set(TONE_MARKS.values())) == len(TONE_MARKS) == 5
