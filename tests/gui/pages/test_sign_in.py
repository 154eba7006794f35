"""Signing in as staff do: by typing a few letters, with or without a PIN."""

from quizapp.core.desk import SignedIn
from quizapp.core.people import SignInCheck
from quizapp.db.tables import BureauRow, PersonRow
from quizapp.gui.pages.sign_in import StaffSignInPage
from quizapp.services.passwords import hash_pin
from tests.gui.reading import words_of


def open_page(show, doors, office, preferences, qtbot):
    page = show(StaffSignInPage(doors, office.desk, preferences))
    signed_in: list[SignedIn] = []
    page.signed_in.connect(signed_in.append)
    page.enter()
    qtbot.waitUntil(lambda: page.department.count() > 0)
    return page, signed_in


def test_initials_and_enter_are_enough(show, doors, office, people, exam_id, preferences, qtbot):
    page, signed_in = open_page(show, doors, office, preferences, qtbot)
    page.picker.field.setText("ls")
    page.picker.field.returnPressed.emit()
    assert page.picker.field.text() == "李四"
    assert page.enter_button.isEnabled() and not page.secret_field.isVisible()
    page.enter_button.click()
    qtbot.waitUntil(lambda: bool(signed_in))
    assert (signed_in[0].name, signed_in[0].department) == ("李四", "办公室")


def test_what_is_open_stands_below(show, doors, office, people, exam_id, preferences, qtbot):
    page, _signed_in = open_page(show, doors, office, preferences, qtbot)
    assert page.open_exams.text().startswith("正在进行：三月礼仪测试")


def test_a_department_narrows_the_list(show, doors, office, people, exam_id, preferences, qtbot):
    page, _signed_in = open_page(show, doors, office, preferences, qtbot)
    page.department.setCurrentIndex(page.department.findText("车队"))
    assert page.picker.list.model().rowCount() == 1


def test_a_wrong_pin_is_told_beside_the_field(show, doors, office, people, database, preferences, qtbot):
    with database.write() as session:
        session.add(BureauRow(name="海滨局", unit_word="局属", sign_in_check=SignInCheck.PIN))
        session.get_one(PersonRow, people[0].id).pin_hash = hash_pin("204518")
    page, signed_in = open_page(show, doors, office, preferences, qtbot)
    assert "海滨局" in words_of(page)
    page.picker.field.setText("zs")
    page.picker.field.returnPressed.emit()
    assert page.secret_field.isVisible()
    page.secret.setText("000000")
    page.secret.returnPressed.emit()
    qtbot.waitUntil(lambda: "登录码不对" in page.secret_field.error)
    page.secret.setText("204518")
    page.secret.returnPressed.emit()
    qtbot.waitUntil(lambda: bool(signed_in))


def test_an_empty_roster_says_what_to_do(show, doors, office, preferences, qtbot):
    page, _signed_in = open_page(show, doors, office, preferences, qtbot)
    assert "还没有人员名单" in page.banner.message
    assert not page.enter_button.isEnabled()


def test_the_organisers_entry(show, doors, office, people, preferences, qtbot):
    page, _signed_in = open_page(show, doors, office, preferences, qtbot)
    with qtbot.waitSignal(page.organiser_wanted):
        page.organiser_button.click()


def test_one_after_another_the_list_ends_with_who_has_finished(
    show, doors, office, people, exam_id, preferences, qtbot
):
    token = office.desk.sign_in(people[1].id, "").token
    office.desk.submit(token, office.desk.start(token, exam_id).attempt_id)
    page = show(StaffSignInPage(doors, office.desk, preferences, is_kiosk=True))
    page.enter()
    qtbot.waitUntil(lambda: page.department.count() > 0)
    model = page.picker.list.model()
    names = [model.entry(row).name for row in range(model.rowCount())]
    assert names[-1] == "李四" and "√ 已考" in model.entry(len(names) - 1).sub_text
    assert page.enter_button.text() == "下一步"
    assert "English" not in words_of(page), "what one chooses would stay for the next"
    page.department.setCurrentIndex(page.department.findText("办公室"))
    assert [model.entry(row).name for row in range(model.rowCount())] == ["张三", "李四"]
    with qtbot.waitSignal(page.kiosk_wanted):
        page.kiosk_button.click()


def test_else_nobody_is_marked(show, doors, office, people, exam_id, preferences, qtbot):
    token = office.desk.sign_in(people[1].id, "").token
    office.desk.submit(token, office.desk.start(token, exam_id).attempt_id)
    page, _signed_in = open_page(show, doors, office, preferences, qtbot)
    model = page.picker.list.model()
    assert not any("已考" in model.entry(row).sub_text for row in range(model.rowCount()))
