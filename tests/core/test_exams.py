"""What keeps a definition from being published, who is meant by an audience, and the usual forms."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest

from quizapp.core.exams import (
    PRESETS,
    Audience,
    ExamDefinition,
    PaperPlan,
    definition_faults,
)
from quizapp.core.papers import Blueprint, Section
from quizapp.core.questions import Kind

OPENS = datetime(2026, 3, 2, 0, 30, tzinfo=UTC)
PLAN = PaperPlan("通用卷", Blueprint((1,), PRESETS[0].sections))
DEFINITION = ExamDefinition("2026-03", "三月测试", OPENS, OPENS + timedelta(days=2), (PLAN,))


def test_the_default_is_25_questions_worth_100_and_valid() -> None:
    assert PLAN.blueprint.question_count == 25
    assert DEFINITION.full_points == 100_00
    assert definition_faults(DEFINITION) == []


@pytest.mark.parametrize("preset", PRESETS, ids=lambda preset: preset.name)
def test_every_preset_is_worth_100_and_valid(preset: object) -> None:
    applied = preset.apply_to(DEFINITION)
    assert applied.full_points == 100_00
    assert applied.papers[0].blueprint.bank_ids == (1,)
    assert definition_faults(applied) == []


@pytest.mark.parametrize(
    ("change", "words"),
    [
        ({"title": " "}, "考试名称"),
        ({"closes_at": OPENS}, "结束时间"),
        ({"minutes": 0}, "考试时长"),
        ({"attempts_allowed": 0}, "作答次数"),
        ({"pass_points": 101_00}, "合格分"),
        ({"excellent_points": 50_00}, "优秀分"),
        ({"papers": ()}, "至少设置一份试卷"),
        ({"papers": (replace(PLAN, blueprint=Blueprint((), PLAN.blueprint.sections)),)}, "没有选择题库"),
        ({"papers": (replace(PLAN, blueprint=Blueprint((1,), ())),)}, "没有题目"),
        ({"papers": (PLAN, PaperPlan("乙卷", Blueprint((1,), (Section(Kind.SINGLE, 1, 100),))))}, "满分不同"),
    ],
)
def test_each_fault_is_told_in_words(change: dict[str, object], words: str) -> None:
    assert any(words in fault for fault in definition_faults(replace(DEFINITION, **change)))


def test_an_audience_holds_for_a_department_and_all_below_it() -> None:
    drivers = Audience(department_ids=(3,), categories=("工勤",))
    assert drivers.includes((3, 7), "工勤")
    assert not drivers.includes((3, 7), "公务员")
    assert not drivers.includes((4,), "工勤")
    assert Audience().includes((1,), "")
