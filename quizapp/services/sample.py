"""A sample month for an empty data folder: an invented bureau, last month's test with its results, this month's open.

Everything goes the way of the public services, with a clock that is set to when it would have happened.
"""

import random
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime, time, timedelta
from pathlib import Path

from sqlalchemy import select

from quizapp.config import ReadingLimits
from quizapp.core.exams import ExamDefinition
from quizapp.core.monthly import Status
from quizapp.core.people import Actor, Person, SignInCheck
from quizapp.db.engine import Database
from quizapp.db.tables import AdministratorRow, BankRow, DepartmentRow, ExamRow, PersonRow
from quizapp.errors import EnvironmentFault, UserError
from quizapp.i18n import _
from quizapp.services.accounts import Accounts
from quizapp.services.banks import Banks
from quizapp.services.bureau import Bureau
from quizapp.services.exam_proposals import OPENS
from quizapp.services.exams import Exams
from quizapp.services.people import People, PersonDraft
from quizapp.services.results import Results
from quizapp.services.sample_answers import SampleClock, Sitter, plan_sitting
from quizapp.services.sample_people import BUREAU, DEPARTMENTS, LEADERS, UNIT_WORD, SampleDepartment

ADMINISTRATOR = "管理员"  # no _(): the name of an account, the same whatever the language
PASSWORD = "demo2026"
BANK_FILES = ("礼仪题库.xlsx", "服务标准题库.xlsx")  # no _(): names of files that come with the program

# What became of whoever did not sit last month's test; the reasons are data, as an organiser would have typed them.
_SETTLED = (
    (Status.DEFERRED, "出车", ("郝建军", "邱顺利")),  # no _(): invented people and what was entered for them
    (Status.DEFERRED, "病假", ("董雪",)),  # no _(): as above
    (Status.DEFERRED, "值班", ("尹志刚",)),  # no _(): as above
    (Status.EXEMPT, "临近退休", ("汤有福",)),  # no _(): as above
    (Status.ABSENT, "", ("毛金凤",)),  # no _(): as above
)
_UNSETTLED = ("龙海波", "白雪莲")  # no _(): invented people
_RAN_OUT_OF_TIME = ("雷厚德",)  # no _(): an invented person
_DAYS = 3  # how long last month's test was open
_SAT_ALREADY = 3  # one in so many has taken this month's test


@dataclass(frozen=True, slots=True)
class SampleMonth:
    """What the sample put into the data folder, and how to get in as its administrator."""

    administrator: str
    password: str
    people: int
    questions: int
    closed_exam_id: int
    open_exam_id: int


class Sample:
    """Fills an empty data folder with a month to look round in."""

    def __init__(
        self, database: Database, now: Callable[[], datetime], questions: Path, *, limits: ReadingLimits
    ) -> None:
        """`questions` is the folder of the question banks that come with the program."""
        self._database = database
        self._now = now
        self._questions = questions
        self._limits = limits

    def is_possible(self) -> bool:
        """Whether there is nothing yet that the sample could be mistaken for."""
        with self._database.read() as session:
            tables = (AdministratorRow, DepartmentRow, PersonRow, BankRow, ExamRow)
            return all(session.scalars(select(table.id).limit(1)).first() is None for table in tables)

    def fill(self, *, on_progress: Callable[[int, int], None] | None = None) -> SampleMonth:
        """Fill the folder; UserError where it holds anything already."""
        if not self.is_possible():
            raise UserError(_("这个数据文件夹里已有数据，没有放入样例。请用 --data 另选一个空文件夹。"))
        story = _Story(self._database, self._now(), self._limits, on_progress)
        return story.tell({Path(name).stem: self._read(name) for name in BANK_FILES})

    def _read(self, name: str) -> bytes:
        file = self._questions / name
        try:
            return file.read_bytes()
        except OSError as error:
            words = _("随程序提供的题库打不开：{file}（{reason}）。请重新安装程序。")
            raise EnvironmentFault(words.format(file=file, reason=error.strerror or error)) from error


class _Story:
    """The month as it would have happened, told in its order."""

    def __init__(
        self,
        database: Database,
        now: datetime,
        limits: ReadingLimits,
        on_progress: Callable[[int, int], None] | None,
    ) -> None:
        self._today = now.astimezone().date()
        self._month_before = (self._today.replace(day=1) - timedelta(days=1)).replace(day=1)
        self._real_now = now
        self._clock = SampleClock(_local(self._month_before, time(9)))
        self._on_progress = on_progress
        self._accounts = Accounts(database, self._clock.now)
        self._people = People(database, self._clock.now)
        self._banks = Banks(database, self._clock.now, limits)
        self._exams = Exams(database, self._clock.read)
        self._results = Results(database, self._clock.read)
        self._sitter = Sitter(database, self._clock)
        self._chance = random.Random(20080321)
        self._actor = Actor(ADMINISTRATOR)

    def tell(self, banks: dict[str, bytes]) -> SampleMonth:
        self._accounts.set_up(BUREAU, ADMINISTRATOR, PASSWORD)
        self._accounts.change_bureau(self._actor, Bureau(BUREAU, UNIT_WORD, SignInCheck.NONE))
        people = list(self._add_people(DEPARTMENTS, None))
        questions = 0
        for name, content in banks.items():
            questions += self._banks.import_(self._actor, self._banks.preview(name, content, f"{name}.xlsx")).new
        testable = [person for person in people if person.takes_tests]
        return SampleMonth(
            administrator=ADMINISTRATOR,
            password=PASSWORD,
            people=len(people),
            questions=questions,
            closed_exam_id=self._closed_exam(testable),
            open_exam_id=self._open_exam(testable),
        )

    def _add_people(self, departments: Iterable[SampleDepartment], parent_id: int | None) -> Iterable[Person]:
        for department in departments:
            added = self._people.add_department(self._actor, department.name, department.kind, parent_id)
            for name, category, position in department.people:
                draft = PersonDraft(
                    name,
                    added.id,
                    category=category,
                    position=position,
                    takes_tests=category != "借出",  # no _(): the category as entered
                    is_ranked=department.name != LEADERS,
                )
                yield self._people.add_person(self._actor, draft)
            yield from self._add_people(department.parts, added.id)

    def _closed_exam(self, people: Sequence[Person]) -> int:
        """Last month's test: taken, closed, all but two people settled."""
        definition = self._exams.proposal(self._month_before.replace(day=16))
        exam_id = self._publish(definition, at=definition.opens_at - timedelta(days=2))
        stay_away = {name for _status, _reason, names in _SETTLED for name in names} | set(_UNSETTLED)
        sitters = [person for person in people if person.name not in stay_away]
        first_day = definition.opens_at.astimezone().date()
        days = list(_workdays_from(first_day, _DAYS))
        self._let_sit(exam_id, sitters, days, before=definition.closes_at)
        self._clock.at = definition.closes_at + timedelta(minutes=30)
        self._exams.close(self._actor, exam_id)
        self._settle(exam_id)
        return exam_id

    def _settle(self, exam_id: int) -> None:
        rows = [result.row for result in self._results.results(exam_id).figures.people]
        for status, reason, names in _SETTLED:
            due_ids = [row.due_id for row in rows if row.name in names]
            self._results.settle(self._actor, exam_id, due_ids, status, reason)

    def _open_exam(self, people: Sequence[Person]) -> int:
        """This month's test: open since the workday before, some have taken it, anybody else can at once."""
        usual = self._exams.proposal(self._today.replace(day=15))
        definition = replace(
            usual,
            opens_at=opened_at(self._real_now),
            closes_at=self._exams.proposal(self._today + timedelta(days=1)).closes_at,
        )
        exam_id = self._publish(definition, at=definition.opens_at - timedelta(hours=1))
        opened_on = definition.opens_at.astimezone().date()
        self._let_sit(exam_id, people[1::_SAT_ALREADY], [opened_on], before=self._real_now)
        return exam_id

    def _publish(self, definition: ExamDefinition, *, at: datetime) -> int:
        self._clock.at = at
        exam_id = self._exams.create(self._actor, definition)
        self._exams.publish(self._actor, exam_id)
        return exam_id

    def _let_sit(self, exam_id: int, people: Sequence[Person], days: Sequence[date], *, before: datetime) -> None:
        """Let people take a test at some time of these days, as far as they are done `before` an instant."""
        for done, person in enumerate(people, start=1):
            minutes_in_day = self._chance.randrange(8 * 60)
            starts_at = _local(self._chance.choice(days), OPENS) + timedelta(minutes=minutes_in_day)
            plan = plan_sitting(self._chance, gives_up=person.name in _RAN_OUT_OF_TIME)
            if starts_at + plan.duration < before:
                self._clock.at = starts_at
                self._sitter.sit(person, exam_id, plan)
            if self._on_progress is not None:
                self._on_progress(done, len(people))


def opened_at(now: datetime) -> datetime:
    """When this month's test was opened: 8:30 of the workday before if that is of this month, never later than now."""
    today = now.astimezone().date()
    day = today - timedelta(days={0: 3, 6: 2}.get(today.weekday(), 1))
    day = day if day.month == today.month else today
    return min(_local(day, OPENS), now.replace(second=0, microsecond=0))


def _local(day: date, at: time) -> datetime:
    return datetime.combine(day, at).astimezone(UTC)


def _workdays_from(day: date, count: int) -> Iterable[date]:
    while count:
        if day.weekday() < 5:
            yield day
            count -= 1
        day += timedelta(days=1)
