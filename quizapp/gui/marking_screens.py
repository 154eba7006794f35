"""The screens of marking by hand for the gallery: an answer among others, one marked before, all done, none yet."""

# no _() in this module: questions and answers are data, the same in both languages

from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, datetime
from functools import partial

from quizapp.core.key_points import key_points
from quizapp.core.points import POINT
from quizapp.gui.organiser import organiser_shell
from quizapp.gui.organiser_shell import OrganiserShell
from quizapp.gui.pages.exams import ExamsPage
from quizapp.gui.pages.marking import MarkingPage
from quizapp.gui.screen import Screen
from quizapp.gui.stage import Stage
from quizapp.services.answer_marking import AnswerToMark, ExamMarking, QuestionToMark

_STEM = "来访群众情绪激动时，接待人员应当怎样做？"
_KEY = "（1）请坐倒水；（2）耐心听完/耐心倾听；（3）记下要点；（4）说明办理的人和时限；（5）送到门口"
_OTHER_STEM = "会议服务中，续水应当注意哪些细节？"
_OTHER_KEY = "从右后方续水；不碰杯口；七八分满；注意时机"
_LONG = "先请他坐下，倒一杯水，让他慢慢说。耐心听完，中间不打断，边听边记下要点，最后告诉他由谁来办、什么时候给答复。"
_ANSWERS = (
    ("李建国", "公务接待科", _LONG),
    ("王秀英", "办公室", "请坐，倒水，耐心倾听。"),
    ("赵志强", "机关服务中心 / 车队", "请坐倒水，耐心听完，记下要点，说明办理的人和时限。"),
)
_MARKED_AT = datetime(2026, 3, 18, 1, 30, tzinfo=UTC)


def marking_screens(stage: Stage) -> list[Screen]:
    """What the organiser sees while marking."""

    def open_page(shell: OrganiserShell) -> None:
        shell.go("exams")
        _exams(shell).open_marking(stage.data.closed_exam_id)

    def show(marking: ExamMarking, shell: OrganiserShell) -> None:
        _marking(shell).show_marking(marking)

    def name_names(shell: OrganiserShell) -> None:
        _marking(shell).names_tick.setChecked(True)

    def look_again(shell: OrganiserShell) -> None:
        _marking(shell).empty.acted.emit()

    def spoil(shell: OrganiserShell) -> None:
        page = _marking(shell)
        page.marks.field.setText("33")
        page.marks.give_button.click()

    def make() -> OrganiserShell:
        return organiser_shell(stage.doors, stage.services, stage.preferences, stage.places, stage.data.actor)

    waiting = partial(show, _example())
    done = partial(show, _all_marked(_example()))
    opened: tuple[Callable[[OrganiserShell], None], ...] = (open_page,)
    return [
        Screen("marking", make, (*opened, waiting)),
        Screen("marking-fault", make, (*opened, waiting, spoil)),
        Screen("marking-again", make, (*opened, done, look_again, name_names)),
        Screen("marking-done", make, (*opened, done)),
        Screen("marking-none", make, opened),
    ]


def _exams(shell: OrganiserShell) -> ExamsPage:
    page = shell.page("exams")
    assert isinstance(page, ExamsPage)
    return page


def _marking(shell: OrganiserShell) -> MarkingPage:
    page = _exams(shell).top
    assert isinstance(page, MarkingPage)
    return page


def _example() -> ExamMarking:
    """Two questions, six answers; none is marked."""
    first = QuestionToMark(1, _STEM, _KEY, 10 * POINT, key_points(_KEY), _answers(0), 2)
    second = QuestionToMark(2, _OTHER_STEM, _OTHER_KEY, 20 * POINT, key_points(_OTHER_KEY), _answers(1), 0)
    return ExamMarking(1, "2026年3月接待服务岗位测试", (first, second), 0)


def _answers(position: int) -> tuple[AnswerToMark, ...]:
    return tuple(
        AnswerToMark(at, position, name, department, text, None, "", None)
        for at, (name, department, text) in enumerate(_ANSWERS, start=1)
    )


def _all_marked(marking: ExamMarking) -> ExamMarking:
    questions = [
        replace(
            one,
            answers=tuple(
                replace(answer, earned=7 * POINT + 50, marked_by="张管理", marked_at=_MARKED_AT)
                for answer in one.answers
            ),
        )
        for one in marking.questions
    ]
    return replace(marking, questions=tuple(questions))
