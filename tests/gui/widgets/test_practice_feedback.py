"""What is said after an answer: verdict, key, mistakes book; nothing where there is nothing to say."""

import pytest

from quizapp.core.practice_desk import PracticeAnswer, PracticePlace, PracticeQuestion
from quizapp.core.questions import Kind
from quizapp.gui.widgets.practice_feedback import PracticeFeedback
from tests.gui.reading import words_of


def question(kind):
    return PracticeQuestion(PracticePlace(1, ""), kind, "题干", ("甲", "乙", "丙"), 0, "", is_favourite=False)


def answer(key, *, is_right=True, texts=(), was_mistake=False, left=0, why="", rule=""):
    return PracticeAnswer(is_right, key, texts, why, rule, was_mistake=was_mistake, mistakes_left=left)


@pytest.mark.parametrize(
    ("kind", "given", "said"),
    [
        (Kind.SINGLE, answer((1,)), "正确答案：B"),
        (Kind.MULTIPLE, answer((0, 2)), "正确答案：AC"),
        (Kind.TRUE_FALSE, answer(False), "正确答案：错误"),
        (Kind.TRUE_FALSE, answer(True), "正确答案：正确"),
        (Kind.FILL_BLANK, answer(None, texts=("三 或 3", "四")), "正确答案：三 或 3；四"),
    ],
)
def test_the_key_in_words(show, theme, kind, given, said):
    feedback = show(PracticeFeedback(theme))
    feedback.show_answer(question(kind), given)
    assert said in words_of(feedback)


@pytest.mark.parametrize(
    ("given", "said"),
    [
        (answer((0,), is_right=False, left=2), "已放进错题本"),
        (answer((0,), is_right=False, was_mistake=True, left=2), "连续答对两次就移出"),
        (answer((0,), was_mistake=True, left=1), "再答对一次"),
        (answer((0,), was_mistake=True), "已移出错题本"),
    ],
)
def test_the_mistakes_book(show, theme, given, said):
    feedback = show(PracticeFeedback(theme))
    feedback.show_answer(question(Kind.SINGLE), given)
    assert said in words_of(feedback)


def test_right_or_wrong_by_word_and_tone_and_nothing_that_is_not_there(show, theme):
    feedback = show(PracticeFeedback(theme))
    feedback.show_answer(question(Kind.SINGLE), answer((0,)))
    assert (feedback.verdict.text(), feedback.tone) == ("答对了", "good")
    assert words_of(feedback).splitlines() == ["答对了", "正确答案：A"]
    feedback.show_answer(question(Kind.SINGLE), answer((0,), is_right=False, why="因为", rule="办法第三条"))
    assert (feedback.verdict.text(), feedback.tone) == ("答错了", "bad")
    assert {"解析：因为", "依据：办法第三条"} <= set(words_of(feedback).splitlines())
    assert feedback.accessibleName() == "答错了"
