"""The way through the answers: unmarked ones first, back and forth, over the ends of questions."""

from dataclasses import replace

import pytest

from quizapp.gui.models.marking_queue import MarkingQueue
from quizapp.services.answer_marking import AnswerToMark, ExamMarking, QuestionToMark


def marking(*questions: str) -> ExamMarking:
    """A letter an answer: "." unmarked, "m" marked; attempts are numbered within a question."""
    return ExamMarking(
        1,
        "三月测试",
        tuple(
            QuestionToMark(
                at,
                f"第{at}题",
                "要点",
                10_00,
                (),
                tuple(
                    AnswerToMark(number, at, "张三", "办公室", "答", 5_00 if sign == "m" else None, "", None)
                    for number, sign in enumerate(signs)
                ),
                0,
            )
            for at, signs in enumerate(questions)
        ),
        0,
    )


def place(queue: MarkingQueue) -> tuple[int, int]:
    assert queue.answer is not None
    return queue.answer.position, queue.answer.attempt_id


def give(queue: MarkingQueue) -> None:
    assert queue.answer is not None
    queue.note_mark(replace(queue.answer, earned=10_00))


def test_it_begins_with_the_first_unmarked_answer_and_passes_questions_without_any() -> None:
    queue = MarkingQueue(marking("", "mm", "m."))
    assert place(queue) == (2, 1)
    assert [one.stem for one in queue.questions] == ["第1题", "第2题"]
    assert (queue.number, queue.question_number, queue.marked) == (2, 1, 3)


def test_all_answers_of_a_question_come_before_the_next_question() -> None:
    queue = MarkingQueue(marking("...", "."))
    queue.step(1)
    order = []
    for _number in range(4):
        order.append(place(queue))
        give(queue)
        queue.next_unmarked()
    assert order == [(0, 1), (0, 2), (0, 0), (1, 0)]
    assert not queue.next_unmarked()
    assert queue.marking.unmarked == 0


def test_stepping_goes_over_the_end_of_a_question_and_stops_at_the_ends() -> None:
    queue = MarkingQueue(marking("mm", "m"))
    assert place(queue) == (0, 0)
    assert not queue.step(-1)
    assert [queue.step(1), queue.step(1), queue.step(1)] == [True, True, False]
    assert place(queue) == (1, 0)


def test_a_question_that_is_chosen_shows_its_first_unmarked_answer() -> None:
    queue = MarkingQueue(marking(".", "m.", "mm"))
    queue.choose(1)
    assert place(queue) == (1, 1)
    queue.choose(2)
    assert place(queue) == (2, 0)


def test_what_is_looked_up_again_keeps_the_answer_in_view() -> None:
    queue = MarkingQueue(marking("..", "."))
    queue.step(1)
    queue.show(marking("m.", "."))
    assert place(queue) == (0, 1)
    queue.show(marking("m", "."))
    assert place(queue) == (1, 0)


def test_the_last_mark_is_the_first_to_be_taken_back() -> None:
    queue = MarkingQueue(marking(".."))
    assert not queue.may_undo
    give(queue)
    queue.next_unmarked()
    give(queue)
    assert [queue.last_given(), queue.last_given(), queue.may_undo] == [(1, 0), (0, 0), False]


@pytest.mark.parametrize("questions", [(), ("",)])
def test_without_answers_there_is_nothing_in_view(questions: tuple[str, ...]) -> None:
    queue = MarkingQueue(marking(*questions))
    assert queue.question is None
    assert queue.answer is None
    assert not queue.next_unmarked()
    assert not queue.step(1)
