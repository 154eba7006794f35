"""What every sheet of the results workbook says above and below its table, and the words and numbers they share."""

from dataclasses import dataclass
from datetime import datetime
from decimal import Decimal

from quizapp.core.monthly import FORMULAS, Marks, MonthFigures
from quizapp.core.points import POINT, points_text
from quizapp.excel.styles import text_width
from quizapp.excel.table_sheet import TableSheet
from quizapp.i18n import _


@dataclass(frozen=True, slots=True)
class ResultsBook:
    """What the workbook says; times are aware, shown local; `scope`: whose results, empty: everybody's."""

    bureau: str
    month: str
    title: str
    opens_at: datetime
    closes_at: datetime
    marks: Marks
    figures: MonthFigures
    is_over: bool
    made_at: datetime
    scope: str = ""


def exam_name(book: ResultsBook) -> str:
    """The test's name with its bureau and month, each said once: 「某局2026年3月份业务知识测试」."""
    year, month = book.month.split("-")
    title = book.title.strip().removeprefix(book.bureau.strip()).strip()
    if year in title:
        words = _("{bureau}{title}")
    elif f"{int(month)}月" in title:  # no _(): looked for in a title that somebody wrote
        words = _("{bureau}{year}年{title}")
    else:
        words = _("{bureau}{year}年{month}月份{title}")
    return words.format(bureau=book.bureau.strip(), year=year, month=int(month), title=title)


def write_head(table: TableSheet, book: ResultsBook, title: str) -> None:
    """Title, facts, whose results, and what keeps them from being final."""
    table.title(title)
    table.facts(_facts(book))
    if book.scope:
        table.facts(_("范围：{scope}").format(scope=book.scope))
    for notice in _notices(book):
        table.notice(notice)


def rows_above(book: ResultsBook) -> int:
    """How many rows `write_head` writes."""
    return 2 + bool(book.scope) + len(_notices(book))


def _facts(book: ResultsBook) -> str:
    words = _(
        "测试时间：{opens} 至 {closes}　满分：{full}　合格分：{passing}　优秀分：{excellent}　"
        "在册：{registered}　应考：{due}　实考：{sat}　缺考：{absent}　缓考：{deferred}　免考：{exempt}"
    )
    whole = book.figures.whole
    if whole.unsettled:
        words += "　" + _("待核实：{unsettled}")
    return words.format(
        opens=_minute(book.opens_at),
        closes=_minute(book.closes_at),
        full=points_text(book.marks.full),
        passing=points_text(book.marks.passing),
        excellent=points_text(book.marks.excellent),
        registered=whole.registered,
        due=whole.due,
        sat=whole.sat,
        absent=whole.absent,
        deferred=whole.deferred,
        exempt=whole.exempt,
        unsettled=whole.unsettled,
    )


def _notices(book: ResultsBook) -> list[str]:
    """What keeps the figures from being final."""
    notices = []
    if not book.is_over:
        words = _("考试尚未结束，以下为 {at} 的情况，不是最终成绩。")
        notices.append(words.format(at=_minute(book.made_at)))
    if book.figures.whole.unsettled:
        words = _("尚有 {count} 人待核实，核实后数字可能变化。")
        notices.append(words.format(count=book.figures.whole.unsettled))
    if book.figures.whole.unmarked:
        words = _("尚有 {count} 人待阅卷，没有成绩，不计入平均分、合格率、优秀率和名次。")
        notices.append(words.format(count=book.figures.whole.unmarked))
    return notices


def write_foot(table: TableSheet, book: ResultsBook, *, has_formulas: bool = True) -> None:
    """The formulas of the figures, and the line to sign on."""
    if has_formulas:
        formulas = [f"{number}. {_(formula)}" for number, formula in enumerate(FORMULAS, start=1)]
        table.note(_("统计口径：{formulas}").format(formulas="　".join(formulas)))
    words = _("制表人：　　　　　　　　审核人：　　　　　　　　制表日期：{date}　　　　　　　　（盖章处）")
    table.signatures(words.format(date=_day(book.made_at)))


def local_time(at: datetime) -> datetime:
    """An instant as the clock on the wall shows it; cells know no time zones."""
    return at.astimezone().replace(tzinfo=None)


def _minute(at: datetime) -> str:
    at = local_time(at)
    words = _("{year}年{month}月{day}日 {time}")
    return words.format(year=at.year, month=at.month, day=at.day, time=f"{at:%H:%M}")


def _day(at: datetime) -> str:
    at = local_time(at)
    return _("{year}年{month}月{day}日").format(year=at.year, month=at.month, day=at.day)


def points_value(score: int) -> int | Decimal:
    """A score as it was set: a whole number, or with its decimals."""
    whole, rest = divmod(score, POINT)
    return Decimal(score) / POINT if rest else whole


def name_width(names: list[str], least: float, most: float) -> float:
    """A column as wide as its names need, within limits."""
    return min(most, max([least, *(text_width(name) + 2.0 for name in names)]))
