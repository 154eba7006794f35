"""The settings page: all its cards looked up, edits not left unasked, the ways to manual and folders."""

import pytest

from quizapp.gui.gallery import cut_texts
from quizapp.gui.pages.settings import SettingsPage
from tests.gui.reading import button, words_of
from tests.services.office import ACTOR


@pytest.fixture
def page(show, doors, services, preferences, places, qtbot):
    services.accounts.set_up("海滨局", ACTOR.name, "a good password")
    made = show(SettingsPage(doors, services, preferences, places, ACTOR))
    made.enter()
    qtbot.waitUntil(lambda: bool(made.bureau.name.text() and made.administrators.rows and made.data.files.text()))
    return made


def test_every_card_is_there(page):
    words = words_of(page)
    for title in ("单位", "外观", "管理员", "数据和备份", "关于"):
        assert title in words


def test_edits_of_the_bureau_are_saved_thrown_away_or_gone_on_with(page, services, answers, qtbot):
    assert page.leave()
    page.bureau.name.setText("海滨市机关事务管理局")
    answers.keeps_edits = None
    assert not page.leave()
    answers.keeps_edits = False
    assert page.leave()
    assert services.accounts.bureau().name == "海滨局"
    answers.keeps_edits = True
    assert page.leave()
    qtbot.waitUntil(lambda: services.accounts.bureau().name == "海滨市机关事务管理局")


def test_the_manual_and_the_log(page, answers, places, qtbot):
    with qtbot.waitSignal(page.went_to) as went:
        button(page, "使用手册").click()
    assert went.args == ["manual"]
    page.about.log_button.click()
    assert answers.asked[-1][1] == str(places.logs)


@pytest.mark.parametrize("size", ["standard", "extra"])
def test_nothing_is_cut(page, theme, size, qtbot):
    theme.use(size=size)
    page.administrators.add_button.click()
    page.administrators.secret.show_secret("王芳的恢复码", "ABCDE-FGHJK-LMNPQ-RSTUV", "请打印后交给本人收好。")
    qtbot.waitUntil(lambda: cut_texts(page) == [])
    inner = page.bureau.parentWidget()
    assert inner.width() <= inner.parentWidget().width()
