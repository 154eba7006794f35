"""What the desk does for practising: what there is, the next questions, one answer judged; never a result."""

import secrets
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import UTC, datetime, time, timedelta

from sqlalchemy import select
from sqlalchemy.orm import Session

from quizapp.core.desk import ReviewQuestion
from quizapp.core.grading import MultipleRule, Response, grade, is_answered
from quizapp.core.papers import Candidate, option_order
from quizapp.core.pictures import PicturePlace
from quizapp.core.pinyin import sort_key
from quizapp.core.points import POINT
from quizapp.core.practice import (
    Day,
    Met,
    PracticeChoice,
    PracticeMode,
    Practisable,
    after,
    choose,
    daily_set,
    is_answered_today,
)
from quizapp.core.practice_desk import (
    PracticeAnswer,
    PracticeBank,
    PracticeOverview,
    PracticePlace,
    PracticeQuestion,
    PracticeSet,
    PracticeTopic,
)
from quizapp.core.questions import Difficulty, Question
from quizapp.db.tables import BankRow, RevisionRow
from quizapp.errors import Conflict, NotAllowed, UserError
from quizapp.i18n import _
from quizapp.services.attempt_records import AskedQuestion, as_stored
from quizapp.services.desk_outcome import review_question
from quizapp.services.desk_pages import sheet_question
from quizapp.services.picture_records import picture_content, places_shown
from quizapp.services.practice_records import is_in_a_test, practisable, read_record, read_records, write_record
from quizapp.services.question_records import to_question


def overview(session: Session, person_id: int, now: datetime) -> PracticeOverview:
    """What there is to practise for a person, and how far the person is."""
    pool, records, day = practisable(session), read_records(session, person_id), day_of(now)
    met = {one.question_id: records[one.question_id] for one in pool if one.question_id in records}
    daily = daily_set(pool, records, day, _daily_seed(person_id, day))
    return PracticeOverview(
        banks=tuple(_banks(session, pool, met)),
        mistakes=len({one.identity for one in pool if one.question_id in met and met[one.question_id].is_mistake}),
        favourites=len({one.identity for one in pool if one.question_id in met and met[one.question_id].is_favourite}),
        daily_done=sum(is_answered_today(one, records, day) for one in daily),
        daily_total=len(daily),
        is_closed=is_in_a_test(session, person_id),
    )


def _banks(session: Session, pool: Sequence[Practisable], met: Mapping[int, Met]) -> Iterable[PracticeBank]:
    """The banks with something to practise, and their categories, by sound; what has no category comes last."""
    counts: dict[int, dict[str, list[int]]] = {}
    for one in pool:
        count = counts.setdefault(one.bank_id, {}).setdefault(one.category, [0, 0])
        count[0] += 1
        count[1] += one.question_id in met and met[one.question_id].seen > 0
    names = session.execute(select(BankRow.id, BankRow.name).where(BankRow.id.in_(counts))).all()
    for bank_id, name in sorted(names, key=lambda row: sort_key(row[1])):
        topics = sorted(counts[bank_id].items(), key=lambda pair: (not pair[0], sort_key(pair[0])))
        yield PracticeBank(bank_id, name, tuple(PracticeTopic(topic, *count) for topic, count in topics))


def next_set(session: Session, person_id: int, choice: PracticeChoice, now: datetime) -> PracticeSet:
    """The next questions of a choice, as they are shown; NotAllowed while a test of the person is running."""
    _refuse_in_a_test(session, person_id)
    pool, records = practisable(session), read_records(session, person_id)
    if choice.mode is PracticeMode.DAILY:
        day = day_of(now)
        daily = daily_set(pool, records, day, _daily_seed(person_id, day))
        chosen = [one for one in daily if not is_answered_today(one, records, day)]
        done = len(daily) - len(chosen)
    else:
        chosen, done = choose(pool, records, choice, secrets.token_hex(8)), 0
    wanted = select(RevisionRow).where(RevisionRow.id.in_([one.revision_id for one in chosen]))
    revisions = {revision.id: to_question(revision) for revision in session.scalars(wanted)}
    seed = secrets.token_hex(8)
    questions = [
        _shown(PracticePlace(one.revision_id, seed), revisions[one.revision_id], records.get(one.question_id, Met()))
        for one in chosen
    ]
    return PracticeSet(choice, tuple(questions), done)


@dataclass(frozen=True, slots=True)
class Judged:
    """An answer that was judged and is still to be kept: `seen_at` is what its record is dated to."""

    question_id: int
    is_right: bool
    seen_at: datetime
    shown: ReviewQuestion


def judge(session: Session, person_id: int, place: PracticePlace, response: Response, now: datetime) -> Judged:
    """Judge an answer against the revision shown; changes nothing."""
    _refuse_in_a_test(session, person_id)
    if not is_answered(response):
        raise UserError(_("请先作答，再看答案。"))
    pool = practisable(session)
    revision = _revision(session, place, pool)
    asked = _asked(place, to_question(revision))
    question, stored = asked.question, as_stored(asked.question.kind, response, asked.option_order)
    options, rule = len(question.options), MultipleRule.EXACT
    earned = grade(
        question.kind,
        question.key,
        stored,
        points=POINT,
        options=options,
        rule=rule,
        any_order=question.any_order,
    )
    day = day_of(now)
    daily = daily_set(pool, read_records(session, person_id), day, _daily_seed(person_id, day))
    is_of_the_day = any(one.question_id == revision.question_id for one in daily)
    seen_at = day.starts_at if is_of_the_day else now
    return Judged(revision.question_id, earned == POINT, seen_at, review_question(asked, with_key=True))


def keep(session: Session, person_id: int, judged: Judged) -> PracticeAnswer:
    """Keep what came of an answer, in the transaction of `session`."""
    before = read_record(session, person_id, judged.question_id)
    met = after(before, is_right=judged.is_right, at=judged.seen_at)
    write_record(session, person_id, judged.question_id, met)
    return PracticeAnswer(
        is_right=judged.is_right,
        key=judged.shown.key,
        key_texts=judged.shown.key_texts,
        explanation=judged.shown.explanation,
        source=judged.shown.source,
        was_mistake=before.is_mistake,
        mistakes_left=met.right_to_leave,
    )


def question_of(session: Session, place: PracticePlace) -> int:
    """The id of a question that is practised; Conflict where it may not be any more."""
    return _revision(session, place, practisable(session)).question_id


def set_favourite(session: Session, person_id: int, question_id: int, *, is_favourite: bool) -> None:
    """Put a question among a person's favourites, or take it out; what was met of it stays."""
    met = read_record(session, person_id, question_id)
    write_record(session, person_id, question_id, replace(met, is_favourite=is_favourite))


def picture(session: Session, place: PracticePlace, at: PicturePlace) -> bytes:
    """A picture of a question that may be practised; Conflict where there is none."""
    asked = _asked(place, to_question(_revision(session, place, practisable(session))))
    return picture_content(session, places_shown(asked.question.pictures, asked.option_order).get(at))


def day_of(now: datetime) -> Day:
    """The day of an instant as the PC's calendar has it."""
    today = now.astimezone().date()
    starts_at, ends_at = (datetime.combine(day, time()).astimezone(UTC) for day in (today, today + timedelta(days=1)))
    return Day(starts_at, ends_at)


def _daily_seed(person_id: int, day: Day) -> str:
    return f"{person_id}/{day.starts_at.astimezone().date().isoformat()}"


def _refuse_in_a_test(session: Session, person_id: int) -> None:
    if is_in_a_test(session, person_id):
        raise NotAllowed(_("您正在考试，交卷以后再来自学。"))


def _revision(session: Session, place: PracticePlace, pool: Sequence[Practisable]) -> RevisionRow:
    """The revision shown, whatever its question says by now; Conflict where that may not be practised any more."""
    revision = session.get(RevisionRow, place.revision_id)
    if revision is None or revision.question_id not in {one.question_id for one in pool}:
        raise Conflict(_("这道题刚刚停用，或者考试要用，不再练习：请做下一题。"))
    return revision


def _shown(place: PracticePlace, question: Question, met: Met) -> PracticeQuestion:
    """A question as it is shown; nothing in it depends on its key."""
    sheet = sheet_question(_asked(place, question))
    return PracticeQuestion(
        place=place,
        kind=sheet.kind,
        stem=sheet.stem,
        options=sheet.options,
        blanks=sheet.blanks,
        category=question.category,
        is_favourite=met.is_favourite,
        mistakes_left=met.right_to_leave,
        pictures=sheet.pictures,
    )


def _asked(place: PracticePlace, question: Question) -> AskedQuestion:
    """The question with the order of its options, which the showing's seed decides."""
    texts = tuple(option.text for option in question.options)
    identity = str(place.revision_id)
    candidate = Candidate(place.revision_id, identity, question.kind, question.category, Difficulty.UNRATED, texts)
    order = option_order(candidate, place.seed)
    return AskedQuestion(0, question, order, POINT, None, None, is_marked=False)
