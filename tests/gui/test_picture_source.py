"""Pictures are fetched and unpacked off the window's thread, kept for a while, and words stand in for them."""

import pytest
from PySide6.QtGui import QImage

from quizapp.core.pictures import MAX_PIXELS
from quizapp.errors import UserError
from quizapp.gui.picture_source import ShownPicture, fetch_image, fitted
from tests.gui.pictured import shown, source_of
from tests.made_pictures import png


def test_a_picture_comes_and_says_so(tasks, qtbot):
    source = source_of(tasks)
    picture = source.picture("a")
    assert picture.image is None and "载入" in picture.words
    with qtbot.waitSignal(picture.changed):
        pass
    assert (picture.image.width(), picture.image.height(), picture.words) == (200, 100, "")
    assert source.picture("a") is picture


def test_one_that_fails_says_so_and_is_tried_again(tasks, qtbot, failures):
    source = source_of(tasks)
    picture = source.picture("gone")
    with qtbot.waitSignal(picture.changed):
        pass
    assert picture.image is None and "无法显示" in picture.words
    assert source.picture("gone") is not picture
    qtbot.waitUntil(lambda: not tasks.is_busy)
    assert failures == []


def test_only_the_latest_are_kept(tasks, qtbot):
    source = source_of(tasks)
    first = source.picture(0)
    for key in range(1, 60):
        source.picture(key)
    assert source.picture(0) is not first
    qtbot.waitUntil(lambda: not tasks.is_busy)


def test_large_pictures_are_made_smaller_and_broken_ones_refused():
    assert max(fetch_image(lambda: png(3000, 20)).width(), 0) == 2400
    with pytest.raises(UserError, match="无法显示"):
        fetch_image(lambda: png(20, 20)[:40])


def test_the_largest_picture_that_is_kept_can_be_shown():
    side = int(MAX_PIXELS**0.5)
    assert fetch_image(lambda: png(side, side)).width() == 2400


def test_a_picture_fits_its_room():
    image: QImage = shown(200, 100).image
    assert fitted(image, 100, 100).toTuple() == (100, 50)
    assert fitted(image, 1000, 20).toTuple() == (40, 20)
    assert fitted(image, 1000, 1000).toTuple() == (200, 100)
    assert fitted(image, 1000, 1000, most=2).toTuple() == (400, 200)


def test_a_picture_begins_without_an_image():
    assert ShownPicture().image is None
