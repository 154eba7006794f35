"""Organisers' accounts: the first one, the way back in, who may do what, and the bureau's settings."""

import pytest

from quizapp.core.people import Actor, SignInCheck
from quizapp.db.engine import Database
from quizapp.db.tables import AdministratorRow, LogRow
from quizapp.errors import Conflict, NotAllowed, UserError
from quizapp.services.accounts import Accounts
from quizapp.services.bureau import Bureau
from tests.services.conftest import Clock, Roster

PASSWORD = "a good password"


@pytest.fixture
def accounts(database: Database, clock: Clock) -> Accounts:
    return Accounts(database, clock)


@pytest.fixture
def code(accounts: Accounts) -> str:
    return accounts.set_up("海滨局", " 王管理 ", PASSWORD)


def logged(database: Database) -> list[str]:
    with database.read() as session:
        return [row.action for row in session.query(LogRow).order_by(LogRow.id)]


def test_the_first_administrator_is_made_once(accounts: Accounts) -> None:
    assert not accounts.is_set_up()
    accounts.set_up("海滨局", "王管理", PASSWORD)
    assert accounts.is_set_up()
    assert accounts.bureau() == Bureau("海滨局", "局属", SignInCheck.NONE)
    with pytest.raises(Conflict, match="已经有管理员"):
        accounts.set_up("海滨局", "李管理", PASSWORD)


@pytest.mark.parametrize(("name", "password", "words"), [(" ", PASSWORD, "姓名"), ("王", "short", "密码太短")])
def test_what_cannot_be_an_account(accounts: Accounts, name: str, password: str, words: str) -> None:
    with pytest.raises(UserError, match=words):
        accounts.set_up("海滨局", name, password)
    assert not accounts.is_set_up()


def test_nothing_secret_is_stored_as_it_is(accounts: Accounts, code: str, database: Database) -> None:
    with database.read() as session:
        row = session.query(AdministratorRow).one()
        stored = row.password_hash + row.recovery_hash
    assert PASSWORD not in stored and code not in stored and code.replace("-", "") not in stored
    assert stored.count("$argon2id$") == 2


def test_signing_in_does_not_tell_what_was_wrong(accounts: Accounts, code: str) -> None:
    assert accounts.sign_in("王管理", PASSWORD) == Actor("王管理")
    words = set()
    for name, password in (("王管理", "wrong"), ("没有这人", PASSWORD)):
        with pytest.raises(NotAllowed) as refused:
            accounts.sign_in(name, password)
        words.add(str(refused.value))
    assert len(words) == 1


def test_the_recovery_code_works_once_however_it_is_typed(accounts: Accounts, code: str, database: Database) -> None:
    with pytest.raises(NotAllowed, match="恢复码不对"):
        accounts.recover("王管理", "AAAAA-AAAAA-AAAAA-AAAAA", "new password")
    next_code = accounts.recover("王管理", f" {code.lower().replace('-', ' ')}", "new password")
    assert accounts.sign_in("王管理", "new password") == Actor("王管理")
    with pytest.raises(NotAllowed):
        accounts.recover("王管理", code, "third password")
    assert accounts.recover("王管理", next_code, "third password") != next_code
    assert logged(database) == ["account.set_up", "account.recover", "account.recover"]


def test_resetting_from_the_command_line_is_logged(accounts: Accounts, code: str, database: Database) -> None:
    password = accounts.reset_password(Actor("itadmin"), "王管理")
    assert accounts.sign_in("王管理", password) == Actor("王管理")
    with pytest.raises(UserError, match="没有名为“没有这人”的管理员"):
        accounts.reset_password(Actor("itadmin"), "没有这人")
    assert logged(database)[-1] == "account.reset"
    with database.read() as session:
        assert [row.who for row in session.query(LogRow) if row.action == "account.reset"] == ["itadmin"]


def test_changing_the_own_password(accounts: Accounts, code: str) -> None:
    with pytest.raises(NotAllowed):
        accounts.change_password(Actor("王管理"), "wrong", "new password")
    accounts.change_password(Actor("王管理"), PASSWORD, "new password")
    assert accounts.sign_in("王管理", "new password") == Actor("王管理")


def test_adding_and_removing(accounts: Accounts, code: str, roster: Roster) -> None:
    whole = Actor("王管理")
    unit = roster.department("机关幼儿园")
    accounts.add(whole, "赵园长", PASSWORD, unit.id)
    assert accounts.sign_in("赵园长", PASSWORD) == Actor("赵园长", unit.id)
    assert [(one.name, one.unit_name) for one in accounts.administrators()] == [
        ("王管理", ""),
        ("赵园长", "机关幼儿园"),
    ]
    with pytest.raises(Conflict, match="同名"):
        accounts.add(whole, "赵园长", PASSWORD, None)
    with pytest.raises(NotAllowed, match="全局管理员"):
        accounts.add(Actor("赵园长", unit.id), "钱老师", PASSWORD, unit.id)
    first, second = accounts.administrators()
    with pytest.raises(UserError, match="最后一位"):
        accounts.remove(whole, first.id)
    accounts.remove(whole, second.id)
    assert [one.name for one in accounts.administrators()] == ["王管理"]
    with pytest.raises(Conflict, match="已经不在"):
        accounts.remove(whole, second.id)


def test_the_bureaus_settings(accounts: Accounts, code: str, database: Database) -> None:
    accounts.change_bureau(Actor("王管理"), Bureau("海滨市机关事务管理局", "直属", SignInCheck.PIN))
    assert accounts.bureau() == Bureau("海滨市机关事务管理局", "直属", SignInCheck.PIN)
    with pytest.raises(UserError, match="统称"):
        accounts.change_bureau(Actor("王管理"), Bureau("局", " ", SignInCheck.PIN))
    with pytest.raises(NotAllowed):
        accounts.change_bureau(Actor("赵园长", 1), Bureau("局", "直属", SignInCheck.NONE))
    assert logged(database)[-1] == "bureau.change"
