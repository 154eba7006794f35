"""What a month file is recognised by must not change: files lie about for years."""

from quizapp.core.month_file import FORMAT, VERSION
from tests.services.month_json import MONTH


def test_the_format_keeps_its_name() -> None:
    assert (FORMAT, VERSION) == ("quizapp-month", 1) == (MONTH["format"], MONTH["version"])
