"""load-month: a whole month from a file; export-results: its results as a workbook, its figures as one JSON object."""

import argparse
import json
from datetime import datetime
from typing import Any

from quizapp.commands.account import account_actor
from quizapp.commands.command_line import EXIT_DONE
from quizapp.commands.context import CommandContext
from quizapp.core.monthly import FORMULAS, DepartmentFigures, Figures, PersonResult
from quizapp.core.points import POINT, mean_text, rate_text
from quizapp.errors import NotReadable, UserError
from quizapp.files import read_whole, readable, write_whole
from quizapp.i18n import _
from quizapp.services.months import MonthLoaded
from quizapp.services.results import ExamResults


def load_month(arguments: argparse.Namespace, context: CommandContext) -> int:
    """Load a month file, all or nothing."""
    content = read_whole(arguments.file, megabytes=context.settings.reading.file_megabytes)
    file_name = readable(arguments.file.name)
    if not context.places.database.exists():
        with context.look_at_services() as services:  # what is refused must leave nothing behind, no empty data either
            services.months.load(account_actor(), content, file_name)
    with context.open_services() as services:
        loaded = services.months.load(account_actor(), content, file_name)
    context.output.write(_loaded(loaded) + "\n")
    return EXIT_DONE


def export_results(arguments: argparse.Namespace, context: CommandContext) -> int:
    """Write the results workbook of the month's one test, or of the one that is named."""
    if not context.places.database.exists():
        raise NotReadable(_("这里还没有数据，没有可导出的：{folder}").format(folder=context.places.data))
    with context.open_services() as services:
        exam_id = _chosen(services.results.exams_of_month(arguments.month), arguments.month, arguments.exam)
        content, results = services.results.export_with_figures(account_actor(), exam_id)
    write_whole(arguments.out, content)
    if arguments.json:
        context.output.write(json.dumps(_figures(results), ensure_ascii=False, indent=1) + "\n")
    else:
        whole = results.figures.whole
        words = _("已导出 {file}：{title}，应考 {due} 人，实考 {sat} 人。")
        out = readable(str(arguments.out))
        context.output.write(words.format(file=out, title=results.title, due=whole.due, sat=whole.sat) + "\n")
    if not results.is_final:
        context.messages.write(_("注意：考试尚未结束，或还有人待核实、待阅卷，这些不是最终成绩。") + "\n")
    return EXIT_DONE


def _chosen(exams: list[tuple[int, str]], month: str, wanted: int | None) -> int:
    """The test that is meant; UserError with those there are where none or several are."""
    if not exams:
        raise UserError(_("{month} 没有已发布的考试。").format(month=month))
    ids = [exam_id for exam_id, _title in exams]
    if wanted is None and len(ids) == 1:
        return ids[0]
    if wanted in ids:
        return wanted
    words = _("{month} 有 {count} 场考试，请用 --exam 写明是哪一场：")
    if wanted is not None:
        words = _("{month} 没有编号为 {exam} 的考试。这个月的考试：")
    lines = [words.format(month=month, count=len(exams), exam=wanted)]
    lines += [_("  --exam {id}　{title}").format(id=exam_id, title=title) for exam_id, title in exams]
    raise UserError("\n".join(lines))


def _loaded(loaded: MonthLoaded) -> str:
    words = _(
        "已装入“{title}”（编号 {exam_id}）：应考名单 {due} 人，作答 {attempts} 份；"
        "新增科室（单位）{departments} 个、人员 {people} 人、题目 {questions} 道。"
    )
    return words.format(
        title=loaded.title,
        exam_id=loaded.exam_id,
        due=loaded.due,
        attempts=loaded.attempts,
        departments=loaded.departments,
        people=loaded.people,
        questions=loaded.questions,
    )


def _figures(results: ExamResults) -> dict[str, Any]:
    """All that stands in the workbook; these names stay stable."""
    return {
        "exam": results.exam_id,
        "month": results.month,
        "title": results.title,
        "bureau": results.bureau,
        "state": results.state.value,
        "is_final": results.is_final,
        "opens_at": _local(results.opens_at),
        "closes_at": _local(results.closes_at),
        "full": _points(results.marks.full),
        "pass": _points(results.marks.passing),
        "excellent": _points(results.marks.excellent),
        "departments": [_department(one) for one in results.figures.departments],
        "whole": _one(results.figures.whole),
        "people": [_person(one) for one in results.figures.people],
        "formulas": [_(formula) for formula in FORMULAS],
    }


def _department(one: DepartmentFigures) -> dict[str, Any]:
    return {
        "department": " / ".join(one.department),
        "kind": one.kind.value,
        **_one(one.figures),
        "rank": one.rank,
    }


def _one(figures: Figures) -> dict[str, Any]:
    """Counts as numbers, scores as numbers, mean and rates as the texts that the workbook shows; null: nobody sat."""
    return {
        "registered": figures.registered,
        "due": figures.due,
        "sat": figures.sat,
        "absent": figures.absent,
        "deferred": figures.deferred,
        "unsettled": figures.unsettled,
        "not_yet": figures.not_yet,
        **({"unmarked": figures.unmarked} if figures.unmarked else {}),
        "exempt": figures.exempt,
        "participation": None if figures.participation is None else rate_text(figures.participation),
        "mean": None if figures.mean is None else mean_text(figures.mean),
        "highest": _points(figures.highest),
        "lowest": _points(figures.lowest),
        "passed": figures.passed,
        "pass_rate": None if figures.pass_rate is None else rate_text(figures.pass_rate),
        "excellent": figures.excellent,
        "excellent_rate": None if figures.excellent_rate is None else rate_text(figures.excellent_rate),
    }


def _person(person: PersonResult) -> dict[str, Any]:
    row, has_score = person.row, person.grade is not None
    return {
        "number": row.number,
        "name": row.name,
        "department": " / ".join(row.department),
        "category": row.category,
        "position": row.position,
        "counts": row.counts,
        "is_ranked": row.is_ranked,
        "status": row.status.value,
        "reason": row.reason,
        "score": _points(row.score) if has_score else None,
        "grade": None if person.grade is None else person.grade.value,
        "rank": person.rank,
        "used_s": row.used_s if has_score else None,
        "submitted_at": _local(row.submitted_at) if has_score else None,
        "make_up_score": _points(row.make_up_score),
    }


def _points(hundredths: int | None) -> int | float | None:
    """A score as a JSON number: 86, 86.5."""
    if hundredths is None:
        return None
    return hundredths / POINT if hundredths % POINT else hundredths // POINT


def _local(at: datetime | None) -> str | None:
    return None if at is None else at.astimezone().isoformat(timespec="seconds")
