"""Secrets as they are kept: passwords of organisers, PINs of staff, recovery codes; only hashes reach the database."""

import secrets
from functools import cache

from argon2 import PasswordHasher
from argon2.exceptions import InvalidHashError, VerificationError

from quizapp.errors import UserError
from quizapp.i18n import _

PASSWORD_LENGTH = 8
"""The least a password has."""

PIN_LENGTH = 6

_CODE_LETTERS = "ABCDEFGHJKLMNPQRSTUVWXYZ23456789"  # no I, O, 0, 1: read off paper and typed in again
_CODE_LENGTH = 20
_CODE_GROUP = 5
_LONGEST = 200  # what is longer is no password, and hashing it would only cost time

# A hundred people sign in within a minute on an office PC; a PIN of six digits is guessed at the desk, not by hashing.
_PIN_HASHER = PasswordHasher(time_cost=2, memory_cost=4096, parallelism=1)
_PASSWORD_HASHER = PasswordHasher()


def check_password(password: str) -> None:
    """Raise UserError where a new password is too short, too long or nothing but one character."""
    if len(password) < PASSWORD_LENGTH:
        raise UserError(_("密码太短：至少要 {count} 位。").format(count=PASSWORD_LENGTH))
    if len(password) > _LONGEST:
        raise UserError(_("密码太长：最多 {count} 位。").format(count=_LONGEST))
    if len(set(password)) == 1:
        raise UserError(_("密码太简单：请不要只用一个字符。"))


def hash_password(password: str) -> str:
    """Hash a password or a recovery code."""
    return _PASSWORD_HASHER.hash(password)


def verify_password(stored: str, password: str) -> bool:
    """Whether this is the password that was hashed."""
    return _verify(_PASSWORD_HASHER, stored, password)


def verify_nobody(password: str) -> None:
    """Take the time that a check takes, so that nobody learns from it which names there are."""
    verify_password(_hash_of_nobody(), password)


def hash_pin(pin: str) -> str:
    """Hash a PIN, quickly enough for a whole office that signs in at once."""
    return _PIN_HASHER.hash(pin)


def verify_pin(stored: str, pin: str) -> bool:
    """Whether this is the PIN that was hashed."""
    return _verify(_PIN_HASHER, stored, pin)


def make_pin() -> str:
    """Make up a PIN of six digits."""
    return "".join(secrets.choice("0123456789") for _place in range(PIN_LENGTH))


def make_code() -> str:
    """Make up a code of 20 letters and digits in groups of five: a recovery code, or a password to be changed soon."""
    letters = "".join(secrets.choice(_CODE_LETTERS) for _place in range(_CODE_LENGTH))
    return "-".join(letters[at : at + _CODE_GROUP] for at in range(0, _CODE_LENGTH, _CODE_GROUP))


def plain_code(typed: str) -> str:
    """Return a code as it is hashed, however it was typed: small letters, no dashes, spaces between."""
    return "".join(letter for letter in typed.upper() if letter.isalnum())


def _verify(hasher: PasswordHasher, stored: str, secret: str) -> bool:
    if len(secret) > _LONGEST:
        return False
    try:
        return hasher.verify(stored, secret)
    except (VerificationError, InvalidHashError):
        return False


@cache
def _hash_of_nobody() -> str:
    return hash_password(secrets.token_hex())
