"""import-people: a roster file brought in as the whole roster, or only looked at; as words or one JSON object."""

import argparse
import json
from typing import Any

from quizapp.commands.account import account_actor
from quizapp.commands.command_line import EXIT_DONE
from quizapp.commands.context import CommandContext
from quizapp.commands.problems import problem_json, problem_line
from quizapp.core.problems import Problem, Severity
from quizapp.core.roster import RosterChange, RosterDecisions, RosterQuestion, RosterScope
from quizapp.errors import NotReadable, QuizAppError, UserError
from quizapp.files import read_whole, readable
from quizapp.i18n import _
from quizapp.services.roster_imports import RosterPreview

_WHOLE = RosterScope()


def import_people(arguments: argparse.Namespace, context: CommandContext) -> int:
    """Import a file, or check it; UserError with the reason where it was refused and nothing was written."""
    preview: RosterPreview | None = None
    # What is refused must leave nothing behind: where there are no data yet, none are made before the file is known.
    only_looks = arguments.check or not context.places.database.exists()
    try:
        content = read_whole(arguments.file, megabytes=context.settings.reading.file_megabytes)
        with context.look_at_services() if only_looks else context.open_services() as services:
            preview = services.people.preview_roster(content, readable(arguments.file.name), _WHOLE)
        _refuse_what_is_no_roster(preview)
        if not arguments.check:
            _refuse_open(preview)
            with context.open_services() as services:
                services.people.import_roster(account_actor(), preview, RosterDecisions())
    except QuizAppError as error:
        _tell(arguments, context, preview, refusal=error)
        raise
    _tell(arguments, context, preview, refusal=None)
    return EXIT_DONE


def _refuse_what_is_no_roster(preview: RosterPreview) -> None:
    """Refuse a file without a single row that is or was meant to be a person, even if it is only looked at."""
    if preview.rows or any(problem.row is not None for problem in preview.problems):
        return
    reasons = [problem.message for problem in preview.problems if problem.severity is Severity.ERROR]
    raise NotReadable("\n".join(reasons) or _("文件里没有人员。"))


def _refuse_open(preview: RosterPreview) -> None:
    """Refuse what only a person can decide; the words say how to go on."""
    if preview.errors:
        words = _("有 {count} 处错误，没有写入任何内容。请改正后再导入。")
        raise UserError(words.format(count=preview.errors))
    if preview.changes.questions:
        words = _(
            "有 {count} 行要由人来判断是谁，没有写入任何内容。"
            "请在名册里填写这些人的编号，或在程序窗口里导入并逐一回答。"
        )
        raise UserError(words.format(count=len(preview.changes.questions)))


def _tell(
    arguments: argparse.Namespace,
    context: CommandContext,
    preview: RosterPreview | None,
    *,
    refusal: QuizAppError | None,
) -> None:
    """Say what was found: exactly one JSON object, or a few lines with every problem among the messages."""
    if arguments.json:
        report = _report(readable(arguments.file.name), preview)
        if refusal is not None and (preview is None or not (preview.errors or preview.changes.questions)):
            # What stopped the work stands nowhere else in the report.
            report["problems"].append(problem_json(Problem("", None, "", Severity.ERROR, str(refusal))))
        context.output.write(json.dumps(report, ensure_ascii=False) + "\n")
        return
    if preview is None:
        return
    for problem in preview.problems:
        context.messages.write(problem_line(problem) + "\n")
    for question in preview.changes.questions:
        context.messages.write(_asked(question) + "\n")
    context.output.write(_summary(preview, was_written=refusal is None and not arguments.check) + "\n")


def _report(file_name: str, preview: RosterPreview | None) -> dict[str, Any]:
    counts = {change.value: len(preview.changes.of(change)) if preview else 0 for change in RosterChange}
    return {
        "file": file_name,
        "rows": preview.rows if preview else 0,
        "new": counts["new"],
        "same": counts["same"],
        "moved": counts["moved"],
        "renamed": counts["renamed"],
        "changed": counts["changed"],
        "left": len(preview.changes.left) if preview else 0,
        "problems": [problem_json(problem) for problem in (preview.problems if preview else ())],
        "questions": [_question(question) for question in (preview.changes.questions if preview else ())],
    }


def _question(question: RosterQuestion) -> dict[str, Any]:
    return {
        "sheet": question.row.sheet,
        "row": question.row.row,
        "name": question.row.name,
        "department": list(question.department),
        "doubt": question.doubt.value,
        "message": question.doubt.label,
        "candidates": [
            {"number": person.number, "name": person.name, "department": list(person.department.path)}
            for person in question.candidates
        ],
    }


def _asked(question: RosterQuestion) -> str:
    candidates = _("、").join(
        _("{name}（{number}，{department}）").format(
            name=person.name, number=person.number, department=person.department.full_name
        )
        for person in question.candidates
    )
    words = _("待定：工作表“{sheet}”第 {row} 行 {name}：{question}{candidates}")
    return words.format(
        sheet=question.row.sheet,
        row=question.row.row,
        name=question.row.name,
        question=question.doubt.label,
        candidates=candidates,
    )


def _summary(preview: RosterPreview, *, was_written: bool) -> str:
    changes = preview.changes
    words = _(
        "{file}：{rows} 人：新增 {new}，调动 {moved}，改名 {renamed}，信息变化 {changed}，没有变化 {same}，"
        "离开 {left}，待定 {questions}，错误 {errors}"
    )
    counts = {change.value: len(changes.of(change)) for change in RosterChange}
    lines = [
        words.format(
            file=preview.file_name,
            rows=preview.rows,
            left=len(changes.left),
            questions=len(changes.questions),
            errors=preview.errors,
            **counts,
        )
    ]
    for department in changes.new_departments:
        words = _("新的{kind}：{department}（按名称判断）") if department.is_guessed else _("新的{kind}：{department}")
        lines.append(words.format(kind=department.kind.label, department=" / ".join(department.path)))
    lines.append(_("已导入名册。") if was_written else _("没有写入任何内容。"))
    return "\n".join(lines)
