"""Who was chosen is shown large; each test that can be taken is a button, and no score is told."""

from quizapp.gui.pages.kiosk_confirm import KioskConfirmPage
from tests.gui.reading import words_of
from tests.services.office import CLOSES, OPENS, fill_bank, usual_questions


def open_page(show, doors, office, people, qtbot):
    me = office.desk.sign_in(people[0].id, "")
    page = show(KioskConfirmPage(doors, office.desk, me))
    page.enter()
    qtbot.waitUntil(lambda: page.refuse_button.text() == "返回" or any(one.isVisible() for one in page.exam_buttons))
    return page, me


def test_one_test_is_one_button(show, doors, office, people, exam_id, qtbot):
    page, me = open_page(show, doors, office, people, qtbot)
    assert page.name.text() == "张三" and page.place.text() == f"办公室 · 编号 {me.number}"
    assert "三月礼仪测试" in words_of(page) and "共 10 题，30 分钟" in words_of(page)
    assert page.exam_buttons[0].hasFocus()
    with qtbot.waitSignal(page.confirmed) as confirmed:
        page.exam_buttons[0].click()
    assert confirmed.args[0].exam_id == exam_id
    with qtbot.waitSignal(page.refused):
        page.refuse_button.click()


def test_several_tests_are_told_apart(show, doors, office, people, exam_id, database, qtbot):
    office.published(fill_bank(database, usual_questions(), "第二个题库"), title="岗位测试")
    page, _me = open_page(show, doors, office, people, qtbot)
    assert len(page.exam_buttons) == 2 and "岗位测试" in words_of(page)
    assert [one.property("kind") for one in page.exam_buttons] == ["primary", "secondary"]


def test_a_test_that_comes_says_when(show, doors, office, people, database, qtbot):
    bank_id = fill_bank(database, usual_questions())
    office.published(bank_id, opens_at=CLOSES, closes_at=CLOSES + (CLOSES - OPENS))
    page, _me = open_page(show, doors, office, people, qtbot)
    qtbot.waitUntil(lambda: "没有要参加的考试" in words_of(page))
    assert "三月礼仪测试：" in words_of(page)
    assert not page._sizes.isVisible()


def test_what_cannot_be_looked_up_is_told_and_tried_again(show, doors, office, people, exam_id, qtbot):
    me = office.desk.sign_in(people[0].id, "")
    office.desk.sign_out(me.token)
    page = show(KioskConfirmPage(doors, office.desk, me))
    page.enter()
    qtbot.waitUntil(lambda: "重新登录" in page.banner.message)
