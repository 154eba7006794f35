"""The review shows verdicts in words, keys only where they are given."""

from dataclasses import replace
from datetime import UTC, datetime

from PySide6.QtCore import Qt

from quizapp.core.desk import ReviewQuestion
from quizapp.core.own_results import OwnAttempt
from quizapp.core.pictures import PicturePlace
from quizapp.core.questions import Kind
from quizapp.gui.pages.review import ReviewPage
from quizapp.gui.widgets.badge import Badge
from quizapp.gui.widgets.option_card import SingleOptionCard
from quizapp.gui.widgets.picture_view import PictureView
from quizapp.gui.widgets.review_bar import Shown
from quizapp.gui.widgets.zoom_button import ZoomButton
from tests.gui.reading import words_of
from tests.made_pictures import png

OPTIONS = ("甲", "乙", "丙", "丁")
WRONG = ReviewQuestion(0, Kind.SINGLE, "问一", OPTIONS, (0,), 400, 0, (1,), (), "因为乙", "条例第一条")
BLANK = ReviewQuestion(1, Kind.FILL_BLANK, "问二____", (), ("四",), 400, 0, None, ("三 或 3",), "", "")
JUDGED = ReviewQuestion(2, Kind.TRUE_FALSE, "问三", (), True, 300, 300, True, (), "", "")
KEPT = ReviewQuestion(3, Kind.SINGLE, "问四", OPTIONS, None, 400, 0, None, (), "", "")


def test_right_and_wrong_in_words(show, doors):
    page = show(ReviewPage(doors, "我的答卷", (WRONG, BLANK, JUDGED, KEPT)))
    assert "得分 3（满分 15）· 答对 1 题，共 4 题" in words_of(page)
    assert [badge.text for badge in page.findChildren(Badge)] == ["答错", "答错", "得 3 分", "未答"]
    names = [card.accessibleName() for card in page.findChildren(SingleOptionCard)]
    assert "选项 A：甲，您的选择" in names
    assert "选项 B：乙，正确答案" in names
    assert "选项 √：正确，正确答案，已选" in names
    assert "解析：因为乙" in words_of(page)
    assert "依据：条例第一条" in words_of(page)
    assert "您的回答：四" in words_of(page)
    assert "答案：三 或 3" in words_of(page)


def test_without_keys_none_is_hinted_at(show, doors):
    page = show(ReviewPage(doors, "我的答卷", (KEPT,)))
    assert not any("正确答案" in card.accessibleName() for card in page.findChildren(SingleOptionCard))
    assert "解析" not in words_of(page)


def test_going_back(show, doors, qtbot):
    page = show(ReviewPage(doors, "我的答卷", (WRONG,)))
    with qtbot.waitSignal(page.went_back):
        page.back_button.click()


def test_pictures_are_asked_for_by_position_and_place(show, doors, qtbot, tasks):
    asked = []

    def load(position: int, place: PicturePlace) -> bytes:
        asked.append((position, place))
        return png(200, 100)

    places = (PicturePlace(), PicturePlace(1))
    page = show(ReviewPage(doors, "我的答卷", (KEPT, replace(WRONG, position=5, pictures=places)), load=load))
    qtbot.waitUntil(lambda: len(page.findChildren(PictureView)) == 1 and not tasks.is_busy)
    assert sorted(asked, key=repr) == sorted([(5, place) for place in places], key=repr)
    assert page.findChild(PictureView).isEnabled()
    (button,) = page.findChildren(ZoomButton)
    assert button.isEnabled(), "also where the options are locked"


def names_shown(page):
    return [card.accessibleName() for card in page.cards if card.isVisible()]


def test_only_the_wrong_ones_or_those_that_were_marked(show, doors):
    marked = replace(JUDGED, is_marked=True)
    page = show(ReviewPage(doors, "我的答卷", (WRONG, BLANK, marked, KEPT)))
    assert [button.text() for button in page.bar.buttons.values()] == ["全部（4）", "只看答错（3）", "只看标记（1）"]
    assert len(names_shown(page)) == 4
    page.bar.buttons[Shown.WRONG].click()
    assert names_shown(page) == ["第 1 题，答错", "第 2 题，答错", "第 4 题，未答"]
    page.bar.buttons[Shown.MARKED].click()
    assert names_shown(page) == ["第 3 题，得 3 分"]
    assert "标记" in [badge.text for badge in page.cards[2].findChildren(Badge)]
    page.bar.buttons[Shown.ALL].click()
    assert len(names_shown(page)) == 4


def test_from_one_wrong_answer_to_the_next_by_key(show, doors, qtbot):
    sheet = tuple(replace(one, position=at) for at, one in enumerate((JUDGED, WRONG, JUDGED, BLANK, JUDGED, KEPT)))
    page = show(ReviewPage(doors, "我的答卷", sheet))

    def current() -> list[int]:
        return [at for at, card in enumerate(page.cards) if card.property("current")]

    places = []
    for key in (Qt.Key.Key_N, Qt.Key.Key_N, Qt.Key.Key_N, Qt.Key.Key_N, Qt.Key.Key_P, Qt.Key.Key_P):
        qtbot.keyClick(page.window(), key)
        places += current()
    assert places == [1, 3, 5, 1, 5, 3]
    assert page.cards[3].hasFocus()
    top = page.cards[3].mapTo(page, page.cards[3].rect().topLeft()).y()
    assert 0 < top < page.height(), "in sight"


def test_without_a_wrong_answer_there_is_nowhere_to_go(show, doors, qtbot):
    page = show(ReviewPage(doors, "我的答卷", (JUDGED,)))
    assert not page.bar.next_button.isEnabled()
    assert not page.bar.buttons[Shown.WRONG].isEnabled()
    qtbot.keyClick(page.window(), Qt.Key.Key_N)
    assert not page.cards[0].property("current")


def test_another_attempt_is_chosen(show, doors, qtbot):
    at = datetime(2026, 3, 2, 1, 0, tzinfo=UTC)
    attempts = (OwnAttempt(7, 1, at, 60_00, counts=False), OwnAttempt(9, 2, at, None, counts=True))
    page = show(ReviewPage(doors, "我的答卷", (WRONG,), attempts=attempts, shown_attempt=9))
    assert [page.attempt.itemText(at) for at in range(2)] == ["第 1 次，60 分", "第 2 次（计入成绩）"]
    assert page.attempt.chosen == 9
    with qtbot.waitSignal(page.attempt_wanted) as wanted:
        page.attempt.choose(7)
    assert wanted.args == [7]


def test_one_attempt_leaves_nothing_to_choose(show, doors):
    page = show(ReviewPage(doors, "我的答卷", (WRONG,)))
    assert not page.attempt.isVisible()
    assert not page.print_button.isVisible()


def test_printing_is_asked_for_where_it_is_offered(show, doors, qtbot):
    page = show(ReviewPage(doors, "我的答卷", (WRONG,), can_print=True))
    with qtbot.waitSignal(page.print_wanted):
        page.print_button.click()
