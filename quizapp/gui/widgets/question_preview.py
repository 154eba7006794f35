"""A question as the examinee will see it, with the right answer marked for the one who wrote it."""

from collections.abc import Mapping

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget

from quizapp.core.question_facts import key_text
from quizapp.core.questions import MAX_OPTIONS, Kind, Question, letter
from quizapp.gui.picture_source import PictureSource, ShownPicture
from quizapp.gui.theme import SPACE, Theme
from quizapp.gui.widgets.option_list import OptionList
from quizapp.gui.widgets.picture_row import PictureRow, of_options, of_stem, pictures_of
from quizapp.gui.widgets.text import Text
from quizapp.i18n import _


class QuestionPreview(QWidget):
    """Only to be looked at: it takes neither keys nor the mouse, but to show a picture large."""

    def __init__(self, theme: Theme, *, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._stem = Text("", "title")
        self._pictures = PictureRow(theme)
        self._options = OptionList(theme)
        self._key = Text("", "body", tone="good")
        self._rest = Text("", "muted")
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(SPACE.snug)
        for part in (self._stem, self._pictures, self._options, self._key, self._rest):
            column.addWidget(part)

    def show_question(self, question: Question, source: PictureSource | None = None) -> None:
        """Show another question, which need not be complete yet; `source` gives its pictures by digest."""
        placed = pictures_of(question, source)
        self._pictures.show_pictures(of_stem(placed))
        stem = question.stem.strip() or _("（题干还空着）")
        if question.kind is Kind.MULTIPLE:
            stem = _("{stem}（多选题，至少选两项）").format(stem=stem)
        self._stem.setText(stem)
        self._show_options(question, of_options(placed))
        is_written = question.kind in (Kind.FILL_BLANK, Kind.SHORT_ANSWER)
        self._key.setText(_("答案：{text}").format(text=key_text(question) or _("（空）")) if is_written else "")
        self._key.setVisible(is_written)
        rest = {_("解析：{text}"): question.explanation, _("依据：{text}"): question.source}
        self._rest.setText("\n".join(words.format(text=text.strip()) for words, text in rest.items() if text.strip()))
        self._rest.setVisible(bool(self._rest.text()))

    def _show_options(self, question: Question, pictures: Mapping[int, ShownPicture]) -> None:
        if question.kind is Kind.TRUE_FALSE:
            texts, letters = [_("正确"), _("错误")], "√×"
            right = (0 if question.key else 1,) if isinstance(question.key, bool) else ()
        else:
            options = question.options if question.kind.has_options else ()
            texts = [option.text or ("" if at in pictures else _("（空）")) for at, option in enumerate(options)]
            letters = "".join(letter(index) for index in range(MAX_OPTIONS))
            right = question.key if isinstance(question.key, tuple) else ()
        self._options.set_options(texts, multiple=question.kind is Kind.MULTIPLE, letters=letters, pictures=pictures)
        for at, card in enumerate(self._options.cards):
            card.setFocusPolicy(Qt.FocusPolicy.NoFocus)
            card.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
            if at in right:
                card.set_verdict("right", _("答案"))
        self._options.setVisible(bool(texts))
