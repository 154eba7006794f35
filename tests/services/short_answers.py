"""A test with two short answers beside its other questions, taken by people in their own words."""

from quizapp.core.desk import Sheet
from quizapp.core.exams import PaperPlan
from quizapp.core.papers import Blueprint, Section
from quizapp.core.questions import Kind
from tests.services.office import Office, fill_bank, question, right_response

KEY = "（1）请坐倒水；（2）耐心听完；（3）记下要点"
SECTIONS = (Section(Kind.SINGLE, 4, 10_00), Section(Kind.SHORT_ANSWER, 2, 30_00))


def publish_short_answers(office: Office, **changes: object) -> int:
    """A published test: four single choices of 10, two short answers of 30."""
    singles = [question(number) for number in range(1, 5)]
    written = [question(number, Kind.SHORT_ANSWER, key=KEY) for number in (5, 6)]
    bank_id = fill_bank(office.database, [*singles, *written])
    return office.published(bank_id, papers=(PaperPlan("通用卷", Blueprint((bank_id,), SECTIONS)),), **changes)


def take(office: Office, exam_id: int, person_id: int, first: str, second: str) -> Sheet:
    """Sit a test: every choice right, the short answers as given; returns the sheet."""
    token = office.desk.sign_in(person_id, "").token
    sheet = office.desk.start(token, exam_id)
    written = [first, second]
    for place in sheet.questions:
        is_written = place.kind is Kind.SHORT_ANSWER
        response = (written.pop(0) if "第5题" in place.stem else written.pop()) if is_written else right_response(place)
        seq = place.position + 1
        office.desk.save_answer(token, sheet.attempt_id, place.position, response, seq=seq, is_marked=False)
    office.desk.submit(token, sheet.attempt_id)
    return sheet
