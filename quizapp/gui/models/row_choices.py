"""What the organiser chose for the rows of a file: left out, in the place of another question, reviewed first."""

from collections.abc import Iterable, Sequence
from enum import StrEnum

from quizapp.gui.models.preview_lines import Place, PreviewLine
from quizapp.services.banks import NearPair, Novelty


class Decision(StrEnum):
    """What becomes of a new row and the question it resembles."""

    KEEP = "keep"
    REPLACE = "replace"
    BOTH = "both"


class RowChoices:
    """Kept by place, so that it outlives a mend and a comparison with another bank."""

    def __init__(self) -> None:
        self.left_out: set[Place] = set()
        self._replaces: dict[Place, NearPair] = {}
        self._takers: dict[int, Place] = {}
        self.reviews_all = False
        self._review_exceptions: set[Place] = set()

    def begin(self) -> None:
        """Forget what was chosen for another file; whether all is reviewed stays as it was."""
        self.left_out = set()
        self.forget_pairs()
        self._review_exceptions = set()

    def forget_pairs(self) -> None:
        """The bank is another one: no question of it is replaced, and no row of the file by another."""
        self.left_out -= {pair.other_place for pair in self._replaces.values() if pair.other_place is not None}
        self._replaces = {}
        self._takers = {}

    def leave_out(self, places: Iterable[Place]) -> None:
        """Rows that are not wanted; one that stood for another row of the file gives that one back."""
        places = set(places)
        for pair in [pair for place, pair in self._replaces.items() if place in places and pair.other_place]:
            self._decide(pair, Decision.KEEP)
        self.left_out |= places

    def take(self, places: Iterable[Place]) -> None:
        """Rows that are wanted after all."""
        self.left_out.difference_update(places)

    def is_wanted(self, line: PreviewLine) -> bool:
        """Whether a row will be written."""
        return line.may_be_imported and line.place not in self.left_out

    def replaces(self, lines: Iterable[PreviewLine]) -> dict[Place, NearPair]:
        """The wanted ones among new rows that take the place of a question on record."""
        if not self._replaces:
            return {}
        places = {line.place for line in lines if line.novelty is Novelty.NEW and self.is_wanted(line)}
        pairs = self._replaces.items()
        return {place: pair for place, pair in pairs if place in places and pair.question_id is not None}

    def is_replacing(self, place: Place) -> bool:
        """Whether a row takes another question's place."""
        pair = self._replaces.get(place)
        return pair is not None and pair.question_id is not None and place not in self.left_out

    def decision(self, pair: NearPair) -> Decision:
        """What was decided about a pair."""
        if pair.place in self.left_out:
            return Decision.KEEP
        if pair.place not in self._replaces:
            return Decision.BOTH
        is_still_so = pair.other_place is None or pair.other_place in self.left_out
        return Decision.REPLACE if is_still_so else Decision.BOTH

    def know(self, pairs: Iterable[NearPair]) -> None:
        """These are the pairs now; what was decided about a pair that is none any more is forgotten."""
        present = {pair.place: pair for pair in pairs}
        for place, pair in list(self._replaces.items()):
            near = present.get(place)
            if near is None or (near.question_id, near.other_place) != (pair.question_id, pair.other_place):
                self._decide(pair, Decision.BOTH)

    def decide(self, pairs: Sequence[NearPair], decision: Decision) -> list[NearPair]:
        """Decide the same about pairs; those about which it cannot be decided so stay as they were and come back."""
        refused = []
        for pair in pairs:
            if decision is Decision.REPLACE and not self.may_replace(pair):
                refused.append(pair)
            else:
                self._decide(pair, decision)
        return refused

    def may_replace(self, pair: NearPair) -> bool:
        """Whether no other row takes the place of the same question, and the file does not have it itself."""
        taker = None if pair.question_id is None else self._takers.get(pair.question_id)
        return pair.may_replace and (taker in (None, pair.place) or not self.is_replacing(taker))

    def _decide(self, pair: NearPair, decision: Decision) -> None:
        if self._replaces.pop(pair.place, None) is not None and pair.other_place is not None:
            self.left_out.discard(pair.other_place)
        self.left_out.discard(pair.place)
        if decision is Decision.KEEP:
            self.left_out.add(pair.place)
        elif decision is Decision.REPLACE:
            self._replaces[pair.place] = pair
            if pair.other_place is not None:
                self.left_out.add(pair.other_place)
            elif pair.question_id is not None:
                self._takers[pair.question_id] = pair.place

    def is_in_review(self, place: Place) -> bool:
        """Whether a row is reviewed before it is drawn."""
        return self.reviews_all is not (place in self._review_exceptions)

    def review(self, places: Iterable[Place], is_on: bool) -> None:
        """Review these rows first, or not, whatever holds for the others."""
        if is_on is self.reviews_all:
            self._review_exceptions.difference_update(places)
        else:
            self._review_exceptions.update(places)

    def review_all(self, is_on: bool) -> None:
        """Review every row first, or none; what was chosen row by row is forgotten."""
        self.reviews_all = is_on
        self._review_exceptions = set()
