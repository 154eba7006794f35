"""The bureau's settings: defaults until something is set."""

from quizapp.core.people import SignInCheck
from quizapp.db.engine import Database
from quizapp.db.tables import BureauRow
from quizapp.services.bureau import Bureau, read_bureau


def test_defaults_until_something_is_set(database: Database) -> None:
    with database.read() as session:
        assert read_bureau(session) == Bureau("", "局属", SignInCheck.NONE)
    with database.write() as session:
        session.add(BureauRow(name="海滨局", unit_word="直属", sign_in_check="pin"))
    with database.read() as session:
        assert read_bureau(session) == Bureau("海滨局", "直属", SignInCheck.PIN)
