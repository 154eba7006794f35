"""The switch that makes this PC one where people take the test one after another."""

from PySide6.QtWidgets import QCheckBox

from quizapp.gui.preferences import Preferences
from quizapp.gui.widgets.card import Card
from quizapp.gui.widgets.text import Text
from quizapp.i18n import _


class KioskCard(Card):
    """What is chosen is remembered for this PC, and holds from the next sign-in on."""

    def __init__(self, preferences: Preferences) -> None:
        super().__init__(_("轮流机考"))
        self._preferences = preferences
        self.switch = QCheckBox(_("这台电脑由多人轮流考试"))
        words = _(
            "退出登录后生效：一人考完，十秒后自动回到选择姓名的页面。文字用大号，不留下上一位的任何内容；"
            "电脑不会被锁住。退出轮流机考需要管理员密码，也可以在这里关闭。"
        )
        self.switch.setAccessibleDescription(words)
        self.switch.setChecked(preferences.settings.kiosk.is_on)
        self.switch.toggled.connect(preferences.set_kiosk)
        self.body.addWidget(self.switch)
        self.body.addWidget(Text(words, "muted"))
