"""Every error of the tree is told with its own words, a bug in general ones."""

import pytest

from quizapp.errors import Cancelled, Conflict, EnvironmentFault, FolderBusy, NotAllowed, NotReadable, TooNew, UserError
from quizapp.gui.failures import is_bug, message_of


@pytest.mark.parametrize("kind", [UserError, NotAllowed, Conflict, NotReadable, EnvironmentFault, FolderBusy, TooNew])
def test_the_words_of_the_error_are_shown(kind):
    message = message_of(kind("请先关闭该文件。"))
    assert message.title == "请先关闭该文件。"
    assert message.tone in ("bad", "warn")
    assert not is_bug(kind("x"))


@pytest.mark.parametrize("kind", [UserError, NotAllowed, EnvironmentFault, FolderBusy, TooNew])
def test_an_error_without_words_still_says_something(kind):
    assert message_of(kind()).title


def test_only_the_machines_faults_can_be_retried():
    assert message_of(EnvironmentFault("磁盘已满")).can_retry
    assert message_of(FolderBusy("占用")).can_retry
    assert not message_of(UserError("x")).can_retry


def test_cancelled_is_no_alarm():
    assert message_of(Cancelled()).tone == "info"


def test_a_bug_shows_no_internals():
    message = message_of(KeyError("stem_id"))
    assert "stem_id" not in message.title + message.text
    assert is_bug(KeyError("stem_id"))
