"""A slice of the endurance run: damaged and hostile files give a result or an error in words, and cost little."""

import pytest

from quizapp.errors import NotReadable
from quizapp.excel.child import ChildLimits
from quizapp.excel.read_bank import read_bank
from quizapp.excel.read_people import read_people
from tests.endurance.importing import imported
from tests.endurance.monsters import monsters
from tests.endurance.mutators import mutated
from tests.endurance.seeds import seeds
from tests.endurance.worker import Outcome, Worker, look_at

LIMITS = ChildLimits(seconds=20, megabytes=1024)
READERS = {"bank": read_bank, "people": read_people}
SOUND = seeds()
PARTS, EACH = 4, 15
# Those that are told at once; the rest is read in the endurance run.
SWIFT = (
    "billions in xl/worksheets/sheet1.xml",
    "billions in an .ods",
    "a million empty columns",
    "table:number-columns-repeated a billion",
    "rows a billion times",
    "a number format of 300,000 brackets",
    "an .xls with the most texts",
    "a container whose sectors follow themselves",
    "columns a billion times",
    "a cell as wide as a billion",
    "comments",
    "blanks in a roster",
    "a level far down",
    "a reference of 5,000 digits",
    "tags that never end",
    "an opened tag",
)


def test_the_same_seed_makes_the_same_files() -> None:
    assert [one.content for one in SOUND] == [one.content for one in seeds()]
    assert [mutated(SOUND, number, 7) for number in range(20)] == [mutated(SOUND, number, 7) for number in range(20)]


def test_sound_files_are_read() -> None:
    told = {
        seed.name: look_at(seed.name, seed.content, reader=seed.reader, annotates=seed.reader == "bank")
        for seed in SOUND
    }
    assert all(outcome is Outcome.READ for outcome, _items, _details in told.values()), told
    assert sum(items for _outcome, items, _details in told.values()) > 70


@pytest.mark.parametrize("part", range(PARTS))
def test_damaged_files_are_read_or_refused(part: int) -> None:
    worker, outcomes = Worker(), set()
    try:
        for number in range(part * EACH, (part + 1) * EACH):
            case = mutated(SOUND, number, 2)
            annotates = number % 10 == 0 and case.reader == "bank"
            told = worker.read(case.name, case.content, reader=case.reader, annotates=annotates)
            outcomes.add(told.outcome)
            assert told.outcome is not Outcome.FAILED, f"seed 2, {number} {case.name} {case.done}: {told.details}"
            if told.outcome is Outcome.LEFT:
                with pytest.raises(NotReadable):
                    READERS[case.reader](case.content, case.name, limits=LIMITS)
    finally:
        worker.close()
    assert {Outcome.READ, Outcome.REFUSED} <= outcomes


def test_monsters_do_no_harm() -> None:
    met = []
    worker = Worker()
    try:
        for monster in monsters(SWIFT):
            met.append(monster.title)
            told = worker.read(monster.name, monster.content, reader=monster.reader)
            assert told.outcome is not Outcome.FAILED, f"{monster.title}: {told.details}"
            if told.outcome is Outcome.LEFT:
                with pytest.raises(NotReadable):
                    READERS[monster.reader](monster.content, monster.name, limits=LIMITS)
    finally:
        worker.close()
    assert sorted(met) == sorted(SWIFT)


@pytest.mark.parametrize("number", [3, 14, 15, 92])
def test_what_is_left_of_a_damaged_file_is_imported_whole(number: int) -> None:
    case = mutated(SOUND, number, 2)
    _count, wrong = imported(case.name, case.content)
    assert not wrong
