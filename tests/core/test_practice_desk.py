"""Counts that follow from the values of the practice desk."""

from quizapp.core.practice import PracticeChoice, PracticeMode
from quizapp.core.practice_desk import PracticeBank, PracticeOverview, PracticeSet, PracticeTopic


def test_counts_add_up():
    bank = PracticeBank(1, "礼仪题库", (PracticeTopic("会面", 8, 3), PracticeTopic("电话", 4, 0)))
    other = PracticeBank(2, "服务标准", (PracticeTopic("", 5, 5),))
    page = PracticeOverview((bank, other), mistakes=1, favourites=0, daily_done=2, daily_total=10)
    assert (bank.total, bank.seen, page.total) == (12, 3, 17)


def test_a_set_counts_what_was_done_before():
    assert PracticeSet(PracticeChoice(PracticeMode.DAILY), (), done=10).total == 10
