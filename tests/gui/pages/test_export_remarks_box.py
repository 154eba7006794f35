"""The list of what a file does not hold: read and copied."""

from PySide6.QtGui import QGuiApplication

from quizapp.gui.pages.export_remarks_box import ExportRemarksBox


def test_the_lines_are_read_and_copied(theme, qtbot):
    box = ExportRemarksBox(theme, None, lines="甲：太长\n乙：太长")
    qtbot.addWidget(box)
    assert box.lines.isReadOnly()
    box.copy_button.click()
    assert QGuiApplication.clipboard().text() == "甲：太长\n乙：太长"
    assert box.copy_button.text() == "已复制"
    box.close_button.click()
    assert box.result() == box.DialogCode.Accepted
