"""The row of totals that stays at the foot of a table, its cells under the table's columns."""

from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QFontMetrics, QPainter, QPaintEvent
from PySide6.QtWidgets import QTableView, QWidget

from quizapp.gui.models.rows import ColumnKind, RowsModel
from quizapp.gui.theme import SPACE, Theme
from quizapp.gui.widgets.cell_delegate import RATE_SAMPLE


class TotalsRow(QWidget):
    """Stands below a table's view and keeps in step with its columns; hidden while the model has no totals."""

    def __init__(self, theme: Theme, model: RowsModel, view: QTableView) -> None:
        super().__init__(view.parentWidget())
        self._theme = theme
        self._model = model
        self._view = view
        header = view.horizontalHeader()
        header.sectionResized.connect(self._repaint)
        header.sectionMoved.connect(self._repaint)
        header.geometriesChanged.connect(self._repaint)
        view.horizontalScrollBar().valueChanged.connect(self._repaint)
        model.modelReset.connect(self._refresh)
        theme.changed.connect(self._refresh)
        self._refresh()

    def _refresh(self) -> None:
        self.setFixedHeight(self._theme.sizes.row)
        self.setVisible(self._model.totals is not None)
        self.setAccessibleName("  ".join(text for text in self._model.totals or [] if text))
        self.update()

    def _repaint(self) -> None:
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setFont(self._theme.font("body", bold=True))
        painter.setPen(self._theme.colour("line"))
        painter.drawLine(0, 0, self.width(), 0)
        painter.setPen(self._theme.colour("text"))
        start = self._view.viewport().x()
        for at, text in enumerate(self._model.totals or []):
            if self._view.isColumnHidden(at):
                continue
            cell = QRect(start + self._view.columnViewportPosition(at), 0, self._view.columnWidth(at), self.height())
            self._paint_cell(painter, cell.adjusted(SPACE.snug, 0, -SPACE.snug, 0), at, text)

    def _paint_cell(self, painter: QPainter, inner: QRect, at: int, text: str) -> None:
        kind, side = self._model.columns[at].kind, Qt.AlignmentFlag.AlignLeft
        if kind is ColumnKind.RATE:
            inner.setWidth(QFontMetrics(self._theme.font()).horizontalAdvance(RATE_SAMPLE))
        if kind in (ColumnKind.NUMBER, ColumnKind.RATE):
            side = Qt.AlignmentFlag.AlignRight
        painter.drawText(inner, side | Qt.AlignmentFlag.AlignVCenter, text)
