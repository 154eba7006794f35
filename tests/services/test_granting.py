"""Added minutes: what is refused, and what the outage's event keeps."""

from datetime import UTC, datetime

import pytest

from quizapp.core.lost_time import Outage
from quizapp.errors import UserError
from quizapp.services.granting import check_minutes, outage_details


def test_only_minutes_that_somebody_means() -> None:
    check_minutes(0, least=0)
    check_minutes(600, least=1)
    for minutes, least in ((0, 1), (-1, 0), (601, 0)):
        with pytest.raises(UserError, match="加时应为"):
            check_minutes(minutes, least=least)


def test_an_event_keeps_the_outage_that_it_deals_with() -> None:
    at = datetime(2026, 3, 2, 6, 0, tzinfo=UTC)
    assert outage_details(None) == {}
    assert outage_details(Outage(at, at, 1, (1, 2))) == {"outage_from": at.isoformat(), "outage_to": at.isoformat()}
