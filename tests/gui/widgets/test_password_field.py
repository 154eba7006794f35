"""A password is hidden until its eye is pressed; a PIN takes figures only."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit, QToolButton

from quizapp.gui.widgets.password_field import PasswordField


def test_the_eye_shows_and_hides(theme, show):
    field = show(PasswordField(theme))
    assert field.echoMode() is QLineEdit.EchoMode.Password
    field.eye.trigger()
    assert field.echoMode() is QLineEdit.EchoMode.Normal
    assert field.eye.text() == "隐藏"
    field.eye.trigger()
    assert field.echoMode() is QLineEdit.EchoMode.Password


def test_the_eye_is_large_enough_and_at_the_right(theme, show, qtbot):
    field = show(PasswordField(theme))
    button = field.findChild(QToolButton)
    assert button.geometry().right() > field.width() - 12
    assert button.height() >= 32
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
    assert field.echoMode() is QLineEdit.EchoMode.Normal


def test_a_pin_is_so_many_figures(theme, show, qtbot):
    field = show(PasswordField(theme, digits=4))
    qtbot.keyClicks(field, "1a2b3456")
    assert field.text() == "1234"


def test_a_password_is_any_text(theme, show, qtbot):
    field = show(PasswordField(theme))
    qtbot.keyClicks(field, "a1!B c")
    assert field.text() == "a1!B c"
