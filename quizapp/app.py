"""Puts the program together: arguments -> settings -> services -> the window or one command.

Everything heavy is imported where it is needed: a command that needs no window must not import Qt, and a child process
that reads a workbook must not import this.
"""

import argparse
import io
import os
import tempfile
import traceback
from collections.abc import Callable, Iterator, Sequence
from contextlib import AbstractContextManager, contextmanager
from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, TextIO

from quizapp import clock
from quizapp.commands.command_line import EXIT_DONE, EXIT_REFUSED, UsageError, data_folder, parse
from quizapp.commands.context import CommandContext
from quizapp.commands.streams import put_out, speak_utf8, tell
from quizapp.config import Settings, load_settings, save_settings, set_aside
from quizapp.errors import NotReadable, QuizAppError
from quizapp.i18n import _, use_language
from quizapp.logs import log_to
from quizapp.paths import Places, find_places, make_data_folder

if TYPE_CHECKING:  # whatever touches the database is loaded when the data are opened
    from quizapp.db.engine import Database
    from quizapp.services.bundle import Services

ReadClock = Callable[[], clock.ClockReading]

EXIT_FAULT = 3  # a mistake in the program itself
EXIT_INTERRUPTED = 130  # as shells count Ctrl+C


def main(argv: Sequence[str]) -> int:
    """Run the program with these arguments; return the exit status."""
    speak_utf8()
    status = _status(argv)
    return status if put_out("") else status or EXIT_REFUSED  # help waits in the stream still


def _status(argv: Sequence[str]) -> int:
    """Do what the arguments ask for; whatever stops it is told and has its status."""
    try:
        places = find_places(data_folder(argv))
        settings = _settings_for_reading(places)
        use_language(settings.appearance.language, places.translations)
        return _run(parse(argv), places, settings)
    except UsageError as stop:
        return stop.status
    except QuizAppError as error:
        tell(str(error))
        return EXIT_REFUSED
    except KeyboardInterrupt:
        return EXIT_INTERRUPTED
    except Exception:  # noqa: BLE001 - the last door: whatever it is, the user is told and the log keeps it
        tell(_("程序出错了，这不是您的操作造成的。请把下面的内容交给技术人员。") + "\n" + traceback.format_exc())
        return EXIT_FAULT


def _settings_for_reading(places: Places) -> Settings:
    """Read the settings and leave a damaged file where it is: a command that only looks writes nothing."""
    try:
        return load_settings(places.settings)
    except NotReadable as error:
        tell(str(error))
        return Settings()


def _run(arguments: argparse.Namespace, places: Places, settings: Settings) -> int:
    """Do what the arguments ask for; return the exit status."""
    match arguments.command:
        case "window":
            return _window(places)
        case "demo":
            return _demo(settings)
        case "gallery":
            return _gallery(arguments.out, places, arguments.only)
        case _:
            return _command(arguments, places, settings)


def _window(places: Places) -> int:
    """Open the program's window on a data folder; return when it is closed."""
    _check_machine(places)
    make_data_folder(places)
    with log_to(places.logs):
        settings, notices = _settings_for_window(places)
        use_language(settings.appearance.language, places.translations)
        from quizapp.gui.start import run_window

        return run_window(places, settings, partial(open_services, places, settings, is_window=True), notices)


def _demo(settings: Settings) -> int:
    """Open the window on a data folder with the sample month that is gone afterwards."""
    with tempfile.TemporaryDirectory(prefix="quizapp-demo-", ignore_cleanup_errors=True) as folder:
        places = find_places(Path(folder) / "data")
        _check_machine(places)
        status = _command(argparse.Namespace(command="sample"), places, settings)
        if status != EXIT_DONE:
            return status
        save_settings(places.settings, Settings(appearance=settings.appearance))
        return _window(places)


def _gallery(out: Path, places: Places, only: Sequence[str]) -> int:
    """Render every screen (or those whose names begin with one of `only`) to PNG files in `out`."""
    _check_machine(places, needs_display=False)
    os.environ["QT_QPA_PLATFORM"] = "offscreen"  # the same pictures everywhere, also where there is no display
    from quizapp.gui.gallery import render_gallery
    from quizapp.gui.stage import play

    with tempfile.TemporaryDirectory(prefix="quizapp-gallery-", ignore_cleanup_errors=True) as folder:
        made_in = replace(places, data=Path(folder))
        with play(made_in.data, open_stage_data) as data:
            cut = render_gallery(out, made_in, data, only=only)
    for words in cut:
        tell(words)
    return EXIT_REFUSED if cut else EXIT_DONE


def open_stage_data(folder: Path, read_clock: ReadClock) -> AbstractContextManager["Services"]:
    """Open the data of a folder with another clock than the real one: for the pictures of the gallery."""
    return open_services(find_places(folder), Settings(), read_clock=read_clock)


def _check_machine(places: Places, *, needs_display: bool = True) -> None:
    """Raise EnvironmentFault in plain words where Qt would only abort; must be asked before anything imports Qt."""
    from quizapp.gui.requirements import check_machine

    check_machine(places.translations, needs_display=needs_display)


def _settings_for_window(places: Places) -> tuple[Settings, list[str]]:
    """Read the settings; a damaged file is moved aside and the words that say so come with the defaults."""
    try:
        return load_settings(places.settings), []
    except NotReadable:
        return Settings(), [set_aside(places.settings, clock.now())]


def _command(arguments: argparse.Namespace, places: Places, settings: Settings) -> int:
    """Run one command that needs no window and say what it has to say; return the exit status."""
    output, messages = io.StringIO(), io.StringIO()
    try:
        status = _run_command(arguments, _context(places, settings, output=output, messages=messages))
    finally:
        if messages.getvalue():
            tell(messages.getvalue())
        is_out = put_out(output.getvalue())
    return status if is_out else EXIT_REFUSED


def _run_command(arguments: argparse.Namespace, context: CommandContext) -> int:
    match arguments.command:
        case "sample":
            from quizapp.commands.sample import sample as run
        case "import-bank":
            from quizapp.commands.bank import import_bank as run
        case "export-bank":
            from quizapp.commands.bank_export import export_bank as run
        case "import-people":
            from quizapp.commands.people import import_people as run
        case "load-month":
            from quizapp.commands.months import load_month as run
        case "export-results":
            from quizapp.commands.months import export_results as run
        case "reset-password":
            from quizapp.commands.accounts import reset_password as run
        case "backup":
            from quizapp.commands.backups import backup as run
        case "restore":
            from quizapp.commands.backups import restore as run
        case unknown:
            raise AssertionError(f"{unknown} is declared in command_line.py and not run here")
    return run(arguments, context)


def _context(places: Places, settings: Settings, *, output: TextIO, messages: TextIO) -> CommandContext:
    """Put together what a command is given."""

    @contextmanager
    def open_with_log() -> Iterator["Services"]:
        make_data_folder(places)
        with log_to(places.logs), open_services(places, settings) as services:
            yield services

    return CommandContext(
        places=places,
        settings=settings,
        open_services=open_with_log,
        look_at_services=partial(look_at_services, places, settings),
        now=clock.now,
        output=output,
        messages=messages,
    )


@contextmanager
def open_services(
    places: Places, settings: Settings, *, is_window: bool = False, read_clock: ReadClock = clock.read_clock
) -> Iterator["Services"]:
    """Open the data of a folder; any number of commands may do so beside one window."""
    from quizapp.db.folder import Purpose
    from quizapp.db.opening import open_data

    purpose = Purpose.WINDOW if is_window else Purpose.COMMAND
    with open_data(places.database, places.backups, purpose=purpose, now=clock.now()) as data:
        yield _services(data.database, places, settings, read_clock)


@contextmanager
def look_at_services(places: Places, settings: Settings) -> Iterator["Services"]:
    """Open the data so that nothing is written and no folder made; without data it is an empty database."""
    from quizapp.db.opening import open_to_look

    with open_to_look(places.database) as database:
        yield _services(database, places, settings)


def _services(
    database: "Database", places: Places, settings: Settings, read_clock: ReadClock = clock.read_clock
) -> "Services":
    """Put the services together; the one place where that is done."""
    from quizapp.services.bundle import Services

    return Services(database, places, settings, read_clock)
