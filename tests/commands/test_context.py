"""A context is a plain value; a command writes where it is told to."""

from contextlib import nullcontext
from dataclasses import fields
from io import StringIO

from quizapp.clock import now
from quizapp.commands.context import CommandContext
from quizapp.config import Settings
from quizapp.paths import Places


def test_output_and_messages_are_kept_apart(places: Places) -> None:
    context = CommandContext(
        places=places,
        settings=Settings(),
        open_services=nullcontext,
        look_at_services=nullcontext,
        now=now,
        output=StringIO(),
        messages=StringIO(),
    )
    context.output.write("{}")
    assert isinstance(context.output, StringIO)
    assert isinstance(context.messages, StringIO)
    assert (context.output.getvalue(), context.messages.getvalue()) == ("{}", "")


def test_what_a_command_is_given_stays_as_it_is(places: Places) -> None:
    names = [entry.name for entry in fields(CommandContext)]
    assert names == ["places", "settings", "open_services", "look_at_services", "now", "output", "messages"]
