"""The definition that a new test begins with: this month, in the form of the last test."""

from dataclasses import replace
from datetime import UTC, date, datetime, time, timedelta

from sqlalchemy import select
from sqlalchemy.orm import Session

from quizapp.core.exams import PRESETS, ExamDefinition, PaperPlan, Scope
from quizapp.core.papers import Blueprint
from quizapp.db.tables import BankRow, ExamRow
from quizapp.i18n import _
from quizapp.services.exam_records import paper_rows, to_definition

OPENS = time(8, 30)
CLOSES = time(17, 30)
WINDOW_WORKDAYS = 3
"""How many workdays a test stays open where nothing else was set: time for shifts and drivers to come round."""


def propose(session: Session, today: date) -> ExamDefinition:
    """A definition for the month of `today`; the form (papers, minutes, marks, rules) is that of the last test."""
    opens_on = _workday_from(today)
    closes_on = opens_on
    for _day in range(WINDOW_WORKDAYS - 1):
        closes_on = _workday_from(closes_on + timedelta(days=1))
    title = _("{year}年{month}月礼仪与服务规范测试").format(year=opens_on.year, month=opens_on.month)
    proposed = ExamDefinition(
        month=f"{opens_on:%Y-%m}",
        title=_free_title(session, title),
        opens_at=_local_instant(opens_on, OPENS),
        closes_at=_local_instant(closes_on, CLOSES),
        papers=(),
    )
    last = _last_for_the_whole_bureau(session)
    if last is None:
        bank_ids = tuple(session.scalars(select(BankRow.id).order_by(BankRow.id)))
        return replace(proposed, papers=(PaperPlan(_("通用卷"), Blueprint(bank_ids, PRESETS[0].sections)),))
    return replace(
        to_definition(last, paper_rows(session, last.id)),
        month=proposed.month,
        title=proposed.title,
        opens_at=proposed.opens_at,
        closes_at=proposed.closes_at,
    )


def _free_title(session: Session, title: str) -> str:
    """The title, numbered where there is a test of that name already."""
    taken = set(session.scalars(select(ExamRow.title)))
    number, free = 1, title
    while free in taken:
        number += 1
        free = _("{title}（{number}）").format(title=title, number=number)
    return free


def _last_for_the_whole_bureau(session: Session) -> ExamRow | None:
    """The last test that was not one unit's own: what a unit tested itself with is no form for all."""
    for row in session.scalars(select(ExamRow).order_by(ExamRow.opens_at.desc(), ExamRow.id.desc())):
        if row.definition["scope"] == Scope.BUREAU:
            return row
    return None


def _workday_from(day: date) -> date:
    """This day, or the Monday after a weekend; public holidays are the organiser's to know."""
    return day + timedelta(days=max(0, 7 - day.weekday()) if day.weekday() >= 5 else 0)


def _local_instant(day: date, at: time) -> datetime:
    return datetime.combine(day, at).astimezone(UTC)
