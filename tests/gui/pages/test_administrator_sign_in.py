"""The organisers' door: in by password, or by the recovery code for who forgot it."""

import pytest

from quizapp.gui.pages.administrator_sign_in import AdministratorSignInPage
from quizapp.services.accounts import Accounts
from tests.gui.reading import button


@pytest.fixture
def accounts(database, clock):
    return Accounts(database, clock)


@pytest.fixture
def code(accounts):
    return accounts.set_up("海滨局", "王管理", "a good password")


@pytest.fixture
def page(show, doors, accounts, code):
    made = show(AdministratorSignInPage(doors, accounts))
    made.enter()
    return made


def test_in_by_password(page, qtbot):
    page.name.setText("王管理")
    page.password.setText("a good password")
    with qtbot.waitSignal(page.signed_in) as signed_in:
        page.password.returnPressed.emit()
    assert signed_in.args[0].name == "王管理"


def test_a_wrong_password_is_told(page, qtbot):
    page.name.setText("王管理")
    page.password.setText("wrong")
    page.enter_button.click()
    qtbot.waitUntil(lambda: page.banner.isVisible())
    assert page.banner.tone != "good"
    assert page.enter_button.isEnabled()


def test_the_recovery_code_sets_a_new_password_and_gives_the_next_code(page, code, accounts, qtbot):
    button(page, "忘记密码，使用恢复码").click()
    page.name.setText("王管理")
    page.code.setText(code)
    page.password.setText("another password")
    page.enter_button.click()
    qtbot.waitUntil(lambda: "密码已重设" in page.banner.message)
    assert accounts.sign_in("王管理", "another password").name == "王管理"
    assert code not in page.banner.message


def test_going_back(page, qtbot):
    with qtbot.waitSignal(page.went_back):
        page.back_button.click()
