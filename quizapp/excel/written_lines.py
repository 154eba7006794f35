"""The values of running text: lines with their numbers, and the questions and parts that are found in them."""

from dataclasses import dataclass, field
from enum import StrEnum

from quizapp.excel.kinds import Declared


@dataclass(frozen=True, slots=True)
class WrittenLine:
    """A line or paragraph; `number` from 1 is the row of messages. `pictures`: how many stand in it."""

    text: str
    number: int
    pictures: int = 0


class KeyPlace(StrEnum):
    """Where the key of a question was written."""

    NOWHERE = ""
    BRACKETS = "brackets"  # of the stem
    LINE = "line"  # 答案：B
    LIST = "list"  # at the end of the part or the text


@dataclass(slots=True)
class WrittenQuestion:
    """A question as it is written, not judged yet: `key` is what the text says, empty where it says nothing.

    `trouble`: why the question cannot be used, in words for the user; empty where only the usual checks decide.
    """

    line: int
    number: int | None = None
    kind: Declared | None = None
    stem: str = ""
    options: list[str] = field(default_factory=list)
    key: str = ""
    key_place: KeyPlace = KeyPlace.NOWHERE
    explanation: str = ""
    category: str = ""
    knowledge_point: str = ""
    difficulty: str = ""
    source: str = ""
    trouble: str = ""
    pictures: int = 0


@dataclass(slots=True)
class WrittenPart:
    """Questions under one heading (一、单选题), "" where there is none; `kind` is what the heading declares."""

    heading: str
    kind: Declared | None = None
    questions: list[WrittenQuestion] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class LineRemark:
    """What somebody should know of a line that belongs to no question; `part` is the heading above it."""

    part: str
    line: int
    message: str


@dataclass(slots=True)
class WrittenText:
    """A text read: parts in its order, those without questions left out."""

    parts: list[WrittenPart] = field(default_factory=list)
    remarks: list[LineRemark] = field(default_factory=list)

    def questions(self) -> list[WrittenQuestion]:
        """All questions in the text's order."""
        return [question for part in self.parts for question in part.questions]
