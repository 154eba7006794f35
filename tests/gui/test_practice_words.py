"""Every sort of set has its name, and words for being empty."""

import pytest

from quizapp.core.practice import PracticeChoice, PracticeMode
from quizapp.gui.practice_words import empty_words, title_of


@pytest.mark.parametrize("mode", PracticeMode)
def test_every_sort_has_a_name_and_kind_words(mode, theme):
    assert title_of(PracticeChoice(mode))
    icon, title, text = empty_words(PracticeChoice(mode), is_done=False)
    assert title and text.endswith("。")
    assert not theme.icon(icon).isNull()


def test_a_category_goes_by_its_own_name():
    assert title_of(PracticeChoice(PracticeMode.TOPIC, 1, "会面礼仪")) == "会面礼仪"
    assert title_of(PracticeChoice(PracticeMode.TOPIC, 1)) == "分类练习"


def test_a_day_that_is_done_is_praised(theme):
    icon, title, _text = empty_words(PracticeChoice(PracticeMode.DAILY), is_done=True)
    assert "练完" in title and not theme.icon(icon).isNull()
