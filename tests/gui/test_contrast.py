"""Contrast is measured as the guidelines say; shades lie between their ends."""

import pytest
from PySide6.QtGui import QColor

from quizapp.gui.contrast import between, contrast, mix


def test_black_on_white_is_21_and_nothing_is_1():
    assert contrast("#000000", "#FFFFFF") == pytest.approx(21)
    assert contrast("#777777", "#777777") == pytest.approx(1)


def test_order_does_not_matter():
    assert contrast("#1D5A96", "#FFFFFF") == contrast("#FFFFFF", "#1D5A96")


def test_grey_767676_is_the_lightest_readable_on_white():
    assert contrast("#767676", "#FFFFFF") >= 4.5 > contrast("#777777", "#FFFFFF")


def test_mix_goes_from_the_first_to_the_second():
    assert mix("#000000", "#FFFFFF", 0) == "#000000"
    assert mix("#000000", "#FFFFFF", 1) == "#ffffff"
    assert mix("#000000", "#FFFFFF", 0.5) == "#808080"


def test_between_two_colours_of_qt_is_the_same_mix():
    assert between(QColor("#000000"), QColor("#FFFFFF"), 0.5).name() == "#808080"
