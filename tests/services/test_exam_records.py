"""A definition kept as rows comes back as the same definition, whatever was set in it."""

from dataclasses import replace

import pytest

from quizapp.core.exams import AttemptsRule, Audience, ExamDefinition, PaperPlan, ReviewContent, ReviewFrom, Scope
from quizapp.core.grading import MultipleRule
from quizapp.core.papers import Blueprint, Section
from quizapp.core.questions import Difficulty, Kind
from quizapp.db.engine import Database
from quizapp.db.tables import ExamRow
from quizapp.errors import Conflict
from quizapp.services.exam_records import exam_row, new_papers, to_definition, write_definition
from tests.services.office import CLOSES, OPENS

PLAN = PaperPlan(
    "工勤卷",
    Blueprint((3, 5), (Section(Kind.MULTIPLE, 5, 550, "电话礼仪", Difficulty.HARD), Section(Kind.SINGLE, 1, 100))),
    Audience((7,), ("工勤", "合同制")),
)
PLAIN = ExamDefinition("2026-03", "三月", OPENS, CLOSES, (PLAN,))


@pytest.mark.parametrize(
    "definition",
    [
        PLAIN,
        replace(
            PLAIN,
            papers=(PLAN, replace(PLAN, name="通用卷", audience=Audience())),
            minutes=45,
            pass_points=80_00,
            excellent_points=95_00,
            attempts_allowed=3,
            attempts_rule=AttemptsRule.LAST,
            multiple_rule=MultipleRule.PER_DECISION,
            scope=Scope.UNIT,
            audience=Audience((1, 2), ("公务员",)),
            same_questions=False,
            shuffles_questions=False,
            shuffles_options=False,
            shows_score_at_once=False,
            review_content=ReviewContent.RIGHT_WRONG,
            review_from=ReviewFrom.EXAM_CLOSED,
            instructions="带好工作证\n关闭手机",
        ),
    ],
)
def test_a_definition_survives_the_rows(definition: ExamDefinition) -> None:
    row = ExamRow()
    write_definition(row, definition)
    assert to_definition(row, new_papers(1, definition)) == definition


def test_a_test_that_is_gone_is_said_so(database: Database) -> None:
    with database.read() as session, pytest.raises(Conflict, match="已不存在"):
        exam_row(session, 99)
