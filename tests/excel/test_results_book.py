"""The words and numbers that all sheets of the results share."""

from decimal import Decimal

import pytest

from quizapp.excel.results_book import exam_name, name_width, points_value
from tests.excel.sample_month import book


@pytest.mark.parametrize(
    ("title", "name"),
    [
        ("业务知识测试", "滨海市机关事务管理局2026年3月份业务知识测试"),
        ("3月份业务知识测试", "滨海市机关事务管理局2026年3月份业务知识测试"),
        ("2026年3月业务知识测试", "滨海市机关事务管理局2026年3月业务知识测试"),
        ("滨海市机关事务管理局礼仪测试", "滨海市机关事务管理局2026年3月份礼仪测试"),
        (" 礼仪{month}测试 ", "滨海市机关事务管理局2026年3月份礼仪{month}测试"),
    ],
)
def test_bureau_year_and_month_are_said_once(title: str, name: str) -> None:
    assert exam_name(book(title=title)) == name


def test_a_score_is_written_as_it_was_set() -> None:
    assert [points_value(score) for score in (0, 8_600, 8_650)] == [0, 86, Decimal("86.5")]


def test_a_column_is_as_wide_as_its_names_within_limits() -> None:
    assert name_width([], 16, 40) == 16
    assert name_width(["办公室", "公务用车服务中心二分队"], 16, 40) == 24
    assert name_width(["办" * 50], 16, 40) == 40
