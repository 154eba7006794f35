"""A small state mark: a shape, a word and a colour, so that the colour is never the only cue."""

from PySide6.QtCore import QSize
from PySide6.QtWidgets import QLabel, QSizePolicy, QWidget

SHAPES = {"good": "√", "bad": "×", "warn": "!", "info": "●", "neutral": "○"}
"""The shape each tone carries unless another is given."""


class Badge(QLabel):
    """Tones: good, warn, bad, info, neutral."""

    def __init__(
        self, text: str, tone: str = "neutral", *, shape: str | None = None, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.set_state(text, tone, shape=shape)

    def set_state(self, text: str, tone: str, *, shape: str | None = None) -> None:
        """Show another state."""
        mark = SHAPES[tone] if shape is None else shape
        self.setText(f"{mark} {text}".strip())
        self.setAccessibleName(text)
        self.setProperty("badge", tone)
        self.style().unpolish(self)
        self.style().polish(self)

    def sizeHint(self) -> QSize:
        return super().sizeHint() + QSize(1, 0)
