"""What belongs to the bureau as a whole, as other services read it inside their own transactions."""

from dataclasses import dataclass

from sqlalchemy import select
from sqlalchemy.orm import Session

from quizapp.core.people import SignInCheck
from quizapp.db.tables import BureauRow
from quizapp.i18n import _


@dataclass(frozen=True, slots=True)
class Bureau:
    """What belongs to the whole bureau; `unit_word` is the collective word before 单位 (局属, 直属, 所属)."""

    name: str
    unit_word: str
    check: SignInCheck


def read_bureau(session: Session) -> Bureau:
    """The bureau's settings, defaults where nothing was set yet."""
    row = session.scalars(select(BureauRow)).first()
    if row is None:
        return Bureau(name="", unit_word=_("局属"), check=SignInCheck.NONE)
    return Bureau(name=row.name, unit_word=row.unit_word, check=SignInCheck(row.sign_in_check))
