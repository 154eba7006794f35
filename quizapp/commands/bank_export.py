"""export-bank: a bank as a file in one of its forms; what the form could not say goes to the messages."""

import argparse

from quizapp.commands.account import account_actor
from quizapp.commands.command_line import EXIT_DONE
from quizapp.commands.context import CommandContext
from quizapp.core.bank_exports import ExportFormat, ExportRemark
from quizapp.errors import NotReadable, UserError
from quizapp.files import write_whole
from quizapp.i18n import _
from quizapp.services.bank_exports import WHOLE_BANK, ExportChoice, usual_states
from quizapp.services.banks import Banks, QuestionState

_STEM_LENGTH = 30


def export_bank(arguments: argparse.Namespace, context: CommandContext) -> int:
    """Write the file; UserError where there is no such bank or nothing in it."""
    if not context.places.database.exists():
        raise NotReadable(_("这里还没有数据，没有可导出的：{folder}").format(folder=context.places.data))
    form: ExportFormat = arguments.format
    with context.open_services() as services:
        bank_id = _bank_id(services.banks, arguments.bank)
        export = services.banks.export(account_actor(), bank_id, form, _choice(arguments))
    write_whole(arguments.out, export.content)
    words = _("已导出 {file}：{bank}，{count} 题。")
    context.output.write(words.format(file=arguments.out, bank=arguments.bank, count=export.count) + "\n")
    for remark in export.remarks:
        context.messages.write(_line(remark) + "\n")
    return EXIT_DONE


def _bank_id(banks: Banks, name: str) -> int:
    present = banks.banks()
    found = next((bank.id for bank in present if bank.name == name.strip()), None)
    if found is None:
        names = _("、").join(bank.name for bank in present) or _("无")
        raise UserError(_("没有名为“{name}”的题库。现有的题库：{names}").format(name=name, names=names))
    return found


def _choice(arguments: argparse.Namespace) -> ExportChoice:
    states = set(usual_states(arguments.format))
    if arguments.with_review:
        states.add(QuestionState.REVIEW)
    if arguments.with_retired:
        states.add(QuestionState.RETIRED)
    return ExportChoice(states=frozenset(states)) if states != usual_states(arguments.format) else WHOLE_BANK


def _line(remark: ExportRemark) -> str:
    """A remark with the beginning of the question that it concerns."""
    if remark.question is None:
        return remark.message
    stem = " ".join(remark.question.stem.split())
    stem = stem if len(stem) <= _STEM_LENGTH else stem[: _STEM_LENGTH - 1] + "…"
    return _("“{stem}”：{message}").format(stem=stem, message=remark.message)
