"""Where two texts differ, letter by letter, for whoever compares them side by side."""

from difflib import SequenceMatcher

Run = tuple[str, bool]
"""A piece of a text, and whether the other text has something else there."""

_TOO_LONG = 4_000_000  # letters of one times letters of the other


def differing_runs(one: str, other: str) -> tuple[list[Run], list[Run]]:
    """Both texts in pieces; texts too long to be compared while somebody waits differ as a whole."""
    if one == other or len(one) * len(other) > _TOO_LONG:
        differs = one != other
        return [(one, differs)] if one else [], [(other, differs)] if other else []
    left: list[Run] = []
    right: list[Run] = []
    for tag, start, stop, at, end in SequenceMatcher(None, one, other, autojunk=False).get_opcodes():
        if stop > start:
            left.append((one[start:stop], tag != "equal"))
        if end > at:
            right.append((other[at:end], tag != "equal"))
    return left, right
