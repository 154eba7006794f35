"""The whole window's way: the first start or the staff's page, the organisers' door, notices, another language."""

import pytest

from quizapp.core.people import Actor
from quizapp.gui.main_window import MainWindow
from quizapp.gui.organiser_shell import OrganiserShell
from quizapp.gui.pages.administrator_sign_in import AdministratorSignInPage
from quizapp.gui.pages.first_start import FirstStartPage
from quizapp.gui.pages.sign_in import StaffSignInPage
from quizapp.gui.program import Program
from quizapp.gui.widgets.banner import Banner
from tests.gui.bureau import services_of
from tests.gui.pages.conftest import clock as clock
from tests.gui.pages.conftest import database as database
from tests.gui.pages.conftest import migrated_file as migrated_file
from tests.gui.pages.conftest import office as office
from tests.gui.pages.conftest import preferences as preferences
from tests.gui.reading import button, words_of

PASSWORD = "a good password"


@pytest.fixture
def services(office):
    return services_of(office)


@pytest.fixture
def window(qtbot, theme):
    made = MainWindow({})
    qtbot.addWidget(made)
    made.show()
    return made


@pytest.fixture
def program(doors, window, services, preferences, places, tasks, qtbot):
    yield Program(doors, window, services, preferences, places)
    qtbot.waitUntil(lambda: not tasks.is_busy)


def set_up(services):
    services.accounts.set_up("海滨局", "王管理", PASSWORD)


def arrive(window, kind, qtbot):
    qtbot.waitUntil(lambda: isinstance(window.page, kind))
    return window.page


def organise(program, window, services, qtbot):
    set_up(services)
    program.begin()
    window.page.organiser_wanted.emit()
    page = arrive(window, AdministratorSignInPage, qtbot)
    page.name.setText("王管理")
    page.password.setText(PASSWORD)
    page.enter_button.click()
    return arrive(window, OrganiserShell, qtbot)


def test_a_fresh_folder_begins_with_the_guide(program, window, qtbot):
    program.begin()
    page = arrive(window, FirstStartPage, qtbot)
    page.later_button.click()
    arrive(window, StaffSignInPage, qtbot)
    assert window.page.isVisible()


def test_the_guide_leads_to_the_page_that_was_chosen(program, window, services, qtbot):
    program.begin()
    page = window.page
    page.name.setText("王管理")
    page.password.setText(PASSWORD)
    page.again.setText(PASSWORD)
    page.create_button.click()
    qtbot.waitUntil(lambda: bool(page.code.text()))
    button(page, "导入人员名单").click()
    assert arrive(window, OrganiserShell, qtbot).current == "people"


def test_with_an_administrator_it_begins_with_the_staff_s_page(program, window, services, qtbot):
    set_up(services)
    program.begin()
    arrive(window, StaffSignInPage, qtbot)


def test_the_organisers_door_and_out_again(program, window, services, qtbot):
    shell = organise(program, window, services, qtbot)
    assert shell.current == "month"
    assert "王管理" in words_of(shell.side())
    button(shell.side(), "退出登录").click()
    arrive(window, StaffSignInPage, qtbot)


def test_the_door_without_an_administrator_is_the_guide(program, window, qtbot):
    program.begin()
    window.page.later_button.click()
    arrive(window, StaffSignInPage, qtbot).organiser_wanted.emit()
    arrive(window, FirstStartPage, qtbot)


def test_leaving_asks_once(program, window, services, answers, qtbot):
    set_up(services)
    program.show_organiser(Actor("王管理"), "settings")
    settings = window.page.page("settings")
    qtbot.waitUntil(lambda: bool(settings.bureau.name.text()))
    settings.bureau.name.setText("另一个局")
    answers.keeps_edits = None
    button(window.page.side(), "退出登录").click()
    assert isinstance(window.page, OrganiserShell)
    answers.keeps_edits = False
    answers.asked.clear()
    button(window.page.side(), "退出登录").click()
    arrive(window, StaffSignInPage, qtbot)
    assert len(answers.asked) == 1


def test_another_language_makes_the_page_anew(program, window, services, preferences, qtbot):
    set_up(services)
    program.begin()
    before = arrive(window, StaffSignInPage, qtbot)
    preferences.set_language("en")
    assert isinstance(window.page, StaffSignInPage)
    assert window.page is not before


def test_another_language_keeps_the_organiser_signed_in(program, window, services, preferences, qtbot):
    shell = organise(program, window, services, qtbot)
    shell.go("people")
    preferences.set_language("en")
    assert window.page is not shell
    assert window.page.current == "people"
    assert "People" in words_of(window.page.side())


def test_edits_are_not_lost_to_another_language(program, window, services, preferences, answers, qtbot):
    set_up(services)
    program.show_organiser(Actor("王管理"), "settings")
    settings = window.page.page("settings")
    qtbot.waitUntil(lambda: bool(settings.bureau.name.text()))
    settings.bureau.name.setText("另一个局")
    answers.keeps_edits = None
    preferences.set_language("en")
    assert settings.bureau.name.text() == "另一个局"


def test_notices_stand_above_the_page_until_they_are_closed(program, window, qtbot):
    words = ["设置文件坏了，已移到一边。", "这台电脑没有中文字体。"]
    program.begin(words)

    def told():
        return [banner for banner in window.findChildren(Banner) if banner.isVisible()]

    qtbot.waitUntil(lambda: [banner.message for banner in told()] == words)
    told()[0].close_button.click()
    assert [banner.message for banner in told()] == words[1:]


def test_one_after_another_from_the_corner_until_the_password_ends_it(
    program, window, services, preferences, theme, answers, qtbot
):
    set_up(services)
    theme.use(size="standard")
    program.begin()
    answers.confirms = False
    arrive(window, StaffSignInPage, qtbot).kiosk_button.click()
    assert not preferences.settings.kiosk.is_on
    answers.confirms = True
    window.page.kiosk_button.click()
    page = window.page
    assert "请下一位选择姓名" in words_of(page) and theme.size == "large"
    program.begin()
    assert "请下一位选择姓名" in words_of(window.page), "also after the next start"
    window.page.kiosk_button.click()
    door = arrive(window, AdministratorSignInPage, qtbot)
    assert "退出轮流机考" in door.banner.message
    door.name.setText("王管理")
    door.password.setText("wrong")
    door.enter_button.click()
    qtbot.waitUntil(door.enter_button.isEnabled)
    assert preferences.settings.kiosk.is_on
    door.back_button.click()
    assert "请下一位选择姓名" in words_of(window.page)
    window.page.kiosk_button.click()
    door = arrive(window, AdministratorSignInPage, qtbot)
    door.name.setText("王管理")
    door.password.setText(PASSWORD)
    door.enter_button.click()
    page = arrive(window, StaffSignInPage, qtbot)
    assert "礼仪与服务规范测试" in words_of(page)
    assert not preferences.settings.kiosk.is_on and theme.size == "standard"


def test_nobody_is_trapped_where_there_is_no_password_yet(program, window, preferences, qtbot):
    preferences.set_kiosk(True)
    program.show_first_page()
    window.page.kiosk_button.click()
    assert not preferences.settings.kiosk.is_on
    assert "礼仪与服务规范测试" in words_of(window.page)


def test_the_organiser_s_side_has_its_own_text_size(program, window, services, preferences, theme, qtbot):
    preferences.set_kiosk(True)
    shell = organise(program, window, services, qtbot)
    assert theme.size == "standard"
    settings = shell.page("settings")
    settings.kiosk.switch.click()
    button(shell.side(), "退出登录").click()
    assert "礼仪与服务规范测试" in words_of(arrive(window, StaffSignInPage, qtbot))
