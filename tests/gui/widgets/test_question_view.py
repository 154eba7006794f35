"""One question: what is asked, in which form it is answered, what comes out."""

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt

from quizapp.core.desk import SheetQuestion
from quizapp.core.pictures import PicturePlace
from quizapp.core.questions import Kind
from quizapp.gui.widgets.question_view import QuestionView
from tests.gui.pictured import source_of


def question(kind, options=("甲", "乙", "丙"), blanks=0):
    return SheetQuestion(2, kind, "题干", options, 450, blanks, None, False)


@pytest.fixture
def view(show, theme):
    return show(QuestionView(theme))


def test_the_quiet_line(view):
    view.show_question(question(Kind.SINGLE), 25, None)
    assert view.facts.text() == "第 3 题，共 25 题 · 单选题 · 4.5 分"
    assert view.stem.text() == "题干"
    view.show_question(replace(question(Kind.SINGLE), points=0), 25, None)
    assert view.facts.text() == "第 3 题，共 25 题 · 单选题"


@pytest.mark.parametrize(
    ("kind", "click", "response"),
    [(Kind.SINGLE, 1, (1,)), (Kind.MULTIPLE, 2, (0, 2)), (Kind.TRUE_FALSE, 0, True), (Kind.TRUE_FALSE, 1, False)],
)
def test_a_choice_comes_out_as_the_desk_wants_it(view, qtbot, kind, click, response):
    options = () if kind is Kind.TRUE_FALSE else ("甲", "乙", "丙")
    view.show_question(question(kind, options), 25, (0,) if kind is Kind.MULTIPLE else None)
    with qtbot.waitSignal(view.response_changed) as changed:
        view.options.cards[click].click()
    assert changed.args == [response]


def test_a_stored_response_is_shown(view):
    view.show_question(question(Kind.TRUE_FALSE, ()), 25, False)
    assert view.options.chosen == (1,)
    view.show_question(question(Kind.FILL_BLANK, (), blanks=2), 25, ("三", ""))
    assert [field.text() for field in view.fields] == ["三", ""]
    view.show_question(question(Kind.SHORT_ANSWER, ()), 25, "文字")
    assert view.essay.toPlainText() == "文字"


def test_typing_comes_out_after_a_pause_or_at_once_when_flushed(view, qtbot):
    view.show_question(question(Kind.FILL_BLANK, (), blanks=2), 25, None)
    with qtbot.waitSignal(view.response_changed) as changed:
        qtbot.keyClick(view.fields[1], Qt.Key.Key_3)
    assert changed.args == [("", "3")]
    came = []
    view.response_changed.connect(came.append)
    qtbot.keyClick(view.fields[1], Qt.Key.Key_4)
    assert came == []
    view.flush()
    assert came == [("", "34")]


def test_letters_choose_options_but_are_typed_in_fields(view, qtbot):
    view.show_question(question(Kind.SINGLE), 25, None)
    assert view.press(Qt.Key.Key_C) and view.options.chosen == (2,)
    assert not view.press(Qt.Key.Key_F)
    view.show_question(question(Kind.FILL_BLANK, (), blanks=1), 25, None)
    assert not view.press(Qt.Key.Key_A)


def test_locked_takes_nothing_more(view):
    view.show_question(question(Kind.SINGLE), 25, None)
    view.set_locked(True)
    view.options.cards[0].click()
    assert view.options.chosen == ()


def test_pictures_stand_under_the_stem_and_in_the_options(show, theme, tasks, qtbot):
    source = source_of(tasks)
    view = show(QuestionView(theme, source))
    places = (PicturePlace(), PicturePlace(None, 1), PicturePlace(2))
    view.show_question(replace(question(Kind.SINGLE, ("甲", "乙", "")), pictures=places), 25, None)
    assert [one.shown for one in view.pictures.views] == [source.picture((2, place)) for place in places[:2]]
    assert [card.picture for card in view.options.cards] == [None, None, source.picture((2, places[2]))]
    qtbot.waitUntil(lambda: all(one.shown.image for one in view.pictures.views))
    view.show_question(question(Kind.TRUE_FALSE, ()), 25, None)
    assert view.pictures.isHidden()
    qtbot.waitUntil(lambda: not tasks.is_busy)


@pytest.mark.parametrize("size", ["standard", "extra"])
def test_a_large_picture_leaves_room_for_the_options(show, theme, tasks, qtbot, size):
    theme.use(size=size)
    view = show(QuestionView(theme, source_of(tasks)))
    view.show_question(replace(question(Kind.SINGLE), pictures=(PicturePlace(),)), 25, None)
    qtbot.waitUntil(lambda: view.pictures.views[0].shown.image is not None)
    qtbot.waitUntil(lambda: view.options.cards[0].y() >= 0)
    assert view.options.y() < 0.6 * 768
