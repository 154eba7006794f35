"""A context is a plain value; a command writes where it is told to."""

from contextlib import nullcontext
from io import StringIO

from quizapp.clock import now
from quizapp.commands.context import CommandContext
from quizapp.config import Settings
from quizapp.paths import Places
from quizapp.services.bundle import Services


def test_output_and_messages_are_kept_apart(places: Places) -> None:
    context = CommandContext(
        places, Settings(), lambda: nullcontext(Services()), now, output=StringIO(), messages=StringIO()
    )
    context.output.write("{}")
    assert context.output is not context.messages
    with context.open_services() as services:
        assert isinstance(services, Services)
