"""Secrets are kept as hashes and made up at random."""

import re

import pytest

from quizapp.errors import UserError
from quizapp.services import passwords


def test_a_password_is_known_by_its_hash_alone() -> None:
    stored = passwords.hash_password("密码 8 位以上")
    assert stored.startswith("$argon2id$")
    assert stored != passwords.hash_password("密码 8 位以上")
    assert passwords.verify_password(stored, "密码 8 位以上")
    assert not passwords.verify_password(stored, "密码 8 位以上 ")
    assert not passwords.verify_password("", "密码 8 位以上")
    assert not passwords.verify_password(stored, "x" * 100_000)


def test_a_pin_too() -> None:
    stored = passwords.hash_pin("012345")
    assert stored.startswith("$argon2id$")
    assert passwords.verify_pin(stored, "012345")
    assert not passwords.verify_pin(stored, "12345")


def test_checking_nobody_takes_no_password() -> None:
    passwords.verify_nobody("password")


@pytest.mark.parametrize("password", ["", "1234567", "aaaaaaaa", "a" * 201])
def test_poor_passwords_are_refused(password: str) -> None:
    with pytest.raises(UserError, match="密码太"):
        passwords.check_password(password)


def test_good_passwords_are_taken() -> None:
    passwords.check_password("12345678")


def test_pins_and_codes_are_made_up() -> None:
    pins = {passwords.make_pin() for _ in range(50)}
    codes = {passwords.make_code() for _ in range(50)}
    assert len(pins) > 40
    assert all(re.fullmatch("[0-9]{6}", pin) for pin in pins)
    assert len(codes) == 50
    assert all(re.fullmatch("([A-HJ-NP-Z2-9]{5}-){3}[A-HJ-NP-Z2-9]{5}", code) for code in codes)


def test_a_code_may_be_typed_as_one_likes() -> None:
    assert passwords.plain_code(" abcde-FGHJK 23456 wxyz2 ") == "ABCDEFGHJK23456WXYZ2"
