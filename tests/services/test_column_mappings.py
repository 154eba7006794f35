"""What was said of columns is remembered in a small file, for the same headings and no longer than it is wanted."""

import json
from dataclasses import replace
from pathlib import Path

import pytest

from quizapp.core.column_mapping import MappedColumn, TableMapping
from quizapp.core.questions import Kind
from quizapp.services.column_mappings import MOST, ColumnMappings

MAPPING = TableMapping(
    "Sheet1",
    2,
    (MappedColumn(0, "内容", "stem"), MappedColumn(2, "选择", "option", 1), MappedColumn(3, "结果", "key")),
    kind=Kind.SINGLE,
    kind_codes=(("1", Kind.SINGLE), ("2", Kind.MULTIPLE)),
    numbers_from_one=True,
)
KEPT = replace(MAPPING, sheet="", kind_codes=(), numbers_from_one=None)


@pytest.fixture
def file(tmp_path: Path) -> Path:
    return tmp_path / "column-mappings.json"


@pytest.fixture
def remembered(file: Path) -> ColumnMappings:
    return ColumnMappings(file)


def headed(name: str) -> TableMapping:
    return TableMapping("表", 1, (MappedColumn(0, name, "stem"), MappedColumn(1, "答", "key")))


def test_nothing_is_remembered_at_first(remembered: ColumnMappings, file: Path) -> None:
    assert remembered.all() == ()
    remembered.forget([MAPPING])
    assert not file.exists()


def test_what_is_remembered_holds_for_any_sheet(remembered: ColumnMappings, file: Path) -> None:
    remembered.remember([MAPPING])
    assert ColumnMappings(file).all() == (KEPT,)


def test_the_same_headings_are_remembered_once(remembered: ColumnMappings) -> None:
    remembered.remember([MAPPING, headed("问")])
    remembered.remember([replace(MAPPING, kind=None, sheet="别的", heading_row=7)])
    assert [one.kind for one in remembered.all()] == [None, None]
    assert remembered.all()[-1].heading_row == 7


def test_it_can_be_forgotten(remembered: ColumnMappings) -> None:
    remembered.remember([MAPPING, headed("问")])
    remembered.forget([replace(MAPPING, columns=tuple(replace(one, role="") for one in MAPPING.columns))])
    assert remembered.all() == (replace(headed("问"), sheet=""),)


def test_what_has_no_headings_or_is_not_read_is_not_remembered(remembered: ColumnMappings, file: Path) -> None:
    remembered.remember([replace(MAPPING, heading_row=0), replace(MAPPING, columns=())])
    assert not file.exists()


def test_the_oldest_go_first(remembered: ColumnMappings) -> None:
    remembered.remember([headed(f"题{at}") for at in range(MOST)])
    remembered.remember([MAPPING])
    found = remembered.all()
    assert len(found) == MOST
    assert found[0].columns[0].heading == "题1"
    assert found[-1] == KEPT


@pytest.mark.parametrize(
    "content",
    [
        b"",
        b"[]",
        b"\xff\xfe",
        b'{"mappings": 7}',
        b'{"mappings": [{"columns": [[0, "a", "unheard", 0]]}]}',
        b"[" * 5000,
    ],
)
def test_a_damaged_file_counts_as_an_empty_one(remembered: ColumnMappings, file: Path, content: bytes) -> None:
    file.write_bytes(content)
    assert remembered.all() == ()
    remembered.remember([MAPPING])
    assert remembered.all() == (KEPT,)


def test_the_file_is_plain_json(remembered: ColumnMappings, file: Path) -> None:
    remembered.remember([MAPPING])
    assert json.loads(file.read_text(encoding="utf-8"))["mappings"][0]["columns"][0] == [0, "内容", "stem", 0]


def test_not_to_be_able_to_remember_is_no_failure(tmp_path: Path) -> None:
    remembered = ColumnMappings(tmp_path / "no folder" / "column-mappings.json")
    remembered.remember([MAPPING])
    assert remembered.all() == ()


def test_headings_that_two_tables_share_are_not_remembered(remembered: ColumnMappings) -> None:
    remembered.remember([MAPPING, replace(MAPPING, kind=None), headed("问")])
    assert [one.columns[0].heading for one in remembered.all()] == ["问"]


def test_what_digits_meant_in_one_file_is_no_rule_for_the_next(remembered: ColumnMappings, file: Path) -> None:
    remembered.remember([replace(MAPPING, numbers_from_one=False)])
    (kept,) = remembered.all()
    assert (kept.numbers_from_one, kept.kind_codes, kept.kind) == (None, (), Kind.SINGLE)
    written = json.loads(file.read_bytes())
    written["mappings"][0] |= {"numbers_from_one": False, "kind_codes": {"1": "single"}}  # as it was kept at first
    file.write_text(json.dumps(written), encoding="utf-8")
    assert remembered.all() == (kept,)
