"""What is done to a test from a page: asked for in words first, its outcome said in the page's banner."""

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import Signal

from quizapp.core.exams import ExamDefinition
from quizapp.core.monthly import Status
from quizapp.core.people import Actor
from quizapp.gui.doors import Doors
from quizapp.gui.exam_words import close_words, publish_words
from quizapp.gui.pages.page_acts import PageActs
from quizapp.gui.widgets.page_frame import PageFrame
from quizapp.i18n import _, _n
from quizapp.services.bundle import Services
from quizapp.services.due_lists import ExamCheck
from quizapp.services.exams import ExamSummary
from quizapp.services.results import ExamResults


class ExamActs(PageActs):
    """`done` after every change; `edit_wanted` carries a draft that has to be mended before it is published."""

    published = Signal(int)
    edit_wanted = Signal(int)

    def __init__(self, doors: Doors, services: Services, actor: Actor, page: PageFrame) -> None:
        super().__init__(doors, page)
        self._exams = services.exams
        self._results = services.results
        self._actor = actor

    def publish(self, exam_id: int) -> None:
        """Check a draft, say who will be due, and publish it."""
        look = partial(self._check, exam_id)
        self._do(look, partial(self._on_checked, exam_id))

    def withdraw(self, exam: ExamSummary) -> None:
        """Make a published test a draft again, as long as nobody has started."""
        text = _("撤回后它变回草稿，应考名单作废，工作人员不再看到这场考试。可以修改后重新发布。")
        if self._doors.dialogs.confirm(self._page, title=_("撤回“{title}”？").format(title=exam.title), text=text,
                                       action=_("撤回")):  # fmt: skip
            self._run(partial(self._exams.withdraw, self._actor, exam.id), _("已撤回，考试变回草稿。"))

    def delete(self, exam: ExamSummary) -> None:
        """Delete a draft; the banner brings it back."""
        self._do(partial(self._delete, exam.id), self._on_deleted)

    def close(self, exam: ExamSummary) -> None:
        """Say who has not sat, and end a test for good."""
        look = partial(self._results.results, exam.id)
        self._do(look, partial(self._on_missing_known, exam))

    def _check(self, exam_id: int) -> tuple[ExamDefinition, ExamCheck]:
        """Runs in a task."""
        definition = self._exams.exam(exam_id).definition
        return definition, self._exams.check(definition)

    def _delete(self, exam_id: int) -> ExamDefinition:
        """Runs in a task; what is deleted is handed back for the way back."""
        definition = self._exams.exam(exam_id).definition
        self._exams.delete_draft(self._actor, exam_id)
        return definition

    def _run(self, act: Callable[[], object], words: str) -> None:
        self._do(act, partial(self._on_done, words))

    def _on_checked(self, exam_id: int, found: tuple[ExamDefinition, ExamCheck]) -> None:
        definition, check = found
        if check.faults:
            mend = partial(self.edit_wanted.emit, exam_id)
            self._say("bad", _("还不能发布"), "\n".join(check.faults), action=_("去修改"), does=mend)
            return
        title = _n("发布考试，{count} 人应考？", "发布考试，{count} 人应考？", check.total_due)
        words = title.format(count=check.total_due)
        text = publish_words(definition, check.due)
        if self._doors.dialogs.confirm(self._page, title=words, text=text, action=_("发布")):
            publish = partial(self._exams.publish, self._actor, exam_id)
            self._do(publish, partial(self._on_published, exam_id))

    def _on_published(self, exam_id: int, due: int) -> None:
        words = _n("考试已发布，{count} 人应考。", "考试已发布，{count} 人应考。", due)
        self._say("good", words.format(count=due), does=None)
        self.published.emit(exam_id)
        self.done.emit()

    def _on_missing_known(self, exam: ExamSummary, results: ExamResults) -> None:
        missing = [
            (" / ".join(one.row.department), one.row.name)
            for one in results.figures.people
            if one.row.status is Status.NOT_YET
        ]
        title = _("结束“{title}”？").format(title=exam.title)
        text = close_words(missing, exam.running)
        if self._doors.dialogs.confirm(self._page, title=title, text=text, action=_("结束考试"), destructive=True):
            close = partial(self._exams.close, self._actor, exam.id)
            self._do(close, self._on_closed)

    def _on_closed(self, unsettled: int) -> None:
        words = _n("考试已结束，{count} 人待核实。", "考试已结束，{count} 人待核实。", unsettled).format(
            count=unsettled
        )
        self._say("good", words if unsettled else _("考试已结束，应考人员都已参加。"), does=None)
        self.done.emit()

    def _on_deleted(self, definition: ExamDefinition) -> None:
        words = _("已删除草稿“{title}”。").format(title=definition.title)
        back = partial(self._run, partial(self._exams.create, self._actor, definition), _("草稿已恢复。"))
        self._say("good", words, action=_("撤销"), does=back)
        self.done.emit()
