"""What a command says reaches the user, or the user is told that it did not: a full disk, a closed stream or pipe.

Everything is written and flushed here: what fails only when Python ends would be nobody's to tell.
"""

import io
import os
import sys
from contextlib import suppress
from typing import TextIO

from quizapp.i18n import _


def speak_utf8() -> None:
    """Write UTF-8 whatever the console's code page is (Windows: 936)."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):  # a program without a console has none
            stream.reconfigure(encoding="utf-8", errors="backslashreplace")


def tell(message: str) -> None:
    """Write a message on standard error, or show it where Windows gives a program none."""
    if sys.stderr is not None:
        try:
            sys.stderr.write(message.rstrip() + "\n")
            sys.stderr.flush()
        except OSError:  # nobody listens
            _give_up(sys.stderr)
    elif sys.platform == "win32":
        import ctypes

        ctypes.windll.user32.MessageBoxW(None, message, "QuizApp", 0x30)  # Qt may be what is missing


def put_out(text: str) -> bool:
    """Write what was asked for on standard output, to its end; False where that fails, which is told.

    A pipe whose reader has gone needs no words; who closed the stream wants none of it.
    """
    if sys.stdout is None:
        return True
    try:
        sys.stdout.write(text)
        sys.stdout.flush()
    except OSError as error:
        _give_up(sys.stdout)
        if not isinstance(error, BrokenPipeError):
            words = _("结果没有输出完整：{reason}。该写入的都已写入，不受影响。")
            tell(words.format(reason=error.strerror or error))
        return False
    return True


def _give_up(stream: TextIO) -> None:
    """Send what is still waiting in a stream to nowhere, or Python complains of it when it ends."""
    with suppress(OSError):  # a stream without a file
        descriptor = stream.fileno()
        nowhere = os.open(os.devnull, os.O_WRONLY)
        os.dup2(nowhere, descriptor)
        os.close(nowhere)
