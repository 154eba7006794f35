"""Text is pasted, looked over, handed on."""

from PySide6.QtGui import QGuiApplication

from quizapp.gui.widgets.paste_editor import PasteEditor
from tests.gui.reading import button


def test_what_was_copied_is_there_at_once(theme, show, qtbot):
    QGuiApplication.clipboard().setText("题干,答案\n甲？,对")
    editor = show(PasteEditor(theme))
    assert not editor.read_button.isEnabled()
    editor.begin()
    assert editor.read_button.hasFocus()
    with qtbot.waitSignal(editor.text_ready) as signal:
        button(editor, "识别文字").click()
    assert signal.args == ["题干,答案\n甲？,对"]


def test_what_was_typed_stays(theme, show, qtbot):
    QGuiApplication.clipboard().clear()
    editor = show(PasteEditor(theme))
    editor.begin()
    assert editor.edit.hasFocus()
    qtbot.keyClicks(editor.edit, "1.")
    QGuiApplication.clipboard().setText("别的")
    editor.begin()
    assert editor.edit.toPlainText() == "1."
    with qtbot.waitSignal(editor.cancelled):
        button(editor, "取消").click()
