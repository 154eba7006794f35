"""A test defined on one scrolling page: a card for each subject, checked against banks and people as it changes."""

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QKeySequence, QShortcut

from quizapp.core.exams import ExamDefinition, Preset
from quizapp.core.points import points_text
from quizapp.gui.doors import Doors
from quizapp.gui.draft import Draft
from quizapp.gui.exam_choices import ExamChoices
from quizapp.gui.tasks import SerialQueue
from quizapp.gui.widgets.exam_basics_card import ExamBasicsCard
from quizapp.gui.widgets.exam_due_card import ExamDueCard
from quizapp.gui.widgets.exam_foot import ExamFoot
from quizapp.gui.widgets.exam_marking_card import ExamMarkingCard
from quizapp.gui.widgets.exam_papers_card import ExamPapersCard
from quizapp.gui.widgets.exam_review_card import ExamReviewCard
from quizapp.gui.widgets.page_frame import PageFrame
from quizapp.gui.widgets.scroller import Scroller
from quizapp.i18n import _
from quizapp.services.due_lists import ExamCheck
from quizapp.services.exams import Exams

_CHECK_AFTER_MS = 250
_UNDO_STEPS = 100


class ExamEditorPage(PageFrame):
    """`went_back` when the organiser is done.

    `publish_wanted` carries the id of the draft, saved by then; `trial_wanted` what was saved as well.
    """

    went_back = Signal()
    publish_wanted = Signal(int)
    trial_wanted = Signal(int, object)

    def __init__(
        self,
        doors: Doors,
        exams: Exams,
        queue: SerialQueue,
        *,
        draft: Draft,
        definition: ExamDefinition,
        choices: ExamChoices,
    ) -> None:
        """`queue` saves drafts one after another, also while the window is closing."""
        super().__init__(doors.theme, _("新建考试") if draft.exam_id is None else _("编辑考试"))
        self._doors, self._exams, self._queue, self._draft = doors, exams, queue, draft
        self._check_number = 0
        self._past: list[ExamDefinition] = []
        self._is_showing = False
        self._wanted: Callable[[], None] | None = None  # what comes once the draft is saved
        self._build(definition, choices)
        self._connect()
        self._present = self._kept = self.definition
        self._pause.start()

    @property
    def definition(self) -> ExamDefinition:
        """The definition as all cards together say."""
        definition = self._base
        for card in self._cards:
            definition = card.applied_to(definition)
        return definition

    @property
    def is_dirty(self) -> bool:
        """Whether there are edits that no draft holds."""
        return self.definition != self._kept

    def check_now(self) -> None:
        """Check what is shown, without waiting for the next key."""
        self._pause.stop()
        check = partial(self._exams.check, self.definition)
        shown = partial(self._on_checked, self._check_number)
        self._doors.tasks.look_up(check, on_done=shown, on_failed=self.banner.show_error, owner=self)

    def enter(self) -> None:
        self.basics.title.setFocus(Qt.FocusReason.OtherFocusReason)

    def leave(self) -> bool:
        if not self.is_dirty:
            return True
        text = _("这场考试有没有保存的修改。")
        wanted = self._doors.dialogs.ask_save(self, title=_("保存为草稿？"), text=text)
        if wanted:  # what fails now is told in a dialog: this page may be gone by then
            self._queue.submit(partial(self._draft.keep, self.definition), on_done=self._on_saved)
        return wanted is not None

    def _build(self, definition: ExamDefinition, choices: ExamChoices) -> None:
        theme = self._doors.theme
        self._base = definition
        self.undo_button = self.add_action(_("撤销"), icon="arrow-counter-clockwise", kind="quiet")
        self.undo_button.setEnabled(False)
        self.trial_button = self.add_action(_("试做"), icon="play")
        self.trial_button.setToolTip(_("先存为草稿，再像工作人员那样做一遍；不计成绩。"))
        self.back_button = self.add_action(_("返回"), icon="arrow-left")
        self.basics = ExamBasicsCard(theme, definition)
        self.due = ExamDueCard(theme, definition, choices)
        self.papers = ExamPapersCard(theme, definition, choices)
        self.marking = ExamMarkingCard(theme, definition)
        self.review = ExamReviewCard(theme, definition)
        self._cards = (self.basics, self.due, self.papers, self.marking, self.review)
        self.foot = ExamFoot(theme)
        scroller = Scroller()
        for card in self._cards:
            scroller.body.addWidget(card)
        scroller.body.addStretch(1)
        self.content.addWidget(scroller, 1)
        self.content.addWidget(self.foot)
        self._pause = QTimer(self, singleShot=True, interval=_CHECK_AFTER_MS)

    def _connect(self) -> None:
        for card in self._cards:
            card.changed.connect(self._on_card_changed)
        self.papers.preset_chosen.connect(self._on_preset_chosen)
        self.undo_button.clicked.connect(self._on_undo_clicked)
        self.back_button.clicked.connect(self._on_back_clicked)
        self.trial_button.clicked.connect(lambda: self._save_and(self._ask_to_try))
        self.foot.save_button.clicked.connect(self._on_save_clicked)
        self.foot.publish_button.clicked.connect(lambda: self._save_and(self._ask_to_publish))
        self._pause.timeout.connect(self.check_now)
        for keys, does in (
            (QKeySequence.StandardKey.Undo, self._on_undo_clicked),
            (QKeySequence.StandardKey.Save, self._on_save_clicked),
        ):
            shortcut = QShortcut(QKeySequence(keys), self)
            shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            shortcut.activated.connect(does)

    def _show_definition(self, definition: ExamDefinition) -> None:
        self._is_showing = True
        for card in self._cards:
            card.show_definition(definition)
        self._is_showing = False
        self._present = self.definition
        self._await_check()

    def _await_check(self) -> None:
        self.undo_button.setEnabled(bool(self._past))
        self._check_number += 1
        self.foot.show_waiting()
        self._pause.start()

    def _remember(self) -> None:
        """Keep the definition of before a change; changes in quick succession are one."""
        if not self._pause.isActive() or not self._past:
            self._past = [*self._past, self._present][-_UNDO_STEPS:]

    def _save(self) -> None:
        """Keep the draft; what is being typed meanwhile is not part of it."""
        self.foot.save_button.setEnabled(False)
        keep = partial(self._draft.keep, self.definition)
        self._queue.submit(keep, on_done=self._on_saved, on_failed=self._on_save_failed)

    def _on_card_changed(self) -> None:
        if self._is_showing or self.definition == self._present:
            return
        self._remember()
        self._present = self.definition
        self._await_check()

    def _on_preset_chosen(self, preset: Preset) -> None:
        self._past = [*self._past, self._present]
        self._show_definition(preset.apply_to(self.definition))

    def _on_undo_clicked(self) -> None:
        if self._past:
            self._show_definition(self._past.pop())
            self.undo_button.setEnabled(bool(self._past))

    def _on_back_clicked(self) -> None:
        if self.leave():
            self.went_back.emit()

    def _on_checked(self, number: int, check: ExamCheck) -> None:
        if number != self._check_number:
            return  # of a definition that was changed since
        self.due.show_due(check.due)
        self.foot.show_check(check.faults, self._sentence(check))

    def _sentence(self, check: ExamCheck) -> str:
        papers = self._present.papers
        words = _("{count} 题，满分 {points} 分，{minutes} 分钟，应考 {people} 人")
        return words.format(
            count=papers[0].blueprint.question_count if papers else 0,
            points=points_text(self._present.full_points),
            minutes=self._present.minutes,
            people=check.total_due,
        )

    def _on_save_clicked(self) -> None:
        self._save()

    def _save_and(self, does: Callable[[], None]) -> None:
        """Do what needs a draft, saved as it is shown."""
        if self.is_dirty or self._draft.exam_id is None:
            self._wanted = does
            self._save()
        else:
            does()

    def _on_saved(self, definition: ExamDefinition) -> None:
        self.foot.save_button.setEnabled(True)
        self._kept = definition
        self.set_title(_("编辑考试"))
        wanted, self._wanted = self._wanted, None
        if wanted:
            wanted()
        else:
            self.banner.say("good", _("草稿已保存。"))

    def _on_save_failed(self, error: Exception) -> None:
        self.foot.save_button.setEnabled(True)
        self._wanted = None
        self.banner.show_error(error)

    def _ask_to_publish(self) -> None:
        if self._draft.exam_id is not None:
            self.publish_wanted.emit(self._draft.exam_id)

    def _ask_to_try(self) -> None:
        if self._draft.exam_id is not None:
            self.trial_wanted.emit(self._draft.exam_id, self._kept)
