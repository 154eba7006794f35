"""Revisions are told with who, when and what changed."""

from dataclasses import replace
from datetime import UTC, datetime

from quizapp.core.questions import Kind, Question
from quizapp.gui.pages.question_history import QuestionHistory
from quizapp.services.banks import Revision
from tests.gui.reading import words_of

FIRST = Question(Kind.TRUE_FALSE, "对吗？", True)
AT = datetime(2026, 3, 2, 4, 0, tzinfo=UTC)


def test_the_newest_first_with_what_it_changed(theme, show, qtbot):
    history = show(QuestionHistory(theme))
    revisions = [Revision(2, AT, "王芳", replace(FIRST, key=False)), Revision(1, AT, "", FIRST)]
    history.show_revisions(revisions)
    qtbot.waitUntil(lambda: "最初的内容。" in words_of(history))
    first, label, *_rest = words_of(history).splitlines()
    assert first.startswith("第 2 版 · 2026-03-02 ")
    assert first.endswith(" · 王芳")
    assert label == "答案"
    assert words_of(history).splitlines()[2:6] == ["原来", "正确", "改为", "错误"]
    history.show_revisions(revisions[1:])
    qtbot.waitUntil(lambda: "第 2 版" not in words_of(history))
