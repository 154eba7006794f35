"""A button without a word still has a name, and follows the size of the text."""

from PySide6.QtCore import Qt

from quizapp.gui.widgets.icon_button import IconButton


def test_it_has_a_name_to_be_read_out(theme, show):
    button = show(IconButton(theme, "trash", "删除这一行"))
    assert button.accessibleName() == button.toolTip() == "删除这一行"
    assert not button.icon().isNull()


def test_the_keyboard_presses_it(theme, show, qtbot):
    button = show(IconButton(theme, "trash", "删除这一行"))
    with qtbot.waitSignal(button.clicked):
        qtbot.keyClick(button, Qt.Key.Key_Space)


def test_it_grows_with_the_letters(theme, show):
    button = show(IconButton(theme, "trash", "删除这一行"))
    before = button.iconSize().width()
    theme.use(size="extra")
    assert button.iconSize().width() > before
