"""The review shows verdicts in words, keys only where they are given."""

from dataclasses import replace

from quizapp.core.desk import ReviewQuestion
from quizapp.core.pictures import PicturePlace
from quizapp.core.questions import Kind
from quizapp.gui.pages.review import ReviewPage
from quizapp.gui.widgets.badge import Badge
from quizapp.gui.widgets.option_card import SingleOptionCard
from quizapp.gui.widgets.picture_view import PictureView
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
