"""All that is kept about a person, to be changed; also a new person with more than a name."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QCheckBox, QGridLayout, QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from quizapp.core.people import EXTRA_MINUTES_MOST, PHONE_DIGITS, Actor, Department, Person
from quizapp.gui.doors import Doors
from quizapp.gui.theme import SPACE
from quizapp.gui.widgets.card import Card
from quizapp.gui.widgets.category_choice import CategoryChoice
from quizapp.gui.widgets.choice import Choice
from quizapp.gui.widgets.field import Field
from quizapp.gui.widgets.number_field import NumberField
from quizapp.gui.widgets.page_frame import PageFrame
from quizapp.gui.widgets.scroller import Scroller
from quizapp.gui.widgets.text import Text
from quizapp.i18n import _
from quizapp.services.people import People, PersonDraft


@dataclass(frozen=True, slots=True)
class PersonChoices:
    """What can be chosen for a person: departments that are not closed, categories in use."""

    departments: Sequence[Department]
    categories: Sequence[str]


def draft_of(person: Person) -> PersonDraft:
    """A person as a draft."""
    return PersonDraft(
        name=person.name,
        department_id=person.department.id,
        number=person.number,
        category=person.category,
        position=person.position,
        phone=person.phone,
        remark=person.remark,
        takes_tests=person.takes_tests,
        counts=person.counts,
        is_ranked=person.is_ranked,
        extra_minutes=person.extra_minutes,
    )


class PersonEditorPage(PageFrame):
    """Edits `person`, or makes a new one (None) from `draft`. `saved` carries the person as it is then."""

    saved = Signal(object)
    went_back = Signal()

    def __init__(
        self,
        doors: Doors,
        people: People,
        actor: Actor,
        *,
        person: Person | None,
        draft: PersonDraft,
        choices: PersonChoices,
    ) -> None:
        super().__init__(doors.theme, _("修改人员") if person else _("新增人员"))
        self._doors = doors
        self._people = people
        self._actor = actor
        self._person = person
        self._before = draft
        self._build(choices)
        self._show(draft)
        self._before = self.draft
        self._connect()

    def enter(self) -> None:
        self.name.setFocus(Qt.FocusReason.OtherFocusReason)

    def leave(self) -> bool:
        if self.draft == self._before:
            return True
        text = _("{name}的修改还没有保存。").format(name=self.draft.name or _("这个人"))
        wanted = self._doors.dialogs.ask_save(self, title=_("保存修改？"), text=text)
        if wanted:
            self._save()
            return False  # the page is left when it is saved, or stays to say why it could not be
        return wanted is False

    @property
    def draft(self) -> PersonDraft:
        """What is entered now."""
        return PersonDraft(
            name=self.name.text().strip(),
            department_id=self.department.chosen,
            number=self.number.text().strip(),
            category=self.category.category,
            position=self.position.text().strip(),
            phone=self.phone.text().strip(),
            remark=self.remark.text().strip(),
            takes_tests=self.takes_tests.isChecked(),
            counts=self.counts.isChecked(),
            is_ranked=self.is_ranked.isChecked(),
            extra_minutes=self.extra_minutes.value(),
        )

    def _build(self, choices: PersonChoices) -> None:
        self.back_button = self.add_action(_("返回"), icon="arrow-left")
        self.save_button = self.add_action(_("保存"), icon="check", kind="primary")
        scroller = Scroller()
        scroller.body.addWidget(self._build_facts(choices))
        scroller.body.addWidget(self._build_switches())
        scroller.body.addStretch(1)
        self.content.addWidget(scroller, 1)

    def _build_facts(self, choices: PersonChoices) -> QWidget:
        self.name, self.number, self.position = QLineEdit(), QLineEdit(), QLineEdit()
        self.phone, self.remark = QLineEdit(), QLineEdit()
        self.department = Choice([(one.full_name, one.id) for one in choices.departments])
        self.category = CategoryChoice(choices.categories)
        self.extra_minutes = NumberField(most=EXTRA_MINUTES_MOST, unit=_("分钟"))
        self.name_field = Field(_("姓名"), self.name, required=True)
        number_hint = _("工号或其他编号，留空则自动编号。不要填身份证号。")
        phone_hint = _("选用“电话后 {count} 位”登录时才需要。").format(count=PHONE_DIGITS)
        remark_hint = _("同一科室有同名的人时，用备注区分，例如“女”“新入职”。")
        card = Card(_("基本资料"))
        grid = QGridLayout()
        grid.setHorizontalSpacing(SPACE.wide)
        grid.setVerticalSpacing(SPACE.snug)
        fields = (
            (self.name_field, Field(_("科室（单位）"), self.department)),
            (Field(_("编号"), self.number, hint=number_hint), Field(_("类别"), self.category)),
            (Field(_("职务"), self.position), Field(_("电话"), self.phone, hint=phone_hint)),
        )
        for row, pair in enumerate(fields):
            for column, field in enumerate(pair):
                grid.addWidget(field, row, column)
        extra_hint = _("每次考试多给的时间（年龄、身体等原因）；已发布的考试在“测试”页改。")
        grid.addWidget(Field(_("备注"), self.remark, hint=remark_hint), len(fields), 0)
        grid.addWidget(Field(_("延时"), self.extra_minutes, hint=extra_hint), len(fields), 1)
        grid.setColumnStretch(0, 1)
        grid.setColumnStretch(1, 1)
        card.body.addLayout(grid)
        return card

    def _build_switches(self) -> QWidget:
        self.takes_tests, self.counts, self.is_ranked = QCheckBox(), QCheckBox(), QCheckBox()
        card = Card(_("测试和统计"))
        row = QHBoxLayout()
        row.setSpacing(SPACE.wide)
        for box, label, hint in (
            (self.takes_tests, _("参加测试"), _("列入以后发布的考试的应考名单；已经发布的不受影响。")),
            (self.counts, _("计入统计"), _("成绩算进科室和全局的平均分、合格率。")),
            (self.is_ranked, _("参与排名"), _("在名次里出现。局领导一般参加测试、不参与排名。")),
        ):
            box.setText(label)
            box.setAccessibleDescription(hint)
            both = QVBoxLayout()
            both.setSpacing(0)
            both.addWidget(box)
            both.addWidget(Text(hint, "small"))
            both.addStretch(1)
            row.addLayout(both, 1)
        card.body.addLayout(row)
        return card

    def _connect(self) -> None:
        self.back_button.clicked.connect(self._on_back_clicked)
        self.save_button.clicked.connect(self._save)
        for field in (self.name, self.number, self.position, self.phone, self.remark):
            field.returnPressed.connect(self._save)

    def _show(self, draft: PersonDraft) -> None:
        self.name.setText(draft.name)
        self.number.setText(draft.number)
        self.position.setText(draft.position)
        self.phone.setText(draft.phone)
        self.remark.setText(draft.remark)
        self.department.choose(draft.department_id)
        self.category.set_category(draft.category)
        self.takes_tests.setChecked(draft.takes_tests)
        self.counts.setChecked(draft.counts)
        self.is_ranked.setChecked(draft.is_ranked)
        self.extra_minutes.setValue(draft.extra_minutes)

    def _save(self) -> None:
        draft = self.draft
        self.name_field.set_error("" if draft.name else _("请填写姓名。"))
        if not draft.name:
            self.name.setFocus(Qt.FocusReason.OtherFocusReason)
            return
        self.save_button.setEnabled(False)
        if self._person is None:
            save = partial(self._people.add_person, self._actor, draft)
        else:
            save = partial(self._people.change_person, self._actor, self._person.id, draft)
        self._doors.tasks.run(save, on_done=self._on_saved, on_failed=self._on_save_failed)

    def _on_saved(self, person: Person) -> None:
        self._before = self.draft
        self.saved.emit(person)

    def _on_save_failed(self, error: Exception) -> None:
        self.save_button.setEnabled(True)
        self.banner.show_error(error)

    def _on_back_clicked(self) -> None:
        if self.leave():
            self.went_back.emit()
