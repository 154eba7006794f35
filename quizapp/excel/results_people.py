"""The sheets of people in the results workbook: 成绩 for everybody, 未参加名单 for who did not sit."""

from openpyxl import Workbook

from quizapp.core.monthly import PersonResult
from quizapp.excel.results_book import (
    ResultsBook,
    exam_name,
    local_time,
    name_width,
    points_value,
    rows_above,
    write_foot,
    write_head,
)
from quizapp.excel.styles import DURATION, MINUTE, TEXT, Look, Value
from quizapp.excel.table_sheet import Column, Progress, TableSheet
from quizapp.i18n import _

_SECONDS_PER_DAY = 86_400


def write_people(workbook: Workbook, book: ResultsBook, progress: Progress) -> None:
    """成绩: everybody who is due, with score, grade, rank and a place to sign."""
    people = book.figures.people
    table = TableSheet(workbook, _("成绩"), _people_columns(people), rows_above=rows_above(book))
    write_head(table, book, _("{exam}成绩表").format(exam=exam_name(book)))
    table.headings()
    names = _full_names(people)
    for number, person in enumerate(people, start=1):
        progress.step()
        table.values(_person_values(number, person, names))
    if people:
        table.filter_rows(table.row - len(people))
    write_foot(table, book)


def _people_columns(people: tuple[PersonResult, ...]) -> list[Column]:
    left = Look(align="left", number_format=TEXT)
    text = Look(number_format=TEXT)
    return [
        Column(_("序号"), 6.5),
        Column(_("科室(单位)"), name_width(list(_full_names(people).values()), 16, 36), left),
        Column(_("姓名"), 11, text),
        Column(_("编号"), 12, text),
        Column(_("得分"), 8),
        Column(_("等次"), 9, text),
        Column(_("名次"), 7),
        Column(_("用时"), 9, Look(number_format=DURATION)),
        Column(_("交卷时间"), 17, Look(number_format=MINUTE)),
        Column(_("状态"), 9, text),
        Column(_("补考成绩"), 9.5),
        Column(_("备注"), 20, left),
        Column(_("签名"), 13),
    ]


def _person_values(number: int, person: PersonResult, names: dict[tuple[str, ...], str]) -> list[Value]:
    row = person.row
    has_score = person.grade is not None and row.score is not None
    return [
        number,
        names[row.department],
        row.name,
        row.number,
        points_value(row.score) if has_score and row.score is not None else None,
        _grade(person),
        person.rank,
        row.used_s / _SECONDS_PER_DAY if has_score and row.used_s is not None else None,
        local_time(row.submitted_at) if has_score and row.submitted_at is not None else None,
        row.status.label,
        None if row.make_up_score is None else points_value(row.make_up_score),
        _remark(person),
        None,
    ]


def _grade(person: PersonResult) -> str | None:
    if person.row.is_unmarked:
        return _("待阅卷")
    return person.grade.label if person.grade is not None else None


def _remark(person: PersonResult) -> str | None:
    row = person.row
    remarks = [row.reason]
    if not row.counts:
        remarks.append(_("不计入统计"))
    if not row.is_ranked:
        remarks.append(_("不参与排名"))
    return _("；").join(remark for remark in remarks if remark) or None


def write_missing(workbook: Workbook, book: ResultsBook, missing: list[PersonResult], progress: Progress) -> None:
    """未参加名单: who did not sit, with status and reason."""
    table = TableSheet(workbook, _("未参加名单"), _missing_columns(missing), rows_above=rows_above(book))
    write_head(table, book, _("{exam}未参加人员名单").format(exam=exam_name(book)))
    table.headings()
    names = _full_names(tuple(missing))
    for number, person in enumerate(missing, start=1):
        progress.step()
        row = person.row
        remark = None if row.counts else _("不计入统计")
        table.values(
            [
                *(number, names[row.department], row.name, row.number, row.category, row.position),
                *(row.status.label, row.reason or None, remark),
            ]
        )
    if not missing:
        table.notice(_("应考人员全部参加，没有未参加人员。"))
    write_foot(table, book, has_formulas=False)


def _missing_columns(missing: list[PersonResult]) -> list[Column]:
    left, text = Look(align="left", number_format=TEXT), Look(number_format=TEXT)
    return [
        Column(_("序号"), 6.5),
        Column(_("科室(单位)"), name_width(list(_full_names(tuple(missing)).values()), 18, 36), left),
        Column(_("姓名"), 12, text),
        Column(_("编号"), 14, text),
        Column(_("类别"), 12, text),
        Column(_("职务"), 16, text),
        Column(_("状态"), 10, text),
        Column(_("原因"), 24, left),
        Column(_("备注"), 20, left),
    ]


def _full_names(people: tuple[PersonResult, ...]) -> dict[tuple[str, ...], str]:
    """Each department's path as one text: thousands of people have few departments."""
    return {path: " / ".join(path) for path in {person.row.department for person in people}}
