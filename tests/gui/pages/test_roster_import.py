"""A list of people is imported as a user does it: file, scope, what would change, done; nothing before that."""

from io import BytesIO

import pytest
from openpyxl import Workbook

from quizapp.core.people import Actor, DepartmentKind
from quizapp.core.roster import RosterChange
from quizapp.gui.gallery import cut_texts
from quizapp.gui.pages.roster_import import RosterImportPage
from quizapp.gui.pages.roster_review import LEFT, PROBLEMS, QUESTIONS
from quizapp.gui.widgets.roster_scope import PARTS, UPDATE, WHOLE
from quizapp.services.people import PersonDraft
from tests.gui.reading import cells, words_of
from tests.services.office import ACTOR

HEADINGS = ("编号", "姓名", "科室", "职务", "类别")
WAIT_MS = 30_000
"""A child process reads the file; on a slow PC it takes a while to begin."""


@pytest.fixture
def bureau(services):
    """张三 and 李四 in 办公室, 王五 in 财务科."""
    add, draft = services.people.add_person, PersonDraft
    office, finance = (
        services.people.add_department(ACTOR, name, DepartmentKind.SECTION, None) for name in ("办公室", "财务科")
    )
    add(ACTOR, draft("张三", office.id, number="007", position="科员"))
    add(ACTOR, draft("李四", office.id))
    add(ACTOR, draft("王五", finance.id))
    return office, finance


@pytest.fixture
def page(show, doors, services):
    made = show(RosterImportPage(doors, services, ACTOR))
    made.enter()
    return made


@pytest.fixture
def file(tmp_path):
    def write(*rows, name="名单.xlsx"):
        book = Workbook()
        for row in (HEADINGS, *rows):
            book.active.append(row)
        content = BytesIO()
        book.save(content)
        path = tmp_path / name
        path.write_bytes(content.getvalue())
        return path

    return write


def step(page):
    return page.steps.current


def choose(page, answers, path, qtbot):
    """Choose a file and wait until it is read."""
    answers.opens = path
    page.file.drop.choose_button.click()
    qtbot.waitUntil(lambda: step(page) > 0 or page.banner.isVisible(), timeout=WAIT_MS)


def go_on(page, qtbot):
    """From the scope to what would change."""
    page.next_button.click()
    qtbot.waitUntil(lambda: step(page) == 2, timeout=WAIT_MS)


def here(services):
    return {person.name: person for person in services.people.people()}


def test_a_month_s_list_from_file_to_done(page, bureau, services, answers, file, qtbot):
    path = file(
        ("007", "张三", "财务科", "副科长", "公务员"),
        ("", "李四", "财务科", "", ""),
        ("", "钱九", "办公室", "科员", "公务员"),
    )
    choose(page, answers, path, qtbot)
    assert page.state == "“名单.xlsx”里有 3 人，来自 2 个现有的科室（单位）。"
    assert page.scope.mode == WHOLE
    assert page.scope.departments.chosen == tuple(one.id for one in bureau)
    go_on(page, qtbot)
    assert page.review.tiles.chosen == QUESTIONS
    assert not page.next_button.isEnabled()
    assert page.foot_words.text() == "还有 1 个问题没有回答。"
    page.review.questions.cards[0].buttons[0].click()
    assert cells(page.review.tables[LEFT], "姓名") == ["王五"]
    assert cells(page.review.tables[RosterChange.MOVED], "→ 新科室（单位）") == ["财务科"]
    assert page.next_button.text() == "导入 4 处变动"
    assert set(here(services)) == {"张三", "李四", "王五"}
    page.next_button.click()
    qtbot.waitUntil(lambda: step(page) == 3)
    assert "名单已导入" in words_of(page)
    people = here(services)
    assert {name: person.department.name for name, person in people.items()} == {
        "张三": "财务科", "李四": "财务科", "钱九": "办公室",
    }  # fmt: skip
    assert (people["张三"].number, people["张三"].position) == ("007", "副科长")
    assert len(services.people.people(with_inactive=True)) == 4
    with qtbot.waitSignal(page.went_back):
        page.done.people_button.click()


def test_a_department_s_list_leaves_the_others_alone(page, bureau, answers, file, qtbot):
    choose(page, answers, file(("007", "张三", "办公室", "科员", "")), qtbot)
    assert page.scope.mode == PARTS
    assert page.scope.departments.chosen == (bureau[0].id,)
    page.scope.departments.choose([])
    page.scope.departments.chosen_changed.emit()
    assert not page.next_button.isEnabled()
    page.scope.departments.choose([bureau[0].id])
    page.scope.departments.chosen_changed.emit()
    go_on(page, qtbot)
    assert cells(page.review.tables[LEFT], "姓名") == ["李四"]


def test_only_adding_notes_nobody_as_left(page, bureau, services, answers, file, qtbot):
    choose(page, answers, file(("", "周八", "保卫科", "", "")), qtbot)
    assert page.scope.mode == UPDATE
    go_on(page, qtbot)
    assert cells(page.review.tables[LEFT], "姓名") == []
    page.next_button.click()
    qtbot.waitUntil(lambda: step(page) == 3)
    assert set(here(services)) == {"张三", "李四", "王五", "周八"}


def test_the_first_list_asks_for_no_scope(page, services, answers, file, qtbot):
    choose(page, answers, file(("", "张三", "办公室", "", ""), ("", "李四", "幼儿园", "", "")), qtbot)
    assert step(page) == 2
    assert page.next_button.text() == "导入 2 处变动"
    page.previous_button.click()
    assert step(page) == 0


def test_a_change_is_left_out_by_its_tick(page, bureau, services, answers, file, qtbot):
    rows = [("007", "张三", "办公室", "科长", ""), ("", "李四", "办公室", "", ""), ("", "王五", "财务科", "", "")]
    choose(page, answers, file(*rows, ("", "钱九", "办公室", "", "")), qtbot)
    go_on(page, qtbot)
    table = page.review.tables[RosterChange.CHANGED]
    table.model.tick(table.shown_rows)
    assert page.next_button.text() == "导入 1 处变动"
    page.next_button.click()
    qtbot.waitUntil(lambda: step(page) == 3)
    assert here(services)["张三"].position == "科员"


def test_a_list_without_changes_has_nothing_to_import(page, bureau, answers, file, qtbot):
    rows = [("007", "张三", "办公室", "科员", ""), ("", "李四", "办公室", "", ""), ("", "王五", "财务科", "", "")]
    choose(page, answers, file(*rows), qtbot)
    go_on(page, qtbot)
    assert page.foot_words.text() == "没有要改的：名单和名册一致。"
    assert not page.next_button.isEnabled()


def test_faults_are_shown_and_skipped_only_when_wanted(page, services, answers, file, qtbot):
    choose(page, answers, file(("", "张三", "办公室", "", ""), ("", "", "办公室", "科员", "")), qtbot)
    assert page.review.tiles.chosen == PROBLEMS
    assert cells(page.review.tables[PROBLEMS], "行") == ["3"]
    assert "有 1 处错误" in page.foot_words.text()
    assert not page.next_button.isEnabled()
    page.review.skip.click()
    page.next_button.click()
    qtbot.waitUntil(lambda: step(page) == 3)
    assert set(here(services)) == {"张三"}


def test_what_is_no_list_is_told(page, answers, tmp_path, file, qtbot):
    broken = tmp_path / "坏了.xlsx"
    broken.write_bytes(file(("", "张三", "办公室", "", "")).read_bytes()[:-200])
    choose(page, answers, broken, qtbot)
    assert page.banner.tone == "bad"
    assert step(page) == 0
    assert page.file.isEnabled()


def test_a_file_without_people_says_what_it_lacks(page, answers, tmp_path, qtbot):
    letter = tmp_path / "通知.csv"
    letter.write_text("关于开展测试的通知\n请各科室准备", encoding="utf-8")
    choose(page, answers, letter, qtbot)
    assert page.review.tiles.chosen == PROBLEMS
    assert "没有可以导入的人员" in page.foot_words.text()
    assert not page.next_button.isEnabled()


def test_reading_is_stopped_by_its_button(page, answers, file, qtbot):
    answers.opens = file(*[("", f"人{number}", "办公室", "", "") for number in range(2000)])
    page.file.drop.choose_button.click()
    assert page.progress.isVisible()
    page.progress.cancel_button.click()
    qtbot.waitUntil(lambda: "已取消" in page.banner.message, timeout=WAIT_MS)
    assert step(page) == 0
    assert not page.progress.isVisible()


def test_what_is_compared_stays_as_it_is_meanwhile(page, bureau, answers, file, qtbot):
    choose(page, answers, file(("", "钱九", "办公室", "", "")), qtbot)
    page.next_button.click()
    assert not any(one.isEnabled() for one in (page.scope, page.previous_button, page.next_button))
    qtbot.waitUntil(lambda: step(page) == 2, timeout=WAIT_MS)
    qtbot.waitUntil(page.previous_button.isEnabled)
    assert page.next_button.isEnabled()


def test_people_who_changed_meanwhile_are_compared_again(page, bureau, services, answers, file, qtbot):
    rows = [("007", "张三", "办公室", "科长", ""), ("", "李四", "办公室", "", ""), ("", "王五", "财务科", "", "")]
    choose(page, answers, file(*rows, ("", "钱九", "办公室", "", "")), qtbot)
    go_on(page, qtbot)
    table = page.review.tables[RosterChange.CHANGED]
    table.model.tick(table.shown_rows)
    services.people.add_person(ACTOR, PersonDraft("周八", bureau[0].id))
    page.next_button.click()
    qtbot.waitUntil(page.banner.isVisible)
    assert page.banner.action_button.text() == "重新比对"
    page.banner.action_button.click()
    qtbot.waitUntil(lambda: cells(page.review.tables[LEFT], "姓名") == ["周八"], timeout=WAIT_MS)
    assert page.next_button.text() == "导入 2 处变动"


def test_back_to_the_scope_and_decisions_are_not_lost_unasked(page, bureau, answers, file, qtbot):
    choose(page, answers, file(("007", "张三", "办公室", "科员", ""), ("", "李四", "财务科", "", "")), qtbot)
    page.scope.buttons[WHOLE].click()
    go_on(page, qtbot)
    page.review.questions.cards[0].buttons[0].click()
    page.previous_button.click()
    assert step(page) == 1
    go_on(page, qtbot)
    assert page.review.choices.answers
    answers.confirms = False
    with qtbot.assertNotEmitted(page.went_back):
        page.back_button.click()
    answers.confirms = True
    with qtbot.waitSignal(page.went_back):
        page.back_button.click()


def test_a_unit_s_administrator_imports_for_the_unit(show, doors, services, bureau, answers, file, qtbot):
    page = show(RosterImportPage(doors, services, Actor("李管", bureau[1].id)))
    choose(page, answers, file(("", "王五", "财务科", "出纳", ""), ("", "吴七", "财务科", "", "")), qtbot)
    assert page.scope.mode == PARTS
    assert not page.scope.buttons[WHOLE].isEnabled()
    assert page.scope.departments.chosen == (bureau[1].id,)
    go_on(page, qtbot)
    page.next_button.click()
    qtbot.waitUntil(lambda: step(page) == 3)
    assert here(services)["王五"].position == "出纳"


def test_the_template_is_said_to_be_saved(page, answers, tmp_path, qtbot):
    answers.saves = tmp_path / "模板.xlsx"
    page.file.template_button.click()
    qtbot.waitUntil(lambda: "模板已保存" in page.banner.message)


def test_nothing_is_cut_at_the_largest_text(page, bureau, answers, file, theme, qtbot):
    theme.use(size="extra")
    rows = [("", "张三", "办公室", "", ""), ("", "李四", "财务科", "", ""), ("", "", "办公室", "", "")]
    choose(page, answers, file(*rows), qtbot)
    qtbot.waitUntil(lambda: cut_texts(page) == [])
    go_on(page, qtbot)
    qtbot.waitUntil(lambda: cut_texts(page) == [])
