"""The button beside an option shows its picture large, once there is one."""

from quizapp.gui.picture_source import ShownPicture
from quizapp.gui.widgets.picture_zoom import PictureZoom
from quizapp.gui.widgets.zoom_button import ZoomButton
from tests.gui.pictured import shown


def test_it_waits_for_the_picture_and_shows_it(theme, show, qtbot):
    picture = ShownPicture()
    button = show(ZoomButton(theme, picture, action="放大选项 A 的图片", name="选项 A 的图片"))
    assert not button.isEnabled() and button.accessibleName() == "放大选项 A 的图片"
    picture.on_loaded(shown().image)
    button.click()
    (large,) = button.window().findChildren(PictureZoom)
    assert large.accessibleName() == "选项 A 的图片"
    with qtbot.waitSignal(large.destroyed):
        large.leave()
    assert button.hasFocus()


def test_without_a_picture_there_is_nothing_to_press(theme, show):
    picture = ShownPicture()
    button = show(ZoomButton(theme, picture, action="放大", name="图"))
    picture.on_failed(ValueError())
    assert button.isHidden()
