"""The program's log: a few rotating files in the data folder; a log that cannot be written never stops the work."""

import logging
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from logging.handlers import RotatingFileHandler
from pathlib import Path

LOG_FILE = "quizapp.log"
_BYTES_PER_FILE = 1_000_000
_OLD_FILES = 3
_LINE = "%(asctime)s %(process)d %(levelname)s %(name)s: %(message)s"


class _PatientFileHandler(RotatingFileHandler):
    """Goes on with the file it has when another process holds it (Windows), and keeps quiet when the disk is full."""

    def rotate(self, source: str, dest: str) -> None:
        """Move the full log aside if nobody else holds it."""
        try:
            super().rotate(source, dest)
        except OSError:
            return  # the other process will move it; until then both go on writing to the same file

    def handleError(self, record: logging.LogRecord) -> None:
        """Drop the record: there is nowhere left to write that it could not be written."""


@contextmanager
def log_to(folder: Path) -> Iterator[None]:
    """Keep a log in `folder` while the block runs; without one when the folder cannot be written."""
    root = logging.getLogger()
    handler = _open_handler(folder)
    level = logging.getLogger("quizapp").level
    root.addHandler(handler)
    logging.getLogger("quizapp").setLevel(logging.INFO)
    try:
        yield
    except Exception:
        logging.getLogger(__name__).exception("stopped")  # here, because whoever reports it does so without the log
        raise
    finally:
        logging.getLogger("quizapp").setLevel(level)
        root.removeHandler(handler)
        with suppress(OSError):  # the disk is full: what could not be written is lost
            handler.close()


def _open_handler(folder: Path) -> logging.Handler:
    """Return a handler that writes into `folder`, or one that drops everything."""
    try:
        folder.mkdir(parents=True, exist_ok=True)
        if (folder / LOG_FILE).exists() and not (folder / LOG_FILE).is_file():  # a pipe would wait for a reader
            return logging.NullHandler()
        handler = _PatientFileHandler(
            folder / LOG_FILE, maxBytes=_BYTES_PER_FILE, backupCount=_OLD_FILES, encoding="utf-8"
        )
    except OSError:
        return logging.NullHandler()
    handler.setFormatter(logging.Formatter(_LINE))
    return handler
