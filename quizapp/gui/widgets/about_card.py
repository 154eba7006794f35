"""What the program is: its version, what it runs on, where its log and its manual are."""

from importlib.metadata import PackageNotFoundError, version

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout

from quizapp.gui.theme import SPACE, Theme
from quizapp.gui.widgets.button import Button
from quizapp.gui.widgets.card import Card
from quizapp.gui.widgets.text import Text
from quizapp.i18n import _
from quizapp.paths import Places


class AboutCard(Card):
    """`folder_wanted` carries the folder to open, `manual_wanted` asks for the manual."""

    folder_wanted = Signal(object)
    manual_wanted = Signal()

    def __init__(self, theme: Theme, places: Places) -> None:
        super().__init__(_("关于"))
        self._places = places
        self.manual_button = Button(theme, _("使用手册"), icon="book-open")
        self.log_button = Button(theme, _("打开日志文件夹"), icon="folder-open")
        self.body.addWidget(Text(_("月度测试程序，版本 {version}").format(version=_version())))
        needs = _("需要 Windows 10（1809）以上，或带图形界面的 Linux。不支持 Windows 7：那样的电脑可以用打印的纸质卷。")
        self.body.addWidget(Text(needs, "muted"))
        self.body.addWidget(Text(_("密码保护的是程序的窗口，不是数据文件：请把电脑锁好。"), "muted"))
        row = QHBoxLayout()
        row.setSpacing(SPACE.snug)
        row.addWidget(self.manual_button)
        row.addWidget(self.log_button)
        row.addStretch(1)
        self.body.addLayout(row)
        self.manual_button.clicked.connect(self.manual_wanted)
        self.log_button.clicked.connect(lambda: self.folder_wanted.emit(self._places.logs))


def _version() -> str:
    try:
        return version("quizapp")
    except PackageNotFoundError:
        return _("（源代码）")
