"""The frame of an organiser's page shows title, state, actions and content."""

import pytest
from PySide6.QtWidgets import QLabel, QWidget

from quizapp.gui.gallery import cut_texts
from quizapp.gui.widgets.page_frame import PageFrame
from quizapp.gui.widgets.text import Text


@pytest.fixture
def frame(theme, show) -> PageFrame:
    return show(PageFrame(theme, "题库"))


def test_the_title_is_shown_and_changed(frame):
    title = next(text for text in frame.findChildren(Text) if text.property("role") == "heading")
    assert title.text() == "题库"
    frame.set_title("人员")
    assert title.text() == "人员"


def test_the_sentence_is_shown_when_there_is_one(frame):
    sentence = next(text for text in frame.findChildren(Text) if text.property("role") == "muted")
    assert not sentence.isVisible()
    frame.set_state("共 3 个题库。")
    assert sentence.isVisible()
    assert frame.state == "共 3 个题库。"


def test_actions_stand_at_the_right_the_last_one_outermost(frame, qtbot):
    first = frame.add_action("下载模板")
    last = frame.add_action("导入题库", kind="primary", icon="upload-simple")
    qtbot.waitUntil(lambda: last.x() > first.x() > frame.width() / 2)
    assert last.property("kind") == "primary"


def test_content_stands_below_the_banner(frame, qtbot):
    label = QLabel("内容")
    frame.content.addWidget(label)
    frame.banner.say("good", "已保存。")
    qtbot.waitUntil(lambda: label.y() > frame.banner.geometry().bottom() > 50)


def test_something_else_can_stand_beside_the_title(frame, qtbot):
    beside = QWidget()
    frame.add_beside(beside)
    qtbot.waitUntil(beside.isVisible)


def test_actions_without_room_beside_the_title_go_below_it(theme, show, qtbot):
    frame = PageFrame(theme, "某某某的答卷")
    buttons = [frame.add_action(words) for words in ("返回成绩", "移到他人名下", "作废这次作答")]
    frame.content.addWidget(QWidget())
    show(frame, 1000, 500)
    qtbot.waitUntil(lambda: buttons[0].geometry().center().y() < 60)
    frame.window().resize(480, 500)
    qtbot.waitUntil(lambda: buttons[0].geometry().top() > 60)
    assert cut_texts(frame) == []
    frame.window().resize(1000, 500)
    qtbot.waitUntil(lambda: buttons[0].geometry().center().y() < 60)


def test_a_sentence_that_would_be_wrapped_goes_below_title_and_actions(theme, show, qtbot):
    frame = PageFrame(theme, "题库")
    button = frame.add_action("导入题库", kind="primary")
    sentence = next(text for text in frame.findChildren(Text) if text.property("role") == "muted")
    frame.set_state("单选题 211、多选题 114、判断题 119、填空题 22。")
    frame.content.addWidget(QWidget())
    show(frame, 1000, 500)
    qtbot.waitUntil(lambda: sentence.geometry().right() < button.x())
    frame.window().resize(480, 500)
    qtbot.waitUntil(lambda: sentence.y() > button.geometry().bottom() and sentence.width() > 400)
    frame.window().resize(1000, 500)
    qtbot.waitUntil(lambda: sentence.geometry().right() < button.x())
