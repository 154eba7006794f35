"""JSON columns as texts and back, as `json.dumps` and `json.loads` have them but quicker: an import writes 150,000."""

import json
from typing import Any

to_text = json.JSONEncoder(check_circular=False).encode
"""A value of a column as it is stored; columns hold plain values that nothing runs round in."""

_decoded = json.JSONDecoder().raw_decode


def from_text(text: str) -> Any:
    """The value that a text of `to_text` says."""
    return _decoded(text)[0]
