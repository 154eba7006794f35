"""A workbook is dropped on the zone or on the page round it; other files are not taken."""

from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDragLeaveEvent, QDropEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from quizapp.gui.widgets.drop_zone import DropZone

BUTTONS, NO_KEYS = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier


@pytest.fixture
def zone(theme, show) -> DropZone:
    page = QWidget()
    made = DropZone(theme, title="把工作簿拖到这里", text="支持 .xlsx", button="选择文件", suffixes=(".xlsx", ".csv"))
    QVBoxLayout(page).addWidget(made)
    made.take_drops_of(page)
    show(page)
    return made


def data(*names: str) -> QMimeData:
    carried = QMimeData()
    carried.setUrls([QUrl.fromLocalFile(str(Path.home() / name)) for name in names])
    return carried


def drop(widget: QWidget, carried: QMimeData) -> None:
    drag_in(widget, carried)
    event = QDropEvent(QPointF(5, 5), Qt.DropAction.CopyAction, carried, BUTTONS, NO_KEYS)
    QCoreApplication.sendEvent(widget, event)


def drag_in(widget: QWidget, carried: QMimeData) -> bool:
    event = QDragEnterEvent(QPoint(5, 5), Qt.DropAction.CopyAction, carried, BUTTONS, NO_KEYS)
    QCoreApplication.sendEvent(widget, event)
    return event.isAccepted()


@pytest.mark.parametrize("name", ["题库.xlsx", "题库.XLSX", "名单.csv"])
def test_a_wanted_file_is_taken(zone, qtbot, name):
    with qtbot.waitSignal(zone.file_dropped) as told:
        drop(zone, data("说明.txt", name))
    assert told.args == [Path.home() / name]


def test_the_page_takes_it_too(zone, qtbot):
    with qtbot.waitSignal(zone.file_dropped):
        drop(zone.parentWidget(), data("题库.xlsx"))


def test_other_things_are_not_taken(zone, qtbot):
    assert not drag_in(zone, data("照片.jpg"))
    with qtbot.assertNotEmitted(zone.file_dropped):
        drop(zone, data("照片.jpg"))
        drop(zone, QMimeData())


def test_it_shows_that_it_would_take_the_file(zone):
    calm = zone.grab().toImage()
    assert drag_in(zone, data("题库.xlsx"))
    over = zone.grab().toImage()
    assert over != calm
    QCoreApplication.sendEvent(zone, QDragLeaveEvent())
    assert zone.grab().toImage() == calm


def test_while_disabled_nothing_is_taken(zone, qtbot):
    zone.setEnabled(False)
    with qtbot.assertNotEmitted(zone.file_dropped):
        drop(zone.parentWidget(), data("题库.xlsx"))


def test_its_button_asks_for_the_dialog(zone, qtbot):
    with qtbot.waitSignal(zone.choose_clicked):
        qtbot.mouseClick(zone.choose_button, Qt.MouseButton.LeftButton)
