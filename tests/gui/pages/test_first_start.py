"""The first start: an administrator, a recovery code, and three next steps that can wait."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtPrintSupport import QPrinter

from quizapp.gui.gallery import cut_texts
from quizapp.gui.pages.first_start import FirstStartPage
from tests.gui.reading import button, words_of

PASSWORD = "a good password"


@pytest.fixture
def page(show, doors, services, preferences):
    made = show(FirstStartPage(doors, services.accounts, preferences))
    made.enter()
    return made


def fill(page, *, again=PASSWORD, name="王管理"):
    page.bureau.setText("海滨局")
    page.name.setText(name)
    page.password.setText(PASSWORD)
    page.again.setText(again)


def create(page, qtbot):
    fill(page)
    page.create_button.click()
    qtbot.waitUntil(lambda: bool(page.code.text()))


def test_it_begins_with_the_name_of_the_bureau(page):
    assert page.bureau.hasFocus()
    assert not page.print_button.isVisible()


def test_an_administrator_is_made_by_enter(page, services, qtbot):
    fill(page)
    qtbot.keyClick(page.again, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: bool(page.code.text()))
    assert page.title.text() == "管理员已创建"
    assert services.accounts.bureau().name == "海滨局"
    assert services.accounts.sign_in("王管理", PASSWORD).name == "王管理"
    assert services.accounts.recover("王管理", page.code.text(), "another password")


def test_passwords_that_differ_are_told(page, services):
    fill(page, again="another")
    page.create_button.click()
    assert page.again_field.error == "两次输入的密码不一样：请重新输入。"
    assert page.again.hasFocus()
    assert not services.accounts.is_set_up()


def test_what_is_refused_is_told_and_can_be_mended(page, services, qtbot):
    fill(page, name=" ")
    page.create_button.click()
    qtbot.waitUntil(page.banner.isVisible)
    assert page.banner.message == "请填写管理员姓名。"
    assert page.create_button.isEnabled()
    page.name.setText("王管理")
    page.create_button.click()
    qtbot.waitUntil(lambda: bool(page.code.text()))
    assert not page.banner.isVisible()


def test_the_code_is_printed(page, answers, tmp_path, qtbot):
    create(page, qtbot)
    answers.printer = None
    page.print_button.click()
    assert not page.banner.isVisible()
    answers.printer = QPrinter()
    answers.printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    answers.printer.setOutputFileName(str(tmp_path / "code.pdf"))
    page.print_button.click()
    assert (tmp_path / "code.pdf").read_bytes().startswith(b"%PDF")
    assert page.banner.message == "恢复码已送往打印机。"


@pytest.mark.parametrize(
    ("words", "key"),
    [("导入人员名单", "people"), ("导入题库", "banks"), ("设置第一次考试", "exams"), ("以后再做，进入首页", "month")],
)
def test_the_next_step_now_or_later(page, qtbot, words, key):
    create(page, qtbot)
    with qtbot.waitSignal(page.finished) as finished:
        button(page, words).click()
    assert (finished.args[0].name, finished.args[1]) == ("王管理", key)


def test_it_can_wait_and_the_sample_can_be_looked_at(page, services, qtbot):
    with qtbot.waitSignal(page.put_off):
        page.later_button.click()
    with qtbot.waitSignal(page.sample_wanted):
        page.sample_button.click()
    assert not services.accounts.is_set_up()


@pytest.mark.parametrize("size", ["standard", "extra"])
def test_nothing_is_cut(page, theme, size, qtbot):
    theme.use(size=size)
    qtbot.waitUntil(lambda: cut_texts(page) == [])
    create(page, qtbot)
    qtbot.waitUntil(lambda: cut_texts(page) == [])
    assert "只显示这一次" in words_of(page)


def test_the_first_step_is_the_next_thing_and_later_is_quiet(page, qtbot):
    create(page, qtbot)
    kinds = [one.property("kind") for one in (page.people_button, page.bank_button, page.home_button)]
    assert kinds == ["primary", "secondary", "quiet"]
    assert page.home_button.width() < page.width() / 2
