"""One row of a file of questions: what is wrong with it, what it would change, or the question as it will be asked."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from quizapp.core.problems import Problem, Severity
from quizapp.core.question_facts import changes
from quizapp.core.questions import Question
from quizapp.gui.models.preview_lines import PreviewLine
from quizapp.gui.pages.bank_columns import novelty_tone, novelty_word, problem_place
from quizapp.gui.picture_source import PictureSource
from quizapp.gui.theme import SPACE, Theme
from quizapp.gui.widgets.badge import Badge
from quizapp.gui.widgets.button import Button
from quizapp.gui.widgets.change_list import ChangeList
from quizapp.gui.widgets.question_preview import QuestionPreview
from quizapp.gui.widgets.row_actions import RowActions
from quizapp.gui.widgets.scroller import Scroller
from quizapp.gui.widgets.text import Text
from quizapp.i18n import _
from quizapp.services.banks import Novelty


class RowDetail(QFrame):
    """`row_wanted` carries the line that the button leads to; `pictures` gives those of the file, by digest."""

    row_wanted = Signal(object)

    def __init__(self, theme: Theme, *, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("surface", "card")
        self._line: PreviewLine | None = None
        self.pictures: PictureSource | None = None
        self._title = Text("", "title")
        self._badge = Badge(theme, "", "neutral")
        self._problems = QVBoxLayout()
        self._problems.setSpacing(SPACE.tight)
        self._remark = Text("", "muted")
        self._changes = ChangeList(theme, _("题库里"), _("导入后"))
        self._preview = QuestionPreview(theme)
        self._facts = Text("", "muted")
        self.row_button = Button(theme, _("看这一行"), kind="quiet", icon="arrow-right", compact=True)
        self.row_button.setToolTip(_("在题目表里看这一行"))
        self.row_button.clicked.connect(lambda: self.row_wanted.emit(self._line))
        self.actions = RowActions(theme)
        self._build()

    def show_line(self, line: PreviewLine, *, is_wanted: bool = False, is_in_review: bool = False) -> None:
        """Show a row, and what was chosen for it."""
        self._title.setText(_("第 {row} 行").format(row=line.row))
        self._show(line, line.problems)
        self.row_button.hide()
        self.actions.show_line(line, is_wanted=is_wanted, is_in_review=is_in_review)

    def show_problem(self, problem: Problem, line: PreviewLine | None) -> None:
        """Show a problem and the row it is about, if it is about one."""
        self._title.setText(problem_place(problem))
        self._show(line, (problem,))
        self.row_button.setVisible(line is not None)
        self.actions.show_line(None if line is None or line.item else line)

    def _build(self) -> None:
        head = QHBoxLayout()
        head.setContentsMargins(0, 0, SPACE.tight, 0)
        head.addWidget(self._title, 1)
        head.addWidget(self._badge)
        scroller = Scroller()
        scroller.body.addLayout(self._problems)
        for part in (self._remark, self._changes, self.actions, self._preview, self._facts):
            scroller.body.addWidget(part)
        scroller.body.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(SPACE.normal, SPACE.normal, SPACE.tight, SPACE.snug)
        column.setSpacing(SPACE.snug)
        column.addLayout(head)
        column.addWidget(scroller, 1)
        column.addWidget(self.row_button)

    def _show(self, line: PreviewLine | None, problems: tuple[Problem, ...]) -> None:
        self._line = line
        self._badge.setVisible(line is not None)
        if line:
            self._badge.set_state(novelty_word(line.novelty), novelty_tone(line.novelty))
        while self._problems.count():
            gone = self._problems.takeAt(0).widget()
            gone.hide()
            gone.deleteLater()
        for problem in problems:
            self._problems.addWidget(
                Text(problem.message, tone="bad" if problem.severity is Severity.ERROR else "warn")
            )
        self._remark.setText(_remark(line))
        self._remark.setVisible(bool(self._remark.text()))
        self._show_question(line)

    def _show_question(self, line: PreviewLine | None) -> None:
        item = line.item if line else None
        is_changed = item is not None and item.novelty is Novelty.CHANGED and item.before is not None
        self._changes.show_changes(changes(item.before, item.after) if is_changed else [])
        self._changes.setVisible(is_changed)
        self._preview.setVisible(item is not None)
        if item:
            self._preview.show_question(item.after, self.pictures)
        self._facts.setText(_place_words(item.after) if item else "")
        self._facts.setVisible(bool(self._facts.text()))


def _remark(line: PreviewLine | None) -> str:
    """What becomes of the row, where the badge alone does not say it."""
    if line is None:
        return ""
    words = _what_becomes(line)
    return "\n".join(filter(None, [_("这一行已在这里改过，文件没有变。"), words])) if line.is_mended else words


def _what_becomes(line: PreviewLine) -> str:
    if line.faulty:
        return _("这一行不导入。可以在这里修改；也可以在文件里改正，保存后重新选择文件。")
    return {
        None: _("这一行不导入。请在文件里改正，保存后重新选择文件。"),
        Novelty.SAME: _("题库里已有完全相同的题，不重复导入。"),
        Novelty.REPEATED: _("文件前面已有相同的题，这一行不导入。"),
        Novelty.CHANGED: _("题库里有这道题，下面这些地方不同："),
    }.get(line.novelty, "")


def _place_words(question: Question) -> str:
    texts = {
        _("分类：{text}"): question.category,
        _("知识点：{text}"): question.knowledge_point,
        _("难度：{text}"): question.difficulty.label,
        _("复核日期：{text}"): question.reviewed_on.isoformat() if question.reviewed_on else "",
    }
    return "\n".join(words.format(text=text) for words, text in texts.items() if text)
