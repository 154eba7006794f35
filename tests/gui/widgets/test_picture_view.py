"""A picture as small as the page needs it, large at a click or a key, words while there is none."""

from PySide6.QtCore import Qt

from quizapp.gui.picture_source import ShownPicture
from quizapp.gui.widgets.picture_view import PictureView
from tests.gui.pictured import shown


def test_it_keeps_its_shape_and_never_outgrows_the_page(theme, show):
    view = show(PictureView(theme, shown(3000, 1000), "题干的图片"), 400, 700)
    assert view.heightForWidth(302) == 102
    assert view.sizeHint().height() <= theme.sizes.target * 5 + 2
    assert PictureView(theme, shown(200, 100), "").sizeHint().width() <= 203
    theme.use(size="extra")
    assert PictureView(theme, shown(200, 100), "").sizeHint().width() > 300


def test_a_click_or_a_key_shows_it_large(theme, show, qtbot):
    view = show(PictureView(theme, shown(), "题干的图片"))
    qtbot.mouseClick(view, Qt.MouseButton.LeftButton)
    assert view.zoom.size() == view.window().size()
    view.zoom.leave()
    qtbot.waitUntil(lambda: view.zoom is None)
    for key in (Qt.Key.Key_Return, Qt.Key.Key_Space):
        view.setFocus()
        qtbot.keyClick(view, key)
        assert view.zoom is not None
        view.zoom.leave()
        qtbot.waitUntil(lambda: view.zoom is None)


def test_words_stand_for_what_is_not_there(theme, show, qtbot):
    picture = ShownPicture()
    view = show(PictureView(theme, picture, "题干的图片"))
    assert view.accessibleName() == "题干的图片：正在载入图片……"
    view.click()
    assert view.zoom is None and not view.isEnabled()
    picture.on_failed(ValueError())
    assert "无法显示" in view.accessibleName()
    picture.on_loaded(shown().image)
    assert view.isEnabled() and "Enter" in view.accessibleName()
