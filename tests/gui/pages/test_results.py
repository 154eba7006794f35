"""The results page: figures as in the workbook, settling many at once, handing in."""

from io import BytesIO

import pytest
from openpyxl import load_workbook

from quizapp.core.exams import ExamState
from quizapp.core.people import Actor
from quizapp.gui.pages.answer_sheets import AnswerSheetsPage
from quizapp.gui.pages.attempt_record import AttemptRecordPage
from quizapp.gui.pages.results import ResultsPage
from quizapp.services.answer_sheets import AnswerSheets
from quizapp.services.people import People
from quizapp.services.results import Results
from tests.gui.reading import button, words_of
from tests.services.office import ACTOR
from tests.services.short_answers import publish_short_answers, take


@pytest.fixture
def services(office, database, clock):
    """The services that the page uses, under the names it knows them by."""

    class Bundle:
        answer_sheets = AnswerSheets(database, office.clock)
        exams = office.exams
        attempts = office.attempts
        people = People(database, clock)
        results = Results(database, office.clock)

    return Bundle()


def sit(office, person, exam_id, wrong):
    token = office.desk.sign_in(person.id, "").token
    sheet = office.desk.start(token, exam_id)
    office.answer_all(token, sheet, wrong=wrong)
    office.desk.submit(token, sheet.attempt_id)
    return sheet.attempt_id


@pytest.fixture
def closed(office, people, exam_id):
    """张三 has 90, 李四 40, 王五 did not come."""
    sit(office, people[0], exam_id, 1)
    sit(office, people[1], exam_id, 6)
    office.exams.close(ACTOR, exam_id)
    return exam_id


@pytest.fixture
def page(show, doors, services, qtbot):
    made = show(ResultsPage(doors, services, ACTOR))
    made.enter()
    return made.table_page


def loaded(page, qtbot):
    qtbot.waitUntil(lambda: page.results is not None)
    return page


def column(table, heading):
    at = [one.heading for one in table.model.columns].index(heading)
    return [table.model.cell(row, at) for row in table.shown_rows]


def test_figures_per_department_and_the_whole(closed, page, qtbot):
    loaded(page, qtbot)
    assert column(page.departments, "科室（单位）") == ["车队", "办公室"]
    assert column(page.departments, "平均分") == ["—", "65.00"]
    assert column(page.departments, "参考率") == ["0.00%", "100.00%"]
    assert column(page.departments, "名次") == ["", "1"]
    assert page.departments.model.totals[1:4] == ["合计", "3", "3"]
    assert page.tiles["participation"].figure == "66.67%"
    assert page.tiles["unsettled"].figure == "1"
    page.formulas_button.click()
    assert "应考 = 在册 − 免考 = 实考 + 缺考 + 缓考 + 待核实" in words_of(page)
    assert page.state == "考试已结束，还有人员待核实。"


def test_people_with_grade_and_rank(closed, page, qtbot):
    loaded(page, qtbot)
    by_name = dict(
        zip(
            column(page.people, "姓名"),
            zip(column(page.people, "得分"), column(page.people, "等次"), strict=True),
            strict=True,
        )
    )
    assert by_name == {"张三": ("90", "优秀"), "李四": ("40", "不合格"), "王五": ("—", "")}


def test_settling_asks_for_the_reason_and_is_shown(closed, page, answers, qtbot):
    loaded(page, qtbot)
    page.tabs.setCurrentIndex(2)
    assert not page.deferred_button.isEnabled()
    page.missing.view.selectAll()
    answers.reason = "出车"
    page.deferred_button.click()
    qtbot.waitUntil(lambda: column(page.missing, "状态") == ["缓考"])
    assert column(page.missing, "原因") == ["出车"]
    assert page.tiles["unsettled"].figure == "0"
    assert page.state == "考试已结束，成绩可以上报。"
    page.missing.view.selectAll()
    page.put_back_button.click()
    qtbot.waitUntil(lambda: column(page.missing, "状态") == ["待核实"])
    page.missing.view.selectAll()
    page.absent_button.click()
    qtbot.waitUntil(lambda: column(page.missing, "状态") == ["缺考"])
    assert page.departments.model.totals[5] == "1"


def test_filtering_by_department_and_by_words(closed, page, qtbot):
    loaded(page, qtbot)
    page.department.setCurrentIndex(page.department.findText("车队"))
    page.department.activated.emit(page.department.currentIndex())
    qtbot.waitUntil(lambda: column(page.departments, "科室（单位）") == ["车队"])
    assert page.tiles["mean"].figure == "—"
    page.department.setCurrentIndex(0)
    page.department.activated.emit(0)
    qtbot.waitUntil(lambda: len(page.people.shown_rows) == 3)
    page.search.setText("李")
    qtbot.waitUntil(lambda: column(page.people, "姓名") == ["李四"])


def test_the_workbook_is_written_where_the_user_says(closed, page, answers, tmp_path, qtbot):
    loaded(page, qtbot)
    answers.saves = tmp_path / "三月成绩.xlsx"
    page.export_button.click()
    qtbot.waitUntil(lambda: "成绩表已导出" in page.banner.message, timeout=20_000)
    assert answers.asked[-1][1] == "三月礼仪测试成绩表.xlsx"
    book = load_workbook(BytesIO(answers.saves.read_bytes()))
    assert book.sheetnames[:3] == ["汇总", "成绩", "未参加名单"]


def test_the_folder_of_the_workbook_is_one_press_away(closed, page, answers, tmp_path, qtbot):
    loaded(page, qtbot)
    answers.saves = tmp_path / "三月成绩.xlsx"
    page.export_button.click()
    qtbot.waitUntil(lambda: "成绩表已导出" in page.banner.message, timeout=20_000)
    page.banner.action_button.click()
    assert answers.asked[-1] == ("", str(tmp_path))


def test_nothing_is_handed_in_unsettled_unasked(closed, page, answers, tmp_path, qtbot):
    loaded(page, qtbot)
    answers.confirms, answers.saves = False, tmp_path / "三月成绩.xlsx"
    page.export_button.click()
    assert answers.asked == [
        ("还有 1 人待核实，现在就导出？", "核实以后，参考率、平均分等数字可能变化，要再导出一次。")
    ]
    assert page.tabs.currentIndex() == 2
    assert not answers.saves.exists()


def test_who_was_settled_stays_in_place_and_is_no_longer_selected(office, people, exam_id, page, qtbot):
    office.exams.close(ACTOR, exam_id)
    loaded(page, qtbot)
    before = column(page.missing, "姓名")
    page.missing.select(lambda row: row.name == before[0])
    page.absent_button.click()
    qtbot.waitUntil(lambda: column(page.missing, "状态") == ["缺考", "待核实", "待核实"])
    assert column(page.missing, "姓名") == before
    assert page.missing.selected == []
    page.banner.action_button.click()
    qtbot.waitUntil(lambda: column(page.missing, "状态") == ["待核实"] * 3)


def test_a_folder_that_is_gone_is_told(closed, page, answers, tmp_path, qtbot):
    loaded(page, qtbot)
    answers.saves = tmp_path / "no such folder" / "三月成绩.xlsx"
    page.export_button.click()
    qtbot.waitUntil(lambda: "没有保存" in page.banner.message, timeout=20_000)


def test_a_test_that_goes_on_says_so(office, people, exam_id, page, qtbot):
    loaded(page, qtbot)
    assert page.state == "考试还没有结束，以下是到现在为止的情况。"
    assert page.results.state is ExamState.PUBLISHED


def test_without_any_test_there_is_one_thing_to_do(show, doors, services, qtbot):
    page = show(ResultsPage(doors, services, ACTOR))
    page.enter()
    qtbot.waitUntil(page.table_page.empty.isVisible)
    assert not page.table_page.export_button.isEnabled()
    with qtbot.waitSignal(page.went_to) as went:
        button(page, "设置考试").click()
    assert went.args == ["exams"]


def test_a_person_leads_to_the_sheet_and_back(closed, show, doors, services, qtbot):
    page = show(ResultsPage(doors, services, ACTOR))
    page.enter()
    tables = loaded(page.table_page, qtbot)
    tables.people.select(lambda one: one.row.name == "张三")
    tables.tabs.setCurrentIndex(1)
    tables.record_button.click()
    record = page.findChild(AttemptRecordPage)
    qtbot.waitUntil(lambda: "张三的答卷" in words_of(record))
    record.back_button.click()
    assert tables.isVisible()


def test_an_administrator_of_one_unit_sees_that_unit(closed, show, doors, services, people, qtbot):
    unit_id = people[2].department.id
    page = show(ResultsPage(doors, services, Actor("队长", unit_id)))
    page.enter()
    tables = loaded(page.table_page, qtbot)
    assert [tables.department.itemText(at) for at in range(tables.department.count())] == ["车队"]
    assert column(tables.people, "姓名") == ["王五"]


def test_who_is_to_be_settled_is_where_another_page_leads(closed, page, qtbot):
    loaded(page, qtbot)
    page.show_exam(closed)
    qtbot.waitUntil(lambda: page.tabs.currentIndex() == 2)
    assert column(page.missing, "状态") == ["待核实"]


def test_who_waits_to_be_marked_is_shown_counted_and_asked_about(page, office, people, answers, tmp_path, qtbot):
    exam_id = publish_short_answers(office)
    for person in people:
        take(office, exam_id, person.id, "请坐倒水" if person is people[0] else "", "")
    office.exams.close(ACTOR, exam_id)
    page.enter()
    loaded(page, qtbot)
    assert "还有 1 人待阅卷" in page.state
    assert "待阅卷" in column(page.people, "等次")
    assert page.tiles["mean"].figure == "40.00"  # of the two who have a score
    answers.confirms = False
    page.export_button.click()
    assert "还有 1 人待阅卷" in answers.asked[-1][0]
    answers.confirms, answers.saves = True, tmp_path / "成绩.xlsx"
    page.export_button.click()
    qtbot.waitUntil(lambda: page.banner.isVisible())
    book = load_workbook(BytesIO(answers.saves.read_bytes()))
    notices = [cell.value for row in book["成绩"].iter_rows(max_row=4) for cell in row if cell.value]
    assert any("尚有 1 人待阅卷" in str(one) for one in notices)
    assert "待阅卷" in {row[5].value for row in book["成绩"].iter_rows()}


def sheets_shown(page, qtbot) -> AnswerSheetsPage:
    def found():
        return page.window().findChild(AnswerSheetsPage)

    qtbot.waitUntil(lambda: found() is not None and found().print_button.isEnabled())
    return found()


def test_the_sheets_of_those_in_the_table_are_printed(closed, page, qtbot):
    loaded(page, qtbot)
    page.tabs.setCurrentIndex(1)
    assert page.print_button.text() == "打印答卷（2 人）"
    page.print_button.click()
    sheets = sheets_shown(page, qtbot)
    assert [one.name for one in sheets.sheets] == ["张三", "李四"]
    assert sheets.with_key.isVisible()
    sheets.back_button.click()
    qtbot.waitUntil(lambda: page.isVisible())


def test_a_filter_prints_a_part(closed, page, qtbot):
    loaded(page, qtbot)
    page.people.filter_words("李四")
    assert page.print_button.text() == "打印答卷（1 人）"
    page.people.filter_words("王五")
    assert not page.print_button.isEnabled(), "did not come"


def test_one_sheet_is_printed_from_its_record(closed, page, qtbot):
    loaded(page, qtbot)
    page.record_wanted.emit(next(one.row.attempt_id for one in page.people.shown_rows if one.row.name == "张三"))
    record = page.window().findChild(AttemptRecordPage)
    qtbot.waitUntil(lambda: "的答卷" in words_of(record))
    record.print_button.click()
    sheets = sheets_shown(page, qtbot)
    assert [one.name for one in sheets.sheets] == ["张三"]
    sheets.back_button.click()
    qtbot.waitUntil(lambda: record.isVisible())
    record.back_button.click()
    qtbot.waitUntil(lambda: page.isVisible())
