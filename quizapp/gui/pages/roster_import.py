"""A list of people from a file: chosen, its scope confirmed, what it would do looked at, and only then carried out."""

from dataclasses import dataclass
from functools import partial
from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QStackedWidget, QWidget

from quizapp.config import ReadingLimits
from quizapp.core.people import Actor, Department, Person, ids_below
from quizapp.core.roster import RosterScope
from quizapp.core.roster_comparison import RosterPlan, settle
from quizapp.errors import Conflict, UserError
from quizapp.files import read_whole
from quizapp.gui.doors import Doors
from quizapp.gui.models.roster_choices import RosterChoices, guessed_scope, named_departments, topmost_named
from quizapp.gui.pages.roster_review import PROBLEMS, QUESTIONS, RosterReview
from quizapp.gui.theme import SPACE
from quizapp.gui.widgets.button import Button
from quizapp.gui.widgets.page_frame import PageFrame
from quizapp.gui.widgets.progress import Progress
from quizapp.gui.widgets.roster_done import RosterDone
from quizapp.gui.widgets.roster_file import RosterFile
from quizapp.gui.widgets.roster_scope import PARTS, UPDATE, WHOLE, RosterScopeCard
from quizapp.gui.widgets.scroller import Scroller
from quizapp.gui.widgets.steps import Steps
from quizapp.gui.widgets.text import Text
from quizapp.i18n import _, _n
from quizapp.services.bundle import Services
from quizapp.services.people import RosterImported, RosterPreview

_FILE, _SCOPE, _REVIEW, _DONE = range(4)


@dataclass(frozen=True, slots=True)
class _ReadFile:
    """A file as it was read, compared with everybody, and what is on record."""

    name: str
    content: bytes
    preview: RosterPreview
    departments: list[Department]
    people: list[Person]


class RosterImportPage(PageFrame):
    """`went_back` to the roster, `went_to` carries the key of another page."""

    went_back = Signal()
    went_to = Signal(str)

    def __init__(self, doors: Doors, services: Services, actor: Actor) -> None:
        super().__init__(doors.theme, _("导入名单"))
        self._doors = doors
        self._people = services.people
        self._actor = actor
        self._file: _ReadFile | None = None
        self._asks_scope = False
        self._is_imported = self._is_busy = False
        self.preview: RosterPreview | None = None
        self._build()
        self._connect()
        self._go(_FILE)

    def leave(self) -> bool:
        choices = self.review.choices
        if self._is_imported or not (choices.answers or choices.left_out or choices.staying):
            return True
        text = _("还没有写入任何内容；您的回答和勾选不会保留。")
        return self._doors.dialogs.confirm(self, title=_("放弃这次导入？"), text=text, action=_("放弃"))

    def _build(self) -> None:
        theme = self._doors.theme
        self.back_button = self.add_action(_("返回人员"), icon="arrow-left")
        self.steps = Steps(theme, [_("选择文件"), _("确认范围"), _("核对变动")])
        self.progress = Progress(theme)
        self.file = RosterFile(self._doors, self)
        self.scope = RosterScopeCard(theme)
        self.review = RosterReview(theme, RosterChoices())
        self.done = RosterDone(theme)
        self._stack = QStackedWidget()
        self._stack.addWidget(self.file)
        scroller = Scroller()
        scroller.body.addWidget(self.scope)
        scroller.body.addStretch(1)
        self._stack.addWidget(scroller)
        self._stack.addWidget(self.review)
        self._stack.addWidget(self.done)
        self.content.addWidget(self.steps)
        self.content.addWidget(self.progress)
        self.content.addWidget(self._stack, 1)
        self.content.addWidget(self._build_foot())

    def _build_foot(self) -> QWidget:
        theme = self._doors.theme
        self.previous_button = Button(theme, _("上一步"))
        self.next_button = Button(theme, _("下一步"), kind="primary")
        self.foot_words = Text("", "muted")
        self._foot = QFrame()
        row = QHBoxLayout(self._foot)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(SPACE.normal)
        row.addWidget(self.previous_button)
        row.addWidget(self.foot_words, 1)
        row.addWidget(self.next_button)
        return self._foot

    def _connect(self) -> None:
        self.back_button.clicked.connect(self._on_back_clicked)
        self.file.chosen.connect(self.read)
        self.file.failed.connect(self.banner.show_error)
        self.file.template_written.connect(self._on_template_written)
        self.scope.changed.connect(self._show_foot)
        self.review.changed.connect(self._show_foot)
        self.previous_button.clicked.connect(self._on_previous_clicked)
        self.next_button.clicked.connect(self._on_next_clicked)
        self.banner.acted.connect(self._compare)
        self.done.went_back.connect(self.went_back)
        self.done.went_to.connect(self.went_to)

    # first step: the file

    def read(self, path: Path) -> None:
        """Read a file and compare it with everybody; nothing is changed."""
        self.banner.clear()
        self.file.setEnabled(False)
        self._run(partial(self._read, path), _("正在读取 {name}").format(name=path.name), self._on_read)

    def _read(self, path: Path, *, on_progress, is_cancelled) -> _ReadFile:
        """Runs in a task."""
        content = read_whole(path, megabytes=ReadingLimits().file_megabytes)
        preview = self._people.preview_roster(
            content, path.name, RosterScope(), on_progress=on_progress, is_cancelled=is_cancelled
        )
        return _ReadFile(path.name, content, preview, self._people.departments(), self._people.people())

    def _on_read(self, file: _ReadFile) -> None:
        self.file.setEnabled(True)
        self._file = file
        self.review.choices.forget()
        self._asks_scope = bool(file.preview.changes.rows and file.people)
        if self._asks_scope:
            self._propose_scope(file)
            self._say_file(file)
            self._go(_SCOPE)
        else:
            self._show_preview(file.preview)

    def _propose_scope(self, file: _ReadFile) -> None:
        """Guess from the departments that the file names whom it speaks for."""
        changes = file.preview.changes
        unit_id = self._actor.unit_id
        departments = file.departments
        if unit_id is not None:
            own = ids_below(departments, [unit_id])
            departments = [one for one in departments if one.id in own]
        guess = guessed_scope(changes, file.departments, file.people, unit_id)
        mode = WHOLE if guess.is_whole else PARTS
        if mode == PARTS and unit_id is None and any(len(one.path) == 1 for one in changes.new_departments):
            mode = UPDATE  # a department that is not on record cannot be among those chosen
        if guess.is_whole:
            guess = RosterScope(False, topmost_named(changes, departments))
        self.scope.propose(mode, guess, departments, may_be_whole=unit_id is None)

    def _say_file(self, file: _ReadFile) -> None:
        known, new = len(named_departments(file.preview.changes)), len(file.preview.changes.new_departments)
        words = _("“{name}”里有 {count} 人，来自 {known} 个现有的科室（单位）。")
        if new:
            words = _("“{name}”里有 {count} 人，来自 {known} 个现有的和 {new} 个新的科室（单位）。")
        self.set_state(words.format(name=file.name, count=file.preview.rows, known=known, new=new))

    # second step: the scope; third: what it would do

    def _compare(self) -> None:
        """Compare the file with those it speaks for, again where the people have changed."""
        if self._file is None:
            return
        self.banner.clear()
        self.review.choices.notes_left = not (self._asks_scope and self.scope.mode == UPDATE)
        scope = self.scope.scope if self._asks_scope else RosterScope()
        preview = partial(self._people.preview_roster, self._file.content, self._file.name, scope)
        self._run(preview, _("正在比对"), self._show_preview)

    def _show_preview(self, preview: RosterPreview) -> None:
        self.preview = preview
        self.review.show_preview(preview)
        words = _n("“{name}”里有 {count} 人。", "“{name}”里有 {count} 人。", preview.rows)
        self.set_state(words.format(name=preview.file_name, count=preview.rows))
        self._go(_REVIEW)
        if preview.changes.questions:
            self.review.go_to(QUESTIONS)
        elif preview.errors:
            self.review.go_to(PROBLEMS)

    def _plan(self) -> RosterPlan | str:
        """What would be carried out as decided now, or why it cannot be."""
        assert self.preview is not None
        changes, choices = self.preview.changes, self.review.choices
        if not changes.rows:
            return _("文件里没有可以导入的人员。请看“有问题”里的说明，改好后重新选择文件。")
        if waiting := len(choices.open_questions(changes)):
            words = _n("还有 {count} 个问题没有回答。", "还有 {count} 个问题没有回答。", waiting)
            return words.format(count=waiting)
        if self.preview.errors and not choices.skips_faulty:
            words = _n(
                "有 {count} 处错误：改好文件后重新选择，或在“有问题”里勾选跳过。",
                "有 {count} 处错误：改好文件后重新选择，或在“有问题”里勾选跳过。",
                self.preview.errors,
            )
            return words.format(count=self.preview.errors)
        try:
            return settle(changes, choices.decisions(changes))
        except UserError as error:
            return str(error)

    def _show_foot(self) -> None:
        step = self._stack.currentIndex()
        self._foot.setVisible(step in (_SCOPE, _REVIEW))
        if step == _SCOPE:
            self.foot_words.setText("" if self.scope.is_complete else _("请勾选名单里的科室（单位）。"))
            self.next_button.setText(_("下一步"))
            self.next_button.setEnabled(self.scope.is_complete and not self._is_busy)
        elif step == _REVIEW:
            self._show_plan()

    def _show_plan(self) -> None:
        plan = self._plan()
        count = 0 if isinstance(plan, str) else len(plan.entries) + len(plan.left)
        words = plan if isinstance(plan, str) else _("核对无误后导入。什么都不会删除：离开的人保留全部记录。")
        if not isinstance(plan, str) and not count:
            words = _("没有要改的：名单和名册一致。")
        self.foot_words.setText(words)
        label = _n("导入 {count} 处变动", "导入 {count} 处变动", count).format(count=count)
        self.next_button.setText(label if count else _("导入"))
        self.next_button.setEnabled(count > 0 and not self._is_busy)

    # the end: carried out

    def _import(self) -> None:
        assert self.preview is not None
        self.next_button.setEnabled(False)
        decisions = self.review.choices.decisions(self.preview.changes)
        carry_out = partial(self._people.import_roster, self._actor, self.preview, decisions)
        self._doors.tasks.run(carry_out, on_done=self.show_done, on_failed=self._on_import_failed)

    def show_done(self, imported: RosterImported) -> None:
        """Say what was carried out, and what may come next."""
        self._is_imported = True
        self.banner.clear()
        self.set_state("")
        self.done.show_imported(imported, errors=self.preview.errors if self.preview else 0)
        self._go(_DONE)

    def _on_import_failed(self, error: Exception) -> None:
        self._show_foot()
        self.banner.show_error(error, action=_("重新比对") if isinstance(error, Conflict) else "")

    def _run(self, work, words: str, on_done) -> None:
        """Work in a task with its progress shown and a button that stops it."""
        task = self._doors.tasks.run(
            work, on_done=on_done, on_failed=self._on_failed, on_progress=self.progress.step, owner=self
        )
        self._set_busy(True)
        task.ended.connect(partial(self._set_busy, False))
        self.progress.start(words, task)

    def _set_busy(self, is_busy: bool) -> None:
        """What is being compared stays as it is until the answer is there."""
        self._is_busy = is_busy
        self.scope.setEnabled(not is_busy)
        self.previous_button.setEnabled(not is_busy)
        self._show_foot()

    def _on_failed(self, error: Exception) -> None:
        self.file.setEnabled(True)
        self._show_foot()
        self.banner.show_error(error)

    def _go(self, step: int) -> None:
        self._stack.setCurrentIndex(step)
        self.steps.set_current(step)
        self.previous_button.setText(_("重新选择文件") if step == _SCOPE else _("上一步"))
        self._show_foot()

    def _on_template_written(self, path: Path) -> None:
        self.banner.say("good", _("模板已保存：{path}").format(path=path))

    def _on_previous_clicked(self) -> None:
        self.banner.clear()
        if self._stack.currentIndex() == _REVIEW and self._asks_scope:
            self._go(_SCOPE)
        else:
            self.set_state("")
            self._go(_FILE)

    def _on_next_clicked(self) -> None:
        if self._stack.currentIndex() == _SCOPE:
            self._compare()
        else:
            self._import()

    def enter(self) -> None:
        if self._stack.currentIndex() == _FILE:
            self.file.drop.choose_button.setFocus(Qt.FocusReason.OtherFocusReason)

    def _on_back_clicked(self) -> None:
        if self.leave():
            self.went_back.emit()
