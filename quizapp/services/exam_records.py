"""A test as rows and as values: `core.exams.ExamDefinition` to and from `ExamRow` and `ExamPaperRow`."""

from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import Session

from quizapp.core.exams import (
    AttemptsRule,
    Audience,
    ExamDefinition,
    PaperPlan,
    ReviewContent,
    ReviewFrom,
    Scope,
)
from quizapp.core.grading import MultipleRule
from quizapp.core.monthly import Marks
from quizapp.core.papers import Blueprint, Section
from quizapp.core.questions import Difficulty, Kind
from quizapp.db.tables import ExamPaperRow, ExamRow
from quizapp.errors import Conflict
from quizapp.i18n import _


def exam_row(session: Session, exam_id: int) -> ExamRow:
    """The row of a test; Conflict where it is gone."""
    row = session.get(ExamRow, exam_id)
    if row is None:
        raise Conflict(_("这场考试已不存在：请刷新列表。"))
    return row


def paper_rows(session: Session, exam_id: int) -> list[ExamPaperRow]:
    """The papers of a test in their order."""
    wanted = select(ExamPaperRow).where(ExamPaperRow.exam_id == exam_id).order_by(ExamPaperRow.position)
    return list(session.scalars(wanted))


def marks_of(row: ExamRow) -> Marks:
    """The marks of a test."""
    return Marks(full=row.full_points, passing=row.pass_points, excellent=row.excellent_points)


def to_definition(row: ExamRow, papers: list[ExamPaperRow]) -> ExamDefinition:
    """The definition that a row and its papers hold."""
    rest = row.definition
    return ExamDefinition(
        month=row.month,
        title=row.title,
        opens_at=row.opens_at,
        closes_at=row.closes_at,
        papers=tuple(PaperPlan(one.name, to_blueprint(one.blueprint), to_audience(one.audience)) for one in papers),
        minutes=row.minutes,
        pass_points=row.pass_points,
        excellent_points=row.excellent_points,
        attempts_allowed=row.attempts_allowed,
        attempts_rule=AttemptsRule(row.attempts_rule),
        multiple_rule=MultipleRule(row.multiple_rule),
        scope=Scope(rest["scope"]),
        audience=to_audience(rest["audience"]),
        same_questions=rest["same_questions"],
        shuffles_questions=rest["shuffles_questions"],
        shuffles_options=rest["shuffles_options"],
        shows_score_at_once=rest["shows_score_at_once"],
        review_content=ReviewContent(rest["review_content"]),
        review_from=ReviewFrom(rest["review_from"]),
        instructions=rest["instructions"],
        shows_own_rank=rest.get("shows_own_rank", False),
        is_full_screen=rest.get("is_full_screen", False),
        records_leaving=rest.get("records_leaving", False),
        leavings_allowed=rest.get("leavings_allowed", 0),
    )


def write_definition(row: ExamRow, definition: ExamDefinition) -> None:
    """Set a row to a definition (its papers are rows of their own: `new_papers`)."""
    row.month = definition.month
    row.title = definition.title.strip()
    row.opens_at = definition.opens_at
    row.closes_at = definition.closes_at
    row.minutes = definition.minutes
    row.full_points = definition.full_points
    row.pass_points = definition.pass_points
    row.excellent_points = definition.excellent_points
    row.attempts_allowed = definition.attempts_allowed
    row.attempts_rule = definition.attempts_rule.value
    row.multiple_rule = definition.multiple_rule.value
    row.definition = {
        "scope": definition.scope.value,
        "audience": _audience_values(definition.audience),
        "same_questions": definition.same_questions,
        "shuffles_questions": definition.shuffles_questions,
        "shuffles_options": definition.shuffles_options,
        "shows_score_at_once": definition.shows_score_at_once,
        "review_content": definition.review_content.value,
        "review_from": definition.review_from.value,
        "instructions": definition.instructions,
        "shows_own_rank": definition.shows_own_rank,
        "is_full_screen": definition.is_full_screen,
        "records_leaving": definition.records_leaving,
        "leavings_allowed": definition.leavings_allowed,
    }


def new_papers(exam_id: int, definition: ExamDefinition) -> list[ExamPaperRow]:
    """Rows for the papers of a definition, their pools still empty."""
    return [
        ExamPaperRow(
            exam_id=exam_id,
            position=position,
            name=plan.name,
            blueprint=_blueprint_values(plan.blueprint),
            audience=_audience_values(plan.audience),
            pool=[],
        )
        for position, plan in enumerate(definition.papers)
    ]


def to_blueprint(values: dict[str, Any]) -> Blueprint:
    """A blueprint from its JSON form."""
    sections = tuple(
        Section(
            kind=Kind(one["kind"]),
            count=one["count"],
            points=one["points"],
            category=one["category"],
            difficulty=None if one["difficulty"] is None else Difficulty(one["difficulty"]),
        )
        for one in values["sections"]
    )
    return Blueprint(bank_ids=tuple(values["bank_ids"]), sections=sections)


def _blueprint_values(blueprint: Blueprint) -> dict[str, Any]:
    sections = [
        {
            "kind": one.kind.value,
            "count": one.count,
            "points": one.points,
            "category": one.category,
            "difficulty": None if one.difficulty is None else one.difficulty.value,
        }
        for one in blueprint.sections
    ]
    return {"bank_ids": list(blueprint.bank_ids), "sections": sections}


def to_audience(values: dict[str, Any]) -> Audience:
    """An audience from its JSON form."""
    return Audience(department_ids=tuple(values["department_ids"]), categories=tuple(values["categories"]))


def _audience_values(audience: Audience) -> dict[str, Any]:
    return {"department_ids": list(audience.department_ids), "categories": list(audience.categories)}
