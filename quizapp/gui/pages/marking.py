"""Short answers marked one after another: the answer beside its key, points by keyboard or mouse, names hidden."""

from dataclasses import replace
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QBoxLayout, QCheckBox, QHBoxLayout, QProgressBar, QVBoxLayout, QWidget

from quizapp import clock
from quizapp.core.key_points import points_in
from quizapp.core.people import Actor
from quizapp.core.points import points_text
from quizapp.gui.doors import Doors
from quizapp.gui.local_times import moment
from quizapp.gui.models.marking_queue import MarkingQueue
from quizapp.gui.theme import SPACE
from quizapp.gui.widgets.button import Button
from quizapp.gui.widgets.card import Card
from quizapp.gui.widgets.choice import Choice
from quizapp.gui.widgets.empty_state import EmptyState
from quizapp.gui.widgets.mark_bar import MarkBar
from quizapp.gui.widgets.marked_answer import MarkedAnswer
from quizapp.gui.widgets.marking_key import MarkingKey
from quizapp.gui.widgets.page_frame import PageFrame
from quizapp.gui.widgets.scroller import Scroller
from quizapp.gui.widgets.text import Text
from quizapp.i18n import N_, _, _n
from quizapp.services.answer_marking import AnswerMarking, AnswerToMark, ExamMarking, QuestionToMark

_REASONS = (N_("误按"), N_("看漏要点"), N_("评分标准调整"), N_("复核后更正"))
_STEM_SHOWN = 26


class MarkingPage(PageFrame):
    """`went_back` returns to where marking was asked for."""

    went_back = Signal()

    def __init__(self, doors: Doors, marking: AnswerMarking, actor: Actor, exam_id: int) -> None:
        super().__init__(doors.theme, _("阅卷"))
        self._doors, self._marking, self._actor, self._exam_id = doors, marking, actor, exam_id
        self.queue: MarkingQueue | None = None
        self._build()
        self._connect()
        self._fit()

    def enter(self) -> None:
        look_up = partial(self._marking.marking, self._actor, self._exam_id)
        self._doors.tasks.run(look_up, on_done=self.show_marking, on_failed=self.banner.show_error)

    def _build(self) -> None:
        theme = self._doors.theme
        self.names_tick = QCheckBox(_("显示姓名"))
        self.add_beside(self.names_tick)
        self.undo_button = self.add_action(_("撤销上一次评分"), icon="arrow-counter-clockwise")
        self.back_button = self.add_action(_("返回"), icon="arrow-left")
        self.empty = EmptyState(theme, "check-circle", _("没有要阅的答卷"), action=_("再看一遍"))
        self.body = QWidget()
        column = QVBoxLayout(self.body)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(SPACE.snug)
        column.addLayout(self._build_head())
        column.addWidget(self.stem)
        column.addWidget(self._build_answer(), 1)
        column.addWidget(self._build_foot())
        self.content.addWidget(self.body, 1)
        self.content.addWidget(self.empty, 1)
        self.body.hide()
        self.empty.hide()

    def _build_head(self) -> QHBoxLayout:
        self.question = Choice()
        self.question.setAccessibleName(_("题目"))
        self.bar = QProgressBar()
        self.bar.setTextVisible(False)
        self.stem = Text("", "title")
        row = QHBoxLayout()
        row.setSpacing(SPACE.normal)
        row.addWidget(self.question, 3)
        row.addWidget(self.bar, 2)
        return row

    def _build_answer(self) -> QWidget:
        self.card = Card(_("作答"))
        self.who = Text("", "muted")
        self.answer = MarkedAnswer(self._doors.theme)
        self.history = Text("", "small")
        for part in (self.who, self.answer, self.history):
            self.card.body.addWidget(part)
        self.card.body.addStretch(1)
        self.key = MarkingKey()
        halves = QWidget()
        self._halves = QBoxLayout(QBoxLayout.Direction.LeftToRight, halves)
        self._halves.setContentsMargins(0, 0, 0, 0)
        self._halves.setSpacing(SPACE.normal)
        self._halves.addWidget(self.card, 3)
        self._halves.addWidget(self.key, 2)
        self.scroller = Scroller()
        self.scroller.body.addWidget(halves, 1)
        return self.scroller

    def _build_foot(self) -> QWidget:
        theme = self._doors.theme
        foot = Card()
        foot.body.setContentsMargins(SPACE.normal, SPACE.snug, SPACE.normal, SPACE.snug)
        self.marks = MarkBar(theme)
        self.before_button = Button(theme, _("上一份"), icon="caret-left", compact=True)
        self.after_button = Button(theme, _("下一份"), icon="caret-right", compact=True)
        self.unmarked_button = Button(theme, _("下一份未阅"), icon="skip-forward", compact=True)
        row = QHBoxLayout()
        row.setSpacing(SPACE.tight)
        self._hint = _("输入得分后按回车；翻页键看上一份、下一份。")
        self.hint = Text(self._hint, "small")
        row.addWidget(self.before_button)
        row.addWidget(self.after_button)
        row.addWidget(self.unmarked_button)
        row.addWidget(self.hint, 1)
        foot.body.addWidget(self.marks)
        foot.body.addLayout(row)
        return foot

    def _connect(self) -> None:
        self.back_button.clicked.connect(self.went_back)
        self.undo_button.clicked.connect(self._on_undo_clicked)
        self.names_tick.toggled.connect(self._show)
        self.question.value_changed.connect(self._on_question_chosen)
        self.marks.given.connect(self._on_given)
        self.before_button.clicked.connect(partial(self._step, -1))
        self.after_button.clicked.connect(partial(self._step, 1))
        self.unmarked_button.clicked.connect(self._on_unmarked_clicked)
        self.empty.acted.connect(self._on_again_wanted)
        self.banner.acted.connect(self._on_banner_acted)
        for key, act in (
            (Qt.Key.Key_PageUp, partial(self._step, -1)),
            (Qt.Key.Key_PageDown, partial(self._step, 1)),
            (QKeySequence.StandardKey.Undo, self._on_undo_clicked),
        ):
            QShortcut(QKeySequence(key), self, act)
        self._doors.theme.changed.connect(self._fit)

    def _fit(self) -> None:
        """At larger text the key stands below the answer, and hints go."""
        is_wide = self._doors.theme.size == "standard"
        ways = QBoxLayout.Direction
        self._halves.setDirection(ways.LeftToRight if is_wide else ways.TopToBottom)
        self.hint.setText(self._hint if is_wide else "")
        self.card.set_title(_("作答") if is_wide else "")
        self.bar.setVisible(is_wide)

    def show_marking(self, marking: ExamMarking) -> None:
        """Show what waits to be marked, or that nothing does."""
        if self.queue is None:
            self.queue = MarkingQueue(marking)
        else:
            self.queue.show(marking)
        if marking.unmarked or (self.body.isVisible() and marking.total):
            self._show()
        else:
            self._show_done()

    def _show(self) -> None:
        """Show the answer in view with all that stands beside it."""
        queue = self.queue
        if queue is None or queue.question is None or queue.answer is None:
            self._show_done()
            return
        question, answer = queue.question, queue.answer
        self.empty.hide()
        self._show_progress(queue)
        self._show_questions(queue)
        self.stem.setText(question.stem)
        self.stem.setVisible(len(question.stem) > _STEM_SHOWN)  # a short one stands in the list above
        found = points_in(answer.text, question.key_points)
        self.answer.show_answer(answer.text, found)
        self.key.show_key(question, {one.point for one in found})
        self.who.setText(_who(question, queue.number, answer, shows_name=self.names_tick.isChecked()))
        self.history.setText(_history(answer))
        self.history.setVisible(answer.earned is not None)
        self.body.show()
        self.scroller.verticalScrollBar().setValue(0)
        self.marks.show_points(question.points, answer.earned)

    def _show_progress(self, queue: MarkingQueue) -> None:
        words = _("{title} · 已阅 {marked} 份，共 {total} 份")
        self.set_state(words.format(title=queue.marking.title, marked=queue.marked, total=queue.marking.total))
        self.bar.setRange(0, max(1, queue.marking.total))
        self.bar.setValue(queue.marked)
        self.bar.setAccessibleName(self.state)
        self.undo_button.setEnabled(queue.may_undo)
        self.unmarked_button.setEnabled(queue.marking.unmarked > 0)

    def _show_questions(self, queue: MarkingQueue) -> None:
        was_blocked = self.question.blockSignals(True)
        self.question.set_entries([(_entry(at, one), at) for at, one in enumerate(queue.questions)])
        self.question.choose(queue.question_number)
        self.question.blockSignals(was_blocked)

    def _show_done(self) -> None:
        """Nothing waits: say so, and offer to look through what was given."""
        queue = self.queue
        if queue is None:
            return
        self._show_progress(queue)
        marking = queue.marking
        texts = []
        if marking.running:
            words = _n(
                "还有 {count} 人正在作答，交卷后再来。", "还有 {count} 人正在作答，交卷后再来。", marking.running
            )
            texts.append(words.format(count=marking.running))
        if marking.total:
            self.empty.set_text(_("都阅完了"), _("成绩已经算好，可以查看和导出。") + "".join(texts))
        else:
            nobody = _("还没有人交上简答题的作答；空着没答的自动计 0 分。")
            self.empty.set_text(_("没有要阅的答卷"), "".join(texts) or nobody)
        self.empty.action_button.setVisible(marking.total > 0)
        self.body.hide()
        self.empty.show()
        (self.empty.action_button if marking.total else self.back_button).setFocus(Qt.FocusReason.OtherFocusReason)

    def _step(self, by: int) -> None:
        if self.queue is not None and self.body.isVisible():
            self.queue.step(by)
            self._show()

    def _on_question_chosen(self, number: int | None) -> None:
        if self.queue is not None and number is not None:
            self.queue.choose(number)
            self._show()

    def _on_unmarked_clicked(self) -> None:
        if self.queue is not None:
            self.queue.step(1)
            self.queue.next_unmarked()
            self._show()

    def _on_again_wanted(self) -> None:
        if self.queue is not None:
            self.queue.choose(0)
            self._show()

    def _on_given(self, points: int) -> None:
        """Keep a mark; a change of one takes a reason."""
        answer = self.queue.answer if self.queue else None
        if answer is None:
            return
        if answer.earned == points:
            self._go_on(was_marked=True)
            return
        reason = ""
        if answer.earned is not None:
            wanted = self._doors.dialogs.ask_reason(
                self,
                title=_("把 {former} 分改为 {points} 分？").format(
                    former=points_text(answer.earned), points=points_text(points)
                ),
                text=_("请写明原因：原来的分数和原因都会记入日志。"),
                action=_("改分"),
                suggestions=[_(one) for one in _REASONS],
            )
            if wanted is None:
                return
            reason = wanted
        self.banner.clear()
        self.marks.set_busy(True)
        mark = partial(self._marking.mark, self._actor, answer.attempt_id, answer.position, points, reason=reason)
        done = partial(self._on_marked, answer, points)
        self._doors.tasks.run(mark, on_done=done, on_failed=self._on_mark_failed, owner=self)

    def _on_marked(self, answer: AnswerToMark, points: int, _result: object) -> None:
        self.marks.set_busy(False)
        if self.queue is not None and self.queue.go_to(answer.attempt_id, answer.position):
            at = clock.now()
            self.queue.note_mark(replace(answer, earned=points, marked_by=self._actor.name, marked_at=at))
            self._go_on(was_marked=answer.earned is not None)

    def _go_on(self, *, was_marked: bool) -> None:
        """After a mark: to the next unmarked answer; who looks through marked ones goes on to the next of them."""
        assert self.queue is not None
        if (was_marked and self.queue.step(1)) or self.queue.next_unmarked():
            self._show()
        else:
            self._show_done()

    def _on_mark_failed(self, error: Exception) -> None:
        self.marks.set_busy(False)
        self.banner.show_error(error)

    def _on_undo_clicked(self) -> None:
        if self.queue is not None and self.queue.may_undo:
            place = self.queue.last_given()
            self.undo_button.setEnabled(self.queue.may_undo)
            undo = partial(self._marking.undo, self._actor, *place)
            done = partial(self._on_undone, place)
            self._doors.tasks.run(undo, on_done=done, on_failed=self._on_mark_failed, owner=self)

    def _on_undone(self, place: tuple[int, int], _result: object) -> None:
        look_up = partial(self._marking.marking, self._actor, self._exam_id)
        done = partial(self._on_looked_up_again, place)
        self._doors.tasks.run(look_up, on_done=done, on_failed=self.banner.show_error, owner=self)

    def _on_looked_up_again(self, place: tuple[int, int], marking: ExamMarking) -> None:
        if self.queue is not None:
            self.queue.show(marking)
            self.queue.go_to(*place)
            self._show()

    def _on_banner_acted(self) -> None:
        self.banner.clear()
        self.enter()


def _entry(number: int, question: QuestionToMark) -> str:
    line = " ".join(question.stem.split())
    stem = line if len(line) <= _STEM_SHOWN else line[:_STEM_SHOWN] + "…"
    words = _("{number}. {stem}（待阅 {count}）") if question.unmarked else _("{number}. {stem}（已阅完）")
    return words.format(number=number + 1, stem=stem, count=question.unmarked)


def _who(question: QuestionToMark, number: int, answer: AnswerToMark, *, shows_name: bool) -> str:
    place = _("第 {number} 份，共 {count} 份").format(number=number, count=len(question.answers))
    if not shows_name:
        return place
    words = _("{place} · {department} {name}")
    return words.format(place=place, department=answer.department, name=answer.name)


def _history(answer: AnswerToMark) -> str:
    if answer.earned is None or answer.marked_at is None:
        return ""
    words = _("已评 {points} 分（{who}，{at}）；每次改分都记在“查看答卷”的作答经过里。")
    return words.format(points=points_text(answer.earned), who=answer.marked_by, at=moment(answer.marked_at))
