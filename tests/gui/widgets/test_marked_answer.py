"""What the answer says of the key is marked by more than a colour; markup in an answer stays text."""

from quizapp.core.key_points import Found
from quizapp.gui.widgets.marked_answer import MarkedAnswer


def shown(label: MarkedAnswer) -> str:
    return super(MarkedAnswer, label).text()


def test_points_found_are_underlined_and_overlapping_ones_once(show, theme):
    label = show(MarkedAnswer(theme))
    label.show_answer("耐心听完再说", (Found(0, 3, 0), Found(2, 4, 1)))
    assert shown(label).count("underline") == 1
    assert 'underline">耐心听完</span>再说' in shown(label)
    assert (label.text(), label.accessibleName()) == ("耐心听完再说", "耐心听完再说")


def test_markup_in_an_answer_is_text(show, theme):
    label = show(MarkedAnswer(theme))
    label.show_answer("<b>甲</b>\n乙", ())
    assert "&lt;b&gt;甲&lt;/b&gt;<br>乙" in shown(label)


def test_the_marks_follow_the_theme(show, theme):
    label = show(MarkedAnswer(theme))
    label.show_answer("甲", (Found(0, 1, 0),))
    theme.use(scheme="dark")
    assert theme.tone("good")[1].name() in shown(label)
