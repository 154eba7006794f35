"""The roster: departments lead to their people, search and filters narrow them, the foot knows the selection."""

import pytest
from PySide6.QtCore import Qt

from quizapp.core.people import Actor, DepartmentKind, SignInCheck
from quizapp.gui.gallery import cut_texts
from quizapp.gui.pages.people_table import PeopleTablePage
from quizapp.services.people import PersonDraft
from tests.gui.reading import button, cells, words_of
from tests.services.office import ACTOR


@pytest.fixture
def bureau(services):
    """Two sections, a unit with a part; five people, one of whom left."""
    add, unit = services.people.add_department, DepartmentKind.UNIT
    office = add(ACTOR, "办公室", DepartmentKind.SECTION, None)
    finance = add(ACTOR, "财务科", DepartmentKind.SECTION, None)
    centre = add(ACTOR, "服务中心", unit, None)
    canteen = add(ACTOR, "食堂", unit, centre.id)
    for name, department, category in (
        ("张三", office, "公务员"), ("李四", office, "工勤"), ("单文静", finance, "公务员"),
        ("王五", canteen, "工勤"), ("赵六", office, "公务员"),
    ):  # fmt: skip
        draft = PersonDraft(name, department.id, category=category)
        person = services.people.add_person(ACTOR, draft)
    services.people.set_left(ACTOR, (person.id,), has_left=True)
    return {one.name: one for one in (office, finance, centre, canteen)}


@pytest.fixture
def page(show, doors, services, bureau, qtbot):
    return opened(show(PeopleTablePage(doors, services, ACTOR)), qtbot)


def opened(page, qtbot):
    page.enter()
    qtbot.waitUntil(lambda: bool(page.roster.lines))
    return page


def names(page):
    return cells(page.table, "姓名")


def select(page, *wanted):
    page.table.view.clearSelection()
    for at, line in enumerate(page.table.shown_rows):
        if line.person.name in wanted:
            index = page.table.model.index(at, 0)
            flags = page.table.view.selectionModel().SelectionFlag
            page.table.view.selectionModel().select(index, flags.Select | flags.Rows)


def test_who_is_here_and_how_many(page):
    assert names(page) == ["李四", "张三", "单文静", "王五"]
    assert page.state == "在册 4 人，其中 4 人参加测试。"
    counts = {line.label: line.count for line in page.departments.lines if not line.is_heading}
    assert counts == {"全部人员": 4, "办公室": 2, "财务科": 1, "服务中心": 1, "食堂": 1}
    assert cut_texts(page) == []


def test_a_department_shows_its_people_and_those_within(page, bureau):
    page.departments.choose(bureau["服务中心"].id)
    assert names(page) == ["王五"]
    page.departments.choose(None)
    assert len(names(page)) == 4


def test_found_by_initials_and_narrowed_by_category(page, qtbot):
    page.search.setText("swj")
    qtbot.waitUntil(lambda: names(page) == ["单文静"])
    page.search.clear()
    qtbot.waitUntil(lambda: len(names(page)) == 4)
    page.category.choose("工勤")
    assert names(page) == ["李四", "王五"]


def test_who_left_is_shown_when_wanted(page):
    page.with_left.setChecked(True)
    assert names(page) == ["李四", "张三", "赵六", "单文静", "王五"]
    assert cells(page.table, "状态") == ["在册", "在册", "已离开", "在册", "在册"]
    page.with_left.setChecked(False)
    assert "赵六" not in names(page)


def test_the_foot_follows_the_selection(page):
    select(page, "张三", "李四")
    assert page.foot.hint == "选中 2 人。"
    assert [person.name for person in page.selected] == ["李四", "张三"]


def test_enter_opens_the_editor(page, qtbot):
    select(page, "张三")
    page.table.view.setCurrentIndex(page.table.model.index(1, 0))
    with qtbot.waitSignal(page.editor_wanted) as wanted:
        qtbot.keyClick(page.table.view, Qt.Key.Key_Return)
    assert (wanted.args[0].name, wanted.args[1].name) == ("张三", "张三")
    with qtbot.waitSignal(page.editor_wanted):
        page.foot.edit_button.click()


def test_somebody_is_added_by_a_name_and_enter(page, bureau, services, qtbot):
    page.departments.choose(bureau["财务科"].id)
    page.add_button.click()
    assert page.quick.department.currentText() == "财务科"
    page.quick.name.setText("王小明")
    qtbot.keyClick(page.quick.name, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: "王小明" in names(page))
    assert [person.name for person in page.selected] == ["王小明"]
    assert "已新增王小明（财务科，编号 G0006）。" in page.banner.message
    assert (page.quick.name.text(), page.quick.name.hasFocus()) == ("", True)
    assert {person.name: person.department.name for person in services.people.people()}["王小明"] == "财务科"


def test_more_about_somebody_new(page, qtbot):
    page.add_button.click()
    page.quick.name.setText("王小明")
    with qtbot.waitSignal(page.editor_wanted) as wanted:
        page.quick.more_button.click()
    assert wanted.args[0] is None
    assert wanted.args[1].name == "王小明"
    assert not page.quick.isVisible()


def test_a_new_code_in_two_clicks_shown_large(page, answers, qtbot):
    select(page, "张三")
    page.foot.pin_button.click()
    qtbot.waitUntil(page.secret.isVisible)
    assert answers.asked[-1][0] == "重设张三的登录码？"
    assert len(page.secret.secret.text()) == 6
    qtbot.waitUntil(lambda: "有" in cells(page.table, "登录码"))
    assert "张三（G0001）的新登录码" in words_of(page.secret)
    assert "现在登录不核对登录码" in words_of(page.secret)


def test_a_code_that_is_checked_is_told_once(page):
    page.show_pin(page.roster.lines[0].person, "482913", SignInCheck.PIN)
    assert "它只显示这一次" in words_of(page.secret)


def test_a_unit_s_administrator_sees_the_unit(show, doors, services, bureau, qtbot):
    page = opened(show(PeopleTablePage(doors, services, Actor("李管", bureau["服务中心"].id))), qtbot)
    assert names(page) == ["王五"]
    assert [line.label for line in page.departments.lines if line.department] == ["服务中心", "食堂"]


def test_with_nobody_there_is_one_button(show, doors, services, qtbot):
    page = show(PeopleTablePage(doors, services, ACTOR))
    page.enter()
    qtbot.waitUntil(page.empty.isVisible)
    assert "还没有人员" in words_of(page)
    with qtbot.waitSignal(page.import_wanted):
        button(page, "导入名单").click()
    with qtbot.waitSignal(page.departments_wanted):
        page.add_button.click()


@pytest.mark.parametrize("size", ["large", "extra"])
def test_nothing_is_cut_at_larger_text(page, theme, size, qtbot):
    theme.use(size=size)
    page.add_button.click()
    qtbot.waitUntil(lambda: cut_texts(page) == [])
