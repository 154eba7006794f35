"""reset-password: for whoever can open the data folder and has lost both password and recovery code."""

import argparse

from quizapp.commands.account import account_actor
from quizapp.commands.command_line import EXIT_DONE
from quizapp.commands.context import CommandContext
from quizapp.errors import NotReadable
from quizapp.i18n import _


def reset_password(arguments: argparse.Namespace, context: CommandContext) -> int:
    """Set a made-up password and say it; the log keeps that it was done."""
    if not context.places.database.exists():
        raise NotReadable(_("这里还没有数据，没有管理员：{folder}").format(folder=context.places.data))
    with context.open_services() as services:
        password = services.accounts.reset_password(account_actor(), arguments.name)
    words = _("管理员“{name}”的新密码：{password}\n请登录后立即修改。")
    context.output.write(words.format(name=arguments.name.strip(), password=password) + "\n")
    return EXIT_DONE
