"""A bank with pictures in our own template: read back, every picture is where it was, bytes and all."""

from dataclasses import replace
from io import BytesIO

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from openpyxl import load_workbook

from quizapp.core.pictures import MAX_STEM_PICTURES, Picture, digest_of
from quizapp.core.questions import Kind, Option, Question, tidied
from quizapp.excel.read_bank import parse_bank
from quizapp.excel.table_sheet import Progress
from quizapp.excel.write_bank import write_bank
from tests.core.test_pictures import BMP, JPEG
from tests.excel.any_questions import is_valid, questions
from tests.excel.made_books import no_report
from tests.made_pictures import FIRST, SECOND, STEM, STEM_TOO, png

ALL = (STEM, STEM_TOO, FIRST, SECOND, png(3, 900), png(1200, 9), BMP, JPEG, b"GIF89a\x28\0\x1e\0")
CONTENTS = {digest_of(content): content for content in ALL}
SEATS = Question(Kind.SINGLE, "主宾坐哪里？", (1,), (Option("左侧"), Option("右侧"), Option("都可以")), "以右为尊。")


@st.composite
def pictured(draw: st.DrawFn) -> Question:
    """A question with pictures anywhere, some options being nothing else."""
    question = draw(questions())
    digests = st.sampled_from(sorted(CONTENTS))
    pictures = [Picture(digest) for digest in draw(st.lists(digests, max_size=MAX_STEM_PICTURES, unique=True))]
    options = list(question.options)
    for at in range(len(options)):
        if draw(st.booleans()):
            pictures.append(Picture(draw(digests), at))
            if draw(st.booleans()):
                options[at] = Option("")
    return tidied(replace(question, options=tuple(options), pictures=tuple(pictures)))


def round_trip(bank: list[Question]) -> tuple[list[Question], dict[str, bytes]]:
    """The bank as it comes back."""
    written = write_bank("礼仪", bank, Progress(len(bank), None, None), pictures=CONTENTS)
    found = parse_bank(written.content, "导出.xlsx", no_report)
    assert found.rows_faulty == 0
    assert "图片" not in "".join(problem.message for problem in found.problems)
    return [item.question for item in found.items], found.pictures


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow, HealthCheck.filter_too_much])
@given(st.lists(pictured().filter(is_valid), min_size=1, max_size=4))
def test_whatever_pictures_the_bank_holds_come_back(bank: list[Question]) -> None:
    found, contents = round_trip(bank)
    assert found == bank
    assert contents == {one.digest: CONTENTS[one.digest] for question in bank for one in question.pictures}


@pytest.mark.parametrize("only", [0, 2])
def test_one_option_that_is_a_picture_comes_back(only: int) -> None:
    options = tuple(Option("") if at == only else option for at, option in enumerate(SEATS.options))
    bank = [replace(SEATS, options=options, pictures=(Picture(digest_of(FIRST), only),)), SEATS]
    assert round_trip(bank)[0] == bank


def test_texts_stay_above_their_pictures() -> None:
    bank = [replace(SEATS, stem="很长的题干" * 20, pictures=(Picture(digest_of(STEM)), Picture(digest_of(FIRST), 0)))]
    content = write_bank("礼仪", bank, Progress(1, None, None), pictures=CONTENTS).content
    form = load_workbook(BytesIO(content)).worksheets[0]
    assert form.row_dimensions[2].height > 100
    assert form["B2"].alignment.vertical == "top"


def test_a_picture_that_is_gone_leaves_the_row_whole() -> None:
    bank = [replace(SEATS, pictures=(Picture("gone"),))]
    content = write_bank("礼仪", bank, Progress(1, None, None), pictures={}).content
    assert [item.question for item in parse_bank(content, "x.xlsx", no_report).items] == [SEATS]
