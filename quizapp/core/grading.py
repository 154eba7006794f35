"""Responses against the key: points in hundredths, by the rule the organiser chose for multiple-answer questions."""

import re
import unicodedata
from collections.abc import Sequence
from enum import StrEnum

from quizapp.core.points import share
from quizapp.core.questions import Key, Kind
from quizapp.i18n import N_, _

Response = tuple[int, ...] | bool | tuple[str, ...] | str | None
"""By kind: single and multiple: option numbers from 0, ascending; true/false: bool; fill-in-the-blank: a text per
blank; short answer: a text. None, an empty tuple or empty texts: not answered."""


class MultipleRule(StrEnum):
    """How a multiple-answer question is marked."""

    EXACT = "exact"
    PART = "part"
    HALF = "half"
    PER_DECISION = "per_decision"

    @property
    def label(self) -> str:
        """The rule in words, with its formula."""
        return _(_RULE_WORDS[self])


_RULE_WORDS = {
    MultipleRule.EXACT: N_("全对得分，多选、少选、错选均不得分"),
    MultipleRule.PART: N_("少选按比例得分：分值 × 选对个数 ÷ 正确选项个数，有错选不得分"),
    MultipleRule.HALF: N_("少选得一半分，有错选不得分"),
    MultipleRule.PER_DECISION: N_("逐项判分：分值 × 判断正确的选项数 ÷ 选项总数，一项不选不得分"),
}


def is_answered(response: Response) -> bool:
    """Whether anything was answered; a fill-in question counts once one blank is filled."""
    if isinstance(response, bool):
        return True
    if isinstance(response, tuple):
        return any(not isinstance(part, str) or part.strip() for part in response)
    return bool(response and response.strip())


def grade(
    kind: Kind,
    key: Key,
    response: Response,
    *,
    points: int,
    options: int,
    rule: MultipleRule,
    any_order: bool = False,
) -> int | None:
    """Points earned (hundredths, 0 to `points`) of a question with `options` options; None: a person must mark it.

    Not answered is 0 for every kind. Fill-in-the-blank: each blank is worth the same share; in `any_order` as many
    blanks are right as can be paired with what is accepted, each used once.
    """
    if not is_answered(response):
        return 0
    if kind is Kind.SHORT_ANSWER:
        return None
    if kind is Kind.MULTIPLE:
        return _grade_multiple(key, response, points=points, options=options, rule=rule)
    if kind is Kind.FILL_BLANK:
        return _grade_blanks(key, response, points, any_order=any_order)
    return points if type(response) is type(key) and response == key else 0


def _grade_multiple(key: Key, response: Response, *, points: int, options: int, rule: MultipleRule) -> int:
    right = set(key) if isinstance(key, tuple) else set()
    ticked = set(response) if isinstance(response, tuple) else set()
    hit, wrong = len(ticked & right), len(ticked - right)
    if ticked == right:
        return points
    if rule is MultipleRule.PER_DECISION:
        return share(points, options - wrong - (len(right) - hit), options)
    if wrong or rule is MultipleRule.EXACT:
        return 0
    return share(points, 1, 2) if rule is MultipleRule.HALF else share(points, hit, len(right))


def _grade_blanks(key: Key, response: Response, points: int, *, any_order: bool) -> int:
    blanks = key if isinstance(key, tuple) else ()
    accepted = [{fold_answer(one) for one in texts} if isinstance(texts, tuple) else set() for texts in blanks]
    given = [fold_answer(str(text)) for text in response] if isinstance(response, tuple) else []
    if any_order:
        fits = [[at for at, texts in enumerate(accepted) if text and text in texts] for text in given[: len(accepted)]]
        right = _most_pairs(fits)
    else:
        right = sum(bool(text) and text in texts for texts, text in zip(accepted, given, strict=False))
    return share(points, right, len(accepted)) if accepted else 0


def _most_pairs(fits: Sequence[Sequence[int]]) -> int:
    """How many can be paired at most, where each may take one of the places that fit it (augmenting paths)."""
    owners: dict[int, int] = {}

    def finds_place(one: int, tried: set[int]) -> bool:
        for place in fits[one]:
            if place not in tried:
                tried.add(place)
                if place not in owners or finds_place(owners[place], tried):
                    owners[place] = one
                    return True
        return False

    return sum(finds_place(one, set()) for one in range(len(fits)))


def fold_answer(text: str) -> str:
    """Fold what must not cost a point in a blank: width, case, spaces, and marks at the end."""
    folded = re.sub(r"[\s\u200b\ufeff]+", "", unicodedata.normalize("NFKC", text)).casefold()
    return folded.rstrip("。.,，;；:：、") or folded  # where a mark is all that was asked for, it is the answer
