"""The menu of sizes ticks the present one; another takes effect at once."""

from quizapp.gui.widgets.text_size_menu import TextSizeMenu


def test_the_present_size_is_ticked_and_another_can_be_chosen(theme, show):
    button = show(TextSizeMenu(theme))
    menu = button.menu_now()
    assert [(action.text(), action.isChecked()) for action in menu.actions()] == [
        ("标准", True),
        ("大", False),
        ("特大", False),
    ]
    menu.actions()[2].trigger()
    assert theme.size == "extra"
    assert [action.isChecked() for action in button.menu_now().actions()] == [False, False, True]
