"""The command line: which commands and options there are. These names stay stable; checks and IT's scripts use them."""

import argparse
import re
from collections.abc import Sequence
from pathlib import Path
from typing import Any, NoReturn

from quizapp.core.bank_exports import ExportFormat, format_of_suffix, takes_suffix
from quizapp.files import readable
from quizapp.i18n import _

EXIT_DONE = 0
EXIT_REFUSED = 1
EXIT_USAGE = 2


class UsageError(Exception):
    """The arguments make no sense (or help was asked for: then the status is 0); everything has been said already."""

    def __init__(self, status: int) -> None:
        super().__init__(status)
        self.status = status


class _Parser(argparse.ArgumentParser):
    """Raises instead of ending the process, so that whoever calls decides; guesses no shortened option."""

    def __init__(self, **settings: Any) -> None:
        super().__init__(allow_abbrev=False, **settings)

    def exit(self, status: int = 0, message: str | None = None) -> NoReturn:
        """Say the message and raise UsageError."""
        if message:
            self._print_message(message)
        raise UsageError(status)


def data_folder(arguments: Sequence[str]) -> Path | None:
    """Find --data before anything else is understood: the language of all other messages is kept in that folder."""
    parser = _Parser(add_help=False, exit_on_error=False)
    parser.add_argument("--data", type=Path)
    try:
        found, _rest = parser.parse_known_args(arguments)
    except argparse.ArgumentError:
        return None  # the real parser will say what is wrong
    folder: Path | None = found.data
    return folder


def parse(arguments: Sequence[str]) -> argparse.Namespace:
    """Understand the arguments; `command` is "window" when none is named. Raise UsageError."""
    parser = _Parser(prog="quizapp", description=_("机关事务局每月测试：题库、考试、成绩"))
    parser.add_argument("--data", metavar="DIR", type=Path, help=_("数据文件夹（默认：用户自己的数据文件夹）"))
    parser.set_defaults(command="window")
    commands = parser.add_subparsers(dest="command", metavar=_("命令"), parser_class=_Parser)
    _add_samples(commands)
    _add_imports(commands)
    _add_bank_export(commands)
    _add_month(commands)
    _add_keeping(commands)
    parsed = parser.parse_args(arguments)
    parsed.command = parsed.command or "window"
    if parsed.command == "demo" and parsed.data is not None:
        parser.error(_("demo 用临时的数据文件夹，不能和 --data 一起用"))
    if parsed.command == "export-bank":
        parsed.format = _chosen_format(parser, parsed.out, parsed.format)
    if parsed.command == "import-bank" and parsed.annotated is not None and not parsed.check:
        parser.error(_("--annotated 要和 --check 一起用"))
    return parsed


def _add_samples(commands: "argparse._SubParsersAction[_Parser]") -> None:
    """Declare what shows the program with data that nobody minds."""
    commands.add_parser("demo", help=_("用临时数据文件夹打开程序，里面有一个月的样例"))
    commands.add_parser("sample", help=_("把一个月的样例放进空的数据文件夹"))
    gallery = commands.add_parser("gallery", help=_("把每个画面存成 PNG 图片"))
    gallery.add_argument("out", metavar="OUT", type=Path, help=_("存放图片的文件夹"))
    only = _("只画名称以此开头的画面，可以写几次")
    gallery.add_argument("--only", metavar="NAME", action="append", default=[], help=only)


def _add_imports(commands: "argparse._SubParsersAction[_Parser]") -> None:
    """Declare what reads workbooks."""
    bank = commands.add_parser("import-bank", help=_("从工作簿导入题库"))
    bank.add_argument("file", metavar="FILE", type=Path, help=_("题库文件（.xlsx、.xls、.csv）"))
    bank.add_argument("--bank", metavar="NAME", type=_name, required=True, help=_("题库名称"))
    bank.add_argument("--check", action="store_true", help=_("只检查，什么也不写入"))
    marked = _("把标注了问题的文件写到这里（和 --check 一起用）")
    bank.add_argument("--annotated", metavar="OUT.xlsx", type=Path, help=marked)
    bank.add_argument("--skip-faulty", action="store_true", help=_("跳过有错误的行，导入其余的题目"))
    bank.add_argument("--items", action="store_true", help=_("在 JSON 中列出每道题目"))
    bank.add_argument("--json", action="store_true", help=_("在标准输出上输出一个 JSON 对象"))
    people = commands.add_parser("import-people", help=_("从工作簿导入人员名册"))
    people.add_argument("file", metavar="FILE", type=Path, help=_("名册文件（.xlsx、.xls、.csv）"))
    people.add_argument("--check", action="store_true", help=_("只检查，什么也不写入"))
    people.add_argument("--json", action="store_true", help=_("在标准输出上输出一个 JSON 对象"))


def _add_bank_export(commands: "argparse._SubParsersAction[_Parser]") -> None:
    """Declare what hands a bank out."""
    export = commands.add_parser("export-bank", help=_("把题库导出为文件"))
    words = _("要写的文件；不写 --format 时看扩展名：.xlsx 本程序模板，.docx 审题稿，.xml Moodle，.gift GIFT")
    export.add_argument("out", metavar="OUT", type=Path, help=words)
    export.add_argument("--bank", metavar="NAME", type=_name, required=True, help=_("题库名称"))
    names = [one.value for one in ExportFormat]
    export.add_argument("--format", choices=names, help=_("文件的格式"))
    export.add_argument("--with-review", action="store_true", help=_("待审核的题目也导出"))
    export.add_argument("--with-retired", action="store_true", help=_("停用的题目也导出"))


def _chosen_format(parser: _Parser, out: Path, named: str | None) -> ExportFormat:
    """The format that is named, or that the ending asks for; a usage error where neither or both say something else."""
    chosen = ExportFormat(named) if named else format_of_suffix(out.suffix)
    if chosen is None:
        parser.error(_("看不出要哪种格式：请写 --format，或把文件名写成 .xlsx、.docx、.xml、.gift"))
    if not takes_suffix(chosen, out.suffix):
        parser.error(_("这种格式的文件应以 {suffix} 结尾：{name}").format(suffix=chosen.suffix, name=out.name))
    return chosen


def _add_month(commands: "argparse._SubParsersAction[_Parser]") -> None:
    """Declare what moves a whole month in and out."""
    load = commands.add_parser("load-month", help=_("装入一个月的名册、考试、试卷、作答和状态"))
    load.add_argument("file", metavar="FILE.json", type=Path, help=_("格式见 README"))
    export = commands.add_parser("export-results", help=_("把一个月的成绩导出为工作簿"))
    export.add_argument("--month", metavar="YYYY-MM", type=_month, required=True, help=_("月份"))
    export.add_argument("--exam", metavar="ID", type=int, help=_("考试编号；这个月有几场考试时必须写明"))
    export.add_argument("--json", action="store_true", help=_("在标准输出上输出工作簿里的数字"))
    export.add_argument("out", metavar="OUT.xlsx", type=Path, help=_("要写的工作簿"))


def _add_keeping(commands: "argparse._SubParsersAction[_Parser]") -> None:
    """Declare what IT needs to look after the data."""
    password = commands.add_parser("reset-password", help=_("重设管理员的密码"))
    password.add_argument("name", metavar="NAME", type=_name, help=_("管理员的姓名"))
    backup = commands.add_parser("backup", help=_("把全部数据备份成一个文件"))
    backup.add_argument("out", metavar="OUT", type=Path, help=_("要写的备份文件"))
    restore = commands.add_parser("restore", help=_("从备份文件恢复；现有的数据移到一边，不删除"))
    restore.add_argument("file", metavar="FILE", type=Path, help=_("备份文件"))


def _name(text: str) -> str:
    """Accept a name that is text: unlike a file's it is kept and looked for."""
    if readable(text) != text:
        raise argparse.ArgumentTypeError(_("名称不是 UTF-8 编码的文字，请检查终端的编码"))
    return text


def _month(text: str) -> str:
    """Accept a month written as YYYY-MM."""
    if not re.fullmatch(r"[0-9]{4}-(0[1-9]|1[0-2])", text):
        raise argparse.ArgumentTypeError(_("月份要写成 2026-03 这样：{text}").format(text=text))
    return text
