"""The organiser's tests: the list, and above it the pages on which a test is defined, tried, printed or changed."""

from collections.abc import Callable
from datetime import datetime
from functools import partial

from PySide6.QtCore import Signal

from quizapp import clock
from quizapp.core.exams import ExamDefinition
from quizapp.core.people import Actor
from quizapp.gui.doors import Doors
from quizapp.gui.draft import Draft
from quizapp.gui.exam_choices import ExamChoices, load_choices
from quizapp.gui.page import Page
from quizapp.gui.page_stack import PageStack
from quizapp.gui.pages.exam_acts import ExamActs
from quizapp.gui.pages.exam_due import ExamDuePage
from quizapp.gui.pages.exam_editor import ExamEditorPage
from quizapp.gui.pages.exam_list import ExamListPage
from quizapp.gui.pages.exam_trial import ExamTrialPage
from quizapp.gui.pages.exam_window import ExamWindowPage
from quizapp.gui.pages.paper_print import PaperPrintPage
from quizapp.gui.widgets import exam_actions
from quizapp.services.bundle import Services
from quizapp.services.exams import ExamSummary


class ExamsPage(PageStack):
    """`results_wanted` carries a test whose results are to be seen."""

    results_wanted = Signal(int)

    def __init__(
        self, doors: Doors, services: Services, actor: Actor, *, now: Callable[[], datetime] = clock.now
    ) -> None:
        listed = ExamListPage(doors, services, actor, now=now)
        super().__init__(listed)
        self.list = listed
        self._doors, self._services, self._actor, self._now = doors, services, actor, now
        self._drafts = doors.tasks.serial("drafts")
        self._trials = doors.tasks.serial("trials")
        self.list.wanted.connect(self._on_list_wanted)
        self.list.new_wanted.connect(self.open_new)

    def open_new(self) -> None:
        """Begin another test, from this month's proposal."""
        self._run(self._propose, self._on_proposed)

    def open_draft(self, exam_id: int) -> None:
        """Go on with a draft."""
        self._run(partial(self._look_up, exam_id), partial(self._on_draft_known, exam_id))

    def leave(self) -> bool:
        """Whatever lies on the list is done with once it agreed to be left."""
        if not super().leave():
            return False
        self.clear()
        return True

    def push(self, page: Page) -> None:
        """Only one page lies on the list: a second press on the button that opens it changes nothing.

        A trial may lie on the editor.
        """
        if self.depth:
            page.deleteLater()
        else:
            super().push(page)

    def _run(self, look_up: Callable[[], object], on_done: Callable[..., None]) -> None:
        self._doors.tasks.run(look_up, on_done=on_done, on_failed=self.list.banner.show_error, owner=self)

    def _propose(self) -> tuple[ExamDefinition, ExamChoices]:
        """Runs in a task."""
        today = self._now().astimezone().date()
        return self._services.exams.proposal(today), load_choices(self._services)

    def _look_up(self, exam_id: int) -> tuple[ExamDefinition, ExamChoices]:
        """Runs in a task."""
        return self._services.exams.exam(exam_id).definition, load_choices(self._services)

    def _on_list_wanted(self, act: str, exam: ExamSummary) -> None:
        if act == exam_actions.EDIT:
            self.open_draft(exam.id)
        elif act == exam_actions.RESULTS:
            self.results_wanted.emit(exam.id)
        elif act == exam_actions.WINDOW:
            self._push_change(ExamWindowPage(self._doors, self._services.exams, self._actor, exam))
        elif act == exam_actions.ADD_DUE:
            self._push_change(ExamDuePage(self._doors, self._services, self._actor, exam))
        elif act in (exam_actions.TRY, exam_actions.PRINT):
            look_up = partial(self._services.exams.exam, exam.id)
            show = self._show_trial if act == exam_actions.TRY else self._show_paper
            self._run(look_up, lambda found: show(found.id, found.definition))

    def _on_proposed(self, found: tuple[ExamDefinition, ExamChoices]) -> None:
        self._show_editor(None, *found)

    def _on_draft_known(self, exam_id: int, found: tuple[ExamDefinition, ExamChoices]) -> None:
        self._show_editor(exam_id, *found)

    def _show_editor(self, exam_id: int | None, definition: ExamDefinition, choices: ExamChoices) -> None:
        exams = self._services.exams
        draft = Draft(exams, self._actor, exam_id)
        page = ExamEditorPage(self._doors, exams, self._drafts, draft=draft, definition=definition, choices=choices)
        acts = ExamActs(self._doors, self._services, self._actor, page)
        page.went_back.connect(self.pop)
        page.publish_wanted.connect(acts.publish)
        page.trial_wanted.connect(self._on_trial_wanted)
        acts.published.connect(self._on_editor_published)
        self.push(page)

    def _show_trial(self, exam_id: int, definition: ExamDefinition) -> None:
        self.push(self._trial(exam_id, definition))

    def _on_trial_wanted(self, exam_id: int, definition: ExamDefinition) -> None:
        """The trial lies on the editor, which is there again afterwards."""
        if isinstance(self.top, ExamEditorPage):
            super().push(self._trial(exam_id, definition))

    def _trial(self, exam_id: int, definition: ExamDefinition) -> ExamTrialPage:
        page = ExamTrialPage(self._doors, self._services.trials, self._trials, exam_id, definition)
        page.went_back.connect(self.pop)
        return page

    def _show_paper(self, exam_id: int, definition: ExamDefinition) -> None:
        page = PaperPrintPage(self._doors, self._services.trials, exam_id, definition)
        page.went_back.connect(self.pop)
        self.push(page)

    def _push_change(self, page: ExamWindowPage | ExamDuePage) -> None:
        page.went_back.connect(self.pop)
        page.finished.connect(self._on_change_finished)
        self.push(page)

    def _on_change_finished(self, words: str) -> None:
        self.pop()
        self.list.banner.say("good", words)

    def _on_editor_published(self, exam_id: int) -> None:
        """The words are said where the test now stands: in the list."""
        editor = self.top
        words = editor.banner.message if isinstance(editor, ExamEditorPage) else ""
        self.list.select_exam(exam_id)
        self.pop()
        self.list.banner.say("good", words)
