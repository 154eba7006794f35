"""Values as JSON columns keep them."""

import json
from typing import Any

import pytest

from quizapp.db.json_texts import from_text, to_text


@pytest.mark.parametrize(
    "value", [[], {}, None, True, "", "\ud800礼仪", [{"text": "先问候"}, [0, 2], 1.5], [["甲", "乙"]]]
)
def test_a_value_is_written_as_ever_and_read_back(value: Any) -> None:
    assert to_text(value) == json.dumps(value)
    assert from_text(to_text(value)) == value
