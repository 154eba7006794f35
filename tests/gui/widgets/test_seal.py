"""The seal is drawn in its own colour and grows with the text."""

from PySide6.QtWidgets import QWidget

from quizapp.gui.theme import LIGHT
from quizapp.gui.widgets.seal import Seal


def test_it_is_cinnabar_and_square(theme, show):
    page = QWidget()
    seal = Seal(theme, 40, parent=page)
    show(page)
    assert seal.width() == seal.height() == 40
    assert seal.grab().toImage().pixelColor(20, 1).name().upper() == LIGHT.seal
    theme.use(size="extra")
    assert seal.width() > 60
