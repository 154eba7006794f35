"""import-bank: a file of questions into a bank, or only looked at; what it found as words or as one JSON object."""

import argparse
import json
from collections import Counter
from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

from quizapp.commands.account import account_actor
from quizapp.commands.command_line import EXIT_DONE
from quizapp.commands.context import CommandContext
from quizapp.commands.problems import problem_json, problem_line
from quizapp.core.problems import Problem, Severity
from quizapp.core.questions import Kind, Question, letter
from quizapp.errors import NotReadable, QuizAppError, UserError
from quizapp.files import read_whole, readable, write_whole
from quizapp.i18n import _
from quizapp.services.bank_previews import BankPreview, Novelty, PreviewItem

if TYPE_CHECKING:
    from quizapp.excel.annotate import Annotated


def import_bank(arguments: argparse.Namespace, context: CommandContext) -> int:
    """Import a file, or check it; UserError with the reason where it was refused and nothing was written."""
    preview: BankPreview | None = None
    # What is refused must leave nothing behind: where there are no data yet, none are made before the file is known.
    only_looks = arguments.check or not context.places.database.exists()
    try:
        content = read_whole(arguments.file, megabytes=context.settings.reading.file_megabytes)
        with context.look_at_services() if only_looks else context.open_services() as services:
            preview = services.banks.preview(arguments.bank, content, readable(arguments.file.name))
            if arguments.annotated:
                _write_annotated(arguments, context, services.banks.annotated(preview, content))
        _refuse_what_is_no_bank(preview)
        if not arguments.check:
            _refuse_faulty(preview, skips_faulty=arguments.skip_faulty)
            with context.open_services() as services:
                services.banks.import_(account_actor(), preview)
    except QuizAppError as error:
        _tell(arguments, context, preview, refusal=error)
        raise
    _tell(arguments, context, preview, refusal=None)
    return EXIT_DONE


def _write_annotated(arguments: argparse.Namespace, context: CommandContext, made: "Annotated") -> None:
    """Write the file with its problems marked; its ending must be what it is, or Excel would not open it."""
    if arguments.annotated.suffix.casefold() != made.suffix:
        words = _("标注文件是 {ending}：请把要写的文件改成这个后缀。")
        raise UserError(words.format(ending=made.suffix))
    path = write_whole(arguments.annotated, made.content)
    context.messages.write("\n".join([_("标注文件：{path}").format(path=path), *made.notes]) + "\n")


def _refuse_what_is_no_bank(preview: BankPreview) -> None:
    """Refuse a file without a single row that is or was meant to be a question, even if it is only looked at."""
    if preview.items or preview.faulty:
        return
    reasons = [problem.message for problem in preview.problems if problem.severity is Severity.ERROR]
    raise NotReadable("\n".join(reasons) or _("文件里没有题目。"))


def _refuse_faulty(preview: BankPreview, *, skips_faulty: bool) -> None:
    if not preview.items:
        raise UserError(_("文件里没有可以导入的题目，没有写入任何内容。"))
    if skips_faulty or not _errors(preview):
        return
    words = _("有 {count} 处错误，没有写入任何内容。请改正后再导入，或加 --skip-faulty 跳过有错误的行。")
    raise UserError(words.format(count=_errors(preview)))


def _errors(preview: BankPreview) -> int:
    return max(preview.faulty, sum(problem.severity is Severity.ERROR for problem in preview.problems))


def _tell(
    arguments: argparse.Namespace, context: CommandContext, preview: BankPreview | None, *, refusal: QuizAppError | None
) -> None:
    """Say what was found: exactly one JSON object, or a few lines with every problem among the messages."""
    if arguments.json:
        report = _report(readable(arguments.file.name), preview, with_items=arguments.items)
        if refusal is not None and (preview is None or not _errors(preview)):
            # What stopped the work stands nowhere else in the report.
            report["problems"].append(problem_json(Problem("", None, "", Severity.ERROR, str(refusal))))
        context.output.write(json.dumps(report, ensure_ascii=False) + "\n")
        return
    for problem in preview.problems if preview else ():
        context.messages.write(problem_line(problem) + "\n")
    if preview is not None:
        context.output.write(_summary(preview, was_written=refusal is None and not arguments.check) + "\n")


def _report(file_name: str, preview: BankPreview | None, *, with_items: bool) -> dict[str, Any]:
    items: Sequence[PreviewItem] = preview.items if preview else ()
    kinds = Counter(item.question.kind for item in items)
    novelties = Counter(item.novelty for item in items)
    report: dict[str, Any] = {
        "file": file_name,
        "questions": len(items),
        "by_kind": {kind.value: kinds[kind] for kind in Kind},
        "new": novelties[Novelty.NEW],
        "same": novelties[Novelty.SAME],
        "changed": novelties[Novelty.CHANGED],
        "problems": [problem_json(problem) for problem in (preview.problems if preview else ())],
    }
    if with_items:
        report["items"] = [_item(item) for item in items]
    return report


def _item(item: PreviewItem) -> dict[str, Any]:
    """A row as the file says it, whatever the bank has of it."""
    question = item.question
    return {
        "sheet": item.sheet,
        "row": item.row,
        "kind": question.kind.value,
        "stem": question.stem,
        "options": [option.text for option in question.options],
        "key": _key(question),
        **({"any_order": True} if question.any_order else {}),
        "explanation": question.explanation,
        "category": question.category,
        "difficulty": question.difficulty.value,
    }


def _key(question: Question) -> Any:
    if question.kind.has_options and isinstance(question.key, tuple):
        return [letter(index) for index in question.key if isinstance(index, int)]
    return question.key


def _summary(preview: BankPreview, *, was_written: bool) -> str:
    kinds = Counter(item.question.kind for item in preview.items)
    by_kind = _("、").join(
        _("{kind} {count}").format(kind=kind.label, count=kinds[kind]) for kind in Kind if kinds[kind]
    )
    words = _("{file}：可导入 {count} 题（{by_kind}）")
    lines = [words.format(file=preview.file_name, count=len(preview.items), by_kind=by_kind or _("无"))]
    words = _("新题 {new}，相同 {same}，有改动 {changed}，文件内重复 {repeated}，有错误的行 {faulty}")
    counts = {novelty.value: preview.count(novelty) for novelty in Novelty}
    lines.append(words.format(**counts, faulty=preview.faulty))
    if preview.remembered:
        lines.append(_("按上次对同样标题的设置读取。"))
    if was_written:
        lines.append(_("已导入题库“{bank}”。").format(bank=preview.bank_name))
    else:
        lines.append(_("没有写入任何内容。"))
    return "\n".join(lines)
