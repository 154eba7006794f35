"""Where one is among the answers to be marked: the next unmarked one, back and forth, and what can be taken back."""

from dataclasses import replace

from quizapp.services.answer_marking import AnswerToMark, ExamMarking, QuestionToMark


class MarkingQueue:
    """One answer is in view, unless there is none."""

    def __init__(self, marking: ExamMarking) -> None:
        self.marking = marking
        self._question = 0
        self._answer = 0
        self._given: list[tuple[int, int]] = []
        self.next_unmarked()

    @property
    def question(self) -> QuestionToMark | None:
        """The question whose answers are in view; questions that nobody answered are passed over."""
        return self._questions[self._question] if self._questions else None

    @property
    def answer(self) -> AnswerToMark | None:
        """The answer in view."""
        return self.question.answers[self._answer] if self.question else None

    @property
    def questions(self) -> list[QuestionToMark]:
        """The questions that somebody answered."""
        return self._questions

    @property
    def question_number(self) -> int:
        """Which of `questions` is in view, from 0."""
        return self._question

    @property
    def number(self) -> int:
        """Which answer to the question is in view, from 1."""
        return self._answer + 1

    @property
    def marked(self) -> int:
        """How many answers of the test are marked."""
        return self.marking.total - self.marking.unmarked

    @property
    def may_undo(self) -> bool:
        """Whether a mark was given on this page that can be taken back."""
        return bool(self._given)

    def show(self, marking: ExamMarking) -> None:
        """Take what was looked up again; the answer in view stays where it is still there."""
        place = self._place
        self.marking = marking
        self._question = self._answer = 0
        if place is None or not self.go_to(*place):
            self.next_unmarked()

    def go_to(self, attempt_id: int, position: int) -> bool:
        """Bring an answer into view; False where it is not there any more."""
        for at, question in enumerate(self._questions):
            for number, one in enumerate(question.answers):
                if (one.attempt_id, one.position) == (attempt_id, position):
                    self._question, self._answer = at, number
                    return True
        return False

    def choose(self, question: int) -> None:
        """Go to a question: its first unmarked answer, or its first."""
        answers = self._questions[question].answers
        waiting = (at for at, one in enumerate(answers) if one.earned is None)
        self._question, self._answer = question, next(waiting, 0)

    def step(self, by: int) -> bool:
        """Go to the next answer or the one before, over the end of a question; False at the very end."""
        places = self._places
        at = places.index((self._question, self._answer)) + by if places else -1
        if not 0 <= at < len(places):
            return False
        self._question, self._answer = places[at]
        return True

    def next_unmarked(self) -> bool:
        """Go to the next unmarked answer: of this question first, then of those behind it, then from the beginning."""
        places = self._places
        if not places:
            return False
        same = [place for place in places if place[0] == self._question]
        here = self._question, self._answer
        order = [place for place in same if place >= here] + [place for place in same if place < here]
        order += [place for place in places if place[0] > self._question]
        order += [place for place in places if place[0] < self._question]
        for question, answer in order:
            if self._questions[question].answers[answer].earned is None:
                self._question, self._answer = question, answer
                return True
        return False

    def note_mark(self, marked: AnswerToMark) -> None:
        """The answer in view was given its points."""
        answers = list(self._questions[self._question].answers)
        answers[self._answer] = marked
        old = self._questions[self._question]
        questions = tuple(replace(one, answers=tuple(answers)) if one is old else one for one in self.marking.questions)
        self.marking = replace(self.marking, questions=questions)
        self._given.append((marked.attempt_id, marked.position))

    def last_given(self) -> tuple[int, int]:
        """The answer marked last on this page, which is taken off the list: attempt and position."""
        return self._given.pop()

    @property
    def _questions(self) -> list[QuestionToMark]:
        return [one for one in self.marking.questions if one.answers]

    @property
    def _places(self) -> list[tuple[int, int]]:
        return [(at, number) for at, one in enumerate(self._questions) for number in range(len(one.answers))]

    @property
    def _place(self) -> tuple[int, int] | None:
        return (self.answer.attempt_id, self.answer.position) if self.answer else None
