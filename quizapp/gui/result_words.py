"""A person's own result in words: grade, rank, which attempt counts, what may be looked at and from when."""

from quizapp.core.desk import Outcome
from quizapp.core.exams import ReviewContent, ReviewFrom
from quizapp.core.monthly import Grade, Status
from quizapp.core.own_results import AttemptPlace, OwnResult, Ranking, RankState
from quizapp.core.points import points_text
from quizapp.gui.local_times import duration, moment
from quizapp.gui.widgets.marks import Mark
from quizapp.i18n import _

GRADE_TONES = {Grade.EXCELLENT: "good", Grade.PASSED: "good", Grade.FAILED: "bad"}
GRADE_MARKS = {Grade.EXCELLENT: Mark.STAR, Grade.PASSED: Mark.CHECK, Grade.FAILED: Mark.CROSS}


def grade_of(outcome: Outcome) -> Grade | None:
    """The grade of an attempt, None where there is none to show."""
    if outcome.is_passed is None:
        return None
    if outcome.is_excellent:
        return Grade.EXCELLENT
    return Grade.PASSED if outcome.is_passed else Grade.FAILED


def facts_of(outcome: Outcome, *, is_trial: bool = False) -> list[tuple[str, str]]:
    """What an outcome says beside the score, fact by fact."""
    facts = [(_("用时"), time_words(outcome.used_s, outcome.place.given_s)), (_("答题"), _answered(outcome))]
    if is_trial:
        return facts
    if outcome.place.allowed > 1 or outcome.place.number > 1:
        facts.append((_("次数"), place_words(outcome.place)))
    if outcome.ranking.state is not RankState.HIDDEN:
        facts.append((_("名次"), rank_words(outcome.ranking)))
    return [*facts, (_("答卷"), review_words(outcome))]


def time_words(used_s: int, given_s: int) -> str:
    """The time used, of the time given where that is known."""
    if not given_s:
        return duration(used_s)
    minutes, rest = divmod(given_s, 60)
    given = duration(given_s) if rest else _("{minutes} 分钟").format(minutes=minutes)
    return _("{used}（可用 {given}）").format(used=duration(used_s), given=given)


def _answered(outcome: Outcome) -> str:
    words = _("已答 {answered} 题，共 {count} 题")
    missing = outcome.question_count - outcome.answered
    if missing:
        words = _("已答 {answered} 题，共 {count} 题，未答 {missing} 题")
    return words.format(answered=outcome.answered, count=outcome.question_count, missing=missing)


def place_words(place: AttemptPlace) -> str:
    """Which attempt it was, and which one counts."""
    words = _("第 {number} 次，最多 {allowed} 次，{rule}").format(
        number=place.number, allowed=place.allowed, rule=place.rule.label
    )
    if place.counting_number is None:
        return words
    if place.counting_number == place.number:
        return _("{attempt}；这一次计入成绩").format(attempt=words)
    if place.counting_score is None:
        return _("{attempt}；计入成绩的是第 {number} 次").format(attempt=words, number=place.counting_number)
    counting = _("{attempt}；计入成绩的是第 {number} 次（{score} 分）")
    return counting.format(attempt=words, number=place.counting_number, score=points_text(place.counting_score))


def rank_words(ranking: Ranking) -> str:
    """The own rank, or why there is none yet."""
    rank = ranking.rank
    if rank is not None:
        words = _("全部 {of} 人中第 {rank} 名，本科室（单位）{department_of} 人中第 {department_rank} 名")
        return words.format(
            of=rank.of, rank=rank.rank, department_of=rank.department_of, department_rank=rank.department_rank
        )
    return {
        RankState.LATER: _("考试结束后公布"),
        RankState.WAITING: _("还有人没有成绩，全部评完后公布"),
        RankState.UNRANKED: _("不参加排名"),
    }.get(ranking.state, "")


def review_words(outcome: Outcome) -> str:
    """What may be looked at, and from when."""
    content = outcome.review.content
    if content is ReviewContent.SCORE_ONLY:
        return _("只公布成绩，不开放答卷")
    has_key = content is ReviewContent.ANSWERS
    if outcome.may_review:
        return _("现在可以查看，有答案和解析") if has_key else _("现在可以查看每题对错，不给答案")
    if outcome.review.since is ReviewFrom.EXAM_CLOSED or outcome.review_from is None:
        return _("组织者结束考试后可以查看，有答案和解析") if has_key else _("组织者结束考试后可以查看每题对错")
    words = _("{at} 后可以查看，有答案和解析") if has_key else _("{at} 后可以查看每题对错")
    return words.format(at=moment(outcome.review_from))


def status_words(result: OwnResult) -> str:
    """How a month stands, in a word: the grade, or why there is none."""
    if result.grade is not None:
        return result.grade.label
    if result.is_unmarked:
        return _("待阅卷")
    if result.status is Status.SAT:
        return _("未公布") if result.attempt_id is not None else _("作答中")
    return result.status.label


def status_tone(result: OwnResult) -> str:
    """The tone of that word."""
    if result.grade is not None:
        return GRADE_TONES[result.grade]
    if result.is_unmarked:
        return "warn"
    return "bad" if result.status is Status.ABSENT else "neutral"
