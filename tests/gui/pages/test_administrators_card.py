"""Administrators: listed, added with a recovery code shown once, removed after a question; one's own password."""

import pytest
from PySide6.QtPrintSupport import QPrinter

from quizapp.core.people import Actor, DepartmentKind
from quizapp.errors import NotAllowed
from quizapp.gui.pages.administrators_card import AdministratorsCard
from quizapp.gui.widgets.banner import Banner
from tests.gui.reading import words_of

PASSWORD = "a good password"


@pytest.fixture
def banner(theme, show):
    return show(Banner(theme))


@pytest.fixture
def unit(services, roster):
    services.accounts.set_up("海滨局", "王管理", PASSWORD)
    return roster.department("幼儿园", DepartmentKind.UNIT)


@pytest.fixture
def card(show, doors, services, unit, banner, qtbot):
    return looked_up(show(AdministratorsCard(doors, services, Actor("王管理"), banner)), qtbot)


def looked_up(card, qtbot):
    card.look_up()
    qtbot.waitUntil(lambda: bool(card.rows))
    return card


def add(card, unit, qtbot):
    card.add_button.click()
    card.form.name.setText("李管")
    card.form.scope.choose(unit.id)
    card.form.password.setText(PASSWORD)
    card.form.again.setText(PASSWORD)
    card.form.save_button.click()
    qtbot.waitUntil(card.secret.isVisible)


def test_oneself_is_listed_and_cannot_be_removed(card):
    assert "王管理（我）\n全局" in words_of(card)
    assert not card.rows["王管理"].isEnabled()


def test_a_unit_s_administrator_is_added_with_a_code_to_print(card, unit, services, answers, banner, tmp_path, qtbot):
    add(card, unit, qtbot)
    assert not card.form.isVisible()
    code = card.secret.secret.text()
    assert "李管的恢复码" in words_of(card)
    qtbot.waitUntil(lambda: "李管" in card.rows)
    qtbot.waitUntil(lambda: "李管\n幼儿园" in words_of(card))
    assert services.accounts.sign_in("李管", PASSWORD) == Actor("李管", unit.id)
    printer = QPrinter()
    printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    printer.setOutputFileName(str(tmp_path / "code.pdf"))
    answers.printer = printer
    card.secret.print_button.click()
    assert (tmp_path / "code.pdf").read_bytes().startswith(b"%PDF")
    assert banner.message == "恢复码已送往打印机。"
    assert services.accounts.recover("李管", code, "another password")


def test_removed_after_a_question(card, unit, services, answers, banner, qtbot):
    add(card, unit, qtbot)
    qtbot.waitUntil(lambda: "李管" in card.rows)
    answers.confirms = False
    card.rows["李管"].click()
    assert answers.asked[-1][0] == "移除管理员李管？"
    answers.confirms = True
    card.rows["李管"].click()
    qtbot.waitUntil(lambda: list(card.rows) == ["王管理"])
    assert banner.message == "已移除管理员李管。"
    with pytest.raises(NotAllowed):
        services.accounts.sign_in("李管", PASSWORD)


def test_a_name_that_is_taken_is_told_and_the_form_stays(card, banner, qtbot):
    card.add_button.click()
    card.form.name.setText("王管理")
    card.form.password.setText(PASSWORD)
    card.form.again.setText(PASSWORD)
    card.form.save_button.click()
    qtbot.waitUntil(lambda: banner.tone == "bad")
    assert card.form.isVisible()
    assert card.form.save_button.isEnabled()


def test_one_s_own_password(card, services, banner, qtbot):
    card.password_button.click()
    form = card.password_form
    for field, text in ((form.old, "wrong"), (form.new, "another password"), (form.again, "another password")):
        field.setText(text)
    form.save_button.click()
    qtbot.waitUntil(lambda: banner.tone == "bad")
    form.old.setText(PASSWORD)
    form.save_button.click()
    qtbot.waitUntil(lambda: "密码已修改" in banner.message)
    assert not form.isVisible()
    assert services.accounts.sign_in("王管理", "another password")


def test_one_form_at_a_time(card):
    card.add_button.click()
    card.password_button.click()
    assert (card.form.isVisible(), card.password_form.isVisible()) == (False, True)
    card.password_form.cancel_button.click()
    assert not card.password_form.isVisible()


def test_a_unit_s_administrator_neither_adds_nor_removes(show, doors, services, unit, banner, qtbot):
    services.accounts.add(Actor("王管理"), "李管", PASSWORD, unit.id)
    card = looked_up(show(AdministratorsCard(doors, services, Actor("李管", unit.id), banner)), qtbot)
    assert not card.add_button.isVisible()
    assert not any(button.isEnabled() for button in card.rows.values())
