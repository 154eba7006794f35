"""Bars show and say their figures; what has no value has no bar."""

from PySide6.QtGui import QColor

from quizapp.gui.theme import LIGHT
from quizapp.gui.widgets.bar_chart import Bar, BarChart
from quizapp.gui.widgets.marks import Mark


def ink(chart: BarChart, colour: str) -> int:
    image, wanted = chart.grab().toImage(), QColor(colour)
    return sum(image.pixelColor(x, y) == wanted for x in range(0, image.width(), 3) for y in range(image.height()))


def test_higher_means_more(theme, show):
    chart = show(BarChart(theme), 400, 300)
    chart.set_bars([Bar("9月", 40, "40")])
    low = ink(chart, LIGHT.accent)
    chart.set_bars([Bar("9月", 80, "80")])
    assert ink(chart, LIGHT.accent) > 1.8 * low > 0


def test_what_is_missing_has_no_bar_but_a_word(theme, show):
    chart = show(BarChart(theme), 400, 300)
    chart.set_bars([Bar("8月", None, "免考")])
    assert ink(chart, LIGHT.accent) == 0
    assert chart.accessibleName() == "8月 免考"


def test_values_beyond_the_top_stay_inside(theme, show):
    chart = show(BarChart(theme), 400, 300)
    chart.set_bars([Bar("9月", 100, "100")])
    full = chart.grab().toImage()
    chart.set_bars([Bar("9月", 140, "100")])
    assert chart.grab().toImage() == full


def test_tones_and_mark_are_painted(theme, show):
    chart = show(BarChart(theme), 400, 300)
    chart.set_bars([Bar("9月", 50, "50", "bad")])
    plain = chart.grab().toImage()
    assert ink(chart, LIGHT.bad) > 0
    chart.set_bars([Bar("9月", 50, "50", "bad")], mark=60, mark_word="合格线 60")
    assert chart.grab().toImage() != plain


def test_without_bars_nothing_is_painted(theme, show):
    assert ink(show(BarChart(theme), 400, 300), LIGHT.accent) == 0


def test_a_mark_stands_before_the_figure(theme, show):
    chart = show(BarChart(theme), 400, 300)
    chart.set_bars([Bar("9月", 50, "50", "bad")])
    plain = chart.grab().toImage()
    chart.set_bars([Bar("9月", 50, "50", "bad", Mark.CROSS)])
    assert chart.grab().toImage() != plain


def test_a_bar_may_have_a_line_of_its_own(theme, show):
    chart = show(BarChart(theme), 400, 300)
    chart.set_bars([Bar("9月", 30, "30"), Bar("10月", 30, "30", line=80)])
    higher = chart.grab().toImage()
    chart.set_bars([Bar("9月", 30, "30"), Bar("10月", 30, "30", line=60)])
    assert chart.grab().toImage() != higher
