"""Questions with pictures, for the tests of what becomes of them."""

from dataclasses import replace

from quizapp.core.pictures import Picture, digest_of
from quizapp.core.questions import Kind, Option, Question
from quizapp.db.engine import Database
from quizapp.services.picture_records import keep_pictures
from tests.made_pictures import FIRST, SECOND, STEM
from tests.services.office import fill_bank

CONTENTS = {digest_of(content): content for content in (STEM, FIRST, SECOND)}
SEATS = Question(
    Kind.SINGLE, "主宾应当坐在哪里？", (1,), (Option(""), Option(""), Option("都可以"), Option("随意")),
    pictures=(Picture(digest_of(STEM)), Picture(digest_of(FIRST), 0), Picture(digest_of(SECOND), 1)),
)  # fmt: skip


def fill_pictured_bank(database: Database, questions: list[Question], name: str = "礼仪题库") -> int:
    """Put a bank straight into the tables, the pictures of SEATS too."""
    with database.write() as session:
        keep_pictures(session, [SEATS], CONTENTS)
    return fill_bank(database, questions, name)


def seats(number: int) -> Question:
    """A question with the pictures of SEATS; `number` makes it another one."""
    return replace(SEATS, stem=f"第{number}题：主宾应当坐在哪里？")
