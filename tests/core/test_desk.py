"""The desk's values: what staff are handed before submission has no room for a key."""

from dataclasses import fields

from quizapp.core.desk import Sheet, SheetQuestion


def test_a_sheet_has_no_field_for_a_key() -> None:
    names = {field.name for value in (Sheet, SheetQuestion) for field in fields(value)}
    assert not names & {"key", "key_texts", "explanation", "source", "earned", "revision_id"}
