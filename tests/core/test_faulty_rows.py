"""A row that is no question yet still says where it stands."""

from quizapp.core.faulty_rows import FaultyRow
from quizapp.core.questions import Kind, Question


def test_a_faulty_row_has_its_place() -> None:
    assert FaultyRow("题库", 7, Question(Kind.SINGLE, "甲？", ())).place == ("题库", 7)
