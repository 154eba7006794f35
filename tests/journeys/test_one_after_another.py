"""Thirty people one after another on one PC: each has the own score, and nobody sees anything of who sat before."""

from collections.abc import Callable
from random import Random

import pytest

from quizapp.core.monthly import Status
from quizapp.core.points import points_text
from tests.journeys.driver import Driver
from tests.journeys.sitters import Sitter, sitters_office, visible_texts

NAMES = [f"{family}{given}" for family in "赵钱孙李周吴" for given in ("建国", "秀英", "志强", "海燕", "文博")]


def take_by_the_sign_in_page(driver: Driver, sitter: Sitter) -> None:
    """In by name, through the test, out again."""
    driver.take(sitter.name, sitter)
    assert f"{points_text(sitter.score)} 分" in driver.words
    driver.leave_outcome()


WAYS = {"sign-in page": take_by_the_sign_in_page}
"""How one takes the place of the other."""


@pytest.mark.parametrize("way", WAYS)
def test_thirty_people_on_one_pc(way: str, open_window: Callable[[], Driver]) -> None:
    driver = open_window()
    database = driver.services.desk._database
    exam_id = sitters_office(database, NAMES)
    driver.services.accounts.set_up("海滨局", "王管理", "a good password")
    driver.program._staff.begin()
    driver.settle()
    sitters = [Sitter(name, Random(number)) for number, name in enumerate(NAMES)]
    for sitter in sitters:
        WAYS[way](driver, sitter)
        said = "\n".join(visible_texts(driver.window))
        assert "礼仪与服务规范测试" in said, "the first page"
        assert not [one for one in NAMES if one in said], "something of a person is left"
        assert "题选项" not in said
    assert len({sitter.score for sitter in sitters}) > 3
    people = driver.services.results.results(exam_id).figures.people
    assert {one.row.name: (one.row.score, one.row.status) for one in people} == {
        sitter.name: (sitter.score, Status.SAT) for sitter in sitters
    }
    assert driver.answers.errors == []
