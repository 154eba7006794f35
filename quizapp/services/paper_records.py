"""Papers drawn from the pools that publishing froze: the questions of one person's attempt, or of a trial."""

from collections.abc import Sequence

from sqlalchemy import select
from sqlalchemy.orm import Session

from quizapp.core.exams import ExamDefinition
from quizapp.core.papers import Blueprint, PaperQuestion, arrange, draw
from quizapp.db.tables import ExamPaperRow, RevisionRow
from quizapp.services.exam_records import to_blueprint
from quizapp.services.question_records import candidates, frozen_candidates


def freeze_pool(session: Session, definition: ExamDefinition, blueprint: Blueprint, seed: str) -> list[int]:
    """The revisions a paper will be drawn from: the very questions where all get the same, else all that may fit."""
    pool = candidates(session, blueprint.bank_ids)
    if definition.same_questions:
        return [candidate.revision_id for candidate in draw(blueprint, pool, seed)]
    fitting = [one for one in pool if any(section.takes(one) for section in blueprint.sections)]
    return sorted(candidate.revision_id for candidate in fitting)


def draw_paper(
    session: Session, definition: ExamDefinition, paper: ExamPaperRow, *, exam_seed: str, person_seed: str
) -> list[PaperQuestion]:
    """One person's paper; `person_seed` decides the order, and the questions too where each gets others."""
    blueprint = to_blueprint(paper.blueprint)
    pool = frozen_candidates(session, paper.pool)
    seed = f"{exam_seed}/{person_seed}"
    drawn = pool if definition.same_questions else draw(blueprint, pool, seed)
    return arrange(
        blueprint,
        drawn,
        seed,
        shuffles_questions=definition.shuffles_questions,
        shuffles_options=definition.shuffles_options,
    )


def revisions_of(session: Session, paper: Sequence[PaperQuestion]) -> dict[int, RevisionRow]:
    """The revisions that a paper asks, by id."""
    wanted = select(RevisionRow).where(RevisionRow.id.in_({place.revision_id for place in paper}))
    return {revision.id: revision for revision in session.scalars(wanted)}
