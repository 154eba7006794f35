"""From a blueprint (组卷方案) and the banks to a paper (试卷), by seed; keys play no part in it."""

import hashlib
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from quizapp.core.questions import Difficulty, Kind
from quizapp.i18n import _

AUTOMATIC_KINDS = (Kind.SINGLE, Kind.MULTIPLE, Kind.TRUE_FALSE, Kind.FILL_BLANK)
"""Kinds that a machine can mark, and therefore kinds that a section may draw."""


_SPECIAL_SET = "专题"  # no _(): a part of a category's name in the bank


def is_special_set(category: str) -> bool:
    """Whether a category is a set of its own (its name ends in 专题), such as questions kept for one contest."""
    return category.endswith(_SPECIAL_SET)


@dataclass(frozen=True, slots=True)
class Section:
    """A part of a blueprint: `count` questions of a kind, `points` hundredths each; None: any."""

    kind: Kind
    count: int
    points: int
    category: str | None = None
    difficulty: Difficulty | None = None

    def takes(self, candidate: "Candidate") -> bool:
        """Whether a question may stand in this section.

        One of a special set (专题), or kept back for contests, only where the section names its category.
        """
        if self.category is None and (candidate.is_kept_back or is_special_set(candidate.category)):
            return False
        return (
            candidate.kind is self.kind
            and self.category in (None, candidate.category)
            and self.difficulty in (None, candidate.difficulty)
        )

    @property
    def title(self) -> str:
        """The section in words, for the organiser."""
        parts = [self.kind.label, self.category or "", self.difficulty.label if self.difficulty else ""]
        return " · ".join(part for part in parts if part)


@dataclass(frozen=True, slots=True)
class Blueprint:
    """Sections drawn from one or more banks."""

    bank_ids: tuple[int, ...]
    sections: tuple[Section, ...]

    @property
    def full_points(self) -> int:
        """What a perfect paper earns, in hundredths."""
        return sum(section.count * section.points for section in self.sections)

    @property
    def question_count(self) -> int:
        """How many questions a paper has."""
        return sum(section.count for section in self.sections)


@dataclass(frozen=True, slots=True)
class Candidate:
    """What drawing knows of a question: never its key. `is_kept_back`: for contests (竞赛保留)."""

    revision_id: int
    identity: str
    kind: Kind
    category: str
    difficulty: Difficulty
    options: tuple[str, ...]
    is_kept_back: bool = False


@dataclass(frozen=True, slots=True)
class PaperQuestion:
    """A place in a paper: which revision, in which order its options stand, what it is worth (hundredths)."""

    revision_id: int
    kind: Kind
    option_order: tuple[int, ...]
    points: int


@dataclass(frozen=True, slots=True)
class Shortage:
    """A section that the banks cannot fill."""

    section: Section
    position: int
    missing: int

    @property
    def message(self) -> str:
        """Which section lacks how many."""
        words = _("第 {position} 部分（{title}）需要 {count} 题，还缺 {missing} 题")
        return words.format(
            position=self.position + 1, title=self.section.title, count=self.section.count, missing=self.missing
        )


def shortages(blueprint: Blueprint, pool: Sequence[Candidate]) -> list[Shortage]:
    """What the banks lack for this blueprint; sections that overlap are weighed against each other exactly."""
    filled = _match(blueprint.sections, _distinct(pool, "shortages"))
    return [
        Shortage(section, position, section.count - len(filled[position]))
        for position, section in enumerate(blueprint.sections)
        if len(filled[position]) < section.count
    ]


def draw(blueprint: Blueprint, pool: Sequence[Candidate], seed: str) -> list[Candidate]:
    """Draw the questions of a paper, section after section; the same seed and pool give the same questions.

    Raises ValueError where the pool cannot fill the blueprint: ask `shortages` first.
    """
    filled = _match(blueprint.sections, _distinct(pool, seed))
    for section, chosen in zip(blueprint.sections, filled, strict=True):
        if len(chosen) < section.count:
            raise ValueError(f"the pool cannot fill section {section}")
    return [candidate for chosen in filled for candidate in chosen]


def arrange(
    blueprint: Blueprint, drawn: Sequence[Candidate], seed: str, *, shuffles_questions: bool, shuffles_options: bool
) -> list[PaperQuestion]:
    """Lay the drawn questions out as one paper: order within each section and order of options, by seed."""
    paper: list[PaperQuestion] = []
    start = 0
    for section in blueprint.sections:
        chosen = list(drawn[start : start + section.count])
        start += section.count
        if shuffles_questions:
            chosen.sort(key=lambda candidate: _rank(seed, "question", candidate.identity))
        for candidate in chosen:
            order = option_order(candidate, seed) if shuffles_options else tuple(range(len(candidate.options)))
            paper.append(PaperQuestion(candidate.revision_id, candidate.kind, order, section.points))
    return paper


_STAYS_LAST = re.compile(
    r"(以上|上述|前面|这些|其他选项).{0,6}(都|均|全|皆|不|没|无|正确|是|对)|^(都|全|均)(对|错|是|不是|正确|不对)|^都不"
)
_NAMES_LETTERS = re.compile(
    r"^(选项)?[A-H]([、，,和与及或]|$)|[A-H](、|，|,|和|与|及|或)(选项)?[A-H]|^[A-H]{2,}$|[A-H]项"
)


def option_order(candidate: Candidate, seed: str) -> tuple[int, ...]:
    """The order in which options are shown: 以上都对 stays last; options that name letters keep all in place."""
    texts = candidate.options
    if any(_NAMES_LETTERS.search(text.strip()) for text in texts):
        return tuple(range(len(texts)))
    pinned = [index for index, text in enumerate(texts) if _STAYS_LAST.search(text.strip())]
    free = [index for index in range(len(texts)) if index not in pinned]
    free.sort(key=lambda index: _rank(seed, "option", candidate.identity, index))
    return tuple(free + pinned)


def _rank(seed: str, *parts: object) -> bytes:
    """A place in a shuffle that depends on the seed and the thing only, on every Python and every PC."""
    return hashlib.sha256("\x1f".join([seed, *map(str, parts)]).encode()).digest()


def _distinct(pool: Sequence[Candidate], seed: str) -> list[Candidate]:
    """The pool in the seed's order, each identity once even where two banks hold it."""
    seen: dict[str, Candidate] = {}
    for candidate in sorted(pool, key=lambda one: one.revision_id):
        seen.setdefault(candidate.identity, candidate)
    return sorted(seen.values(), key=lambda candidate: _rank(seed, "draw", candidate.identity))


def _match(sections: Sequence[Section], pool: Sequence[Candidate]) -> list[list[Candidate]]:
    """Fill the sections with distinct questions, as many as any choice could (augmenting paths)."""
    fits = _sections_by_sort(sections, pool)
    filled: list[list[Candidate]] = [[] for _section in sections]
    for candidate in pool:
        _place(candidate, sections, fits, filled)
        if all(len(chosen) == section.count for chosen, section in zip(filled, sections, strict=True)):
            break
    order = {candidate.revision_id: place for place, candidate in enumerate(pool)}
    return [sorted(chosen, key=lambda one: order[one.revision_id]) for chosen in filled]


_Sort = tuple[Kind, str, Difficulty, bool]


def _sort(candidate: Candidate) -> _Sort:
    return candidate.kind, candidate.category, candidate.difficulty, candidate.is_kept_back


def _sections_by_sort(sections: Sequence[Section], pool: Sequence[Candidate]) -> Mapping[_Sort, list[int]]:
    """Which sections may hold a question of a sort: thousands of questions have few sorts."""
    fits: dict[_Sort, list[int]] = {}
    for candidate in pool:
        if _sort(candidate) not in fits:
            fits[_sort(candidate)] = [index for index, section in enumerate(sections) if section.takes(candidate)]
    return fits


def _place(
    candidate: Candidate,
    sections: Sequence[Section],
    fits: Mapping[_Sort, list[int]],
    filled: list[list[Candidate]],
) -> bool:
    """Put a question where there is room, moving others to other sections along the shortest way if need be."""
    ways: list[tuple[int, list[tuple[Candidate, int]]]]
    ways = [(index, [(candidate, index)]) for index in fits[_sort(candidate)]]
    reached = {index for index, _way in ways}
    while ways:
        index, way = ways.pop(0)
        if len(filled[index]) < sections[index].count:
            for moved, target in way:
                for chosen in filled:
                    if moved in chosen:
                        chosen.remove(moved)
                filled[target].append(moved)
            return True
        for other in filled[index]:
            for target in fits[_sort(other)]:
                if target not in reached:
                    reached.add(target)
                    ways.append((target, [*way, (other, target)]))
    return False
