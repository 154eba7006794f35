"""The bundle of services is what app.py puts together on a real data folder."""

import pytest

from quizapp.app import look_at_services, open_services
from quizapp.config import Settings
from quizapp.errors import FolderBusy
from quizapp.paths import Places, make_data_folder
from quizapp.services.bundle import Services


def test_a_data_folder_is_opened_by_a_window_and_commands_at_once(places: Places) -> None:
    make_data_folder(places)
    with open_services(places, Settings(), is_window=True) as first, open_services(places, Settings()) as second:
        assert isinstance(first, Services)
        assert first.banks.banks() == second.banks.banks() == []
    assert places.database.exists()


def test_a_second_window_is_refused(places: Places) -> None:
    make_data_folder(places)
    with open_services(places, Settings(), is_window=True), pytest.raises(FolderBusy):
        open_services(places, Settings(), is_window=True).__enter__()


def test_looking_makes_nothing(places: Places) -> None:
    with look_at_services(places, Settings()) as services:
        assert services.banks.banks() == []
    assert not places.data.exists()
