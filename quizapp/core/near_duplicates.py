"""Which texts are worth comparing letter by letter: those that share a piece, out of tens of thousands on either side.

A text is cut into pieces that do not overlap; every edit spoils at most one of them. So a text that differs in fewer
edits than it has pieces still holds one of them somewhere, and is met by it. The rarest pieces are asked first, until
there are enough texts to compare, so that the work is (texts known + asked) times their length, however many there are.
"""

import re
from collections.abc import Iterable

from quizapp.core.questions import Question, fold

_SIGNS = re.compile(r"[\W_]+")
_ENOUGH = 200
"""A text is compared with no more than about so many; a piece that stands in more is too common to tell anything."""
_LEAST_SHARE, _MOST_SHARE = 0.7, 1.4
"""How much shorter or longer a text may be that is still like another: beyond 85 per cent likeness nothing is."""
_MARKS = 1 << 24
_WIDTHS = ((16, 4), (9, 3), (4, 2))


def comparable(question: Question) -> str:
    """What a question says, without its signs and whatever the order of its options."""
    stem, *options = fold("\0".join([question.stem, *(option.text for option in question.options)])).split("\0")
    return _SIGNS.sub("", "".join([stem, *sorted(options)]))


def piece_width(length: int) -> int:
    """How long the pieces of a text of this length are; 0: it is too short to be compared."""
    return next((width for least, width in _WIDTHS if length >= least), 0)


def pieces(text: str) -> list[str]:
    """A text cut into pieces of one width; what is left at the end is none."""
    width = piece_width(len(text))
    return [text[at : at + width] for at in range(0, len(text) - width + 1, width)] if width else []


class NearTexts:
    """Texts known by number, found by a piece they share with another text."""

    def __init__(self, asked: Iterable[str]) -> None:
        """`asked` are the texts that will be looked for."""
        self._wanted = bytearray(_MARKS)  # a mark for several pieces: some are kept in vain, none is missed
        for text in asked:
            for piece in _all_pieces(text):
                self._wanted[hash(piece) % _MARKS] = 1
        self._known: dict[str, list[int]] = {}

    def add(self, number: int, text: str) -> None:
        """Know a text; of its pieces only those are kept that somebody will ask for."""
        for piece in pieces(text):
            if self._wanted[hash(piece) % _MARKS]:
                numbers = self._known.setdefault(piece, [])
                if len(numbers) <= _ENOUGH:
                    numbers.append(number)

    def near(self, text: str) -> set[int]:
        """The numbers of the texts known that share a piece with this one, those with rare pieces before others."""
        lists = [numbers for piece in _all_pieces(text) if (numbers := self._known.get(piece)) is not None]
        found: set[int] = set()
        for numbers in sorted(lists, key=len):
            if len(found) >= _ENOUGH or len(numbers) > _ENOUGH:
                break
            found.update(numbers)
        return found


def _all_pieces(text: str) -> set[str]:
    """Every piece that a text holds, wherever it begins, of the widths that texts of about its length are cut into."""
    length = len(text)
    widths = {piece_width(near) for near in range(int(length * _LEAST_SHARE), int(length * _MOST_SHARE) + 2)} - {0}
    return {text[at : at + width] for width in widths for at in range(length - width + 1)}
