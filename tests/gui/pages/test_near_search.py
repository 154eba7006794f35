"""Near questions are looked for behind the page; the newest preview counts, and the search can be stopped."""

from datetime import date
from threading import Event

import pytest

from quizapp.core.people import Actor
from quizapp.core.questions import Kind, Option, Question
from quizapp.gui.pages.import_check import ImportCheck
from quizapp.gui.pages.near_search import NearSearch
from tests.gui.reading import button
from tests.services.bank_files import file_of, preview_of

PHONE = Question(Kind.SINGLE, "办公室电话铃响之后应当在几声之内接听？", (0,), (Option("三声之内"), Option("五声之内")))
PHONE_TOO = Question(Kind.SINGLE, "办公室的电话铃响后应当在几声之内接听？", (0,), PHONE.options)


@pytest.fixture
def check(theme, show) -> ImportCheck:
    return show(ImportCheck(theme, date(2026, 3, 2)))


@pytest.fixture
def preview(banks, database):
    banks.import_(Actor("张管理"), preview_of(database, file_of([PHONE])))
    return preview_of(database, file_of([PHONE_TOO]))


def tiles(check: ImportCheck) -> dict[str, str]:
    return {tile.text(): tile.figure for tile in check.tiles.tiles.values()}


def test_what_is_found_is_counted(check, banks, tasks, preview, qtbot, failures):
    search = NearSearch(tasks, banks, check, failures.append)
    check.show_preview(preview, [])
    search.start(preview)
    assert "相近（查找中）" in tiles(check)
    qtbot.waitUntil(lambda: tiles(check).get("相近") == "1")
    assert failures == []


def test_an_older_preview_does_not_count(check, banks, database, tasks, preview, qtbot, failures):
    search = NearSearch(tasks, banks, check, failures.append)
    check.show_preview(preview, [])
    search.start(preview)
    search.start(preview_of(database, file_of([PHONE])))  # nothing new in it: nothing to search
    qtbot.waitUntil(lambda: not tasks.is_busy)
    assert check.near.pairs == []


def test_a_stopped_search_is_made_again(check, banks, tasks, preview, qtbot, failures):
    search, others_end = NearSearch(tasks, banks, check, failures.append), Event()
    for _worker in range(3):
        tasks.run(others_end.wait)  # so that the search waits its turn
    check.show_preview(preview, [])
    search.start(preview)
    check.tiles.choose("near")
    button(check.near, "取消").click()
    others_end.set()
    qtbot.waitUntil(check.near.search_button.isVisible)
    button(check.near, "查找相近的题").click()
    qtbot.waitUntil(lambda: len(check.near.pairs) == 1)
    assert failures == []
