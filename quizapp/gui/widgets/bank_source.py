"""Where questions come from: a file dropped or chosen, a bank that comes with the program, or the blank form."""

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from quizapp.gui.doors import Doors
from quizapp.gui.theme import SPACE, Theme
from quizapp.gui.widgets.button import Button
from quizapp.gui.widgets.drop_zone import DropZone
from quizapp.gui.widgets.paste_editor import PasteEditor
from quizapp.gui.widgets.text import Text
from quizapp.i18n import _

SUFFIXES = (".xlsx", ".xls", ".xlsm", ".xlsb", ".ods", ".et", ".csv", ".tsv", ".docx", ".txt", ".gift")


class BankSource(QWidget):
    """`file_chosen` carries the path of a file dropped or offered; the page asks for others, and hands out the form.

    `text_ready` carries text that was pasted.
    """

    file_chosen = Signal(Path)
    choose_clicked = Signal()
    template_clicked = Signal()
    text_ready = Signal(str)

    def __init__(
        self, theme: Theme, offered: Sequence[Path] = (), *, may_paste: bool = False, parent: QWidget | None = None
    ) -> None:
        """`offered` are the banks that come with the program; `may_paste`: text is taken as well."""
        super().__init__(parent)
        self.zone = DropZone(
            theme,
            title=_("把题库文件拖到这里"),
            text=_("支持 Excel 表格、Word 文档（.docx）和文本：有标题行，或有题号和答案就能识别。导入前先给您核对。"),
            button=_("选择文件"),
            suffixes=SUFFIXES,
        )
        self.template_button = Button(theme, _("下载空白模板"), kind="quiet", icon="download-simple", compact=True)
        self.offer_buttons = [Button(theme, file.stem, icon="books", compact=True) for file in offered]
        self.paste = PasteEditor(theme)
        self.paste_button = Button(theme, _("粘贴文字"), icon="clipboard-text", parent=self)
        if may_paste:
            self.zone.add_button(self.paste_button)
        else:
            self.paste_button.hide()
        self.paste_button.clicked.connect(self._on_paste_clicked)
        self.paste.text_ready.connect(self.text_ready)
        self.paste.cancelled.connect(self.show_zone)
        self.zone.file_dropped.connect(self.file_chosen)
        self.zone.choose_clicked.connect(self.choose_clicked)
        self.template_button.clicked.connect(self.template_clicked)
        for button, file in zip(self.offer_buttons, offered, strict=True):
            button.clicked.connect(lambda _checked=False, file=file: self.file_chosen.emit(file))
        self._build()

    def _build(self) -> None:
        foot = QHBoxLayout()
        foot.setSpacing(SPACE.tight)
        if self.offer_buttons:
            foot.addWidget(Text(_("随程序提供："), "muted", wraps=False))
        for button in self.offer_buttons:
            foot.addWidget(button)
        foot.addStretch(1)
        foot.addWidget(self.template_button, 0, Qt.AlignmentFlag.AlignRight)
        self._places = QStackedWidget()
        self._places.addWidget(self.zone)
        self._places.addWidget(self.paste)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(SPACE.normal)
        column.addWidget(self._places, 1)
        column.addLayout(foot)

    def show_zone(self) -> None:
        """Show where a file is dropped, as at first."""
        self._places.setCurrentWidget(self.zone)

    def _on_paste_clicked(self) -> None:
        self._places.setCurrentWidget(self.paste)
        self.paste.begin()


def choose_bank_file(doors: Doors, parent: QWidget) -> Path | None:
    """Let the user choose a file of questions."""
    filters = _("题库文件 ({patterns})").format(patterns=" ".join(f"*{suffix}" for suffix in SUFFIXES))
    return doors.dialogs.open_file(parent, title=_("选择题库文件"), filters=filters, purpose="bank")
