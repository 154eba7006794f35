"""sample: an empty data folder is filled with a month to look round in; demo opens the window on it."""

import argparse

from quizapp.commands.command_line import EXIT_DONE
from quizapp.commands.context import CommandContext
from quizapp.i18n import _


def sample(arguments: argparse.Namespace, context: CommandContext) -> int:
    """Fill the data folder and say how to sign in; UserError where it holds anything already."""
    with context.open_services() as services:
        made = services.sample.fill()
    words = _(
        "样例已放入 {folder}：{people} 人，{questions} 道题；上月的考试已结束，本月的考试正在进行。\n"
        "管理员：{administrator}，密码：{password}。员工按科室和姓名登录，不需要登录码。"
    )
    context.output.write(
        words.format(
            folder=context.places.data,
            people=made.people,
            questions=made.questions,
            administrator=made.administrator,
            password=made.password,
        )
        + "\n"
    )
    return EXIT_DONE
