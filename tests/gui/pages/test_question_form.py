"""The form gives back what it was shown, and says what is wrong where the user has been."""

from dataclasses import replace
from datetime import date

import pytest

from quizapp.core.pictures import Picture
from quizapp.core.questions import Difficulty, Kind, Option, Question
from quizapp.gui.pages.question_form import QuestionForm
from tests.gui.pictured import source_of

OPTIONS = (Option("三声"), Option("五声"), Option("七声"))
SINGLE = Question(
    Kind.SINGLE, "几声之内接听？", (1,), OPTIONS, explanation="不必久等", category="电话礼仪", knowledge_point="接听",
    difficulty=Difficulty.EASY, source="惯例", reviewed_on=date(2025, 5, 1),
)  # fmt: skip
QUESTIONS = [
    SINGLE,
    replace(SINGLE, kind=Kind.MULTIPLE, key=(0, 2), reviewed_on=None),
    Question(Kind.TRUE_FALSE, "对吗？", False),
    Question(Kind.TRUE_FALSE, "对吗？", True),
    Question(Kind.FILL_BLANK, "____先伸手，____秒", (("位尊者", "尊者"), ("三",))),
    Question(Kind.SHORT_ANSWER, "怎样做？\n分点写。", "请坐，倒水。"),
]
NEW = Question(Kind.SINGLE, "", ())


@pytest.fixture
def form(theme, show) -> QuestionForm:
    return show(QuestionForm(theme, date(2026, 3, 2)), height=1400)


def notes(form: QuestionForm) -> list[str]:
    """What is said beside the fields that are shown."""
    fields = dict.fromkeys([form.stem_field, *form.key_fields.values()])
    return [field.error for field in fields if field.isVisibleTo(form) and field.error]


@pytest.mark.parametrize("question", QUESTIONS, ids=lambda question: question.kind.value)
def test_what_is_shown_comes_back(form, question):
    for before in (SINGLE, QUESTIONS[4]):
        form.show_question(before, is_new=False)
        form.show_question(question, is_new=False)
        assert form.question == question
        assert notes(form) == []


def test_of_a_new_question_nothing_is_said_to_be_missing(form):
    form.show_question(NEW, is_new=True)
    assert notes(form) == []
    form.stem.setPlainText("几声？")
    assert notes(form) == []
    form.options.rows[0].tick.click()
    assert notes(form) == ["选项不足两个：请补充选项。\n选项 A 为空：请填写或删去。"]


def test_saying_goes_on_while_it_is_mended(form):
    form.show_question(NEW, is_new=True)
    assert not form.check()
    assert notes(form)[0] == "题干为空：请填写题干。"
    assert form.stem.hasFocus()
    form.stem.setPlainText("几声？")
    assert "题干为空" not in "".join(notes(form))
    for row, text in zip(form.options.rows, ("三声", "五声"), strict=False):
        row.text.insert(text)
    assert notes(form) == ["没有答案：请填写正确选项的字母。"]
    assert not form.check()
    assert form.options.rows[0].tick.hasFocus()
    form.options.rows[1].tick.click()
    assert notes(form) == []
    assert form.check()
    assert form.question == Question(Kind.SINGLE, "几声？", (1,), OPTIONS[:2])


def test_a_doubt_is_said_but_does_not_keep_it_out(form):
    form.show_question(replace(SINGLE, kind=Kind.MULTIPLE), is_new=False)
    field = form.key_fields[Kind.MULTIPLE]
    assert field.note.startswith("多选题只有一个正确选项")
    assert field.error == ""
    assert form.check()


@pytest.mark.parametrize(
    ("kind", "said"),
    [
        (Kind.TRUE_FALSE, "判断题的答案应为“正确”或“错误”。"),
        (Kind.FILL_BLANK, "第 1 空没有答案：请填写。"),
        (Kind.SHORT_ANSWER, "简答题没有参考答案：请填写答案。"),
    ],
)
def test_each_kind_has_its_own_key(form, kind, said):
    form.show_question(replace(NEW, stem="第一____"), is_new=True)
    form.kind.choose(kind)
    assert notes(form) == []
    assert not form.check()
    assert notes(form) == [said]


def test_the_stem_of_a_blank_makes_room_for_its_answers(form):
    form.show_question(replace(QUESTIONS[4], stem="____", key=(("甲",),)), is_new=False)
    form.stem.setPlainText("____先，____后，____秒")
    assert len(form.blanks.rows) == 3


def test_the_options_stay_while_the_kind_is_tried(form):
    form.show_question(SINGLE, is_new=False)
    form.kind.choose(Kind.SHORT_ANSWER)
    assert form.question.options == ()
    form.kind.choose(Kind.MULTIPLE)
    assert form.question.options == OPTIONS
    assert form.question.key == (1,)


def test_the_next_one_keeps_kind_and_place(form):
    form.show_question(SINGLE, is_new=False)
    form.begin_next()
    assert form.question == Question(Kind.SINGLE, "", (), category="电话礼仪", source="惯例")
    assert notes(form) == []


def test_categories_are_offered_and_others_can_be_written(form, qtbot):
    form.show_question(SINGLE, is_new=False)
    form.set_categories(["会面礼仪", "接待礼仪"])
    assert form.question.category == "电话礼仪"
    with qtbot.waitSignal(form.changed):
        form.category.setCurrentIndex(1)
    assert form.question.category == "接待礼仪"


def test_a_review_has_a_date_only_where_it_is_ticked(form):
    form.show_question(NEW, is_new=True)
    assert not form.reviewed_on.isEnabled()
    form.is_reviewed.click()
    assert form.question.reviewed_on == date(2026, 3, 2)


def test_pictures_come_back_and_count_as_options(theme, show, tasks, qtbot):
    form = show(QuestionForm(theme, date(2026, 3, 2), source_of(tasks)), height=1400)
    pictures = (Picture("a"), Picture("b"), Picture("c", 0), Picture("d", 2))
    question = replace(SINGLE, options=(Option(""), *OPTIONS[1:2], Option("")), pictures=pictures)
    form.show_question(question, is_new=False)
    assert form.question == question and not form.faults
    form.stem_pictures.remove_buttons[0].click()
    form.add_picture(-1, "e")
    form.add_picture(1, "f")
    assert form.question.pictures == (Picture("b"), Picture("e"), Picture("c", 0), Picture("f", 1), Picture("d", 2))
    form.kind.choose(Kind.TRUE_FALSE)
    assert form.question.pictures == (Picture("b"), Picture("e"))
    with qtbot.waitSignal(form.picture_wanted) as wanted:
        form.stem_pictures.add_button.click()
    assert wanted.args == [-1]
    form.begin_next()
    assert form.question.pictures == ()
    qtbot.waitUntil(lambda: not tasks.is_busy)
