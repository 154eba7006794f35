"""A choice of one among a few things worth a card each: a name, a line of facts; side by side, scrolled sideways."""

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import QEvent, QPoint, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QEnterEvent, QFont, QFontMetrics, QPainter, QPaintEvent, QPen, QResizeEvent
from PySide6.QtWidgets import QButtonGroup, QFrame, QHBoxLayout, QRadioButton, QScrollArea, QSizePolicy, QWidget

from quizapp.gui.theme import SHAPE, SPACE, Theme
from quizapp.i18n import _

_CARD_LETTERS = 12


class CardChoice(QScrollArea):
    """`chosen` is the value of the card chosen; `value_changed` carries it when the user chose another."""

    value_changed = Signal(object)

    def __init__(self, theme: Theme, name: str, *, parent: QWidget | None = None) -> None:
        """`name` is what a screen reader calls the whole."""
        super().__init__(parent)
        self._theme = theme
        self.cards: list[ChoiceCard] = []
        self._values: list[Any] = []
        self._group = QButtonGroup(self)
        self._group.buttonClicked.connect(self._on_button_clicked)
        self.setAccessibleName(name)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setWidgetResizable(True)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        inner = QWidget()
        inner.setProperty("surface", "clear")
        self._row = QHBoxLayout(inner)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.setSpacing(SPACE.snug)
        self._row.addStretch(1)
        self.setWidget(inner)
        theme.changed.connect(self.updateGeometry)

    @property
    def chosen(self) -> Any:
        """The value chosen, None where there is no card."""
        at = next((at for at, card in enumerate(self.cards) if card.isChecked()), None)
        return None if at is None else self._values[at]

    def set_entries(self, entries: Sequence[tuple[Any, str, str]]) -> None:
        """Offer (value, name, facts); the value chosen stays chosen if it is among them, else the first is chosen."""
        kept = self.chosen
        for card in self.cards:
            self._group.removeButton(card)
            self._row.removeWidget(card)
            card.hide()
            card.deleteLater()
        self._values = [value for value, _name, _facts in entries]
        self.cards = [ChoiceCard(self._theme, name, facts) for _value, name, facts in entries]
        for at, card in enumerate(self.cards):
            self._row.insertWidget(at, card)
            self._group.addButton(card)
        if self.cards:
            self.cards[self._values.index(kept) if kept in self._values else 0].setChecked(True)
        self.updateGeometry()

    def choose(self, value: object) -> None:
        """Choose the card with this value, silently; unknown values change nothing."""
        if value in self._values:
            card = self.cards[self._values.index(value)]
            card.setChecked(True)
            self.ensureWidgetVisible(card)

    def _on_button_clicked(self, card: QWidget) -> None:
        self.ensureWidgetVisible(card)
        self.value_changed.emit(self.chosen)

    def sizeHint(self) -> QSize:
        hint = card_size(self._theme)
        bar = self.horizontalScrollBar()
        spare = bar.sizeHint().height() if bar.maximum() > 0 else 0
        return QSize(hint.width(), hint.height() + spare)

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.updateGeometry()  # whether the cards must be scrolled decides on the height


class ChoiceCard(QRadioButton):
    """One card; a radio button to the keyboard and to screen readers."""

    def __init__(self, theme: Theme, name: str, facts: str) -> None:
        super().__init__(name)
        self._theme = theme
        self._facts = facts
        self._is_hovered = False
        self.setAccessibleName(_("{name}，{facts}").format(name=name, facts=facts))
        self.setToolTip(name)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        theme.changed.connect(self.updateGeometry)

    @property
    def facts(self) -> str:
        """The line below the name."""
        return self._facts

    def hitButton(self, position: QPoint) -> bool:
        return self.rect().contains(position)

    def sizeHint(self) -> QSize:
        return card_size(self._theme)

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def enterEvent(self, event: QEnterEvent) -> None:
        self._is_hovered = True
        self.update()
        super().enterEvent(event)

    def leaveEvent(self, event: QEvent) -> None:
        self._is_hovered = False
        self.update()
        super().leaveEvent(event)

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        tint, is_on = self._theme.colour, self.isChecked()
        width = SHAPE.ring_width if is_on else SHAPE.line_width
        painter.setPen(QPen(tint("accent" if is_on or self._is_hovered else "line"), width))
        painter.setBrush(tint("accent_soft" if is_on else "hover" if self._is_hovered else "surface"))
        half = width / 2
        area = QRectF(self.rect()).adjusted(half, half, -half, -half)
        painter.drawRoundedRect(area, SHAPE.card_radius, SHAPE.card_radius)
        if self.hasFocus():
            inset = SPACE.hair
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QPen(tint("accent"), SHAPE.line_width))
            ring = QRectF(self.rect()).adjusted(inset, inset, -inset, -inset)
            painter.drawRoundedRect(ring, SHAPE.field_radius, SHAPE.field_radius)
        self._paint_words(painter, is_on=is_on)

    def _paint_words(self, painter: QPainter, *, is_on: bool) -> None:
        tint, top = self._theme.colour, float(SPACE.tight + SPACE.hair)
        room = self.width() - 2 * SPACE.normal
        inks = ("accent" if is_on else "text", "text" if is_on else "muted")
        for words, font, ink in zip((self.text(), self._facts), _fonts(self._theme), inks, strict=True):
            metrics = QFontMetrics(font)
            painter.setFont(font)
            painter.setPen(tint(ink))
            line = QRectF(SPACE.normal, top, room, metrics.height())
            shown = metrics.elidedText(words, Qt.TextElideMode.ElideRight, room)
            painter.drawText(line, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter, shown)
            top += metrics.height() + SPACE.hair / 2


def _fonts(theme: Theme) -> tuple[QFont, QFont]:
    return theme.font("body", bold=True), theme.font("small")


def card_size(theme: Theme) -> QSize:
    """The size of every card: a name and a line of facts."""
    height = sum(QFontMetrics(font).height() for font in _fonts(theme)) + 2 * (SPACE.tight + SPACE.hair)
    return QSize(theme.letters(_CARD_LETTERS), height + SPACE.hair // 2)
