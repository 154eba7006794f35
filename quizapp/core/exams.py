"""How a test is defined: month, window, marks, who is due, which papers, what may be reviewed; the usual presets."""

from dataclasses import dataclass, replace
from datetime import datetime
from enum import StrEnum

from quizapp.core.grading import MultipleRule
from quizapp.core.papers import Blueprint, Section
from quizapp.core.points import POINT
from quizapp.core.questions import Kind
from quizapp.i18n import N_, _


class ExamState(StrEnum):
    """DRAFT until published, PUBLISHED (papers can be taken within the window), CLOSED for good."""

    DRAFT = "draft"
    PUBLISHED = "published"
    CLOSED = "closed"


class AttemptsRule(StrEnum):
    """Which of several attempts of one sitting counts."""

    BEST = "best"
    LAST = "last"
    FIRST = "first"

    @property
    def label(self) -> str:
        """The rule in words."""
        labels = {"best": N_("取最高分"), "last": N_("取最后一次"), "first": N_("取第一次")}
        return _(labels[self.value])


class ReviewContent(StrEnum):
    """What a person may see of the own sheet afterwards, besides the score."""

    SCORE_ONLY = "score_only"
    RIGHT_WRONG = "right_wrong"
    ANSWERS = "answers"


class ReviewFrom(StrEnum):
    """From when the sheet may be reviewed (the score itself is shown as `shows_score_at_once` says)."""

    WINDOW_CLOSED = "window_closed"
    EXAM_CLOSED = "exam_closed"


class Scope(StrEnum):
    """全局统考 is held by the bureau for all its bodies, 单位自测 by one unit for its own people."""

    BUREAU = "bureau"
    UNIT = "unit"


@dataclass(frozen=True, slots=True)
class Audience:
    """Who is due, or who gets a paper: all, or those in the departments (with all below them) and in the categories.

    An empty tuple sets no limit; both given means both must hold.
    """

    department_ids: tuple[int, ...] = ()
    categories: tuple[str, ...] = ()

    def includes(self, department_ids: tuple[int, ...], category: str) -> bool:
        """`department_ids`: the person's department and all above it."""
        in_departments = not self.department_ids or bool(set(self.department_ids) & set(department_ids))
        return in_departments and (not self.categories or category in self.categories)


@dataclass(frozen=True, slots=True)
class PaperPlan:
    """One paper of an exam (岗位卷): the first plan whose audience includes a person is that person's paper."""

    name: str
    blueprint: Blueprint
    audience: Audience = Audience()


@dataclass(frozen=True, slots=True)
class ExamDefinition:
    """All the organiser sets; times are aware UTC instants, marks are hundredths, `month` is "YYYY-MM".

    `leavings_allowed`: how often somebody may leave the test's window before the sheet is handed in; 0 sets no limit.
    """

    month: str
    title: str
    opens_at: datetime
    closes_at: datetime
    papers: tuple[PaperPlan, ...]
    minutes: int = 30
    pass_points: int = 60 * POINT
    excellent_points: int = 90 * POINT
    attempts_allowed: int = 1
    attempts_rule: AttemptsRule = AttemptsRule.BEST
    multiple_rule: MultipleRule = MultipleRule.EXACT
    scope: Scope = Scope.BUREAU
    audience: Audience = Audience()
    same_questions: bool = True
    shuffles_questions: bool = True
    shuffles_options: bool = True
    shows_score_at_once: bool = True
    review_content: ReviewContent = ReviewContent.ANSWERS
    review_from: ReviewFrom = ReviewFrom.WINDOW_CLOSED
    instructions: str = ""
    shows_own_rank: bool = False
    is_full_screen: bool = False
    records_leaving: bool = False
    leavings_allowed: int = 0

    @property
    def full_points(self) -> int:
        """The full mark, in hundredths (the same for all papers of a valid exam)."""
        return self.papers[0].blueprint.full_points if self.papers else 0


def definition_faults(definition: ExamDefinition) -> list[str]:
    """What keeps a definition from being published, in words (what the banks lack is asked of `papers.shortages`)."""
    found: list[str] = []
    if not definition.title.strip():
        found.append(_("请填写考试名称。"))
    if definition.closes_at <= definition.opens_at:
        found.append(_("结束时间应晚于开始时间。"))
    if not 1 <= definition.minutes <= 600:
        found.append(_("考试时长应为 1 至 600 分钟。"))
    if not 1 <= definition.attempts_allowed <= 10:
        found.append(_("作答次数应为 1 至 10 次。"))
    return found + _mark_faults(definition) + _paper_faults(definition)


def _mark_faults(definition: ExamDefinition) -> list[str]:
    if not definition.papers:
        return []
    found = []
    if not 0 < definition.pass_points <= definition.full_points:
        found.append(_("合格分应大于 0 且不超过满分。"))
    if not definition.pass_points <= definition.excellent_points <= definition.full_points:
        found.append(_("优秀分应不低于合格分且不超过满分。"))
    return found


def _paper_faults(definition: ExamDefinition) -> list[str]:
    found = []
    if not definition.papers:
        found.append(_("请至少设置一份试卷。"))
    if len({plan.blueprint.full_points for plan in definition.papers}) > 1:
        found.append(_("各份试卷的满分不同：请调整题数或分值，使满分一致。"))
    for plan in definition.papers:
        if not plan.blueprint.question_count:
            found.append(_("试卷“{name}”没有题目：请设置题数。").format(name=plan.name))
        if not plan.blueprint.bank_ids:
            found.append(_("试卷“{name}”没有选择题库。").format(name=plan.name))
        if any(section.count < 0 or section.points <= 0 for section in plan.blueprint.sections):
            found.append(_("试卷“{name}”的题数和分值应为正数。").format(name=plan.name))
    return found


@dataclass(frozen=True, slots=True)
class Preset:
    """A usual form of test: what it is called, and the part of a definition that it sets."""

    name: str
    sections: tuple[Section, ...]
    minutes: int
    pass_points: int = 60 * POINT
    excellent_points: int = 90 * POINT

    @property
    def label(self) -> str:
        """The preset's name for the screen."""
        return _(self.name)

    def apply_to(self, definition: ExamDefinition) -> ExamDefinition:
        """The definition with this preset's form in every one of its papers; its banks and audience stay."""
        papers = tuple(
            replace(plan, blueprint=replace(plan.blueprint, sections=self.sections)) for plan in definition.papers
        )
        return replace(
            definition,
            papers=papers,
            minutes=self.minutes,
            pass_points=self.pass_points,
            excellent_points=self.excellent_points,
        )


def _form(single: tuple[int, int], true_false: tuple[int, int], multiple: tuple[int, int]) -> tuple[Section, ...]:
    """Sections of (count, points) in the order 单选 判断 多选; a count of 0 leaves the section out."""
    parts = ((Kind.SINGLE, single), (Kind.TRUE_FALSE, true_false), (Kind.MULTIPLE, multiple))
    return tuple(Section(kind, count, points * POINT) for kind, (count, points) in parts if count)


PRESETS = (
    Preset(N_("每月测试（25 题，30 分钟）"), _form((10, 4), (10, 3), (5, 6)), 30),
    Preset(N_("短测（20 题，20 分钟）"), _form((10, 5), (5, 4), (5, 6)), 20),
    Preset(N_("大卷（50 题，60 分钟）"), _form((50, 2), (0, 0), (0, 0)), 60),
    Preset(N_("严格测试（80 题，50 分钟，80 分合格）"), _form((30, 1), (30, 1), (20, 2)), 50, 80 * POINT),
)
"""Forms in use for monthly tests of public bodies: short ones with a pass mark of 60, integrity tests with 80."""
