"""Taking a test: one question at a time, the time and the answer grid beside it, every choice kept at once."""

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from quizapp.core.desk import AttemptDesk, Outcome, Sheet
from quizapp.core.grading import Response
from quizapp.core.lost_time import whole_minutes
from quizapp.core.questions import Kind
from quizapp.gui.answer_keeper import AnswerKeeper
from quizapp.gui.doors import Doors
from quizapp.gui.keyed_page import KeyedPage
from quizapp.gui.picture_source import PictureSource
from quizapp.gui.tasks import SerialQueue
from quizapp.gui.theme import SPACE
from quizapp.gui.widgets.answer_grid import AnswerGrid
from quizapp.gui.widgets.badge import Badge
from quizapp.gui.widgets.banner import Banner
from quizapp.gui.widgets.button import Button
from quizapp.gui.widgets.countdown import Countdown
from quizapp.gui.widgets.question_view import QuestionView
from quizapp.gui.widgets.reading_column import ReadingColumn
from quizapp.gui.widgets.scroller import Scroller
from quizapp.gui.widgets.text import Text
from quizapp.gui.widgets.text_size_menu import TextSizeMenu
from quizapp.i18n import _, _n

_TICK_MS = 200
_NAMED_MOST = 20
_WORTH_TELLING_S = 30.0


def resumed_words(sheet: Sheet) -> str:
    """What somebody who comes back is told of the time."""
    minutes = whole_minutes(sheet.lost_s)
    if sheet.lost_s < _WORTH_TELLING_S:
        return _("之前的答案都在；计时没有停。")
    words = _n(
        "之前的答案都在。中断的约 {count} 分钟计时没有停；中断记录已经留给组织者，是否补时由组织者决定。",
        "之前的答案都在。中断的约 {count} 分钟计时没有停；中断记录已经留给组织者，是否补时由组织者决定。",
        minutes,
    )
    return words.format(count=minutes)


def _numbers(positions: list[int]) -> str:
    return _("、").join(str(position + 1) for position in positions[:_NAMED_MOST])


class TakeTestPage(KeyedPage):
    """`finished` carries the outcome once the attempt is handed in, by the person or by the clock."""

    finished = Signal(object)

    def __init__(self, doors: Doors, queue: SerialQueue, desk: AttemptDesk, token: str, sheet: Sheet) -> None:
        super().__init__()
        self._doors = doors
        self.sheet = sheet
        self._current = 0
        self._is_over = False
        self._is_handing_in = False
        self.keeper = AnswerKeeper(queue, desk, token, sheet)
        self._pictures = PictureSource(doors.tasks, lambda key: desk.picture(token, sheet.attempt_id, *key), self)
        self._build()
        self._connect()
        first = self.keeper.unanswered[0] if self.keeper.unanswered and sheet.was_resumed else 0
        self._go_to(first)
        if sheet.was_resumed:
            self.banner.say("info", _("已接着上次作答"), resumed_words(sheet))
        self._on_tick()
        self._ticks.start()

    def enter(self) -> None:
        self.question.focus_answer()

    def leave(self) -> bool:
        if self._is_over:
            return True
        text = _("答案都已保存，计时不会停。截止前重新登录可以接着作答。")
        may = self._doors.dialogs.confirm(self, title=_("离开考试？"), text=text, action=_("离开"))
        if may:
            self.question.flush()
            self.keeper.step_out()
        return may

    def _build(self) -> None:
        theme = self._doors.theme
        self.banner = Banner(theme)
        self.question = QuestionView(theme, self._pictures)
        self.countdown = Countdown()
        self.save_state = Badge(theme, _("已保存"), "good")
        self.unanswered = Text("", "small", wraps=False)
        self.grid = AnswerGrid(theme, len(self.sheet.questions))
        self.grid_button = Button(theme, _("答题卡"), icon="squares-four")
        self.grid_button.setCheckable(True)
        self.size_menu = TextSizeMenu(theme)
        upper = QHBoxLayout()
        upper.setSpacing(0)
        upper.addLayout(self._build_reading(), 1)
        upper.addWidget(self._build_side())
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(upper, 1)
        column.addWidget(self._build_foot())
        self._ticks = QTimer(self)
        self._ticks.setInterval(_TICK_MS)

    def _build_reading(self) -> QVBoxLayout:
        """The bar, messages and the question, all at the width of a page to read."""
        theme = self._doors.theme
        head, reading = ReadingColumn(theme), ReadingColumn(theme)
        head.body.addWidget(self._build_bar())
        head.body.addWidget(self.banner)
        head.layout().setContentsMargins(SPACE.broad, 0, SPACE.broad, 0)
        reading.body.addWidget(self.question)
        scroller = Scroller(edge=SPACE.broad)
        scroller.body.addWidget(reading)
        left = QVBoxLayout()
        left.setContentsMargins(0, SPACE.normal, 0, 0)
        left.setSpacing(SPACE.normal)
        left.addWidget(head)
        left.addWidget(scroller, 1)
        return left

    def _build_bar(self) -> QWidget:
        """The title; at the largest text it also takes in what the right side shows otherwise."""
        self._bar = QWidget()
        self._bar_row = QHBoxLayout(self._bar)
        self._bar_row.setContentsMargins(0, 0, 0, 0)
        self._bar_row.setSpacing(SPACE.normal)
        self._bar_row.addWidget(Text(self.sheet.title, "title"), 1)
        self._bar_row.addWidget(self.grid_button)
        return self._bar

    def _build_side(self) -> QWidget:
        self._side = QFrame()
        self._side.setProperty("surface", "side")
        self._side_column = QVBoxLayout(self._side)
        self._side_column.setContentsMargins(SPACE.normal, SPACE.normal, SPACE.normal, SPACE.normal)
        self._side_column.setSpacing(SPACE.snug)
        grid_room = Scroller()
        grid_room.body.addWidget(self.grid)
        grid_room.body.addStretch(1)
        self._side_column.addWidget(self.countdown)
        self._side_column.addWidget(self.save_state)
        self._side_column.addWidget(self.unanswered)
        self._side_column.addWidget(grid_room, 1)
        return self._side

    def _build_foot(self) -> QWidget:
        theme = self._doors.theme
        foot = QFrame()
        foot.setProperty("surface", "foot")
        self.previous_button = Button(theme, _("上一题"), icon="arrow-left")
        self.mark_button = Button(theme, _("标记"), icon="flag")
        self.mark_button.setCheckable(True)
        self.next_button = Button(theme, _("下一题"), kind="primary", icon="arrow-right")
        self.next_button.setLayoutDirection(Qt.LayoutDirection.RightToLeft)  # the arrow stands where it points to
        self.submit_button = Button(theme, _("交卷"), icon="paper-plane-tilt")
        turning = QHBoxLayout()
        turning.setSpacing(SPACE.snug)
        for button in (self.previous_button, self.mark_button, self.next_button):
            turning.addWidget(button)
        turning.addStretch(1)
        turning.addWidget(self.size_menu)
        reading = ReadingColumn(theme)  # the buttons begin where the question does, also in a wide window
        reading.layout().setContentsMargins(SPACE.broad, 0, SPACE.broad, 0)
        reading.body.addLayout(turning)
        self._ending = QWidget()
        ending = QHBoxLayout(self._ending)
        ending.setContentsMargins(0, 0, SPACE.normal, 0)
        ending.addStretch(1)
        ending.addWidget(self.submit_button)
        row = QHBoxLayout(foot)
        row.setContentsMargins(0, SPACE.snug, 0, SPACE.snug)
        row.setSpacing(0)
        row.addWidget(reading, 1)
        row.addWidget(self._ending)
        return foot

    def _connect(self) -> None:
        self.question.response_changed.connect(self._on_response_changed)
        self.grid.chosen.connect(self._go_to)
        self.grid_button.toggled.connect(self._fold)
        self.previous_button.clicked.connect(self._on_previous_clicked)
        self.next_button.clicked.connect(self._on_next_clicked)
        self.mark_button.clicked.connect(self._on_mark_clicked)
        self.submit_button.clicked.connect(self._on_submit_clicked)
        self.banner.acted.connect(self._on_banner_acted)
        self.countdown.elapsed.connect(self._on_countdown_elapsed)
        self._ticks.timeout.connect(self._on_tick)
        self.keeper.saved.connect(self._on_answer_saved)
        self.keeper.save_failed.connect(self._on_save_failed)
        self.keeper.came_late.connect(self._on_answer_came_late)
        self.keeper.submitted.connect(self._on_submitted)
        self.keeper.submit_failed.connect(self._on_submit_failed)
        self.keeper.time_changed.connect(self._on_time_changed)
        self.keeper.end_confirmed.connect(self._hand_in)
        self.keeper.end_denied.connect(self._on_end_denied)
        self._doors.theme.changed.connect(self._fold)
        self._fold()

    def _fold(self) -> None:
        """At the largest text the right side becomes part of the bar above, and the grid opens by a button."""
        is_folded = self._doors.theme.size == "extra"
        self.grid_button.setVisible(is_folded)
        self.countdown.set_flat(is_folded)
        row, column = self._bar_row, self._side_column
        for at, widget in enumerate((self.countdown, self.save_state, self.unanswered)):
            if is_folded and row.indexOf(widget) < 0:
                row.insertWidget(at + 1, widget)
            elif not is_folded and column.indexOf(widget) < 0:
                column.insertWidget(at, widget)
        self._side.setVisible(not is_folded or self.grid_button.isChecked())
        self.unanswered.setVisible(not is_folded or not self.grid_button.isChecked())  # the grid says it as well
        self._name_mark(is_marked=self._current in self.keeper.marked)
        width = self.grid.sizeHint().width() + 2 * SPACE.normal + SPACE.wide
        self._side.setFixedWidth(width)
        self._ending.setMinimumWidth(0 if is_folded else width)

    def _go_to(self, position: int) -> None:
        self._current = position
        question = self.sheet.questions[position]
        self.question.show_question(question, len(self.sheet.questions), self.keeper.responses[position])
        for card in self.question.options.cards:
            card.installEventFilter(self)
        self.previous_button.setEnabled(position > 0)
        is_last = position == len(self.sheet.questions) - 1
        self.next_button.setEnabled(not is_last)
        self.submit_button.set_kind("primary" if is_last else "secondary")
        self._show_states()

    def _show_states(self) -> None:
        keeper = self.keeper
        missing = keeper.unanswered
        answered = keeper.responses.keys() - set(missing)
        self.grid.show_states(answered=answered, marked=keeper.marked, current=self._current)
        self.mark_button.setChecked(self._current in keeper.marked)
        self._name_mark(is_marked=self._current in keeper.marked)
        self.unanswered.setText(_("未答 {count} 题").format(count=len(missing)))
        if keeper.waiting:
            self.save_state.set_state(_("等待保存 {count}").format(count=keeper.waiting), "warn")
        else:
            self.save_state.set_state(_("已保存"), "good")

    def _name_mark(self, *, is_marked: bool) -> None:
        """Say what the button does; it is always as wide as its longer word, so that the next one stays in place."""
        words = (_("取消标记"), _("标记"))
        widths = [self._mark_width(word) for word in words]
        self.mark_button.setText(words[0] if is_marked else words[1])
        self.mark_button.setMinimumWidth(max(widths))

    def _mark_width(self, word: str) -> int:
        self.mark_button.setText(word)
        return self.mark_button.sizeHint().width()

    def _lock(self, locked: bool) -> None:
        self.question.set_locked(locked)
        for button in (self.previous_button, self.mark_button, self.next_button, self.submit_button):
            button.setEnabled(not locked)

    def _on_response_changed(self, response: Response) -> None:
        self._is_handing_in = False
        self.keeper.answer(self._current, response)
        self._show_states()

    def _on_previous_clicked(self) -> None:
        self.question.flush()
        if self._current > 0:
            self._go_to(self._current - 1)

    def _on_next_clicked(self) -> None:
        self.question.flush()
        if self._current < len(self.sheet.questions) - 1:
            self._go_to(self._current + 1)

    def _on_mark_clicked(self) -> None:
        self.keeper.mark(self._current, is_marked=self._current not in self.keeper.marked)
        self._show_states()

    def _on_tick(self) -> None:
        self.countdown.show_left(round(self.keeper.left_s))

    def _on_submit_clicked(self) -> None:
        self.question.flush()
        doubtful = self.keeper.unanswered + self.half_answered
        back = _("去第 {number} 题").format(number=min(doubtful) + 1) if doubtful else ""
        title, words = _("现在交卷？"), self.submit_words()
        wants = self._doors.dialogs.confirm(self, title=title, text=words, action=_("交卷"), back=back)
        if self._is_over or self._is_handing_in:
            return  # the time ran out, or the room's rules handed in, while this was asked
        if wants:
            self._hand_in()
        elif doubtful:
            self._go_to(min(doubtful))

    def submit_words(self) -> str:
        """What is asked before handing in."""
        missing, half = self.keeper.unanswered, self.half_answered
        lines = []
        if missing:
            words = _("还有 {count} 题没有作答（第 {numbers} 题等）。")
            if len(missing) <= _NAMED_MOST:
                words = _("还有 {count} 题没有作答：第 {numbers} 题。")
            lines.append(words.format(count=len(missing), numbers=_numbers(missing)))
        if half:
            words = _("多选题至少选两项，第 {numbers} 题只选了一项。")
            lines.append(words.format(numbers=_numbers(half)))
        return "\n".join([*(lines or [_("全部题目都已作答。")]), _("交卷后不能再修改。")])

    @property
    def half_answered(self) -> list[int]:
        """Positions of multiple-answer questions with one option ticked, which no such question is right with."""
        multiple = [one.position for one in self.sheet.questions if one.kind is Kind.MULTIPLE]
        return [position for position in multiple if len(self.keeper.responses[position] or ()) == 1]

    def _on_banner_acted(self) -> None:
        """Try again what failed: handing in, or keeping answers."""
        if self._is_handing_in:
            self._hand_in()
        else:
            self.keeper.send_again()

    def hand_in(self) -> None:
        """Hand in without asking, because the rules of the test say so."""
        if not self._is_over:
            self.question.flush()
            self._hand_in()

    def _hand_in(self) -> None:
        self._is_handing_in = True
        self._lock(True)
        self.keeper.submit()

    def _on_countdown_elapsed(self) -> None:
        if self._is_over:
            return
        self.question.flush()
        self.banner.say("warn", _("时间到，正在交卷"), closable=False)
        self._lock(True)
        self.keeper.confirm_end()

    def _on_end_denied(self) -> None:
        """Minutes were added at the last moment."""
        if self.banner.tone == "warn":
            self.banner.clear()
        self.countdown.restart()
        self._lock(False)
        self._go_to(self._current)

    def _on_time_changed(self, change_s: float) -> None:
        """The desk's own time is suddenly more or less than what was painted."""
        self._on_tick()
        if self._is_over or not self.keeper.left_s:
            return
        if change_s > 0:
            self.countdown.restart()
            words = _n("组织者已加时 {count} 分钟", "组织者已加时 {count} 分钟", round(change_s / 60))
            self.banner.say("good", words.format(count=round(change_s / 60)), _("剩余时间已经更新，请继续作答。"))
        else:
            words = _("电脑休眠或断线时计时不停，组织者也可能调整了时间。请以现在的剩余时间为准。")
            self.banner.say("info", _("剩余时间有变化"), words)

    def _on_answer_saved(self) -> None:
        if self.banner.isVisible() and self.banner.tone == "bad" and not self.keeper.waiting:
            self.banner.clear()
        self._show_states()

    def _on_save_failed(self, error: Exception) -> None:
        self.banner.show_error(error)
        self._show_states()

    def _on_answer_came_late(self) -> None:
        words = _("这个答案在时间到以后才收到，已另外保存，是否计分由组织者决定。")
        self.banner.say("warn", _("时间已到"), words)

    def _on_submitted(self, outcome: Outcome) -> None:
        self._is_over = True
        self._ticks.stop()
        self.finished.emit(outcome)

    def _on_submit_failed(self, error: Exception) -> None:
        self.banner.show_error(error)
        self._lock(False)

    def take_key(self, key: int) -> bool:
        """Arrows, page keys and Enter turn the page; letters and digits answer."""
        turns = {
            Qt.Key.Key_Left: self._on_previous_clicked,
            Qt.Key.Key_PageUp: self._on_previous_clicked,
            Qt.Key.Key_Right: self._on_next_clicked,
            Qt.Key.Key_PageDown: self._on_next_clicked,
            Qt.Key.Key_Return: self._on_next_clicked,
            Qt.Key.Key_Enter: self._on_next_clicked,
        }
        turn = turns.get(Qt.Key(key))
        if turn is not None:
            turn()
            return True
        return self.question.press(key)
