"""reset-password, for whoever can open the data folder."""

import re

import pytest

from quizapp.app import main, open_services
from quizapp.config import Settings
from quizapp.core.people import Actor
from quizapp.errors import NotAllowed
from quizapp.paths import Places, make_data_folder


def test_a_new_password_is_said_once_and_works(places: Places, capsys: pytest.CaptureFixture[str]) -> None:
    make_data_folder(places)
    with open_services(places, Settings()) as services:
        services.accounts.set_up("机关事务局", "王管理", "old password")
    assert main(["--data", str(places.data), "reset-password", "王管理"]) == 0
    found = re.search("新密码：(.+)", capsys.readouterr().out)
    assert found is not None
    with open_services(places, Settings()) as services:
        assert services.accounts.sign_in("王管理", found[1]) == Actor("王管理")
        with pytest.raises(NotAllowed):
            services.accounts.sign_in("王管理", "old password")


def test_an_unknown_name_is_refused(places: Places, capsys: pytest.CaptureFixture[str]) -> None:
    make_data_folder(places)
    with open_services(places, Settings()) as services:
        services.accounts.set_up("机关事务局", "王管理", "old password")
    assert main(["--data", str(places.data), "reset-password", "李管理"]) == 1
    assert "李管理" in capsys.readouterr().err


def test_without_data_nothing_is_made(places: Places, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["--data", str(places.data), "reset-password", "王管理"]) == 1
    assert "没有管理员" in capsys.readouterr().err
    assert not places.data.exists()
