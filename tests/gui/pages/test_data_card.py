"""The data and their backups: made with a click, listed, put elsewhere; the way back is there to be copied."""

import shlex

import pytest
from PySide6.QtGui import QGuiApplication

from quizapp.gui.pages.data_card import DataCard, list_backups, restore_command
from quizapp.gui.widgets.banner import Banner
from quizapp.services.backups import Backups
from tests.services.office import ACTOR


@pytest.fixture
def banner(theme, show):
    return show(Banner(theme))


@pytest.fixture
def card(show, doors, database, clock, places, banner, tmp_path):
    backups = Backups(database, clock, tmp_path / "quizapp.sqlite3", places.backups)
    return show(DataCard(doors, backups, places, ACTOR, banner))


def test_a_backup_with_a_click_is_listed(card, banner, places, qtbot):
    card.look_up()
    qtbot.waitUntil(lambda: "还没有备份" in card.files.text())
    card.backup_button.click()
    qtbot.waitUntil(lambda: "quizapp-20260302" in card.files.text())
    assert "已备份到" in banner.message
    assert card.backup_button.isEnabled()
    assert [file.name for file in list_backups(places.backups)] == [next(places.backups.iterdir()).name]


def test_a_backup_elsewhere(card, answers, banner, tmp_path, qtbot):
    answers.saves = tmp_path / "U盘" / "三月.sqlite3"
    card.backup_to_button.click()
    qtbot.waitUntil(lambda: "三月.sqlite3" in banner.message)
    assert answers.saves.read_bytes().startswith(b"SQLite format 3")
    assert answers.asked[-1][1].startswith("quizapp-20260302")


def test_a_place_that_takes_none_is_told(card, answers, banner, tmp_path, qtbot):
    blocked = tmp_path / "a file"
    blocked.write_text("")
    answers.saves = blocked / "三月.sqlite3"
    card.backup_to_button.click()
    qtbot.waitUntil(lambda: banner.tone == "bad")
    assert card.backup_button.isEnabled()


def test_only_the_newest_are_listed(card, places):
    places.backups.mkdir(parents=True)
    for number in range(7):
        (places.backups / f"{number}.sqlite3").write_bytes(b"")
    card._on_listed(list_backups(places.backups))
    assert len(card.files.text().splitlines()) == 6
    assert "另有 2 个更早的备份。" in card.files.text()


def test_the_folder_is_opened_or_named(card, answers, banner, places):
    assert card.folder.text() == str(places.data)
    card.folder_button.click()
    assert answers.asked[-1][1] == str(places.data)
    assert not banner.isVisible()
    answers.confirms = False
    card.folder_button.click()
    assert str(places.data) in banner.message


def test_the_way_back_is_copied(card, places):
    card.copy_button.click()
    command = QGuiApplication.clipboard().text()
    assert command == restore_command(places.data) == card.command.text()
    assert shlex.split(command)[-4:] == ["--data", str(places.data), "restore", "备份文件"]
