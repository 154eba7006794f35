"""The story behind the pictures: everybody is in the state that a screen shows, and the clock stands still."""

from datetime import datetime

from quizapp.core.desk import ExamProgress
from quizapp.core.grading import is_answered
from quizapp.core.people import SignInCheck
from quizapp.core.questions import Kind
from quizapp.gui.stage import StageClock


def progresses(stage, me) -> set[ExamProgress]:
    return {exam.progress for exam in stage.services.desk.my_page(me.token).exams}


def test_everybody_is_in_the_state_that_is_shown(stage):
    cast = stage.data.cast
    assert ExamProgress.READY in progresses(stage, cast.ready)
    assert ExamProgress.RUNNING in progresses(stage, cast.running)
    assert progresses(stage, cast.newcomer) == set()
    assert cast.outcome.score is not None
    assert cast.outcome.answered > 0


def test_the_sheets_are_of_one_attempt_with_every_kind(stage):
    sheet, late = stage.data.cast.sheet, stage.data.cast.late_sheet
    assert {one.kind for one in sheet.questions} == set(Kind) - {Kind.SHORT_ANSWER}
    assert any(is_answered(one.response) for one in sheet.questions)
    assert any(one.is_marked for one in sheet.questions)
    assert sheet.attempt_id == late.attempt_id
    assert 0 < late.time_left_s < 300 < sheet.time_left_s


def test_the_review_begins_with_something_wrong(stage):
    review = stage.data.cast.review
    assert any(one.earned != one.points for one in review[:2])
    assert any(one.earned == one.points for one in review)


def test_the_clock_only_moves_when_told():
    clock = StageClock()
    assert clock() == clock()
    assert clock().wall_at.astimezone().replace(tzinfo=None) == datetime(2026, 3, 18, 9, 0)
    before = clock()
    clock.advance(1.5)
    assert (clock().wall_at - before.wall_at).total_seconds() == clock().boot_s - before.boot_s == 90


def test_a_fresh_folder_holds_nothing(stage):
    services = stage.data.fresh()
    assert not services.accounts.is_set_up()
    assert services.desk.sign_in_page().people == ()


def test_the_page_asks_for_what_was_chosen(stage):
    stage.check_by(SignInCheck.PIN)
    assert stage.services.desk.sign_in_page().check is SignInCheck.PIN
    stage.check_by(SignInCheck.NONE)
    assert stage.services.desk.sign_in_page().check is SignInCheck.NONE


def test_a_table_becomes_a_file(stage):
    path = stage.file("表.csv", [["姓名", "科室"], ["张三", "办公室"]])
    assert path.read_text(encoding="utf-8-sig") == "姓名,科室\n张三,办公室"
