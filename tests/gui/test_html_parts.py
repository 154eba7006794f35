"""Texts are no markup, pictures fit their room."""

from quizapp.gui.html_parts import BLANK, lines, picture_tag
from tests.made_pictures import png


def test_what_is_not_markup_is_not_taken_for_it():
    assert lines("学习型<1>\n第二行　完") == f"学习型&lt;1&gt;<br>第二行{BLANK}完"


def test_a_picture_is_made_smaller_never_larger():
    assert 'width="100" height="25"' in picture_tag(png(400, 100), 100, 100)
    assert 'width="50" height="100"' in picture_tag(png(100, 200), 100, 100)
    assert 'width="40" height="20"' in picture_tag(png(40, 20), 100, 100)
    assert picture_tag(png(40, 20), 100, 100).startswith('<img src="data:image/png;base64,')
