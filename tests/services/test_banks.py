"""Banks as a whole: their names, their counts, their categories."""

from collections.abc import Callable
from dataclasses import replace
from datetime import datetime
from pathlib import Path

import pytest

from quizapp.core.column_mapping import MappedColumn, TableMapping
from quizapp.core.people import Actor
from quizapp.core.questions import Kind, Question
from quizapp.db.engine import Database
from quizapp.errors import Conflict, UserError
from quizapp.services.banks import Banks, Novelty, QuestionState
from quizapp.services.column_mappings import ColumnMappings
from tests.services.bank_files import file_of, preview_of, single
from tests.services.conftest import Clock


@pytest.fixture
def banks(database: Database, now: Callable[[], datetime]) -> Banks:
    """The service on an empty database."""
    return Banks(database, now)


def test_a_bank_counts_what_can_be_drawn(database: Database, banks: Banks, actor: Actor, clock: Clock) -> None:
    judged = Question(Kind.TRUE_FALSE, "对吗？", True)
    batch = banks.import_(actor, preview_of(database, file_of([single(1), single(2), single(3), judged])))
    first = banks.questions(batch.bank_id)[0]
    banks.set_state(actor, (first.id,), QuestionState.RETIRED)
    (bank,) = banks.banks()
    assert (bank.name, bank.total, bank.retired, bank.last_import_at) == ("礼仪", 3, 1, clock())
    assert bank.by_kind == {
        Kind.SINGLE: 2, Kind.MULTIPLE: 0, Kind.TRUE_FALSE: 1, Kind.FILL_BLANK: 0, Kind.SHORT_ANSWER: 0,
    }  # fmt: skip


def test_an_undone_import_is_not_the_last_one(database: Database, banks: Banks, actor: Actor, clock: Clock) -> None:
    banks.import_(actor, preview_of(database, file_of([single(1)])))
    first_at = clock()
    clock.advance(days=1)
    second = banks.import_(actor, preview_of(database, file_of([single(2)])))
    banks.undo_batch(actor, second.id)
    assert banks.banks()[0].last_import_at == first_at


def test_banks_stand_in_pinyin_order(banks: Banks, actor: Actor) -> None:
    for name in ("政务礼仪", "服务标准", "办公室应知应会", "ABC"):
        banks.add_bank(actor, name)
    assert [bank.name for bank in banks.banks()] == ["ABC", "办公室应知应会", "服务标准", "政务礼仪"]
    assert {bank.total for bank in banks.banks()} == {0}


def test_two_banks_cannot_have_one_name(banks: Banks, actor: Actor) -> None:
    bank = banks.add_bank(actor, " 礼仪 ")
    other = banks.add_bank(actor, "服务")
    assert bank.name == "礼仪"
    for name in ("礼仪", "礼仪 "):
        with pytest.raises(Conflict, match="“礼仪”"):
            banks.add_bank(actor, name)
        with pytest.raises(Conflict, match="“礼仪”"):
            banks.rename_bank(actor, other.id, name)
    with pytest.raises(UserError, match="题库名称"):
        banks.add_bank(actor, " ")


def test_a_bank_is_renamed(banks: Banks, actor: Actor) -> None:
    bank = banks.add_bank(actor, "礼仪")
    banks.rename_bank(actor, bank.id, "政务礼仪")
    banks.rename_bank(actor, bank.id, "政务礼仪")
    assert [one.name for one in banks.banks()] == ["政务礼仪"]
    with pytest.raises(Conflict, match="不存在"):
        banks.rename_bank(actor, 99, "别的")


def test_categories_are_those_that_can_be_drawn(database: Database, banks: Banks, actor: Actor) -> None:
    wanted = [single(1, category="会面"), single(2, category="办公"), single(3), single(4, category="乘车")]
    batch = banks.import_(actor, preview_of(database, file_of(wanted)))
    banks.set_state(actor, (banks.questions(batch.bank_id)[3].id,), QuestionState.RETIRED)
    other = banks.import_(actor, preview_of(database, file_of([single(1, category="电话")]), "服务"))
    assert banks.categories((batch.bank_id,)) == ["办公", "会面"]
    assert banks.categories((batch.bank_id, other.bank_id)) == ["办公", "电话", "会面"]
    assert banks.categories(()) == []


def test_a_preview_without_a_bank_name_is_refused(banks: Banks) -> None:
    with pytest.raises(UserError, match="题库名称"):
        banks.preview(" ", b"", "x.xlsx")


UNKNOWN = "内容一,内容二,内容三,内容四\n哪个对？,甲,乙,B\n没有答案？,甲,乙,\n".encode()
SAID = TableMapping(
    "题库",
    1,
    (
        MappedColumn(0, "内容一", "stem"),
        MappedColumn(1, "内容二", "option", 0),
        MappedColumn(2, "内容三", "option", 1),
        MappedColumn(3, "内容四", "key"),
    ),
)


@pytest.fixture
def remembering(database: Database, now: Callable[[], datetime], tmp_path: Path) -> Banks:
    """The service with a place to remember what was said of columns."""
    return Banks(database, now, remembered=ColumnMappings(tmp_path / "column-mappings.json"))


def test_columns_are_read_as_somebody_says(remembering: Banks, actor: Actor) -> None:
    assert remembering.preview("礼仪", UNKNOWN, "题库.csv").items == ()
    preview = remembering.preview("礼仪", UNKNOWN, "题库.csv", mappings=[SAID])
    assert [(item.question.stem, item.question.key) for item in preview.items] == [("哪个对？", (1,))]
    assert (preview.mappings, preview.remembered) == ((SAID,), ())
    assert remembering.columns_at(preview.tables[0], 0)[0].heading == ""


def test_what_was_said_is_remembered_once_it_led_to_an_import(remembering: Banks, actor: Actor) -> None:
    preview = remembering.preview("礼仪", UNKNOWN, "题库.csv", mappings=[SAID])
    assert remembering.preview("礼仪", UNKNOWN, "题库.csv").remembered == ()
    remembering.import_(actor, preview)
    again = remembering.preview("礼仪", UNKNOWN, "别的文件.csv")
    assert [item.novelty for item in again.items] == [Novelty.SAME]
    assert [one.sheet for one in again.remembered] == ["别的文件"]
    assert again.tables[0].is_remembered
    remembering.forget_mappings(again.remembered)
    assert remembering.preview("礼仪", UNKNOWN, "题库.csv").items == ()


def test_what_is_said_now_goes_before_what_is_remembered(remembering: Banks, actor: Actor) -> None:
    remembering.import_(actor, remembering.preview("礼仪", UNKNOWN, "题库.csv", mappings=[SAID]))
    turned = replace(SAID, columns=(*SAID.columns[:1], *SAID.columns[3:]))
    preview = remembering.preview("礼仪", UNKNOWN, "题库.csv", mappings=[turned])
    assert preview.items == ()
    assert preview.remembered == ()


def test_what_is_missing_in_a_mapping_is_told(remembering: Banks) -> None:
    with pytest.raises(UserError, match="没有题干列"):
        remembering.preview("礼仪", UNKNOWN, "题库.csv", mappings=[replace(SAID, columns=SAID.columns[1:])])


def test_the_file_comes_back_with_remarks(remembering: Banks) -> None:
    preview = remembering.preview("礼仪", UNKNOWN, "题库.csv", mappings=[SAID])
    made = remembering.annotated(preview, UNKNOWN)
    assert made.suffix == ".xlsx"
    again = remembering.preview("礼仪", made.content, "题库-问题标注.xlsx", mappings=[SAID])
    assert [item.question for item in again.items] == [item.question for item in preview.items]


DIGITS = "题干,选项A,选项B,选项C,答案\n哪个对？,甲,乙,丙,1\n哪个错？,子,丑,寅,2\n".encode()


def test_digits_count_from_0_in_the_file_only_of_which_that_was_said(remembering: Banks, actor: Actor) -> None:
    found = remembering.preview("礼仪", DIGITS, "题库.csv").tables[0].mapping
    said = replace(found, numbers_from_one=False)
    preview = remembering.preview("礼仪", DIGITS, "题库.csv", mappings=[said])
    assert [item.question.key for item in preview.items] == [(1,), (2,)]
    assert remembering.preview("别的", DIGITS, "题库.csv", mappings=preview.mappings).items == preview.items
    remembering.import_(actor, preview)
    again = remembering.preview("别的", DIGITS, "下月.csv")
    assert [item.question.key for item in again.items] == [(0,), (1,)]
    assert any("按“第几个选项”理解" in problem.message for problem in again.problems)
