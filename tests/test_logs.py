"""The log is kept in the folder, rotates, and never stops the work."""

import logging
import os
import sys
from pathlib import Path

import pytest

import quizapp.logs
from quizapp.logs import LOG_FILE, log_to


def test_what_happens_is_kept_and_the_file_is_closed_afterwards(tmp_path: Path) -> None:
    handlers = list(logging.getLogger().handlers)
    with log_to(tmp_path / "logs"):
        logging.getLogger("quizapp.somewhere").info("题库 %s 已导入", "礼仪")
    assert "INFO quizapp.somewhere: 题库 礼仪 已导入" in (tmp_path / "logs" / LOG_FILE).read_text(encoding="utf-8")
    assert logging.getLogger().handlers == handlers
    (tmp_path / "logs" / LOG_FILE).unlink()


def test_an_error_that_ends_the_work_is_kept_and_goes_on(tmp_path: Path) -> None:
    with pytest.raises(ZeroDivisionError), log_to(tmp_path):
        _ = 1 / 0
    assert "ZeroDivisionError" in (tmp_path / LOG_FILE).read_text(encoding="utf-8")


def test_a_folder_that_cannot_be_written_costs_only_the_log(tmp_path: Path) -> None:
    (tmp_path / "logs").write_text("in the way", encoding="utf-8")
    with log_to(tmp_path / "logs"):
        logging.getLogger("quizapp").info("nobody reads this")


@pytest.mark.skipif(sys.platform == "win32", reason="it has no such files")
def test_a_pipe_in_its_place_is_not_waited_for(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / LOG_FILE)
    with log_to(tmp_path):
        logging.getLogger("quizapp").info("nobody reads this")


def test_a_full_disk_costs_only_the_record(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    with log_to(tmp_path):
        handler = logging.getLogger().handlers[-1]
        assert isinstance(handler, logging.StreamHandler)
        handler.stream.close()
        handler.stream = Path("/dev/full").open("w", encoding="utf-8")  # noqa: SIM115 - the handler closes it
        logging.getLogger("quizapp").info("lost")
    assert capsys.readouterr().err == ""


def test_old_logs_are_few(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(quizapp.logs, "_BYTES_PER_FILE", 2000)
    with log_to(tmp_path):
        for number in range(400):
            logging.getLogger("quizapp").info("record %s", number)
    files = sorted(path.name for path in tmp_path.iterdir())
    assert files == [LOG_FILE, *(f"{LOG_FILE}.{age}" for age in (1, 2, 3))]
    assert sum(path.stat().st_size for path in tmp_path.iterdir()) < 10_000


def test_a_log_that_another_process_holds_goes_on_in_the_same_file(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def held(source: str, dest: str) -> None:
        raise PermissionError(13, "held by another process")

    monkeypatch.setattr(quizapp.logs, "_BYTES_PER_FILE", 500)
    with log_to(tmp_path):
        monkeypatch.setattr("os.rename", held)
        for number in range(50):
            logging.getLogger("quizapp").info("record %s", number)
    kept = (tmp_path / LOG_FILE).read_text(encoding="utf-8")
    assert "record 0\n" in kept
    assert "record 49\n" in kept
