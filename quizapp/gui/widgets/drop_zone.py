"""Where a file is dropped, or chosen with a button; the whole page around it may take the drop."""

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QEvent, QObject, QRectF, Qt, Signal
from PySide6.QtGui import QDragEnterEvent, QDropEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QHBoxLayout, QLabel, QVBoxLayout, QWidget

from quizapp.gui.theme import SHAPE, SPACE, Theme
from quizapp.gui.widgets.button import Button
from quizapp.gui.widgets.text import Text


class DropZone(QWidget):
    """`file_dropped` carries the path; `choose_clicked` asks the page to open its file dialog."""

    file_dropped = Signal(Path)
    choose_clicked = Signal()

    def __init__(
        self,
        theme: Theme,
        *,
        title: str,
        text: str,
        button: str,
        suffixes: Sequence[str],
        parent: QWidget | None = None,
    ) -> None:
        """`suffixes` as ".xlsx"; other files are not taken."""
        super().__init__(parent)
        self._theme = theme
        self._suffixes = tuple(suffix.casefold() for suffix in suffixes)
        self._is_over = False
        self._mark = QLabel()
        self.choose_button = Button(theme, button, kind="primary", icon="folder-open")
        self.choose_button.clicked.connect(self.choose_clicked)
        self._build(title, text)
        self.take_drops_of(self)
        theme.changed.connect(self._refresh)
        self._refresh()

    def take_drops_of(self, widget: QWidget) -> None:
        """Let a file be dropped anywhere on `widget` as well."""
        widget.setAcceptDrops(True)
        widget.installEventFilter(self)

    def add_button(self, button: Button) -> None:
        """Another way to bring something, beside the button that chooses a file."""
        self._buttons.addWidget(button)

    def _build(self, title: str, text: str) -> None:
        self._buttons = QHBoxLayout()
        self._buttons.setSpacing(SPACE.snug)
        self._buttons.addWidget(self.choose_button)
        middle = Qt.AlignmentFlag.AlignHCenter
        heading, words = Text(title, "title", wraps=False), Text(text, "muted")
        words.setAlignment(middle)
        column = QVBoxLayout(self)
        column.setContentsMargins(SPACE.wide, SPACE.broad, SPACE.wide, SPACE.broad)
        column.setSpacing(SPACE.tight)
        column.addStretch(1)
        column.addWidget(self._mark, 0, middle)
        column.addWidget(heading, 0, middle)
        column.addWidget(words)
        column.addSpacing(SPACE.tight)
        column.addLayout(self._buttons)
        column.setAlignment(self._buttons, middle)
        column.addStretch(1)

    def _refresh(self) -> None:
        side = round(self._theme.sizes.body * 3.4)
        self._mark.setPixmap(self._theme.icon("file-arrow-up", "accent").pixmap(side, side))

    def _wanted(self, event: QDropEvent) -> Path | None:
        for url in event.mimeData().urls():
            path = Path(url.toLocalFile())
            if url.isLocalFile() and path.suffix.casefold() in self._suffixes:
                return path
        return None

    def _set_over(self, is_over: bool) -> None:
        self._is_over = is_over
        self.update()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        kind = event.type()
        if kind in (QEvent.Type.DragEnter, QEvent.Type.DragMove) and isinstance(event, QDropEvent | QDragEnterEvent):
            if self._wanted(event):
                self._set_over(True)
                event.acceptProposedAction()
            else:
                event.ignore()
            return True
        if kind == QEvent.Type.DragLeave:
            self._set_over(False)
        elif kind == QEvent.Type.Drop and isinstance(event, QDropEvent):
            self._set_over(False)
            path = self._wanted(event)
            if path and self.isEnabled():
                event.acceptProposedAction()
                self.file_dropped.emit(path)
            return True
        return super().eventFilter(watched, event)

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        tint = self._theme.colour
        pen = QPen(tint("accent" if self._is_over else "edge"), SHAPE.ring_width if self._is_over else 1.5)
        pen.setStyle(Qt.PenStyle.SolidLine if self._is_over else Qt.PenStyle.DashLine)
        pen.setDashPattern([4, 4]) if not self._is_over else None
        painter.setPen(pen)
        painter.setBrush(tint("accent_soft" if self._is_over else "surface"))
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(1, 1, -1, -1), SHAPE.card_radius, SHAPE.card_radius)
