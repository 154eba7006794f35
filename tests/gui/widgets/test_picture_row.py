"""The pictures of a stem stand side by side; what stays the same is not made again."""

from quizapp.core.pictures import Picture, PicturePlace
from quizapp.core.questions import Kind, Option, Question
from quizapp.gui.widgets.picture_row import PictureRow, of_options, of_stem, pictures_at, pictures_of
from tests.gui.pictured import shown, source_of

QUESTION = Question(
    Kind.SINGLE, "问", (0,), (Option(""), Option("乙")), pictures=(Picture("a"), Picture("b"), Picture("c", 0))
)


def test_nothing_is_seen_without_pictures(theme, show):
    row = show(PictureRow(theme))
    row.show_pictures([])
    assert row.isHidden()
    one, other = shown(), shown()
    row.show_pictures([one, other])
    first = row.views[0]
    assert row.isVisible() and [view.isVisible() for view in row.views] == [True, True]
    assert "题干的图片 2" in row.views[1].accessibleName()
    row.show_pictures([one, other])
    assert row.views[0] is first
    row.show_pictures([one])
    assert len(row.views) == 1 and "题干的图片：" in row.views[0].accessibleName()


def test_pictures_are_asked_for_by_digest_or_by_place(theme, tasks, qtbot):
    source = source_of(tasks)
    placed = pictures_of(QUESTION, source)
    assert of_stem(placed) == [source.picture("a"), source.picture("b")]
    assert of_options(placed) == {0: source.picture("c")}
    at = pictures_at(3, [PicturePlace(), PicturePlace(2)], source)
    assert of_options(at) == {2: source.picture((3, PicturePlace(2)))}
    assert pictures_of(QUESTION, None) == pictures_at(3, [PicturePlace()], None) == {}
    qtbot.waitUntil(lambda: not tasks.is_busy)
