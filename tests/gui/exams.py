"""A definition and the choices it is made from, for tests of its cards."""

from datetime import UTC, datetime

from quizapp.core.exams import PRESETS, ExamDefinition, PaperPlan
from quizapp.core.papers import Blueprint
from quizapp.core.people import Department, DepartmentKind
from quizapp.core.questions import Kind
from quizapp.gui.exam_choices import ExamChoices
from quizapp.services.banks import BankSummary

OFFICE = Department(1, "办公室", DepartmentKind.SECTION, ("办公室",))
CENTRE = Department(2, "服务中心", DepartmentKind.UNIT, ("服务中心",))
KITCHEN = Department(3, "餐饮部", DepartmentKind.SECTION, ("服务中心", "餐饮部"), parent_id=2)
NURSERY = Department(4, "幼儿园", DepartmentKind.UNIT, ("幼儿园",))

CHOICES = ExamChoices(
    departments=(OFFICE, CENTRE, KITCHEN, NURSERY),
    categories=("公务员", "工勤"),
    banks=(
        BankSummary(1, "礼仪题库", {Kind.SINGLE: 30, Kind.TRUE_FALSE: 20, Kind.MULTIPLE: 10}, 0, None),
        BankSummary(2, "服务规范", {Kind.SHORT_ANSWER: 3}, 0, None),
    ),
    bank_categories={1: ("会面礼仪", "电话礼仪"), 2: ("接待服务",)},
)

GENERAL = PaperPlan("通用卷", Blueprint((1,), PRESETS[0].sections))

DEFINITION = ExamDefinition(
    month="2026-03",
    title="三月礼仪测试",
    opens_at=datetime(2026, 3, 2, 0, 30, tzinfo=UTC),
    closes_at=datetime(2026, 3, 4, 9, 30, tzinfo=UTC),
    papers=(GENERAL,),
)
