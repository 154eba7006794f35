"""One question to add or to change by hand, as the examinee will see it beside, with what was changed before."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import date
from functools import partial
from pathlib import Path

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QBoxLayout, QVBoxLayout, QWidget

from quizapp.core.people import Actor
from quizapp.core.pictures import digest_of, facts_of
from quizapp.core.questions import Kind, Question
from quizapp.errors import Conflict
from quizapp.files import read_whole
from quizapp.gui.doors import Doors
from quizapp.gui.pages.question_form import QuestionForm
from quizapp.gui.pages.question_history import QuestionHistory
from quizapp.gui.picture_source import PictureSource
from quizapp.gui.theme import MOTION, SPACE
from quizapp.gui.widgets.card import Card
from quizapp.gui.widgets.page_frame import PageFrame
from quizapp.gui.widgets.question_preview import QuestionPreview
from quizapp.gui.widgets.scroller import Scroller
from quizapp.i18n import _
from quizapp.services.banks import BankQuestion, Banks, BankSummary, Revision

_READ_MOST_MB = 100  # of a picture: what is too large to be shown says so itself
_NEW = Question(Kind.SINGLE, "", ())


class QuestionEditorPage(PageFrame):
    """`saved` carries the question kept; `finished` when the page has done its work or is to be left."""

    saved = Signal(object)
    finished = Signal()

    def __init__(
        self,
        doors: Doors,
        banks: Banks,
        actor: Actor,
        bank: BankSummary,
        *,
        today: date,
        present: BankQuestion | None = None,
    ) -> None:
        """`present` is the question to change; without it a new one is added to `bank`."""
        super().__init__(doors.theme, _("修改题目") if present else _("新增题目"))
        self._doors, self._banks, self._actor, self._bank = doors, banks, actor, bank
        self.present = present
        self._goes_on = False
        self._is_saving = False
        self._leaves_after = False
        self._pause = QTimer(self, singleShot=True, interval=MOTION.calm_ms)
        self._new_pictures: dict[str, bytes] = {}
        self._source = PictureSource(doors.tasks, partial(_picture, banks, self._new_pictures), self)
        self.form = QuestionForm(doors.theme, today, self._source)
        self._build()
        self._connect()
        self._start(present.question if present else _NEW)
        self.set_state(_("题库：{name}").format(name=bank.name))

    @property
    def is_dirty(self) -> bool:
        """Whether leaving would lose what was typed."""
        return self.form.question != self._kept

    def enter(self) -> None:
        categories = partial(self._banks.categories, (self._bank.id,))
        self._doors.tasks.look_up(categories, on_done=self.form.set_categories, on_failed=self.banner.show_error)
        self._look_up_history()
        self.form.focus_first()

    def leave(self) -> bool:
        if self._is_saving:
            return False
        if not self.is_dirty:
            return True
        text = _("这道题有改动还没有保存。")
        wanted = self._doors.dialogs.ask_save(self, title=_("保存改动？"), text=text)
        if wanted:
            self._leaves_after = True
            self._save(goes_on=False)
        return wanted is False

    def _build(self) -> None:
        self.back_button = self.add_action(_("返回"), icon="arrow-left")
        self.next_button = self.add_action(_("保存并新增"))
        self.next_button.setToolTip(_("快捷键 Ctrl+Enter"))
        self.save_button = self.add_action(_("保存"), icon="check", kind="primary")
        self.save_button.setToolTip(_("快捷键 Ctrl+S"))
        self.preview = QuestionPreview(self.theme)
        self.history = QuestionHistory(self.theme)
        form_card, side = Card(), QWidget()
        form_card.body.addWidget(self.form)
        form_card.body.addStretch(1)
        self._history_card = Card(_("修改记录"))
        self._history_card.body.addWidget(self.history)
        preview_card = Card(_("答题时的样子"))
        preview_card.body.addWidget(self.preview)
        column = QVBoxLayout(side)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(SPACE.normal)
        column.addWidget(preview_card)
        column.addWidget(self._history_card)
        column.addStretch(1)
        self._history_card.hide()
        self._parts = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._parts.setSpacing(SPACE.normal)
        self._parts.addWidget(form_card, 3)
        self._parts.addWidget(side, 2)
        scroller = Scroller()
        scroller.body.addLayout(self._parts)
        self.content.addWidget(scroller, 1)

    def _connect(self) -> None:
        self.back_button.clicked.connect(self._on_back_clicked)
        self.save_button.clicked.connect(self._on_save_wanted)
        self.next_button.clicked.connect(self._on_next_wanted)
        self.form.changed.connect(self._pause.start)
        self.form.picture_wanted.connect(self._on_picture_wanted)
        self._pause.timeout.connect(self._show_preview)
        self.banner.acted.connect(self._look_up_latest)
        for keys, slot in (("Ctrl+S", self._on_save_wanted), ("Ctrl+Return", self._on_next_wanted)):
            QShortcut(QKeySequence(keys), self, slot, context=Qt.ShortcutContext.WidgetWithChildrenShortcut)
        keypad = QKeySequence("Ctrl+Enter")
        QShortcut(keypad, self, self._on_next_wanted, context=Qt.ShortcutContext.WidgetWithChildrenShortcut)
        self.theme.changed.connect(self._fit)
        self._fit()

    def _start(self, question: Question) -> None:
        self.form.show_question(question, is_new=self.present is None)
        self._kept = self.form.question
        self._show_preview()

    def _fit(self) -> None:
        is_wide = self.theme.size != "extra"
        direction = QBoxLayout.Direction.LeftToRight if is_wide else QBoxLayout.Direction.TopToBottom
        self._parts.setDirection(direction)

    def _show_preview(self) -> None:
        self.preview.show_question(self.form.question, self._source)

    def _on_picture_wanted(self, option: int) -> None:
        filters = _("图片 (*.png *.jpg *.jpeg *.gif *.bmp *.webp)")
        path = self._doors.dialogs.open_file(self, title=_("选择图片"), filters=filters, purpose="picture")
        if path:
            done = partial(self._on_picture_read, option)
            read = partial(_read_picture, path)
            self._doors.tasks.run(read, on_done=done, on_failed=self.banner.show_error, owner=self)

    def _on_picture_read(self, option: int, content: bytes) -> None:
        self.banner.clear()
        digest = digest_of(content)
        self._new_pictures[digest] = content
        self.form.add_picture(option, digest)

    def _on_back_clicked(self) -> None:
        self.finished.emit()

    def _on_save_wanted(self) -> None:
        self._leaves_after = True
        self._save(goes_on=False)

    def _on_next_wanted(self) -> None:
        self._leaves_after = False
        self._save(goes_on=True)

    def _save(self, *, goes_on: bool) -> None:
        if self._is_saving or not self.form.check():
            return
        self._goes_on = goes_on
        self._set_saving(True)
        question, new = self.form.question, dict(self._new_pictures)
        if self.present is None:
            save = partial(self._banks.add_question, self._actor, self._bank.id, question, pictures=new)
        else:
            edit = partial(self._banks.edit_question, self._actor, self.present.id, question, pictures=new)
            save = partial(edit, seen_revision=self.present.revision)
        self._doors.tasks.run(save, on_done=self._on_saved, on_failed=self._on_save_failed)

    def _set_saving(self, is_saving: bool) -> None:
        self._is_saving = is_saving
        for button in (self.save_button, self.next_button):
            button.setEnabled(not is_saving)

    def _on_saved(self, question: BankQuestion) -> None:
        self._set_saving(False)
        self._kept = self.form.question
        self.saved.emit(question)
        if self._goes_on:
            self._begin_next(question)
        elif self._leaves_after:
            self.finished.emit()

    def _begin_next(self, question: BankQuestion) -> None:
        self.present = None
        self.set_title(_("新增题目"))
        self._history_card.hide()
        self.form.begin_next()
        self._kept = self.form.question
        self._show_preview()
        self.banner.say("good", _("已保存：{stem}").format(stem=question.question.stem))

    def _on_save_failed(self, error: Exception) -> None:
        self._set_saving(False)
        self.banner.show_error(error)
        if isinstance(error, Conflict) and self.present is not None:
            look_up = partial(self._banks.history, self.present.id)
            self._doors.tasks.run(look_up, on_done=partial(self._on_newer_found, error), owner=self)

    def _on_newer_found(self, error: Conflict, revisions: list[Revision]) -> None:
        """Where somebody was quicker, offer what they made of it; the history shows what that is."""
        if self.present is None or not revisions or revisions[0].number == self.present.revision:
            return
        self.history.show_revisions(revisions)
        self._history_card.setVisible(len(revisions) > 1)
        words = _("载入后，您在这里的改动不保留；修改记录里可以看到别人改了什么。")
        self.banner.say("bad", str(error), words, action=_("载入最新内容"))

    def _look_up_history(self) -> None:
        if self.present is not None:
            look_up = partial(self._banks.history, self.present.id)
            self._doors.tasks.look_up(look_up, on_done=self._on_history_found, on_failed=self.banner.show_error)

    def _on_history_found(self, revisions: list[Revision]) -> None:
        self.history.show_revisions(revisions)
        self._history_card.setVisible(len(revisions) > 1)

    def _look_up_latest(self) -> None:
        if self.present is not None:
            look_up = partial(self._banks.history, self.present.id)
            self._doors.tasks.look_up(look_up, on_done=self._on_latest_found, on_failed=self.banner.show_error)

    def _on_latest_found(self, revisions: list[Revision]) -> None:
        if self.present is None or not revisions:
            return
        self.present = replace(self.present, revision=revisions[0].number, question=revisions[0].question)
        self._start(self.present.question)
        self.banner.say("info", _("已载入最新内容，请在此基础上修改。"))


def _picture(banks: Banks, new: Mapping[str, bytes], digest: str) -> bytes:
    """A picture that was just added, or one that the bank has."""
    content = new.get(digest)
    return content if content is not None else banks.picture(digest)


def _read_picture(path: Path) -> bytes:
    """Runs in a worker: a picture's file; UserError where it is none that can be shown."""
    content = read_whole(path, megabytes=_READ_MOST_MB)
    facts_of(content)
    return content
