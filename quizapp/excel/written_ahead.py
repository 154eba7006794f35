"""What the lines ahead say about the one that is being read."""

from collections.abc import Collection, Sequence

from quizapp.excel.headings import Role
from quizapp.excel.stem_keys import has_key
from quizapp.excel.written_lines import WrittenLine
from quizapp.excel.written_marks import (
    Start,
    chinese_start_of,
    labelled,
    part_heading,
    pieces_of,
    split_stem,
    start_of,
)


def next_filled(lines: Sequence[WrittenLine], index: int) -> int:
    """The index of the next line from this one on that is not blank; behind the last where there is none."""
    while index < len(lines) and not lines[index].text.strip():
        index += 1
    return index


def following(lines: Sequence[WrittenLine], index: int) -> str:
    """The text of the next line below this one that is not blank."""
    after = next_filled(lines, index + 1)
    return lines[after].text.strip() if after < len(lines) else ""


def looks_whole(lines: Sequence[WrittenLine], taken: Collection[int], index: int, start: Start) -> bool:
    """Whether a key or options stand in this line or in those up to the next number of the same style."""
    if has_key(start.rest):
        return True
    for at in range(index, len(lines)):
        text = start.rest if at == index else lines[at].text
        if at != index and (at in taken or part_heading(text) is not None):
            return False
        if at != index and (other := start_of(text)) is not None and other.style == start.style:
            return False
        if any(piece.role is Role.KEY for piece in pieces_of(text)) or labelled(text) == 0:
            return True
        if split_stem(text, "")[1]:
            return True
    return False


def has_chinese_questions(lines: Sequence[WrittenLine]) -> bool:
    """Whether a text without Arabic numbers counts its questions 一、二、三、."""
    numbers = [start.number for line in lines if (start := chinese_start_of(line.text))]
    kinds = [heading for line in lines if (heading := part_heading(line.text)) and heading.kind is not None]
    return bool(numbers) and not kinds
