"""The forms of accounts: passwords typed twice, sent once, kept when they were refused."""

import pytest
from PySide6.QtCore import Qt

from quizapp.gui.widgets.account_forms import AdministratorForm, PasswordForm
from tests.core.rosters import CENTRE
from tests.gui.reading import words_of


@pytest.fixture
def form(theme, show) -> AdministratorForm:
    made = show(AdministratorForm(theme))
    made.set_units([CENTRE])
    made.open()
    return made


def fill(form, again="a good password"):
    form.name.setText("王芳")
    form.password.setText("a good password")
    form.again.setText(again)


def test_an_administrator_of_the_whole_or_of_a_unit(form, qtbot):
    assert form.name.hasFocus()
    fill(form)
    form.scope.choose(CENTRE.id)
    with qtbot.waitSignal(form.submitted) as sent:
        qtbot.keyClick(form.again, Qt.Key.Key_Return)
    assert sent.args == ["王芳", "a good password", CENTRE.id]
    with qtbot.assertNotEmitted(form.submitted):
        form.save_button.click()
    form.keep_on()
    form.scope.choose(None)
    with qtbot.waitSignal(form.submitted) as sent:
        form.save_button.click()
    assert sent.args[2] is None


def test_passwords_that_differ_are_not_sent(form, qtbot):
    fill(form, again="another")
    with qtbot.assertNotEmitted(form.submitted):
        form.save_button.click()
    assert "两次输入的密码不一样" in words_of(form)
    assert form.again.hasFocus()


def test_it_is_put_away_and_begins_empty(form, qtbot):
    fill(form)
    with qtbot.waitSignal(form.put_away):
        form.cancel_button.click()
    form.open()
    assert (form.name.text(), form.password.text()) == ("", "")


def test_another_password_for_oneself(theme, show, qtbot):
    form = show(PasswordForm(theme))
    form.open()
    form.old.setText("old password")
    form.new.setText("new password")
    form.again.setText("new password")
    with qtbot.waitSignal(form.submitted) as sent:
        form.save_button.click()
    assert sent.args == ["old password", "new password"]
