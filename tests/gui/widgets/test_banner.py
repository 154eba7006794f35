"""A banner says what happened, offers one button, and can be closed."""

import pytest
from PySide6.QtCore import Qt

from quizapp.errors import EnvironmentFault, UserError
from quizapp.gui.failures import Message
from quizapp.gui.widgets.banner import Banner
from quizapp.gui.widgets.page_frame import PageFrame


@pytest.fixture
def banner(theme, show) -> Banner:
    return show(PageFrame(theme, "题库")).banner


def test_it_is_hidden_until_there_is_something_to_say(banner):
    assert not banner.isVisible()
    banner.say("good", "已导入。")
    assert banner.isVisible()
    banner.clear()
    assert not banner.isVisible()


def test_it_says_all_its_words(banner):
    banner.say("warn", "有 3 道题需要核对。", "请改正后重新导入。")
    assert banner.message == "有 3 道题需要核对。\n请改正后重新导入。"
    assert banner.accessibleName() == banner.message
    assert banner.tone == "warn"


def test_its_button_acts(banner, qtbot):
    banner.say("good", "已停用。", action="撤销")
    assert banner.action_button.text() == "撤销"
    with qtbot.waitSignal(banner.acted):
        qtbot.mouseClick(banner.action_button, Qt.MouseButton.LeftButton)
    banner.say("good", "已停用。")
    assert not banner.action_button.isVisible()


def test_it_can_be_closed_unless_it_may_not(banner, qtbot):
    banner.say("info", "考试即将结束。")
    with qtbot.waitSignal(banner.closed):
        qtbot.mouseClick(banner.close_button, Qt.MouseButton.LeftButton)
    assert not banner.isVisible()
    banner.say("info", "考试即将结束。", closable=False)
    assert not banner.close_button.isVisible()


def test_what_can_be_retried_gets_a_button(banner):
    banner.show_error(EnvironmentFault("文件被占用，请先关闭。"))
    assert banner.action_button.text() == "重试"
    banner.show_error(UserError("请先填写姓名。"))
    assert not banner.action_button.isVisible()
    assert banner.tone == "bad"
    assert banner.message == "请先填写姓名。"


def test_a_named_action_comes_before_retry(banner):
    banner.show_message(Message("warn", "数据正被使用。", can_retry=True), action="查看")
    assert banner.action_button.text() == "查看"


@pytest.mark.parametrize("tone", ["info", "good", "warn"])
def test_tones_look_different(banner, tone):
    banner.say("bad", "出错了。")
    before = banner.grab().toImage()
    banner.say(tone, "出错了。")
    assert banner.grab().toImage() != before
