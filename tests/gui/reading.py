"""What a user can read of a widget, and how tests find what they press."""

from PySide6.QtWidgets import QAbstractButton, QLabel, QWidget

from quizapp.gui.widgets.data_table import DataTable


def words_of(widget: QWidget) -> str:
    """All visible words of labels and buttons, a line each."""
    found = [one for one in widget.findChildren(QWidget) if isinstance(one, QLabel | QAbstractButton)]
    return "\n".join(one.text() for one in found if one.isVisibleTo(widget) and one.text())


def button(widget: QWidget, text: str) -> QAbstractButton:
    """The visible button with these words."""
    found = [one for one in widget.findChildren(QAbstractButton) if one.text() == text and one.isVisibleTo(widget)]
    assert len(found) == 1, f"{len(found)} buttons say {text}: {words_of(widget)}"
    return found[0]


def cells(table: DataTable, heading: str) -> list[str]:
    """What a column of a table shows, from the top."""
    at = [one.heading for one in table.model.columns].index(heading)
    return [table.model.cell(row, at) for row in table.shown_rows]
