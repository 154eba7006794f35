"""Counts in a row of which one is chosen: what it counts is shown below. Arrow keys go from one to the next."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFontMetrics, QPainter, QPaintEvent, QPen, QResizeEvent
from PySide6.QtWidgets import QAbstractButton, QButtonGroup, QHBoxLayout, QSizePolicy, QWidget

from quizapp.gui.theme import SHAPE, SPACE, Theme

_LABEL = (Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignTop).value | Qt.TextFlag.TextWordWrap.value


@dataclass(frozen=True, slots=True)
class TileEntry:
    """One count: `key` is what `chosen` returns, `tone` colours the figure (good, warn, bad)."""

    key: Any
    label: str
    count: int
    tone: str = ""


class TileChoice(QWidget):
    """`chosen` is the key of the tile pressed last; `chosen_changed` carries it."""

    chosen_changed = Signal(object)

    def __init__(self, theme: Theme, *, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._group = QButtonGroup(self)
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.setSpacing(SPACE.tight)
        self.tiles: dict[Any, CountTile] = {}
        self._group.buttonToggled.connect(self._on_button_toggled)

    @property
    def chosen(self) -> Any:
        """The key of the chosen tile, None where there is none."""
        return next((key for key, tile in self.tiles.items() if tile.isChecked()), None)

    def set_entries(self, entries: Sequence[TileEntry]) -> None:
        """Show these counts; the chosen one stays chosen if it is among them, else it is the first that counts any."""
        kept = self.chosen
        if [entry.key for entry in entries] != list(self.tiles):
            self._rebuild(entries)
        for entry in entries:
            self.tiles[entry.key].set_entry(entry)
        self._fit()
        if self.chosen is None and entries:
            self.choose(kept if kept in self.tiles else next((e.key for e in entries if e.count), entries[0].key))

    def choose(self, key: object) -> None:
        """Choose a tile as if it were pressed."""
        self.tiles[key].setChecked(True)

    def _rebuild(self, entries: Sequence[TileEntry]) -> None:
        for tile in self.tiles.values():
            self._group.removeButton(tile)
            self._row.removeWidget(tile)
            tile.deleteLater()
        self.tiles = {}
        for entry in entries:
            tile = CountTile(self._theme, self)
            self._group.addButton(tile)
            self._row.addWidget(tile, 1)
            self.tiles[entry.key] = tile

    def _fit(self) -> None:
        """Give every tile as many lines as the longest label needs."""
        tiles = list(self.tiles.values())
        if tiles:
            room = (self.width() - (len(tiles) - 1) * self._row.spacing()) // len(tiles)
            lines = max(tile.lines_in(room) for tile in tiles)
            for tile in tiles:
                tile.set_lines(lines)

    def _on_button_toggled(self, _tile: QAbstractButton, is_on: bool) -> None:
        if is_on:
            self.chosen_changed.emit(self.chosen)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()


class CountTile(QAbstractButton):
    """A figure, large, above what it counts; pressed, it is the chosen one."""

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self._theme = theme
        self._entry = TileEntry("", "", 0)
        self._lines = 1
        self.setCheckable(True)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        theme.changed.connect(self.updateGeometry)

    @property
    def figure(self) -> str:
        """The figure shown."""
        return f"{self._entry.count:,}"

    def set_entry(self, entry: TileEntry) -> None:
        """Show another count."""
        self._entry = entry
        self.setText(entry.label)
        self.setAccessibleName(f"{entry.label} {entry.count}")
        self.updateGeometry()
        self.update()

    def lines_in(self, width: int) -> int:
        """How many lines the label takes in a tile of this width."""
        metrics, room = QFontMetrics(self._theme.font("small")), width - 2 * SPACE.hair
        area = metrics.boundingRect(QRect(0, 0, room, 1000), _LABEL, self._entry.label)
        return max(1, round(area.height() / metrics.height()))

    def set_lines(self, lines: int) -> None:
        """Have room for so many lines of label."""
        if lines != self._lines:
            self._lines = lines
            self.updateGeometry()

    def sizeHint(self) -> QSize:
        figure = QFontMetrics(self._theme.font("title", bold=True))
        label = QFontMetrics(self._theme.font("small"))
        words = max(map(label.horizontalAdvance, self._entry.label.split() or [""]))
        height = figure.height() + self._lines * label.height() + 2 * SPACE.tight + SPACE.hair
        return QSize(max(figure.horizontalAdvance(self.figure), words) + 2 * SPACE.hair, height)

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        tint, is_chosen = self._theme.colour, self.isChecked()
        width = SHAPE.ring_width if is_chosen or self.hasFocus() else SHAPE.line_width
        ground = "accent_soft" if is_chosen else "hover" if self.underMouse() else "surface"
        painter.setPen(QPen(tint("accent" if is_chosen or self.hasFocus() else "line"), width))
        painter.setBrush(tint(ground))
        area = QRectF(self.rect()).adjusted(width / 2, width / 2, -width / 2, -width / 2)
        painter.drawRoundedRect(area, SHAPE.card_radius, SHAPE.card_radius)
        self._paint_words(painter, area)

    def _paint_words(self, painter: QPainter, area: QRectF) -> None:
        font, small = self._theme.font("title", bold=True), self._theme.font("small")
        top = area.top() + SPACE.tight
        height = QFontMetrics(font).height()
        painter.setFont(font)
        tone = self._entry.tone if self._entry.count else ""
        painter.setPen(self._theme.colour(tone or ("text" if self._entry.count else "muted")))
        painter.drawText(QRectF(area.left(), top, area.width(), height), Qt.AlignmentFlag.AlignCenter, self.figure)
        painter.setFont(small)
        painter.setPen(self._theme.colour("muted"))
        room = area.adjusted(SPACE.hair, top + height - area.top(), -SPACE.hair, 0)
        painter.drawText(room, _LABEL, self._entry.label)
