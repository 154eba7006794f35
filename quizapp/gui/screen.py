"""What a screen of the gallery is: its name, how it is made, and what is pressed before the picture."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from PySide6.QtWidgets import QDialog, QGraphicsOpacityEffect, QWidget

from quizapp.gui.widgets.card import Card


@dataclass(frozen=True, slots=True)
class Screen:
    """`build` makes it when language, scheme and text size are set; each of `steps` is given the widget in turn.

    Between two steps the picture waits for what the page looks up.
    """

    name: str
    build: Callable[[], QWidget]
    steps: tuple[Callable[[Any], object], ...] = ()


def over(page: QWidget, box: QDialog) -> None:
    """Lay a dialog on the page as a picture of both needs it: in the middle, without waiting for an answer."""
    window, frame = page.window(), Card()
    frame.body.setContentsMargins(0, 0, 0, 0)
    frame.body.addWidget(box)
    frame.setParent(window)
    width = max(box.minimumWidth(), box.sizeHint().width())
    frame.resize(width + 2, box.layout().totalHeightForWidth(width) + 2)  # a hairline round it
    frame.move(window.rect().center() - frame.rect().center())
    veil = QGraphicsOpacityEffect(page)
    veil.setOpacity(0.5)
    page.setGraphicsEffect(veil)
    frame.show()
