"""Sorting and finding names by pinyin."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quizapp.core.pinyin import name_keys, sort_key


@pytest.mark.parametrize(
    ("name", "pinyin", "initials"),
    [
        ("张三", "zhang san", "zs"),
        ("单田芳", "shan tian fang", "stf"),
        ("曾国", "zeng guo", "zg"),
        ("仇英", "qiu ying", "qy"),
        ("解缙", "xie jin", "xj"),
        ("尉迟恭", "yu chi gong", "ycg"),
        ("长孙无忌", "zhang sun wu ji", "zswj"),
        ("欧阳修", "ou yang xiu", "oyx"),
        ("吕布", "lv bu", "lb"),
        ("买买提·阿里", "mai mai ti a li", "mmtal"),
        ("李A", "li a", "la"),
        ("", "", ""),
    ],
)
def test_a_name_is_read_as_people_read_it(name: str, pinyin: str, initials: str) -> None:
    keys = name_keys(name)
    assert (keys.pinyin[0], keys.initials[0]) == (pinyin, initials)


def test_a_surname_read_in_two_ways_is_found_by_both() -> None:
    keys = name_keys("覃峰")
    assert keys.pinyin == ("qin feng", "tan feng")
    assert keys.initials == ("qf", "tf")
    assert "dan yi" in name_keys("单一").pinyin


def test_rare_characters_stay() -> None:
    assert name_keys("张𪚥𬭚").pinyin[0].startswith("zhang ")
    assert len(name_keys("张\U00030000").initials[0]) == 2


def test_texts_are_sorted_by_sound() -> None:
    names = ["张三", "李四", "连某", "王五", "阿一"]
    assert sorted(names, key=sort_key) == ["阿一", "李四", "连某", "王五", "张三"]


@given(st.text(max_size=12))
def test_any_text_has_keys(text: str) -> None:
    keys = name_keys(text)
    assert keys.pinyin and keys.initials
    assert sort_key(text) == sort_key(text)
    assert not any("|" in key for key in (*keys.pinyin, *keys.initials))
