"""The sheet of paper that an administrator locks away: name, recovery code, what it is for."""

from html import escape

from PySide6.QtGui import QTextDocument
from PySide6.QtWidgets import QWidget

from quizapp.gui.dialogs import Dialogs
from quizapp.i18n import _


def recovery_sheet(bureau: str, name: str, code: str) -> QTextDocument:
    """A page to print; nothing on it looks like an official stamp."""
    lines = (
        _("月度测试程序 · 管理员恢复码"),
        bureau,
        _("管理员：{name}").format(name=name),
        code,
        _("忘记密码时，在管理员登录页选择“忘记密码，使用恢复码”，输入姓名、恢复码和新密码。"),
        _("恢复码用过一次后作废，程序会给出新的恢复码。请妥善保管，不要交给他人。"),
    )
    sizes = (16, 12, 12, 24, 11, 11)
    parts = [
        f'<p style="font-size:{size}pt;margin:18px 0">{escape(line)}</p>'
        for line, size in zip(lines, sizes, strict=True)
        if line
    ]
    document = QTextDocument()
    document.setHtml("".join(parts))
    return document


def print_sheet(dialogs: Dialogs, parent: QWidget, sheet: QTextDocument, *, title: str) -> bool:
    """Let the user choose a printer and print the sheet; False when nothing was printed."""
    printer = dialogs.choose_printer(parent, title=title, pages=1)
    if printer is None:
        return False
    sheet.print_(printer)
    return True
