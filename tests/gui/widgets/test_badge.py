"""A badge says its state by shape, word and colour."""

import pytest
from PySide6.QtWidgets import QWidget

from quizapp.gui.widgets.badge import Badge
from quizapp.gui.widgets.marks import TONE_MARKS, Mark


def picture(badge: Badge):
    return badge.grab().toImage()


@pytest.fixture
def badge(theme, show) -> Badge:
    page = QWidget()
    badge = Badge(theme, "合格", "good", parent=page)
    badge.resize(badge.sizeHint())
    show(page)
    return badge


def test_it_says_its_word(badge):
    assert (badge.text, badge.tone) == ("合格", "good")
    assert badge.accessibleName() == "合格"


@pytest.mark.parametrize("tone", [tone for tone in TONE_MARKS if tone != "good"])
def test_tones_look_different(badge, tone):
    before = picture(badge)
    badge.set_state("合格", tone)
    assert picture(badge) != before


def test_shapes_differ_without_colour(badge):
    before = picture(badge)
    badge.set_state("合格", "good", mark=Mark.FLAG)
    assert picture(badge) != before


def test_a_badge_without_a_shape_is_narrower(badge):
    wide = badge.sizeHint().width()
    badge.set_state("合格", "good", mark=Mark.NONE)
    assert badge.sizeHint().width() < wide


def test_it_grows_with_the_text_size(badge, theme):
    before = badge.sizeHint()
    theme.use(size="extra")
    assert badge.sizeHint().width() > before.width()


def test_too_long_words_are_elided_not_spilled(badge):
    badge.set_state("字" * 30, "good")
    badge.resize(80, badge.height())
    assert not picture(badge).isNull()


def test_it_grows_with_the_role_of_its_word(badge, theme):
    large = Badge(theme, "合格", "good", role="title", parent=badge.parentWidget())
    assert large.sizeHint().width() > badge.sizeHint().width()
    assert large.sizeHint().height() > badge.sizeHint().height()
