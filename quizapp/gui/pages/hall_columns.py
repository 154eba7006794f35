"""The columns of the hall's two tables: people at their sheets, and how far each department is."""

from quizapp.core.hall import DepartmentProgress, Seat
from quizapp.gui.hall_words import clock_time, flags_text, left_text, left_tone, seat_state
from quizapp.gui.models.rows import Column, ColumnKind
from quizapp.i18n import _


def seat_columns() -> list[Column]:
    """One row an attempt."""
    return [
        Column(heading=_("姓名"), value=lambda seat: seat.name, width=6),
        Column(heading=_("科室（单位）"), value=lambda seat: seat.department),
        Column(
            heading=_("状态"),
            value=lambda seat: seat_state(seat)[0],
            tone=lambda seat: seat_state(seat)[1],
            kind=ColumnKind.BADGE,
            width=8,
        ),
        Column(heading=_("已答"), value=_share, text=_answered, kind=ColumnKind.NUMBER, width=4),
        Column(
            heading=_("剩余时间"),
            value=lambda seat: seat.left_s if seat.is_running else None,
            text=left_text,
            tone=left_tone,
            kind=ColumnKind.BADGE,
            width=5,
        ),
        Column(
            heading=_("最后动静"), value=lambda seat: seat.seen_at, text=lambda seat: clock_time(seat.seen_at), width=6
        ),
        Column(
            heading=_("可补"),
            value=lambda seat: seat.lost_minutes or None,
            text=lambda seat: _minutes(seat.lost_minutes),
            kind=ColumnKind.NUMBER,
            width=4,
        ),
        Column(
            heading=_("已补"),
            value=lambda seat: seat.made_up_s or None,
            text=lambda seat: _minutes(round(seat.made_up_s / 60)),
            kind=ColumnKind.NUMBER,
            width=4,
        ),
        Column(heading=_("提示"), value=flags_text),
    ]


def _share(seat: Seat) -> float:
    return seat.answered / max(1, seat.question_count)


def _answered(seat: Seat) -> str:
    return _("{done}/{count}").format(done=seat.answered, count=seat.question_count)


def _minutes(count: int) -> str:
    return _("{count} 分").format(count=count) if count else ""


def department_columns() -> list[Column]:
    """One row a department."""
    return [
        Column(heading=_("科室（单位）"), value=lambda row: row.name),
        Column(heading=_("未开始"), value=lambda row: row.not_yet, kind=ColumnKind.NUMBER, width=4),
        Column(heading=_("作答中"), value=lambda row: row.running, kind=ColumnKind.NUMBER, width=4),
        Column(heading=_("已交卷"), value=lambda row: row.done, kind=ColumnKind.NUMBER, width=4),
        Column(heading=_("交卷率"), value=_done, text=_done_text, kind=ColumnKind.RATE),
    ]


def department_totals(rows: tuple[DepartmentProgress, ...]) -> list[str]:
    """The row 合计."""
    whole = DepartmentProgress(
        name=_("合计"),
        not_yet=sum(row.not_yet for row in rows),
        running=sum(row.running for row in rows),
        done=sum(row.done for row in rows),
    )
    return [column.shown(whole) for column in department_columns()]


def _done(row: DepartmentProgress) -> float:
    return row.done / max(1, row.not_yet + row.running + row.done)


def _done_text(row: DepartmentProgress) -> str:
    return f"{_done(row):.0%}"
