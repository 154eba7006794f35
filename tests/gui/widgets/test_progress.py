"""Long work shows how far it is, is cancelled by its button, and goes away when it ends."""

import threading

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QProgressBar

from quizapp.errors import Cancelled
from quizapp.gui.widgets.card import Card
from quizapp.gui.widgets.progress import Progress
from quizapp.gui.widgets.text import Text


@pytest.fixture
def progress(theme, show) -> Progress:
    card, made = Card(), Progress(theme)
    card.body.addWidget(made)
    show(card)
    return made


def test_it_shows_how_far_the_work_is(progress):
    assert not progress.isVisible()
    progress.start("正在读取 题库.xlsx")
    progress.step(420, 1204)
    bar = progress.findChild(QProgressBar)
    assert (bar.value(), bar.maximum()) == (420, 1204)
    assert [text.text() for text in progress.findChildren(Text)] == ["正在读取 题库.xlsx", "420 / 1,204"]
    progress.finish()
    assert not progress.isVisible()


def test_its_button_cancels_the_task_and_its_end_hides_it(progress, tasks, qtbot):
    ended = []

    def work(is_cancelled):
        stop = threading.Event()
        while not is_cancelled():
            stop.wait(0.001)
        raise Cancelled

    progress.start("正在导入", tasks.run(work, on_failed=ended.append))
    with qtbot.waitSignal(progress.cancelled):
        qtbot.mouseClick(progress.cancel_button, Qt.MouseButton.LeftButton)
    assert not progress.cancel_button.isEnabled()
    qtbot.waitUntil(lambda: not progress.isVisible())
    assert isinstance(ended[0], Cancelled)


def test_the_next_work_begins_afresh(progress):
    progress.start("一")
    progress.step(1, 2)
    progress.cancel_button.click()
    progress.start("二")
    assert progress.cancel_button.isEnabled()
    assert progress.findChild(QProgressBar).value() == 0
