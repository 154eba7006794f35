"""The log says who worked at the command line."""

import getpass

import pytest

from quizapp.commands.account import account_actor


def test_the_account_is_an_organiser_of_the_whole(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(getpass, "getuser", lambda: "wang")
    assert (account_actor().name, account_actor().unit_id) == ("wang（命令行）", None)


def test_an_account_without_a_name_is_still_somebody(monkeypatch: pytest.MonkeyPatch) -> None:
    def nobody() -> str:
        raise KeyError("getpwuid(): uid not found: 4711")

    monkeypatch.setattr(getpass, "getuser", nobody)
    assert account_actor().name == "命令行"
