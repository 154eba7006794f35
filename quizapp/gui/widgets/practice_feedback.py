"""What is said at once after an answer while practising: right or wrong, the key, why, and by which rule."""

from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from quizapp.core.practice import RIGHT_TO_LEAVE
from quizapp.core.practice_desk import PracticeAnswer, PracticeQuestion
from quizapp.core.questions import Kind, letter
from quizapp.gui.theme import SPACE, Theme
from quizapp.gui.widgets.text import Text
from quizapp.i18n import _

_ICONS = {"good": "check-circle", "bad": "x-circle"}


class PracticeFeedback(QFrame):
    """Hidden until `show_answer`."""

    def __init__(self, theme: Theme, *, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._tone = "good"
        self.setProperty("surface", "card")
        self._mark = QLabel()
        self.verdict = Text("", "title", wraps=False)
        self.key = Text("", "label")
        self.book = Text("", "muted")
        self.explanation = Text("")
        self.source = Text("", "muted")
        self._build()
        theme.changed.connect(self._refresh)
        self.hide()

    @property
    def tone(self) -> str:
        """good or bad."""
        return self._tone

    def show_answer(self, question: PracticeQuestion, answer: PracticeAnswer) -> None:
        """Say what came of an answer to a question."""
        self._tone = "good" if answer.is_right else "bad"
        self.verdict.setText(_("答对了") if answer.is_right else _("答错了"))
        self._say(self.key, key_words(question, answer))
        self._say(self.book, book_words(answer))
        self._say(self.explanation, _("解析：{text}").format(text=answer.explanation) if answer.explanation else "")
        self._say(self.source, _("依据：{text}").format(text=answer.source) if answer.source else "")
        self._refresh()
        self.show()

    def _say(self, text: Text, words: str) -> None:
        text.setText(words)
        text.setVisible(bool(words))

    def _build(self) -> None:
        head = QHBoxLayout()
        head.setSpacing(SPACE.tight)
        head.addWidget(self._mark)
        head.addWidget(self.verdict)
        head.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(SPACE.wide, SPACE.normal, SPACE.wide, SPACE.normal)
        column.setSpacing(SPACE.tight)
        column.addLayout(head)
        for text in (self.key, self.explanation, self.source, self.book):
            column.addWidget(text)

    def _refresh(self) -> None:
        side = round(self._theme.sizes.body * 2)
        self._mark.setPixmap(self._theme.icon(_ICONS[self._tone], self._tone).pixmap(side, side))
        self.verdict.set_tone(self._tone)
        self.setAccessibleName(self.verdict.text())


def key_words(question: PracticeQuestion, answer: PracticeAnswer) -> str:
    """The key in words, by the letters on the screen."""
    if answer.key_texts:
        return _("正确答案：{key}").format(key=_("；").join(answer.key_texts))
    if question.kind is Kind.TRUE_FALSE:
        return _("正确答案：{key}").format(key=_("正确") if answer.key else _("错误"))
    numbers = answer.key if isinstance(answer.key, tuple) else ()
    return _("正确答案：{key}").format(key="".join(letter(int(number)) for number in numbers))


def book_words(answer: PracticeAnswer) -> str:
    """What became of the mistakes book."""
    if answer.was_mistake and not answer.mistakes_left:
        return _("连续答对两次，这道题已移出错题本。")
    if answer.mistakes_left == RIGHT_TO_LEAVE:
        return _("这道题在错题本里，连续答对两次就移出。") if answer.was_mistake else _("这道题已放进错题本。")
    return _("再答对一次，这道题就移出错题本。") if answer.mistakes_left else ""
