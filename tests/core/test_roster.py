"""The values of a roster comparison."""

from quizapp.core.roster import (
    RosterChange,
    RosterChanges,
    RosterDetail,
    RosterDoubt,
    RosterEntry,
    RosterField,
    RosterQuestion,
)
from tests.core.rosters import person, row


def test_everything_has_words() -> None:
    for kind in (RosterField, RosterChange, RosterDoubt):
        words = [one.label for one in kind]
        assert all(words) and len(set(words)) == len(words)


def test_a_detail_is_said_in_words() -> None:
    assert RosterDetail(RosterField.POSITION, "", "科长").describe() == "职务：（空） → 科长"
    assert RosterDetail(RosterField.COUNTS, True, False).describe() == "计入统计：是 → 否"


def test_all_rows_stand_in_the_files_order() -> None:
    entries = tuple(
        RosterEntry(row(at, "张三"), ("办公室",), 1, None, change)
        for at, change in ((5, RosterChange.NEW), (2, RosterChange.SAME))
    )
    question = RosterQuestion(row(3, "李四"), ("办公室",), 1, RosterDoubt.MOVED, (person(1, "李四"),))
    changes = RosterChanges(entries, (question,), (row(4, "王五"),))
    assert [one.row for one in changes.rows] == [2, 3, 4, 5]
    assert changes.of(RosterChange.NEW) == entries[:1]
    assert changes.of(RosterChange.MOVED) == ()
