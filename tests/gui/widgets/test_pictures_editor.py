"""Pictures of a stem are shown, taken away, and asked for."""

from quizapp.core.pictures import MAX_STEM_PICTURES
from quizapp.gui.widgets.pictures_editor import PicturesEditor
from tests.gui.pictured import source_of


def test_one_is_taken_away_and_another_asked_for(theme, show, tasks, qtbot):
    editor = show(PicturesEditor(theme, source_of(tasks)))
    editor.show_pictures(["a", "b"])
    with qtbot.waitSignal(editor.changed):
        editor.remove_buttons[0].click()
    assert editor.digests == ("b",) and len(editor.remove_buttons) == 1
    with qtbot.waitSignal(editor.picture_wanted):
        editor.add_button.click()
    qtbot.waitUntil(lambda: not tasks.is_busy)


def test_there_are_never_more_than_a_sheet_shows(theme, show, tasks, qtbot):
    editor = show(PicturesEditor(theme, source_of(tasks)))
    editor.show_pictures([str(at) for at in range(MAX_STEM_PICTURES)])
    assert not editor.add_button.isEnabled()
    qtbot.waitUntil(lambda: not tasks.is_busy)


def test_without_a_source_none_is_offered(theme, show):
    editor = show(PicturesEditor(theme, None))
    editor.show_pictures(["a"])
    assert editor.add_button.isHidden() and editor.digests == ("a",)
