"""The draft behind an editor: made by the first saving, changed by the later ones."""

from quizapp.core.exams import ExamDefinition
from quizapp.core.people import Actor
from quizapp.services.exams import Exams


class Draft:
    """`keep` is called from one serial queue, so that two savings in quick succession make one draft."""

    def __init__(self, exams: Exams, actor: Actor, exam_id: int | None = None) -> None:
        self._exams = exams
        self._actor = actor
        self.exam_id = exam_id

    def keep(self, definition: ExamDefinition) -> ExamDefinition:
        """Keep a definition and return it."""
        if self.exam_id is None:
            self.exam_id = self._exams.create(self._actor, definition)
        else:
            self._exams.change(self._actor, self.exam_id, definition)
        return definition
