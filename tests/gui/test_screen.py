"""A dialog is laid over a page without waiting for an answer."""

from PySide6.QtWidgets import QWidget

from quizapp.gui.dialogs import AskBox
from quizapp.gui.gallery import cut_texts
from quizapp.gui.screen import Screen, over


def test_a_dialog_stands_in_the_middle_of_the_page(theme, show):
    page = show(QWidget())
    box = AskBox(theme, page, title="现在交卷？", text="还有 2 题没有作答。", action="交卷")
    over(page, box)
    window = page.window()
    middle = box.mapTo(window, box.rect().center())
    assert box.isVisible()
    assert (middle - window.rect().center()).manhattanLength() <= 4
    assert cut_texts(window) == []


def test_a_screen_needs_no_steps():
    assert Screen("one", QWidget).steps == ()
