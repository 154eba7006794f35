"""The pieces that differ are marked; the words stay plain for whoever reads them otherwise."""

from quizapp.gui.widgets.difference_text import DifferenceText


def test_marked_pieces_and_plain_words(theme, show):
    text = show(DifferenceText(theme))
    text.show_runs([("会议前<", False), ("半小时", True)])
    assert text.text() == "会议前<半小时"
    assert text.accessibleName() == "会议前<半小时"
    assert "会议前&lt;<span" in super(DifferenceText, text).text()
    theme.use(scheme="dark")
    assert theme.colours.warn_soft.lower() in super(DifferenceText, text).text().lower()
    text.show_runs([])
    assert text.accessibleName() == "（空）"
