"""Whatever is done to the PC's clocks in mid-test: no second is gained, and each jump is flagged to the organiser."""

import shutil
import tempfile
from datetime import timedelta
from pathlib import Path

from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import (
    RuleBasedStateMachine,
    initialize,
    invariant,
    precondition,
    rule,
    run_state_machine_as_test,
)
from sqlalchemy import select

from quizapp.core.attempts import CLOCK_TOLERANCE_S
from quizapp.db.engine import open_sqlite
from quizapp.db.tables import AttemptEventRow, AttemptRow
from quizapp.errors import UserError
from tests.services.conftest import Roster
from tests.services.conftest import migrated_file as migrated_file
from tests.services.office import CLOSES, DeskClock, Office, fill_bank, right_response, usual_questions

MINUTES = 300
LIMIT_S = MINUTES * 60
GOES_ON = precondition(lambda machine: not machine.is_over and machine.true_s < LIMIT_S / 2)
JUMPS_S = st.one_of(st.floats(-6, 6), st.floats(-90_000, 90_000), st.sampled_from([-86_400 * 400, 86_400 * 400]))


class ClocksAreTouched(RuleBasedStateMachine):
    """One attempt, its clocks, and what another clock says that nobody touches.

    What the program cannot know: how long the PC was off, where its wall clock was set back meanwhile (`hidden_s`).
    """

    migrated: Path

    def __init__(self) -> None:
        super().__init__()
        self.folder = tempfile.TemporaryDirectory(prefix="quizapp-clock-")
        file = Path(self.folder.name) / "quizapp.sqlite3"
        shutil.copyfile(self.migrated, file)
        self.database = open_sqlite(file)
        self.true_s = self.hidden_s = self.least_s = 0.0
        self.unseen_s = 0.0  # how far the wall clock was set in this boot since the program last looked
        self.flags: list[float] = []
        self.seq = 0
        self.is_over = self.was_set_while_off = False

    @initialize()
    def begin(self) -> None:
        Roster(self.database).people(Roster(self.database).department("办公室"), "张三")
        self.clock = DeskClock()
        self.office = Office(self.database, self.clock)
        closes_at = CLOSES + timedelta(days=3650)
        exam_id = self.office.published(
            fill_bank(self.database, usual_questions()), minutes=MINUTES, closes_at=closes_at
        )
        self.exam_id = exam_id
        self.token = self.office.desk.sign_in(1, "").token
        self.sheet = self.office.desk.start(self.token, self.exam_id)

    @rule(seconds=st.floats(0.1, 120))
    def time_passes(self, seconds: float) -> None:
        self.clock.advance(seconds)
        self.true_s += seconds

    @rule(seconds=st.floats(1, 1200))
    def the_pc_sleeps(self, seconds: float) -> None:
        self.time_passes(seconds)  # its own clock goes on

    @rule(seconds=JUMPS_S)
    def the_wall_clock_is_set(self, seconds: float) -> None:
        self.clock.wall_at += timedelta(seconds=seconds)
        self.unseen_s += seconds

    @GOES_ON
    @rule()
    def an_answer_is_given(self) -> None:
        place = self.sheet.questions[self.seq % len(self.sheet.questions)]
        self.seq += 1
        receipt = self.office.desk.save_answer(
            self.token, self.sheet.attempt_id, place.position, right_response(place), seq=self.seq, is_marked=False
        )
        if receipt.is_late:
            assert self.was_set_while_off, "there was time left"
            self.is_over = True
        else:
            self._looked(receipt.time_left_s)

    @GOES_ON
    @rule()
    def the_page_is_alive(self) -> None:
        self._looked(self.office.desk.heartbeat(self.token, self.sheet.attempt_id))

    @GOES_ON
    @rule()
    def the_program_is_started_again(self) -> None:
        self.token = self.office.desk.sign_in(1, "").token
        sheet = self.office.desk.start(self.token, self.exam_id)
        assert sheet.attempt_id == self.sheet.attempt_id
        self._looked(sheet.time_left_s)

    @GOES_ON
    @rule(off_s=st.floats(5, 600), set_s=st.one_of(st.just(0.0), JUMPS_S))
    def the_pc_is_restarted(self, off_s: float, set_s: float) -> None:
        """Off for so long, with the wall clock set meanwhile."""
        self.clock.restart(off_s)
        self.clock.wall_at += timedelta(seconds=set_s)
        self.true_s += off_s
        self.hidden_s += max(0.0, -(self.unseen_s + set_s))  # also what was set before and never looked at
        self.was_set_while_off |= bool(self.unseen_s + set_s)
        self.unseen_s = 0.0
        flagged = len(self._flagged())
        self.token = self.office.desk.sign_in(1, "").token
        try:
            self._check_left(self.office.desk.start(self.token, self.exam_id).time_left_s)
        except UserError:
            assert self.was_set_while_off, "there was time left"
            self.is_over = True  # the wall clock was set on while the PC was off: it is believed, and nothing is gained
        self.flags += self._flagged()[flagged:]  # across a restart what is flagged is what the clock is behind

    def _looked(self, left_s: float) -> None:
        if abs(self.unseen_s) > CLOCK_TOLERANCE_S:
            self.flags.append(round(self.unseen_s, 1))
        self.unseen_s = 0.0
        self._check_left(left_s)

    def _check_left(self, left_s: float) -> None:
        assert left_s <= max(0.0, LIMIT_S - (self.true_s - self.hidden_s)) + 0.01, "time was gained"

    @invariant()
    def time_used_never_falls_and_every_jump_is_flagged(self) -> None:
        if not self.seq and self.true_s == 0:
            return
        used_s = self._used()
        assert used_s >= self.least_s - 0.001
        self.least_s = used_s
        flagged = self._flagged()
        assert len(flagged) == len(self.flags), (flagged, self.flags)
        assert all(abs(one - other) <= 0.2 for one, other in zip(flagged, self.flags, strict=True))

    def _used(self) -> float:
        with self.database.read() as session:
            return session.scalars(select(AttemptRow)).one().used_s

    def _flagged(self) -> list[float]:
        with self.database.read() as session:
            wanted = select(AttemptEventRow).where(AttemptEventRow.event == "clock_jump").order_by(AttemptEventRow.id)
            return [event.details["jump_s"] for event in session.scalars(wanted)]

    def teardown(self) -> None:
        if hasattr(self, "sheet"):
            shown = [one.words for one in self.office.attempts.record(self.sheet.attempt_id).events]
            for jump_s in self._flagged():
                assert any(f"{jump_s} 秒" in words for words in shown), "the organiser reads how far"
        self.database.close()
        self.folder.cleanup()


def test_no_second_is_gained_and_each_jump_is_flagged(migrated_file: Path) -> None:
    ClocksAreTouched.migrated = migrated_file
    few = settings(max_examples=max(15, settings().max_examples // 8), stateful_step_count=30)
    run_state_machine_as_test(ClocksAreTouched, settings=few)
