"""One question to answer: kind and points as a quiet line, the stem large, its pictures, options or fields to fill."""

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QLineEdit, QPlainTextEdit, QVBoxLayout, QWidget

from quizapp.core.desk import SheetQuestion
from quizapp.core.grading import Response
from quizapp.core.points import points_text
from quizapp.core.questions import Kind
from quizapp.gui.picture_source import PictureSource
from quizapp.gui.theme import SPACE, Theme
from quizapp.gui.widgets.field import Field
from quizapp.gui.widgets.option_list import OptionList
from quizapp.gui.widgets.picture_row import PictureRow, of_options, of_stem, pictures_at
from quizapp.gui.widgets.text import Text
from quizapp.i18n import _

_TYPING_PAUSE_MS = 500
_TRUE, _FALSE = 0, 1


class QuestionView(QWidget):
    """`response_changed` carries the response each time the user changes it; typed text after a short pause."""

    response_changed = Signal(object)

    def __init__(self, theme: Theme, source: PictureSource | None = None, *, parent: QWidget | None = None) -> None:
        """`source` gives the pictures by (position, place)."""
        super().__init__(parent)
        self._theme = theme
        self._source = source
        self._question: SheetQuestion | None = None
        self.facts = Text("", "muted")
        self.stem = Text("", "stem")
        self.pictures = PictureRow(theme)
        self.options = OptionList(theme)
        self.options.choice_changed.connect(self._on_choice_changed)
        self.fields: list[QLineEdit] = []
        self.essay: QPlainTextEdit | None = None
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(_TYPING_PAUSE_MS)
        self._pause.timeout.connect(self._emit_typed)
        self._written = QVBoxLayout()
        self._written.setSpacing(SPACE.snug)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(SPACE.snug)
        column.addWidget(self.facts)
        column.addWidget(self.stem)
        column.addWidget(self.pictures)
        column.addSpacing(SPACE.tight)
        column.addWidget(self.options)
        column.addLayout(self._written)
        column.addStretch(1)

    def show_question(self, question: SheetQuestion, count: int, response: Response) -> None:
        """Show another question of `count`, with what was answered so far."""
        self.flush()
        self._question = question
        words = _("第 {number} 题，共 {count} 题 · {kind} · {points} 分")
        if not question.points:  # where nothing counts
            words = _("第 {number} 题，共 {count} 题 · {kind}")
        self.facts.setText(
            words.format(
                number=question.position + 1, count=count, kind=question.kind.label, points=points_text(question.points)
            )
        )
        stem = question.stem
        if question.kind is Kind.MULTIPLE:
            stem = _("{stem}（多选题，至少选两项）").format(stem=stem)
        self.stem.setText(stem)
        self._show_options(question, response)
        self._show_written(question, response)
        self.focus_answer()

    def focus_answer(self) -> None:
        """Put the keyboard where the answer goes."""
        if self.fields:
            self.fields[0].setFocus()
        elif self.essay is not None:
            self.essay.setFocus()
        elif self.options.cards:
            chosen = self.options.chosen
            self.options.cards[chosen[0] if chosen else 0].setFocus()

    def flush(self) -> None:
        """Give out what was typed in the last moment without waiting for the pause."""
        if self._pause.isActive():
            self._pause.stop()
            self._emit_typed()

    def set_locked(self, locked: bool) -> None:
        """Whether the answer can no longer be changed."""
        self.options.set_locked(locked)
        for field in self.fields:
            field.setReadOnly(locked)
        if self.essay is not None:
            self.essay.setReadOnly(locked)

    def press(self, key: int) -> bool:
        """Choose an option by key; False where it means none."""
        return self.options.isVisibleTo(self) and self.options.press(key)

    def _show_options(self, question: SheetQuestion, response: Response) -> None:
        placed = pictures_at(question.position, question.pictures, self._source)
        self.pictures.show_pictures(of_stem(placed))
        if question.kind is Kind.TRUE_FALSE:
            chosen = () if response is None else (_TRUE if response else _FALSE,)
            self.options.set_options((_("正确"), _("错误")), multiple=False, letters="√×", chosen=chosen)
        elif question.kind.has_options:
            chosen = tuple(int(one) for one in response) if isinstance(response, tuple) else ()
            is_multiple, pictures = question.kind is Kind.MULTIPLE, of_options(placed)
            self.options.set_options(
                question.options, multiple=is_multiple, chosen=chosen, pictures=pictures, is_wide=True
            )
        else:
            self.options.set_options((), multiple=False)
        self.options.setVisible(bool(self.options.cards))

    def _show_written(self, question: SheetQuestion, response: Response) -> None:
        while self._written.count():
            self._written.takeAt(0).widget().deleteLater()
        self.fields, self.essay = [], None
        if question.kind is Kind.FILL_BLANK:
            texts = response if isinstance(response, tuple) else ()
            for number in range(question.blanks):
                self._add_blank(number, str(texts[number]) if number < len(texts) else "")
        elif question.kind is Kind.SHORT_ANSWER:
            self.essay = QPlainTextEdit(response if isinstance(response, str) else "")
            self.essay.setTabChangesFocus(True)
            self.essay.textChanged.connect(self._on_typed)
            self._written.addWidget(Field(_("您的回答"), self.essay))

    def _add_blank(self, number: int, text: str) -> None:
        field = QLineEdit(text)
        field.textEdited.connect(self._on_typed)
        field.editingFinished.connect(self.flush)
        self.fields.append(field)
        self._written.addWidget(Field(_("第 {number} 空").format(number=number + 1), field))

    def _on_typed(self) -> None:
        self._pause.start()

    def _emit_typed(self) -> None:
        if self.essay is not None:
            self.response_changed.emit(self.essay.toPlainText())
        elif self.fields:
            self.response_changed.emit(tuple(field.text() for field in self.fields))

    def _on_choice_changed(self, chosen: tuple[int, ...]) -> None:
        if self._question is not None and self._question.kind is Kind.TRUE_FALSE:
            self.response_changed.emit(chosen == (_TRUE,))
        else:
            self.response_changed.emit(chosen or None)
