"""What the gallery's screens are made from: the sample month in a throw-away folder, with a clock that stands still.

Everything that takes time happens once, in its order, before the first picture; after that the screens only look.
"""

from collections.abc import Callable, Iterator, Sequence
from contextlib import AbstractContextManager, ExitStack, contextmanager
from dataclasses import dataclass, replace
from datetime import UTC, datetime, timedelta
from itertools import count
from pathlib import Path

from quizapp.clock import ClockReading
from quizapp.config import Appearance, Settings
from quizapp.core.desk import ExamProgress, MyExam, Outcome, ReviewQuestion, Sheet, SignedIn
from quizapp.core.exams import Audience, PaperPlan
from quizapp.core.grading import Response
from quizapp.core.papers import Blueprint, Section
from quizapp.core.people import Actor, Department, SignInCheck
from quizapp.core.points import POINT
from quizapp.core.questions import Kind
from quizapp.gui.doors import Doors
from quizapp.gui.preferences import Preferences
from quizapp.paths import Places
from quizapp.services.bundle import Services
from quizapp.services.people import PersonDraft

OpenData = Callable[[Path, Callable[[], ClockReading]], AbstractContextManager[Services]]
"""Opens the data in a folder with a clock; the program's own way of putting its services together."""

_MORNING = (2026, 3, 18, 9, 0)
_SECTIONS = (
    Section(Kind.SINGLE, 8, 5 * POINT),
    Section(Kind.MULTIPLE, 5, 6 * POINT),
    Section(Kind.TRUE_FALSE, 5, 4 * POINT),
    Section(Kind.FILL_BLANK, 2, 5 * POINT),
)
_ANSWERED, _MARKED = 9, (3, 6)

# no _() in this module: names and titles are data, the same in both languages
_NEWCOMER = "高启明"
_UNIT_TITLE = "2026年3月接待服务岗位测试"


class StageClock:
    """A clock that stands where the story is; its PC was never restarted."""

    def __init__(self) -> None:
        self.at = datetime(*_MORNING).astimezone(UTC)

    def __call__(self) -> ClockReading:
        return ClockReading(self.at, "stage", self.at.timestamp())

    def advance(self, minutes: float) -> None:
        """Let time pass."""
        self.at += timedelta(minutes=minutes)


@dataclass(frozen=True, slots=True)
class Cast:
    """Who is seen, and the papers in their hands."""

    ready: SignedIn
    running: SignedIn
    done: SignedIn
    newcomer: SignedIn
    sheet: Sheet
    late_sheet: Sheet
    outcome: Outcome
    review: tuple[ReviewQuestion, ...]


@dataclass(frozen=True, slots=True)
class StageData:
    """The sample month and what happened after it; `fresh` opens the data of a first start."""

    folder: Path
    services: Services
    actor: Actor
    cast: Cast
    closed_exam_id: int
    fresh: Callable[[], Services]


@contextmanager
def play(folder: Path, open_data: OpenData) -> Iterator[StageData]:
    """Let the story happen in a folder of its own; everything is closed again at the end."""
    clock, numbers = StageClock(), count()
    with ExitStack() as opened:

        def fresh() -> Services:
            place = folder / f"data-{next(numbers)}"
            place.mkdir(parents=True)
            return opened.enter_context(open_data(place, clock))

        services = fresh()
        sample = services.sample.fill()
        actor = Actor(sample.administrator)
        cast = _Story(services, actor, clock).play(sample.closed_exam_id, sample.open_exam_id)
        yield StageData(folder, services, actor, cast, sample.closed_exam_id, fresh)


@dataclass(frozen=True, slots=True)
class Stage:
    """What the screens of the gallery are handed; `language` tells in which one the picture is."""

    data: StageData
    doors: Doors
    places: Places
    language: Callable[[], str]

    @property
    def services(self) -> Services:
        """The services on the sample month."""
        return self.data.services

    @property
    def preferences(self) -> Preferences:
        """Settings in the language of the picture."""
        settings = Settings(appearance=Appearance(language=self.language()))
        return Preferences(settings, self.places.settings, self.places.translations, self.doors.theme)

    def check_by(self, check: SignInCheck) -> None:
        """Choose what the sign-in page asks for."""
        accounts = self.services.accounts
        accounts.change_bureau(self.data.actor, replace(accounts.bureau(), check=check))

    def file(self, name: str, rows: Sequence[Sequence[str]]) -> Path:
        """A table as a file to import."""
        path = self.data.folder / name
        path.write_text("\n".join(",".join(row) for row in rows), encoding="utf-8-sig")
        return path


class _Story:
    """What happens on the stage's morning beside the sample."""

    def __init__(self, services: Services, actor: Actor, clock: StageClock) -> None:
        self._services = services
        self._desk = services.desk
        self._actor = actor
        self._clock = clock

    def play(self, closed_exam_id: int, open_exam_id: int) -> Cast:
        departments = {one.name: one for one in self._services.people.departments()}
        unit_exam_id = self._publish_unit_test(departments)
        newcomer = self._add_newcomer(departments)
        self._clock.advance(15)
        people = [self._desk.sign_in(person.id, "") for person in self._desk.sign_in_page().people]
        taker = next(one for one in people if self._progress(one, unit_exam_id) is ExamProgress.READY)
        sheet, late_sheet = self._take(taker, unit_exam_id)
        ready = [one for one in people if self._progress(one, open_exam_id) is ExamProgress.READY and one is not taker]
        self._desk.start(ready[1].token, open_exam_id)
        self._clock.advance(5)
        done, attempt_id, review = self._who_sat_both(people, open_exam_id, closed_exam_id)
        return Cast(
            ready=ready[0],
            running=ready[1],
            done=done,
            newcomer=newcomer,
            sheet=sheet,
            late_sheet=late_sheet,
            outcome=self._desk.outcome(done.token, attempt_id),
            review=review,
        )

    def _publish_unit_test(self, departments: dict[str, Department]) -> int:
        """A second test of the month, with blanks to fill in, for those who receive guests."""
        exams, bank_ids = self._services.exams, tuple(bank.id for bank in self._services.banks.banks())
        definition = replace(
            exams.proposal(self._clock.at.astimezone().date()),
            title=_UNIT_TITLE,
            audience=Audience((departments["公务接待科"].id, departments["市级会议中心"].id)),
            papers=(PaperPlan("接待服务卷", Blueprint(bank_ids, _SECTIONS)),),
        )
        exam_id = exams.create(self._actor, definition)
        exams.publish(self._actor, exam_id)
        return exam_id

    def _add_newcomer(self, departments: dict[str, Department]) -> SignedIn:
        """Somebody who came after the tests of the month were published."""
        draft = PersonDraft(_NEWCOMER, departments["办公室"].id)
        person = self._services.people.add_person(self._actor, draft)
        return self._desk.sign_in(person.id, "")

    def _take(self, me: SignedIn, exam_id: int) -> tuple[Sheet, Sheet]:
        """Some questions are answered; the sheet then, and with less than five minutes left."""
        started = self._desk.start(me.token, exam_id)
        self._clock.advance(8.7)
        for question in started.questions[:_ANSWERED]:
            response: Response = (0,) if question.kind is Kind.SINGLE else (0, 2)
            self._desk.save_answer(
                me.token,
                started.attempt_id,
                question.position,
                response if question.kind.has_options else None,
                seq=question.position + 1,
                is_marked=question.position in _MARKED,
            )
        sheet = self._desk.sheet(me.token, started.attempt_id)
        self._clock.advance(16.6)
        return sheet, self._desk.sheet(me.token, started.attempt_id)

    def _who_sat_both(
        self, people: list[SignedIn], open_exam_id: int, closed_exam_id: int
    ) -> tuple[SignedIn, int, tuple[ReviewQuestion, ...]]:
        """Somebody who took this month's test and erred early in last month's: that attempt, this sheet."""
        for one in people:
            now, before = self._exam(one, open_exam_id), self._exam(one, closed_exam_id)
            if not now or not before or now.progress is not ExamProgress.DONE or not before.may_review:
                continue
            assert now.attempt_id is not None and before.attempt_id is not None
            review = self._desk.review(one.token, before.attempt_id)
            if any(question.earned != question.points for question in review[:2]):
                return one, now.attempt_id, review
        raise LookupError("the sample has nobody who took both tests so")

    def _exam(self, me: SignedIn, exam_id: int) -> MyExam | None:
        return next((one for one in self._desk.my_page(me.token).exams if one.exam_id == exam_id), None)

    def _progress(self, me: SignedIn, exam_id: int) -> ExamProgress | None:
        exam = self._exam(me, exam_id)
        return exam.progress if exam else None
