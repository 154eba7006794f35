"""Words are shown as they are given, never as markup, with room between the lines."""

from PySide6.QtGui import QFontInfo

from quizapp.gui.theme import READING_LINE
from quizapp.gui.widgets.text import Text


def test_text_is_what_was_put_in(theme, show):
    text = show(Text("客人说 <b>您好</b> & 再见"))
    assert text.text() == "客人说 <b>您好</b> & 再见"
    assert text.accessibleName() == text.text()
    text.setText("换一句")
    assert text.text() == "换一句"


def test_markup_is_not_obeyed(theme, show):
    plain, marked = show(Text("您好")), Text("<b>您好</b>")
    assert marked.sizeHint().width() > plain.sizeHint().width() * 2
    marked.deleteLater()


def test_lines_for_reading_keep_their_distance(theme, show):
    text = show(Text("字" * 400), width=600)
    lines = text.heightForWidth(300) / QFontInfo(text.font()).pixelSize()
    wide = -(-400 // int(300 / QFontInfo(text.font()).pixelSize()))
    assert lines / wide >= READING_LINE * 0.98


def test_line_breaks_are_kept(theme, show):
    text = show(Text("一\n二\n三"))
    assert text.heightForWidth(500) >= 2.5 * show(Text("一")).heightForWidth(500)


def test_tone_colours_the_words(theme, show):
    text = show(Text("不合格"))
    before = text.grab().toImage()
    text.set_tone("bad")
    assert text.grab().toImage() != before


def test_larger_letters_take_more_room(theme, show):
    text = show(Text("题干", "stem"))
    before = text.sizeHint().height()
    theme.use(size="extra")
    assert text.sizeHint().height() > before * 1.5
