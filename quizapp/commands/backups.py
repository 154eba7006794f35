"""backup and restore: all data as one file, and back; what was there is moved aside, not deleted."""

import argparse

from quizapp.commands.account import account_actor
from quizapp.commands.command_line import EXIT_DONE
from quizapp.commands.context import CommandContext
from quizapp.errors import NotReadable
from quizapp.files import readable
from quizapp.i18n import _
from quizapp.services.backups import restore_folder


def backup(arguments: argparse.Namespace, context: CommandContext) -> int:
    """Write a backup; NotReadable where there are no data yet, and then none are made."""
    if not context.places.database.exists():
        raise NotReadable(_("这里还没有数据，没有可备份的：{folder}").format(folder=context.places.data))
    with context.open_services() as services:
        out = services.backups.backup(account_actor(), arguments.out.absolute())
    context.output.write(_("已备份到 {file}。").format(file=readable(str(out))) + "\n")
    return EXIT_DONE


def restore(arguments: argparse.Namespace, context: CommandContext) -> int:
    """Put a backup in the place of the data, whatever state they are in."""
    places = context.places
    former = restore_folder(
        places.database, places.backups, arguments.file.absolute(), actor=account_actor(), now=context.now()
    )
    words = _("已从 {file} 恢复。")
    if former is not None:
        words = _("已从 {file} 恢复。原来的数据移到了 {former}，没有删除。")
    context.output.write(words.format(file=readable(str(arguments.file)), former=former) + "\n")
    return EXIT_DONE
