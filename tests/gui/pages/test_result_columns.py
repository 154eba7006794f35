"""Columns and the totals row stand under one another."""

from fractions import Fraction

from quizapp.core.monthly import Figures
from quizapp.gui.pages.result_columns import (
    department_columns,
    department_totals,
    mean_or_dash,
    rate_or_dash,
    score_or_dash,
)

NOBODY = Figures(2, 2, 0, 0, 0, 0, 2, 0, 0, Fraction(0), None, None, None, 0, None, 0, None)


def test_one_total_for_each_column():
    assert len(department_totals(NOBODY)) == len(department_columns())
    totals = dict(zip([one.heading for one in department_columns()], department_totals(NOBODY), strict=True))
    assert (totals["在册"], totals["待核实"], totals["参考率"], totals["平均分"]) == ("2", "2", "0.00%", "—")
    assert (totals["最高"], totals["合格人数"], totals["合格率"]) == ("—", "0", "—")


def test_a_dash_where_there_is_no_denominator():
    assert (mean_or_dash(None), rate_or_dash(None), score_or_dash(None)) == ("—", "—", "—")
    assert mean_or_dash(Fraction(8666_50, 100)) == "86.67"
    assert score_or_dash(0) == "0"
