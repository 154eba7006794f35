"""The organisers' accounts and what belongs to the bureau as a whole."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from quizapp.core.people import Actor
from quizapp.core.pinyin import sort_key
from quizapp.db.engine import Database
from quizapp.db.tables import AdministratorRow, BureauRow, DepartmentRow
from quizapp.errors import Conflict, NotAllowed, UserError
from quizapp.i18n import _
from quizapp.services.bureau import Bureau, read_bureau
from quizapp.services.log import record
from quizapp.services.passwords import (
    check_password,
    hash_password,
    make_code,
    plain_code,
    verify_nobody,
    verify_password,
)


@dataclass(frozen=True, slots=True)
class Administrator:
    """Somebody who organises; `unit_id` None: of the whole bureau."""

    id: int
    name: str
    unit_id: int | None
    unit_name: str


class Accounts:
    """Administrators and the bureau's own settings."""

    def __init__(self, database: Database, now: Callable[[], datetime]) -> None:
        self._database = database
        self._now = now

    def is_set_up(self) -> bool:
        """Whether there is an administrator."""
        with self._database.read() as session:
            return _count(session) > 0

    def set_up(self, bureau_name: str, name: str, password: str) -> str:
        """Make the first administrator; returns the recovery code to print. Conflict where there is one already."""
        name = _checked_name(name)
        check_password(password)
        code, hashes = _code_and_hashes(password)
        now = self._now()
        with self._database.write() as session:
            if _count(session):
                raise Conflict(_("已经有管理员了：请返回登录。"))
            _write_bureau(session, _with_name(read_bureau(session), bureau_name))
            session.add(_new_row(name, hashes, None, now))
            record(session, now, Actor(name), "account.set_up", name)
        return code

    def sign_in(self, name: str, password: str) -> Actor:
        """NotAllowed on a wrong name or password (the words do not tell which)."""
        with self._database.read() as session:
            row = _find(session, name)
            known = None if row is None else (row.password_hash, Actor(row.name, row.department_id))
        if known is None:
            verify_nobody(password)
        elif verify_password(known[0], password):
            return known[1]
        raise NotAllowed(_("姓名或密码不对：请重新输入。忘记密码可以使用恢复码。"))

    def administrators(self) -> list[Administrator]:
        """All of them, by name."""
        wanted = select(AdministratorRow, DepartmentRow.name).outerjoin(
            DepartmentRow, DepartmentRow.id == AdministratorRow.department_id
        )
        with self._database.read() as session:
            rows = session.execute(wanted).all()
            found = [Administrator(row.id, row.name, row.department_id, unit or "") for row, unit in rows]
        return sorted(found, key=lambda one: sort_key(one.name))

    def add(self, actor: Actor, name: str, password: str, unit_id: int | None) -> str:
        """Add an administrator; returns the recovery code."""
        _check_whole(actor)
        name = _checked_name(name)
        check_password(password)
        code, hashes = _code_and_hashes(password)
        now = self._now()
        with self._database.write() as session:
            if _find(session, name) is not None:
                raise Conflict(_("已经有同名的管理员：请换一个姓名，例如加上科室。"))
            session.add(_new_row(name, hashes, unit_id, now))
            record(session, now, actor, "account.add", name, details={"unit_id": unit_id})
        return code

    def remove(self, actor: Actor, administrator_id: int) -> None:
        """Remove an administrator; the last one of the whole bureau stays (UserError)."""
        _check_whole(actor)
        with self._database.write() as session:
            row = session.get(AdministratorRow, administrator_id)
            if row is None:
                raise Conflict(_("这位管理员已经不在了：请刷新列表。"))
            if row.department_id is None and _count(session, whole=True) == 1:
                raise UserError(_("这是最后一位全局管理员，不能删除。请先添加另一位。"))
            session.delete(row)
            record(session, self._now(), actor, "account.remove", row.name)

    def change_password(self, actor: Actor, old: str, new: str) -> None:
        """Change one's own password."""
        check_password(new)
        self.sign_in(actor.name, old)
        changed = hash_password(new)
        with self._database.write() as session:
            _known(session, actor.name).password_hash = changed
            record(session, self._now(), actor, "account.password", actor.name)

    def recover(self, name: str, code: str, new_password: str) -> str:
        """Set a password with the recovery code; returns the next recovery code."""
        check_password(new_password)
        with self._database.read() as session:
            row = _find(session, name)
            stored = None if row is None else row.recovery_hash
        if stored is None or not verify_password(stored, plain_code(code)):
            raise NotAllowed(_("姓名或恢复码不对：请对照首次设置时打印的那一页。"))
        next_code = make_code()
        hashes = hash_password(new_password), hash_password(plain_code(next_code))
        with self._database.write() as session:
            row = _known(session, name)
            if row.recovery_hash != stored:
                raise Conflict(_("这个恢复码刚刚已被使用：请用新的恢复码。"))
            row.password_hash, row.recovery_hash = hashes
            record(session, self._now(), Actor(row.name), "account.recover", row.name)
        return next_code

    def reset_password(self, actor: Actor, name: str) -> str:
        """Set a password that is made up and returned; for whoever can open the data folder, logged."""
        password = make_code()
        hashed = hash_password(password)
        with self._database.write() as session:
            row = _known(session, name)
            row.password_hash = hashed
            record(session, self._now(), actor, "account.reset", row.name)
        return password

    def bureau(self) -> Bureau:
        """The bureau's settings, defaults where nothing was set."""
        with self._database.read() as session:
            return read_bureau(session)

    def change_bureau(self, actor: Actor, bureau: Bureau) -> None:
        """Set the bureau's settings."""
        _check_whole(actor)
        if not bureau.unit_word.strip():
            raise UserError(_("请填写单位的统称，例如“局属”或“直属”。"))
        with self._database.write() as session:
            _write_bureau(session, bureau)
            details = {"name": bureau.name, "unit_word": bureau.unit_word, "check": bureau.check.value}
            record(session, self._now(), actor, "bureau.change", bureau.name, details=details)


def _count(session: Session, *, whole: bool = False) -> int:
    wanted = select(func.count()).select_from(AdministratorRow)
    if whole:
        wanted = wanted.where(AdministratorRow.department_id.is_(None))
    return session.scalar(wanted) or 0


def _find(session: Session, name: str) -> AdministratorRow | None:
    return session.scalars(select(AdministratorRow).where(AdministratorRow.name == name.strip())).one_or_none()


def _known(session: Session, name: str) -> AdministratorRow:
    row = _find(session, name)
    if row is None:
        raise UserError(_("没有名为“{name}”的管理员：请核对姓名。").format(name=name.strip()))
    return row


def _code_and_hashes(password: str) -> tuple[str, tuple[str, str]]:
    """A new recovery code, and what is kept of the password and of the code."""
    code = make_code()
    return code, (hash_password(password), hash_password(plain_code(code)))


def _checked_name(name: str) -> str:
    if not name.strip():
        raise UserError(_("请填写管理员姓名。"))
    return name.strip()


def _new_row(name: str, hashes: tuple[str, str], unit_id: int | None, now: datetime) -> AdministratorRow:
    """A row; `hashes`: of the password and of the recovery code."""
    return AdministratorRow(
        name=name, password_hash=hashes[0], recovery_hash=hashes[1], department_id=unit_id, created_at=now
    )


def _with_name(bureau: Bureau, name: str) -> Bureau:
    return Bureau(name.strip() or bureau.name, bureau.unit_word, bureau.check)


def _write_bureau(session: Session, bureau: Bureau) -> None:
    row = session.scalars(select(BureauRow)).first()
    if row is None:
        row = BureauRow()
        session.add(row)
    row.name = bureau.name.strip()
    row.unit_word = bureau.unit_word.strip()
    row.sign_in_check = bureau.check.value


def _check_whole(actor: Actor) -> None:
    if actor.unit_id is not None:
        raise NotAllowed(_("只有全局管理员可以这样做：请联系局里的管理员。"))
