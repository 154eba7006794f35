"""The program is killed in mid-test: on the next start every acknowledged answer is there, and the clock has run on."""

import ast
import os
import random
import subprocess
import sys
import time
from datetime import timedelta
from pathlib import Path

import pytest

from quizapp.app import open_services
from quizapp.clock import read_clock
from quizapp.config import Settings
from quizapp.core.desk import Sheet
from quizapp.paths import Places, make_data_folder
from tests.services.conftest import Roster
from tests.services.office import Office, fill_bank, usual_questions

ROOT = Path(__file__).parents[2]


@pytest.fixture
def exam_id(places: Places) -> int:
    """A data folder with one person and a test that is open now."""
    make_data_folder(places)
    with open_services(places, Settings()) as services:
        database = services.desk._database
        Roster(database).people(Roster(database).department("办公室"), "张三")
        now = read_clock().wall_at
        office = Office(database)
        office.clock.wall_at = now
        bank_id = fill_bank(database, usual_questions())
        day = timedelta(days=1)
        return office.published(bank_id, opens_at=now - day, closes_at=now + day)


def sit_until_killed(folder: Path, answers: int) -> list[str]:
    """Let the examinee work until so many answers were acknowledged, kill it with SIGKILL, return what it told."""
    command = [sys.executable, "-m", "tests.journeys.examinee", str(folder), "张三"]
    environment = os.environ | {"PYTHONPATH": str(ROOT), "PYTHONIOENCODING": "utf-8"}
    process = subprocess.Popen(command, stdout=subprocess.PIPE, text=True, encoding="utf-8", env=environment, cwd=ROOT)
    assert process.stdout is not None
    lines = []
    for line in process.stdout:
        lines.append(line.rstrip("\n"))
        if sum(one.startswith("kept") for one in lines) >= answers:
            break
    process.kill()
    rest, _errors = process.communicate(timeout=30)
    assert process.returncode < 0, "the examinee ended by itself"
    return [*lines, *(rest or "").splitlines()]


def acknowledged(lines: list[str]) -> dict[int, object]:
    """The last acknowledged response of each position."""
    kept = {}
    for line in lines:
        word, position, response = line.split(" ", 2)
        if word == "kept":
            kept[int(position)] = ast.literal_eval(response)
    return kept


def resume(places: Places, exam_id: int) -> Sheet:
    """Sign in again after the crash."""
    with open_services(places, Settings()) as services:
        return services.desk.start(services.desk.sign_in(1, "").token, exam_id)


def test_killed_and_started_again_nothing_is_lost(places: Places, exam_id: int) -> None:
    kept: dict[int, object] = {}
    moments = random.Random(20260301)
    began = 0.0
    for life in range(3):
        lines = sit_until_killed(places.data, moments.randint(4, 25))
        word, attempt, left, at = lines[0].split()
        if life == 0:
            began = float(at) - (1800 - float(left))
        assert word == "started"
        kept |= acknowledged(lines)
        asked_at = time.monotonic()
        sheet = resume(places, exam_id)
        answered_at = time.monotonic()  # on a slow machine much later
        assert sheet.attempt_id == int(attempt), "the same attempt goes on"
        stored = {place.position: place.response for place in sheet.questions}
        # an answer sent but not yet acknowledged when the process died may be there as well: it is newer, not lost
        lost = {position: response for position, response in kept.items() if stored[position] is None and response}
        assert lost == {}
        newer = [position for position, response in kept.items() if stored[position] != response]
        assert len(newer) <= 2
        kept = {position: response for position, response in stored.items() if response is not None}
        used_s = 1800 - sheet.time_left_s
        assert asked_at - began - 2 <= used_s <= answered_at - began + 2
