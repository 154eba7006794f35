"""One attempt with all that explains its score; voided or given to another person here, always with a reason."""

from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from quizapp.core.attempts import AttemptState
from quizapp.core.people import Actor, Person
from quizapp.core.points import points_text
from quizapp.gui.doors import Doors
from quizapp.gui.pages.person_choice import PersonBox
from quizapp.gui.pages.review import review_card
from quizapp.gui.picture_source import PictureSource
from quizapp.gui.widgets.card import Card
from quizapp.gui.widgets.leaving_line import LeavingLine, Span
from quizapp.gui.widgets.page_frame import PageFrame
from quizapp.gui.widgets.scroller import Scroller
from quizapp.gui.widgets.time_line import TimeLine
from quizapp.i18n import N_, _
from quizapp.services.attempts import AttemptRecord
from quizapp.services.bundle import Services

_VOID_REASONS = (N_("代考"), N_("用错电脑"), N_("设备故障"), N_("误点开始"))
_MOVE_REASONS = (N_("登录时选错了姓名"), N_("同名人员选错"))


class AttemptRecordPage(PageFrame):
    """`went_back` returns to the results, or to what `back` says.

    `print_wanted`, where it is offered, carries the attempt to be printed.
    """

    went_back = Signal()
    print_wanted = Signal(int)

    def __init__(
        self,
        doors: Doors,
        services: Services,
        actor: Actor,
        attempt_id: int,
        *,
        back: str = "",
        can_print: bool = False,
    ) -> None:
        super().__init__(doors.theme, _("答卷"))
        self._doors, self._services, self._actor = doors, services, actor
        self._attempt_id = attempt_id
        self._record: AttemptRecord | None = None
        load = services.attempts.picture
        self._pictures = PictureSource(doors.tasks, lambda key: load(attempt_id, *key), self)
        self.back_button = self.add_action(back or _("返回成绩"), icon="arrow-left")
        self.print_button = self.add_action(_("打印答卷"), icon="printer")
        self.print_button.setVisible(can_print)
        self.print_button.clicked.connect(lambda: self.print_wanted.emit(attempt_id))
        self.move_button = self.add_action(_("移到他人名下"), icon="arrows-left-right")
        self.void_button = self.add_action(_("作废"), icon="prohibit", kind="danger")
        self._scroller = Scroller()
        self.content.addWidget(self._scroller, 1)
        self.back_button.clicked.connect(self.went_back)
        self.void_button.clicked.connect(self._on_void_clicked)
        self.move_button.clicked.connect(self._on_move_clicked)

    def enter(self) -> None:
        look_up = partial(self._services.attempts.record, self._attempt_id)
        self._doors.tasks.look_up(look_up, on_done=self._on_record_loaded, on_failed=self.banner.show_error)

    def _on_record_loaded(self, record: AttemptRecord) -> None:
        self._record = record
        summary = record.summary
        self.set_title(_("{name}的答卷").format(name=summary.name))
        self.set_state(_state(record))
        self.print_button.setEnabled(summary.ended_at is not None)
        is_void = summary.state is AttemptState.VOIDED
        self.void_button.setEnabled(not is_void)
        self.move_button.setEnabled(not is_void)
        body = self._scroller.body
        while body.count():
            widget = body.takeAt(0).widget()
            if widget is not None:
                widget.deleteLater()
        body.addWidget(self._events_card(record))
        if record.leavings:
            body.addWidget(self._leavings_card(record))
        for question in record.questions:
            body.addWidget(review_card(self._doors, question, self._pictures))

    def _events_card(self, record: AttemptRecord) -> QWidget:
        card = Card(_("作答经过"))
        card.body.addWidget(TimeLine([(event.at, event.words) for event in record.events]))
        return card

    def _leavings_card(self, record: AttemptRecord) -> QWidget:
        card, summary = Card(_("离开考试窗口")), record.summary
        span = Span(summary.started_at, summary.ended_at or record.leavings[-1].back_at)
        card.body.addWidget(LeavingLine(self._doors.theme, span, record.leavings))
        return card

    def _on_void_clicked(self) -> None:
        reason = self._doors.dialogs.ask_reason(
            self,
            title=_("作废这次作答？"),
            text=_("作废后不计成绩，本人可以重新参加。答卷和原因都会保留。"),
            action=_("作废"),
            suggestions=[_(one) for one in _VOID_REASONS],
        )
        if reason is not None:
            void = partial(self._services.attempts.void, self._actor, self._attempt_id, reason)
            self._doors.tasks.run(void, on_done=self._on_changed, on_failed=self.banner.show_error)

    def _on_move_clicked(self) -> None:
        self._doors.tasks.run(
            self._services.people.people, on_done=self._on_people_listed, on_failed=self.banner.show_error
        )

    def _on_people_listed(self, people: list[Person]) -> None:
        text = _("选择真正参加考试的人，答卷和成绩会移到他的名下。")
        box = PersonBox(self._doors, self, people, title=_("这份答卷是谁做的？"), text=text)
        if not self._doors.dialogs.run(box) or box.person is None:
            return
        person = box.person
        reason = self._doors.dialogs.ask_reason(
            self,
            title=_("移到{name}名下").format(name=person.name),
            text=_("请写明原因，它会记入日志。"),
            suggestions=[_(one) for one in _MOVE_REASONS],
        )
        if reason is not None:
            move = partial(self._services.attempts.move, self._actor, self._attempt_id, person.id, reason)
            self._doors.tasks.run(move, on_done=self._on_changed, on_failed=self.banner.show_error)

    def _on_changed(self, _result: object) -> None:
        self.banner.say("good", _("已处理，并记入日志。"))
        self.enter()


def _state(record: AttemptRecord) -> str:
    summary = record.summary
    if summary.state is AttemptState.VOIDED:
        return _("已作废，原因：{reason}").format(reason=summary.void_reason)
    if summary.unmarked:
        words = _("{department} · 第 {number} 次作答 · {count} 题待阅卷，还没有成绩")
        return words.format(department=summary.department, number=summary.number, count=summary.unmarked)
    if summary.score is None:
        return _("{department} · 正在作答").format(department=summary.department)
    words = _("{department} · 第 {number} 次作答 · 得 {score} 分")
    return words.format(department=summary.department, number=summary.number, score=points_text(summary.score))
