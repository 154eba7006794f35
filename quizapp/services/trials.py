"""A paper tried or printed by the organiser: nothing of it is kept, nothing of it counts."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field, replace

from sqlalchemy.orm import Session

from quizapp.clock import ClockReading
from quizapp.core.desk import ReviewQuestion, SheetQuestion
from quizapp.core.exams import ExamDefinition, ExamState
from quizapp.core.grading import Response, grade
from quizapp.core.papers import PaperQuestion, shortages
from quizapp.core.pictures import PicturePlace, in_order
from quizapp.core.questions import Question
from quizapp.db.engine import Database
from quizapp.db.tables import ExamPaperRow, ExamRow
from quizapp.errors import UserError
from quizapp.services.attempt_records import AskedQuestion, as_stored, shown_numbers
from quizapp.services.desk_outcome import review_question
from quizapp.services.desk_pages import sheet_question
from quizapp.services.exam_records import exam_row, paper_rows, to_definition
from quizapp.services.paper_records import draw_paper, freeze_pool, revisions_of
from quizapp.services.picture_records import contents_of, picture_content, pictures_shown, places_shown
from quizapp.services.question_records import candidates, to_question


@dataclass(frozen=True, slots=True)
class Trial:
    """A paper to try: nothing of it is kept. `seed` gives the same paper again for marking.

    `pictures` are the digests of each question's pictures by their place: the banks may change while it is tried.
    """

    exam_id: int
    paper: int
    seed: str
    title: str
    questions: tuple[SheetQuestion, ...]
    minutes: int
    pictures: tuple[Mapping[PicturePlace, str], ...]


@dataclass(frozen=True, slots=True)
class TrialOutcome:
    """How a trial went, in hundredths, with every key."""

    score: int
    full_points: int
    questions: tuple[ReviewQuestion, ...]


@dataclass(frozen=True, slots=True)
class PrintedPaper:
    """A whole paper to print or save: (question, points in hundredths) in the order asked, options as shown.

    Keys number the options as they stand here. `pictures`: the bytes of the questions' pictures by their digest.
    """

    title: str
    paper_name: str
    minutes: int
    full_points: int
    pass_points: int
    questions: tuple[tuple[Question, int], ...]
    pictures: Mapping[str, bytes] = field(default_factory=dict)


class Trials:
    """Papers tried and printed."""

    def __init__(self, database: Database, read_clock: Callable[[], ClockReading]) -> None:
        self._database = database
        self._read_clock = read_clock

    def trial(self, exam_id: int, paper: int, seed: str) -> Trial:
        """Paper number `paper` (from 0) as somebody would get it; UserError where the banks cannot fill it."""
        with self._database.read() as session:
            exam = exam_row(session, exam_id)
            asked = _asked(session, exam, paper, seed)
            return Trial(
                exam_id=exam_id,
                paper=paper,
                seed=seed,
                title=exam.title,
                questions=tuple(sheet_question(one) for one in asked),
                minutes=exam.minutes,
                pictures=tuple(places_shown(one.question.pictures, one.option_order) for one in asked),
            )

    def grade_trial(self, trial: Trial, responses: Sequence[Response]) -> TrialOutcome:
        """Mark a trial; `responses` in the order of its questions, options numbered as shown."""
        with self._database.read() as session:
            exam = exam_row(session, trial.exam_id)
            definition = to_definition(exam, paper_rows(session, exam.id))
            asked = _asked(session, exam, trial.paper, trial.seed)
            graded = [_graded(one, response, definition) for one, response in zip(asked, responses, strict=True)]
            return TrialOutcome(
                score=sum(one.earned or 0 for one in graded),
                full_points=exam.full_points,
                questions=tuple(review_question(one, with_key=True) for one in graded),
            )

    def picture(self, trial: Trial, position: int, place: PicturePlace) -> bytes:
        """A picture of a question of a trial; Conflict where there is none."""
        with self._database.read() as session:
            return picture_content(session, trial.pictures[position].get(place))

    def printed_paper(self, exam_id: int, paper: int, seed: str) -> PrintedPaper:
        """Paper number `paper` (from 0) to print; the seed gives the order of questions and options (A, B …)."""
        with self._database.read() as session:
            exam = exam_row(session, exam_id)
            row = paper_rows(session, exam_id)[paper]
            asked = _asked(session, exam, paper, seed)
            return PrintedPaper(
                title=exam.title,
                paper_name=row.name,
                minutes=exam.minutes,
                full_points=exam.full_points,
                pass_points=exam.pass_points,
                questions=tuple((_as_printed(one), one.points) for one in asked),
                pictures=contents_of(session, (one.question for one in asked)),
            )


def _asked(session: Session, exam: ExamRow, paper: int, seed: str) -> list[AskedQuestion]:
    """The paper's questions, unanswered; a draft's paper is drawn from the banks as they are now."""
    papers = paper_rows(session, exam.id)
    definition = to_definition(exam, papers)
    row = papers[paper]
    if exam.state == ExamState.DRAFT:
        row = _draft_paper(session, exam, definition, paper)
    places = draw_paper(session, definition, row, exam_seed=exam.seed, person_seed=seed)
    return _unanswered(session, places)


def _draft_paper(session: Session, exam: ExamRow, definition: ExamDefinition, paper: int) -> ExamPaperRow:
    blueprint = definition.papers[paper].blueprint
    lacking = shortages(blueprint, candidates(session, blueprint.bank_ids))
    if lacking:
        raise UserError("\n".join(one.message for one in lacking))
    stored = paper_rows(session, exam.id)[paper]
    pool = freeze_pool(session, definition, blueprint, f"{exam.seed}/{paper}")
    return ExamPaperRow(
        exam_id=exam.id,
        position=paper,
        name=stored.name,
        blueprint=stored.blueprint,
        audience=stored.audience,
        pool=pool,
    )


def _unanswered(session: Session, places: Sequence[PaperQuestion]) -> list[AskedQuestion]:
    revisions = revisions_of(session, places)
    return [
        AskedQuestion(
            position=position,
            question=to_question(revisions[place.revision_id]),
            option_order=place.option_order,
            points=place.points,
            earned=None,
            response=None,
            is_marked=False,
        )
        for position, place in enumerate(places)
    ]


def _graded(asked: AskedQuestion, response: Response, definition: ExamDefinition) -> AskedQuestion:
    question = asked.question
    stored = as_stored(question.kind, response, asked.option_order)
    earned = grade(
        question.kind,
        question.key,
        stored,
        points=asked.points,
        options=len(question.options),
        rule=definition.multiple_rule,
        any_order=question.any_order,
    )
    return replace(asked, response=stored, earned=earned)


def _as_printed(asked: AskedQuestion) -> Question:
    """The question with its options in the order shown, its key following them."""
    question = asked.question
    if not question.kind.has_options or not isinstance(question.key, tuple):
        return question
    options = tuple(question.options[index] for index in asked.option_order)
    pictures = in_order(pictures_shown(question.pictures, asked.option_order))
    return replace(question, options=options, key=shown_numbers(question.key, asked.option_order), pictures=pictures)
