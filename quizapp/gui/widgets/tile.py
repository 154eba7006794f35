"""A count with its label; several stand in a row."""

from collections.abc import Sequence

from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from quizapp.gui.theme import SPACE
from quizapp.gui.widgets.text import Text


class Tile(QFrame):
    """A figure, large, above what it counts."""

    def __init__(self, label: str, figure: str = "", *, tone: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("surface", "card")
        self._label = Text(label, "muted", wraps=False)
        self._figure = Text("", "figure", wraps=False)
        column = QVBoxLayout(self)
        column.setContentsMargins(SPACE.normal, SPACE.snug, SPACE.normal, SPACE.snug)
        column.setSpacing(0)
        column.addWidget(self._figure)
        column.addWidget(self._label)
        self.set_figure(figure, tone=tone)

    @property
    def figure(self) -> str:
        """The figure shown."""
        return self._figure.text()

    @property
    def label(self) -> str:
        """What is counted."""
        return self._label.text()

    def set_figure(self, figure: str, *, tone: str = "") -> None:
        """Show another figure; `tone` colours it (good, warn, bad)."""
        self._figure.setText(figure)
        self._figure.set_tone(tone)
        self.setAccessibleName(f"{self.label} {figure}")


class TileRow(QWidget):
    """Tiles side by side, all as wide."""

    def __init__(self, labels: Sequence[str] = (), *, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.tiles: list[Tile] = []
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.setSpacing(SPACE.snug)
        for label in labels:
            self.add(label)

    def add(self, label: str, figure: str = "", *, tone: str = "") -> Tile:
        """One more tile at the right."""
        tile = Tile(label, figure, tone=tone)
        self.tiles.append(tile)
        self._row.addWidget(tile, 1)
        return tile
