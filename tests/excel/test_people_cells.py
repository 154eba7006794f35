"""Names, departments, numbers and switches as people type them."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quizapp.core.people import DepartmentKind
from quizapp.excel.people_cells import (
    clean_department,
    clean_name,
    clean_number,
    department_kind_of,
    is_identity_card,
    is_rounded_number,
    is_switched_on,
    minutes_of,
)

HAN = st.text(st.characters(min_codepoint=0x4E00, max_codepoint=0x9FFF), min_size=2, max_size=4)


@given(HAN, st.sampled_from([" ", "  ", "　", " 　 ", "\n"]))
def test_the_spaces_that_pad_a_chinese_name_go(name: str, space: str) -> None:
    assert clean_name(space + space.join(name) + space) == name


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("John  Smith", "John Smith"),
        ("阿依古丽·买买提", "阿依古丽·买买提"),
        ("张三 Peter", "张三 Peter"),
        ("𠮷 田", "𠮷田"),
        ("  ", ""),
    ],
)
def test_other_names_keep_what_belongs_to_them(text: str, name: str) -> None:
    assert clean_name(text) == name


@pytest.mark.parametrize(
    ("text", "path"),
    [
        ("办 公 室", ("办公室",)),
        ("机关服务中心/车队", ("机关服务中心", "车队")),
        ("机关服务中心 ＞ 车队 ／ 一班", ("机关服务中心", "车队", "一班")),
        ("后勤-保障科", ("后勤-保障科",)),
        ("/", ()),
        ("", ()),
    ],
)
def test_a_department_is_a_path(text: str, path: tuple[str, ...]) -> None:
    assert clean_department(text) == path


def test_numbers_keep_their_zeros_and_become_narrow() -> None:
    assert clean_number(" ００７ ") == "007"
    assert clean_number("'007") == "007"


@pytest.mark.parametrize("text", ["3.70602E+17", "1E+11", "370602199001010000", "123456789012345000"])
def test_numbers_that_a_spreadsheet_has_spoilt(text: str) -> None:
    assert is_rounded_number(text)


@pytest.mark.parametrize("text", ["007", "13800000000", "1E5A", "A-100", "370602199001011234", ""])
def test_numbers_that_are_whole(text: str) -> None:
    assert not is_rounded_number(text)


def test_an_identity_card_is_known_by_its_shape() -> None:
    assert is_identity_card("37060219900101123X")
    assert not is_identity_card("3706021990")


@pytest.mark.parametrize(
    ("text", "is_on"),
    [
        ("是", True),
        ("√", True),
        ("参加", True),
        ("否", False),
        ("不参加", False),
        ("×", False),
        ("也许", None),
        ("", None),
    ],
)
def test_switches(text: str, is_on: bool | None) -> None:
    assert is_switched_on(text) is is_on


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("科室", DepartmentKind.SECTION),
        ("机关内设科室", DepartmentKind.SECTION),
        ("局机关", DepartmentKind.SECTION),
        ("局属单位", DepartmentKind.UNIT),
        ("直属", DepartmentKind.UNIT),
        ("企业", DepartmentKind.UNIT),
        ("单位", DepartmentKind.UNIT),
        ("不知道", None),
        ("", None),
    ],
)
def test_kinds_of_departments(text: str, kind: DepartmentKind | None) -> None:
    assert department_kind_of(text) is kind


@pytest.mark.parametrize(
    ("text", "minutes"),
    [
        *[("10", 10), ("１５ 分钟", 15), ("+20分", 20), ("5 min", 5), ("10.0", 10), ("0", 0)],
        *[("", None), ("半小时", None), ("1.5", None)],
    ],
)
def test_minutes_with_or_without_their_unit(text: str, minutes: int | None) -> None:
    assert minutes_of(text) == minutes
