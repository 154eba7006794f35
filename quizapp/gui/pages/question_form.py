"""The fields of one question: what is asked, what is right, where it belongs; faults stand beside them in words."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QFontMetrics
from PySide6.QtWidgets import (
    QButtonGroup,
    QCheckBox,
    QHBoxLayout,
    QLineEdit,
    QPlainTextEdit,
    QRadioButton,
    QVBoxLayout,
    QWidget,
)

from quizapp.core.pictures import Picture, in_order
from quizapp.core.questions import Difficulty, Fault, Key, Kind, Option, Question, blank_count, faults
from quizapp.gui.picture_source import PictureSource
from quizapp.gui.theme import SPACE, Theme
from quizapp.gui.widgets.blanks_editor import BlanksEditor
from quizapp.gui.widgets.choice import Choice
from quizapp.gui.widgets.date_field import DateField
from quizapp.gui.widgets.field import Field
from quizapp.gui.widgets.options_editor import OptionsEditor
from quizapp.gui.widgets.pictures_editor import PicturesEditor
from quizapp.i18n import _

_STEM, _OPTIONS, _KEY = "stem", "options", "key"  # what core.questions.Fault calls the fields


class QuestionForm(QWidget):
    """`question` as it stands; `changed` after each edit. A fault is said where the user has been, or wants to save.

    `picture_wanted` carries the number of the option that is to get a picture, -1 for the stem.
    """

    changed = Signal()
    picture_wanted = Signal(int)

    def __init__(
        self, theme: Theme, today: date, source: PictureSource | None = None, *, parent: QWidget | None = None
    ) -> None:
        """`today` is what the date of a review begins with; `source` gives pictures by their digest."""
        super().__init__(parent)
        self._theme, self._source = theme, source
        self._today = today
        self._touched: set[str] = set()
        self._is_showing = False
        self._make_controls()
        self._build()
        self._connect()
        self._show_kind()
        self._fit()

    @property
    def question(self) -> Question:
        """The question as typed, valid or not."""
        kind = self.kind.chosen
        options = self._options() if kind.has_options else ()
        return Question(
            kind=kind,
            stem=self.stem.toPlainText(),
            key=self._key(),
            options=options,
            explanation=self.explanation.toPlainText(),
            category=self.category.currentText().strip(),
            knowledge_point=self.knowledge_point.text(),
            difficulty=self.difficulty.chosen,
            source=self.source.text(),
            reviewed_on=self.reviewed_on.day if self.is_reviewed.isChecked() else None,
            pictures=self._pictures(len(options)),
            any_order=kind is Kind.FILL_BLANK and self.blanks.any_order,
        )

    @property
    def faults(self) -> list[Fault]:
        """All that is wrong or doubtful, said or not."""
        return faults(self.question)

    def set_categories(self, categories: Sequence[str]) -> None:
        """Offer the categories in use; what is typed stays."""
        typed = self.category.currentText()
        self.category.set_entries([(one, one) for one in categories])
        self.category.setCurrentIndex(-1)
        self.category.setEditText(typed)

    def show_question(self, question: Question, *, is_new: bool) -> None:
        """Show another question; of a new one nothing is said to be missing yet."""
        self._is_showing = True
        self.kind.choose(question.kind)
        self.stem.setPlainText(question.stem)
        self.stem_pictures.show_pictures([one.digest for one in question.pictures if one.option is None])
        self._show_key(question)
        self.explanation.setPlainText(question.explanation)
        self.category.setEditText(question.category)
        self.knowledge_point.setText(question.knowledge_point)
        self.difficulty.choose(question.difficulty)
        self.source.setText(question.source)
        self.is_reviewed.setChecked(question.reviewed_on is not None)
        self.reviewed_on.set_day(question.reviewed_on or self._today)
        self._is_showing = False
        self._touched = set() if is_new else {_STEM, _OPTIONS, _KEY}
        self._show_kind()
        self._show_faults()

    def add_picture(self, option: int, digest: str) -> None:
        """Add a picture to the stem (-1), or give it to an option."""
        if option < 0:
            self.stem_pictures.show_pictures([*self.stem_pictures.digests, digest])
        elif option < len(self.options.rows):
            self.options.set_picture(option, digest)
        self._on_options_changed()

    def begin_next(self) -> None:
        """Empty the form for another question of the same kind and place."""
        same = self.question
        self.show_question(replace(_empty(same.kind), category=same.category, source=same.source), is_new=True)
        self.focus_first()

    def focus_first(self) -> None:
        """Put the keyboard where a question begins."""
        self.stem.setFocus(Qt.FocusReason.OtherFocusReason)

    def check(self) -> bool:
        """Say all that is wrong; False where the question cannot be kept. The keyboard goes to the first fault."""
        self._touched = {_STEM, _OPTIONS, _KEY}
        self._show_faults()
        wrong = [fault.field for fault in self.faults if fault.is_error]
        if wrong:
            self._control(wrong[0]).setFocus(Qt.FocusReason.OtherFocusReason)
        return not wrong

    def _make_controls(self) -> None:
        self.kind = Choice([(kind.label, kind) for kind in Kind])
        self.stem, self.explanation, self.essay = QPlainTextEdit(), QPlainTextEdit(), QPlainTextEdit()
        for edit in (self.stem, self.explanation, self.essay):
            edit.setTabChangesFocus(True)
        self.stem_pictures = PicturesEditor(self._theme, self._source)
        self.options = OptionsEditor(self._theme, self._source)
        self.blanks = BlanksEditor(self._theme)
        self.is_true, self.is_false = QRadioButton(_("正确")), QRadioButton(_("错误"))
        self._truth = QButtonGroup(self)
        for button in (self.is_true, self.is_false):
            self._truth.addButton(button)
        self.category = Choice()
        self.category.setEditable(True)
        self.category.setInsertPolicy(Choice.InsertPolicy.NoInsert)
        self.category.lineEdit().setPlaceholderText(_("选择或填写"))
        self.knowledge_point, self.source = QLineEdit(), QLineEdit()
        levels = (Difficulty.EASY, Difficulty.MEDIUM, Difficulty.HARD)
        self.difficulty = Choice([(_("未定"), Difficulty.UNRATED), *((level.label, level) for level in levels)])
        self.is_reviewed = QCheckBox(_("已复核"))
        self.reviewed_on = DateField(self._theme, self._today)
        self.reviewed_on.setAccessibleName(_("复核日期"))

    def _build(self) -> None:
        self.stem_field = Field(_("题干"), self.stem, required=True)
        several = _("同一空有几种写法时，每行写一种。")
        self.key_fields = {
            Kind.SINGLE: Field(_("选项与答案"), self.options, required=True),
            Kind.TRUE_FALSE: Field(_("答案"), self._truth_row(), required=True),
            Kind.FILL_BLANK: Field(_("各空的答案"), self.blanks, required=True, hint=several),
            Kind.SHORT_ANSWER: Field(_("参考答案"), self.essay, required=True, hint=_("供人工评分时参考。")),
        }
        self.key_fields[Kind.MULTIPLE] = self.key_fields[Kind.SINGLE]
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(SPACE.normal)
        column.addLayout(_row((Field(_("题型"), self.kind), 1), (Field(_("难度"), self.difficulty), 1)))
        column.addWidget(self.stem_field)
        column.addWidget(self.stem_pictures)
        for field in dict.fromkeys(self.key_fields.values()):
            column.addWidget(field)
        column.addWidget(Field(_("解析"), self.explanation, hint=_("考试结束后给人看：为什么是这个答案。")))
        places = (Field(_("分类"), self.category), 1), (Field(_("知识点"), self.knowledge_point), 1)
        column.addLayout(_row(*places))
        source = Field(_("依据"), self.source, hint=_("出自哪份规定或标准。"))
        column.addLayout(_row((source, 1), (Field(_("复核日期"), self._review_row()), 1)))

    def _truth_row(self) -> QWidget:
        return _box(self.is_true, self.is_false)

    def _review_row(self) -> QWidget:
        row = _box(self.is_reviewed)
        row.layout().insertWidget(1, self.reviewed_on, 1)
        return row

    def _connect(self) -> None:
        self.kind.value_changed.connect(self._on_kind_changed)
        self.stem.textChanged.connect(self._on_stem_changed)
        self.options.changed.connect(self._on_options_changed)
        self.options.picture_wanted.connect(self.picture_wanted)
        self.stem_pictures.picture_wanted.connect(lambda: self.picture_wanted.emit(-1))
        self.stem_pictures.changed.connect(self._on_changed)
        for signal in (self.blanks.changed, self.essay.textChanged, self._truth.buttonClicked):
            signal.connect(self._on_key_changed)
        for edit in (self.knowledge_point, self.source):
            edit.textEdited.connect(self._on_changed)
        self.explanation.textChanged.connect(self._on_changed)
        self.category.editTextChanged.connect(self._on_changed)
        self.difficulty.value_changed.connect(self._on_changed)
        self.reviewed_on.dateChanged.connect(self._on_changed)
        self.is_reviewed.toggled.connect(self._on_changed)
        self._theme.changed.connect(self._fit)

    def _options(self) -> tuple[Option, ...]:
        """The options; empty lines at the end are none, unless one is ticked or has a picture."""
        texts, pictures = self.options.texts, self.options.pictures
        written = [at for at, text in enumerate(texts) if text.strip() or pictures[at]]
        count = 1 + max([*written, *self.options.key], default=-1)
        return tuple(Option(text) for text in texts[:count])

    def _pictures(self, options: int) -> tuple[Picture, ...]:
        stem = (Picture(digest) for digest in self.stem_pictures.digests)
        shown = (Picture(digest, at) for at, digest in enumerate(self.options.pictures[:options]) if digest)
        return in_order([*stem, *shown])

    def _key(self) -> Key:
        kind = self.kind.chosen
        if kind.has_options:
            return self.options.key
        if kind is Kind.TRUE_FALSE:
            return self.is_true.isChecked() if self._truth.checkedButton() else ""
        return self.blanks.blanks if kind is Kind.FILL_BLANK else self.essay.toPlainText()

    def _show_key(self, question: Question) -> None:
        key, kind = question.key, question.kind
        self.options.set_multiple(kind is Kind.MULTIPLE)
        texts = [option.text for option in question.options]
        right = key if kind.has_options and isinstance(key, tuple) else ()
        pictures = {one.option: one.digest for one in question.pictures if one.option is not None}
        self.options.show_options(texts or [""] * 4, right, pictures)
        self._truth.setExclusive(False)  # else the one that is checked cannot be unchecked
        self.is_true.setChecked(key is True)
        self.is_false.setChecked(key is False)
        self._truth.setExclusive(True)
        self.blanks.show_blanks(key if kind is Kind.FILL_BLANK and isinstance(key, tuple) else ())
        self.blanks.order_tick.setChecked(question.any_order)
        self.essay.setPlainText(key if isinstance(key, str) else "")

    def _show_kind(self) -> None:
        wanted = self.key_fields[self.kind.chosen]
        for field in self.key_fields.values():
            field.setVisible(field is wanted)
        self.options.set_multiple(self.kind.chosen is Kind.MULTIPLE)
        is_blank = self.kind.chosen is Kind.FILL_BLANK
        self.stem.setPlaceholderText(_("每处空格写成四个下划线 ____") if is_blank else "")
        if is_blank:
            self.blanks.make_room(blank_count(self.stem.toPlainText()))
        self.reviewed_on.setEnabled(self.is_reviewed.isChecked())

    def _show_faults(self) -> None:
        found = [fault for fault in self.faults if fault.field in self._touched]
        self._say(self.stem_field, [fault for fault in found if fault.field == _STEM])
        self._say(self.key_fields[self.kind.chosen], [fault for fault in found if fault.field != _STEM])

    def _say(self, field: Field, found: Sequence[Fault]) -> None:
        tone = "bad" if any(fault.is_error for fault in found) else "warn"
        field.set_error("\n".join(fault.message for fault in found), tone=tone)

    def _control(self, name: str) -> QWidget:
        kind = self.kind.chosen
        if name == _STEM:
            return self.stem
        if kind.has_options:
            empty = (row.text for row in self.options.rows if not row.text.text().strip() and not row.digest)
            return self.options.rows[0].tick if name == _KEY else next(empty, self.options.rows[0].text)
        if kind is Kind.FILL_BLANK:
            return next((row.edit for row in self.blanks.rows if not row.texts), self.blanks.rows[0].edit)
        return self.is_true if kind is Kind.TRUE_FALSE else self.essay

    def _fit(self) -> None:
        line = QFontMetrics(self._theme.font("body")).lineSpacing()
        for edit, lines in ((self.stem, 3), (self.explanation, 2), (self.essay, 4)):
            edit.setFixedHeight(lines * line + 2 * SPACE.normal)

    def _on_kind_changed(self) -> None:
        self._touched -= {_OPTIONS, _KEY}
        self._show_kind()
        self._on_changed()

    def _on_stem_changed(self) -> None:
        self._touched.add(_STEM)
        if self.kind.chosen is Kind.FILL_BLANK and not self._is_showing:
            self.blanks.make_room(blank_count(self.stem.toPlainText()))
        self._on_changed()

    def _on_options_changed(self) -> None:
        """Whoever has ticked the key has written the options: from now on faults are said."""
        if self.options.key:
            self._touched |= {_OPTIONS, _KEY}
        self._on_changed()

    def _on_key_changed(self) -> None:
        self._touched.add(_KEY)
        self._on_changed()

    def _on_changed(self) -> None:
        if self._is_showing:
            return
        self.reviewed_on.setEnabled(self.is_reviewed.isChecked())
        self._show_faults()
        self.changed.emit()


def _empty(kind: Kind) -> Question:
    return Question(kind, "", () if kind.has_options else "")


def _row(*parts: tuple[QWidget, int]) -> QHBoxLayout:
    row = QHBoxLayout()
    row.setSpacing(SPACE.normal)
    for part, share in parts:
        row.addWidget(part, share)
    return row


def _box(*parts: QWidget) -> QWidget:
    box = QWidget()
    row = QHBoxLayout(box)
    row.setContentsMargins(0, 0, 0, 0)
    row.setSpacing(SPACE.wide)
    for part in parts:
        row.addWidget(part)
    row.addStretch(0)
    return box
