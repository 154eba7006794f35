"""The row written is the autosave: it is there for any other connection as soon as the call returns."""

import sqlite3
from pathlib import Path

import pytest

from quizapp.core.desk import Sheet
from quizapp.db.engine import Database
from quizapp.errors import EnvironmentFault
from tests.services.conftest import Roster
from tests.services.office import Office, fill_bank, usual_questions


@pytest.fixture
def office(database: Database, roster: Roster) -> Office:
    roster.people(roster.department("办公室"), "张三")
    return Office(database)


@pytest.fixture
def begun(office: Office, database: Database) -> tuple[str, Sheet]:
    exam_id = office.published(fill_bank(database, usual_questions()))
    token = office.desk.sign_in(1, "").token
    return token, office.desk.start(token, exam_id)


def test_another_connection_reads_the_answer_at_once(office: Office, begun: tuple[str, Sheet], tmp_path: Path) -> None:
    token, sheet = begun
    reader = sqlite3.connect(tmp_path / "quizapp.sqlite3")
    for seq, shown in enumerate((0, 3, 1), start=1):
        office.desk.save_answer(token, sheet.attempt_id, 0, (shown,), seq=seq, is_marked=False)
        [(stored, number)] = reader.execute("select response, seq from responses where position = 0").fetchall()
        assert number == seq and stored.startswith("[")
    reader.close()


def test_a_full_disk_is_told_and_loses_nothing(office: Office, begun: tuple[str, Sheet], database: Database) -> None:
    token, sheet = begun
    blank = sheet.questions[-1].position
    office.desk.save_answer(token, sheet.attempt_id, blank, ("三",), seq=1, is_marked=False)
    with database.engine.connect() as connection:
        pages = connection.exec_driver_sql("pragma page_count").scalar_one()
        connection.exec_driver_sql(f"pragma max_page_count = {pages}")
    with pytest.raises(EnvironmentFault, match="磁盘已满"):
        office.desk.save_answer(token, sheet.attempt_id, blank, ("长" * 200_000,), seq=2, is_marked=False)
    assert office.desk.sheet(token, sheet.attempt_id).questions[-1].response == ("三",)
