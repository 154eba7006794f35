"""What the program is, and where its log and manual are."""

from quizapp.gui.widgets.about_card import AboutCard
from tests.gui.reading import words_of


def test_it_tells_version_and_needs(theme, show, places, qtbot):
    card = show(AboutCard(theme, places))
    words = words_of(card)
    assert "版本" in words
    assert "不支持 Windows 7" in words
    with qtbot.waitSignal(card.folder_wanted) as wanted:
        card.log_button.click()
    assert wanted.args == [places.logs]
    with qtbot.waitSignal(card.manual_wanted):
        card.manual_button.click()
