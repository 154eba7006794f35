"""The columns in which the changes of a roster file are shown, each with a tick where a row can be left out."""

from quizapp.core.problems import Problem, Severity
from quizapp.core.roster import RosterChange, RosterEntry, RosterField
from quizapp.gui.models.roster_choices import RosterChoices
from quizapp.gui.models.rows import Column, ColumnKind
from quizapp.i18n import _, _p


def entry_columns(change: RosterChange, choices: RosterChoices) -> list[Column]:
    """The columns for rows of one kind of change."""
    row = Column(heading=_("行"), value=lambda entry: entry.row.row, kind=ColumnKind.NUMBER, width=3)
    name = Column(heading=_("姓名"), value=lambda entry: entry.row.name, width=5)
    number = Column(heading=_("编号"), value=_number, width=6)
    department = Column(heading=_("科室（单位）"), value=lambda entry: " / ".join(entry.department))
    facts = [
        Column(heading=_("类别"), value=lambda entry: entry.row.category, width=5),
        Column(heading=_("职务"), value=lambda entry: entry.row.position, width=6),
    ]
    others = Column(heading=_("同时变化"), value=_other_details)
    return {
        RosterChange.NEW: [_tick(choices), row, name, department, number, *facts],
        RosterChange.MOVED: [
            _tick(choices), row, name, number,
            _before(RosterField.DEPARTMENT, _("原科室（单位）")), _after(RosterField.DEPARTMENT, _("→ 新科室（单位）")),
            others,
        ],
        RosterChange.RENAMED: [
            _tick(choices), row, number,
            _before(RosterField.NAME, _("原姓名"), 5), _after(RosterField.NAME, _("→ 新姓名"), 5), department, others,
        ],
        RosterChange.CHANGED: [
            _tick(choices), row, name, department, Column(heading=_("变化"), value=_details),
        ],
        RosterChange.SAME: [row, name, department, number, *facts],
    }[change]  # fmt: skip


def left_columns(choices: RosterChoices) -> list[Column]:
    """The columns for people who are on record and not in the file."""
    return [
        Column(
            heading=_("离开"),
            value=lambda person: person.id not in choices.staying,
            kind=ColumnKind.TICK,
            on_ticked=choices.take_left,
            width=3,
        ),
        Column(heading=_("姓名"), value=lambda person: person.name, width=5),
        Column(heading=_("编号"), value=lambda person: person.number, width=6),
        Column(heading=_("科室（单位）"), value=lambda person: person.department.full_name),
        Column(heading=_("类别"), value=lambda person: _(person.category) if person.category else "", width=5),
        Column(heading=_("职务"), value=lambda person: person.position, width=6),
    ]


def problem_columns() -> list[Column]:
    """Where it is, and what is wrong."""
    return [
        Column(
            heading=_("程度"),
            value=lambda problem: problem.severity is Severity.WARNING,
            text=lambda problem: _p("程度", "错误") if problem.severity is Severity.ERROR else _("提醒"),
            tone=lambda problem: "bad" if problem.severity is Severity.ERROR else "warn",
            kind=ColumnKind.BADGE,
            width=5,
        ),
        Column(heading=_("工作表"), value=lambda problem: problem.sheet, width=6),
        Column(heading=_("行"), value=_row_of, kind=ColumnKind.NUMBER, width=3),
        Column(heading=_("列"), value=lambda problem: problem.column, width=5),
        Column(heading=_("说明"), value=lambda problem: problem.message),
    ]


def _row_of(problem: Problem) -> int | None:
    return problem.row


def _tick(choices: RosterChoices) -> Column:
    return Column(
        heading=_("导入"),
        value=lambda entry: entry.row.key not in choices.left_out,
        kind=ColumnKind.TICK,
        on_ticked=choices.take_rows,
        width=3,
    )


def _number(entry: RosterEntry) -> str:
    known = entry.person.number if entry.person else _("自动编号")
    return entry.row.number or known


def _before(field: RosterField, heading: str, width: int = 0) -> Column:
    return Column(heading=heading, value=lambda entry: _detail(entry, field)[0], width=width)


def _after(field: RosterField, heading: str, width: int = 0) -> Column:
    return Column(heading=heading, value=lambda entry: _detail(entry, field)[1], width=width)


def _detail(entry: RosterEntry, field: RosterField) -> tuple[str, str]:
    found = next((detail for detail in entry.details if detail.field is field), None)
    return (str(found.before), str(found.after)) if found else ("", "")


def _details(entry: RosterEntry) -> str:
    return _("；").join(detail.describe() for detail in entry.details)


def _other_details(entry: RosterEntry) -> str:
    main = RosterField.DEPARTMENT if entry.change is RosterChange.MOVED else RosterField.NAME
    return _("；").join(detail.describe() for detail in entry.details if detail.field is not main)
