"""One month, end to end, in the real window: from an empty folder to the department table that is handed in."""

from collections.abc import Callable
from datetime import timedelta
from pathlib import Path
from typing import Any

import openpyxl
from PySide6.QtCore import Qt

from quizapp.clock import now
from quizapp.core.desk import SheetQuestion
from quizapp.gui.organiser_shell import OrganiserShell
from quizapp.gui.pages.exam_editor import ExamEditorPage
from quizapp.gui.pages.first_start import FirstStartPage
from quizapp.gui.pages.my_page import StaffHomePage
from quizapp.gui.pages.outcome import OutcomePage
from quizapp.gui.pages.sign_in import StaffSignInPage
from quizapp.gui.pages.take_test import TakeTestPage
from tests.excel.made_books import BANK_HEADINGS, ROSTER_HEADINGS, xlsx
from tests.journeys.driver import Driver

ORGANISER, PASSWORD = "周敏", "jiguan-2026"
ROSTER = (
    ("0001", "张三", "办公室", "科长", "公务员", "", ""),
    ("0002", "李四", "办公室", "科员", "公务员", "", ""),
    ("0003", "王五", "车队", "驾驶员", "工勤", "", ""),
    ("0004", "赵六", "车队", "驾驶员", "工勤", "", ""),
    ("0005", "孙七", "车队", "驾驶员", "合同制", "", ""),
)
BANK = (
    ("单选题", "电话铃响几声内接听？", "三声", "五声", "七声", "九声", "A"),
    ("单选题", "名片应怎样递上？", "单手", "双手", "放在桌上", "请人转交", "B"),
    ("判断题", "引路时应走在来宾的侧前方。", None, None, None, None, "正确"),
    ("判断题", "握手时戴着手套更有礼貌。", None, None, None, None, "错误"),
    ("多选题", "会议前应检查哪些？", "话筒", "茶水", "私人电话", "席卡", "ABD"),
)
RIGHT = {
    BANK[0][1]: ("三声",),
    BANK[1][1]: ("双手",),
    BANK[2][1]: ("正确",),
    BANK[3][1]: ("错误",),
    BANK[4][1]: ("话筒", "茶水", "席卡"),
}


def answering(**wrong: tuple[str, ...]) -> Callable[[SheetQuestion], tuple[str, ...]]:
    """Answers all questions right, but those whose stem begins as named."""

    def answer(question: SheetQuestion) -> tuple[str, ...]:
        return next((words for stem, words in wrong.items() if question.stem.startswith(stem)), RIGHT[question.stem])

    return answer


def test_a_month_from_an_empty_folder_to_the_table_handed_in(
    open_window: Callable[[], Driver], desk_folder: Path
) -> None:
    driver = open_window()
    set_up(driver)
    import_roster(driver, desk_folder)
    import_bank(driver, desk_folder)
    define_and_publish(driver)
    driver.leave_organiser()
    take_by_mouse(driver)
    take_by_keyboard(driver)
    driver.enter_as_organiser(ORGANISER, PASSWORD)
    close_and_settle(driver)
    book = export(driver, desk_folder)
    check_departments(book)
    check_people(book)
    check_missing(book)
    assert driver.answers.errors == []


def set_up(driver: Driver) -> None:
    page: FirstStartPage = driver.wait_for(FirstStartPage)
    page.bureau.insert("滨海市机关事务管理局")
    page.name.insert(ORGANISER)
    page.password.insert(PASSWORD)
    page.again.insert(PASSWORD)
    driver.press("创建管理员")
    assert len(page.code.text()) >= 16, "a recovery code to print"
    driver.press("导入人员名单")
    driver.wait_for(OrganiserShell)


def import_roster(driver: Driver, folder: Path) -> None:
    driver.answers.opens = folder / "名单.xlsx"
    driver.answers.opens.write_bytes(xlsx([ROSTER_HEADINGS, *ROSTER]))
    assert driver.page.current == "people"
    driver.press("导入名单")
    driver.press("选择文件")
    assert "5 人" in driver.words
    driver.press("导入 5 处变动")
    driver.go("人员")
    people = driver.services.people.people()
    assert {(one.number, one.name, one.department.name) for one in people} == {row[:3] for row in ROSTER}


def import_bank(driver: Driver, folder: Path) -> None:
    driver.answers.opens = folder / "礼仪.xlsx"
    driver.answers.opens.write_bytes(xlsx([BANK_HEADINGS, *BANK]))
    driver.go("题库")
    driver.press("选择文件")
    assert "认出 5 道题" in driver.words
    driver.press("导入 5 道题")
    assert [(bank.name, bank.total) for bank in driver.services.banks.banks()] == [("礼仪", 5)]


def define_and_publish(driver: Driver) -> None:
    """The usual form, made as small as the bank: 2 × 20 + 2 × 15 + 1 × 30 points; open since five minutes."""
    driver.go("测试")
    driver.press("设置第一场考试")
    editor = driver.organiser
    assert isinstance(editor, ExamEditorPage)
    editor.basics.title.setText("礼仪测试")
    editor.basics.opens.set_moment(now() - timedelta(minutes=5))
    editor.basics.closes.set_moment(now() + timedelta(days=2))
    editor.papers.presets.setCurrentIndex(editor.papers.presets.findText("每月测试（25 题，30 分钟）"))
    driver.wait_until(lambda: "处要改" in editor.foot.state.text)
    assert "（单选题）需要 10 题，还缺 8 题" in editor.foot.faults.text()
    rows = editor.papers.editor.sections.rows
    for row, (count, points) in zip(rows, ((2, 20), (2, 15), (1, 30)), strict=True):
        row.count.setValue(count)
        row.points.setValue(points)
    driver.wait_until(lambda: editor.foot.state.text == "可以发布")
    assert "5 题，满分 100 分，30 分钟，应考 5 人" in driver.words
    driver.press("发布")
    driver.wait_until(lambda: "考试已发布，5 人应考。" in driver.words)
    assert driver.answers.asked[-1][0] == "发布考试，5 人应考？"


def take_by_mouse(driver: Driver) -> None:
    outcome = driver.take("张三", answering())
    assert "100 分" in driver.words
    assert "优秀" in driver.words
    assert isinstance(outcome, OutcomePage)
    driver.leave_outcome()
    driver.take("王五", answering(会议前=("话筒", "茶水"), 名片=("单手",)))
    assert "50 分" in driver.words
    assert "不合格" in driver.words
    driver.leave_outcome()


def take_by_keyboard(driver: Driver) -> None:
    """From the name to the sign-in page again without a mouse: one judgement is wrong."""
    driver.wait_for(StaffSignInPage)
    driver.key(Qt.Key.Key_L, Qt.Key.Key_S, Qt.Key.Key_Return, Qt.Key.Key_Return)
    driver.wait_for(StaffHomePage)
    driver.key(Qt.Key.Key_Return, Qt.Key.Key_Return)
    page: TakeTestPage = driver.wait_for(TakeTestPage)
    answer = answering(握手=("正确",))
    for question in page.sheet.questions:
        words = [card.text() for card in page.question.options.cards]
        for wanted in answer(question):
            driver.key(Qt.Key(Qt.Key.Key_A + words.index(wanted)))
        driver.key(Qt.Key.Key_Return)
    assert "未答 0 题" in driver.words
    driver.tab_to(page.submit_button)
    driver.key(Qt.Key.Key_Return)
    driver.wait_for(OutcomePage)
    assert "85 分" in driver.words
    driver.key(Qt.Key.Key_Return)
    home: StaffHomePage = driver.wait_for(StaffHomePage)
    driver.tab_to(home.sign_out_button)
    driver.key(Qt.Key.Key_Return)
    driver.wait_for(StaffSignInPage)


def close_and_settle(driver: Driver) -> None:
    """Who has not sat is unsettled, until the organiser says what it was."""
    driver.go("测试")
    driver.press("结束考试")
    assert "赵六" in driver.answers.asked[-1][1]
    driver.wait_until(lambda: "考试已结束，2 人待核实。" in driver.words)
    driver.press("查看成绩")
    tables: Any = driver.organiser.table_page
    driver.wait_until(lambda: tables.results is not None)
    assert {row.name for row in tables.missing.shown_rows} == {"孙七", "赵六"}
    tables.tabs.setCurrentIndex(2)
    tables.missing.select(lambda row: row.name == "赵六")
    driver.press("记为缺考")
    driver.answers.reason = "出车"
    tables.missing.select(lambda row: row.name == "孙七")
    driver.press("记为缓考")
    driver.wait_until(lambda: "考试已结束，成绩可以上报。" in driver.words)


def export(driver: Driver, folder: Path) -> openpyxl.Workbook:
    driver.answers.saves = folder / "成绩.xlsx"
    driver.press("导出成绩表")
    driver.wait_until(lambda: "成绩表已导出" in driver.words)
    assert [one.name for one in folder.iterdir() if "成绩" in one.name] == ["成绩.xlsx"], "and nothing half-written"
    return openpyxl.load_workbook(folder / "成绩.xlsx")


def table_of(book: openpyxl.Workbook, sheet: str, *headings: str) -> list[tuple[object, ...]]:
    """These columns of the table: below the row that begins with 序号, down to what stands under the table."""
    rows = [list(row) for row in book[sheet].iter_rows(values_only=True)]
    top = next(number for number, row in enumerate(rows) if row[0] == "序号")
    columns = [rows[top].index(heading) for heading in headings]
    body = [row for row in rows[top + 1 :] if row[1] is not None]
    return [tuple(row[column] for column in columns) for row in body]


def check_departments(book: openpyxl.Workbook) -> None:
    """By hand: 张三 100 and 李四 85 in the office; of three drivers 王五 has 50, 赵六 is absent, 孙七 deferred."""
    counts = table_of(book, "汇总", "科室(单位)", "在册", "应考", "实考", "缺考", "缓考", "待核实", "免考")
    assert counts == [
        ("办公室", 2, 2, 2, 0, 0, 0, 0),
        ("车队", 3, 3, 1, 1, 1, 0, 0),
        ("合计", 5, 5, 3, 1, 1, 0, 0),
    ]
    scores = table_of(
        book, "汇总", "参考率", "平均分", "最高分", "最低分", "合格人数", "合格率", "优秀人数", "优秀率", "名次"
    )
    assert scores == [
        (1, 92.5, 100, 85, 2, 1, 1, 0.5, 1),  # (100 + 85) / 2; both pass, one has 90 or more
        (0.3333, 50, 50, 50, 0, 0, 0, 0, 2),  # 1 of 3 sat, below 60
        (0.6, 78.33, 100, 50, 2, 0.6667, 1, 0.3333, None),  # (100 + 85 + 50) / 3 = 78.333…; 2 of 3; 1 of 3
    ]


def check_people(book: openpyxl.Workbook) -> None:
    found = table_of(book, "成绩", "科室(单位)", "姓名", "编号", "得分", "等次", "名次", "状态", "备注")
    assert found == [
        ("办公室", "张三", "0001", 100, "优秀", 1, "实考", None),
        ("办公室", "李四", "0002", 85, "合格", 2, "实考", None),
        ("车队", "王五", "0003", 50, "不合格", 3, "实考", None),
        ("车队", "赵六", "0004", None, None, None, "缺考", None),
        ("车队", "孙七", "0005", None, None, None, "缓考", "出车"),
    ]


def check_missing(book: openpyxl.Workbook) -> None:
    found = table_of(book, "未参加名单", "姓名", "编号", "类别", "状态", "原因")
    assert found == [("赵六", "0004", "工勤", "缺考", None), ("孙七", "0005", "合同制", "缓考", "出车")]
