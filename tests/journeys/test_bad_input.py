"""Whatever is offered or breaks: the window says in plain Chinese what it was and what to do, and nothing is lost."""

import struct
from collections.abc import Callable
from dataclasses import replace
from datetime import timedelta
from functools import partial
from pathlib import Path
from typing import Any, ClassVar

import pytest
from PySide6.QtWidgets import QWidget
from sqlalchemy import event

from quizapp.app import main, open_services
from quizapp.clock import now
from quizapp.config import Settings
from quizapp.core.exams import PaperPlan
from quizapp.core.papers import Blueprint, Section
from quizapp.core.people import Actor, DepartmentKind
from quizapp.core.points import POINT
from quizapp.core.questions import Kind
from quizapp.gui import start
from quizapp.gui.failures import message_of
from quizapp.gui.pages.exam_rules import ExamRulesPage
from quizapp.gui.pages.outcome import OutcomePage
from quizapp.gui.pages.roster_import import RosterImportPage
from quizapp.gui.pages.roster_review import PROBLEMS
from quizapp.gui.pages.take_test import TakeTestPage
from quizapp.paths import Places, make_data_folder
from quizapp.services.bundle import Services
from quizapp.services.people import PersonDraft
from tests.db.conftest import read_only
from tests.excel.made_books import BANK_HEADINGS, ROSTER_HEADINGS, xlsx
from tests.excel.test_file_kinds import ole
from tests.gui.answers import Answers
from tests.gui.reading import cells
from tests.journeys.driver import Driver

ORGANISER, PASSWORD = "周敏", "jiguan-2026"
BANK = xlsx([BANK_HEADINGS, ("判断题", "引路时应走在侧前方。", None, None, None, None, "正确")])
ROSTER = xlsx([ROSTER_HEADINGS, ("0001", "张三", "办公室", "科长", "公务员", "", "")])


def mountain() -> bytes:
    """A small workbook whose directory says that a part of it unpacks to 2 GB."""
    content = bytearray(BANK)
    at = content.rindex(b"PK\x01\x02")
    content[at + 24 : at + 28] = struct.pack("<I", 2**31 - 1)
    return bytes(content)


BAD_FILES = {
    "报告.xlsx": (b"%PDF-1.7 ...", "PDF"),
    "空.xlsx": (b"", "空的"),
    "加密.xlsx": (ole("EncryptedPackage\0"), "取消密码"),
    "半个.xlsx": (BANK[: len(BANK) // 2], "不完整或已损坏"),
    "大山.xlsx": (mountain(), "展开后超过"),
}


@pytest.fixture
def organised(places: Places) -> Places:
    """A data folder with an administrator and nothing else."""
    make_data_folder(places)
    with open_services(places, Settings()) as services:
        services.accounts.set_up("滨海市机关事务管理局", ORGANISER, PASSWORD)
    return places


def state(services: Services) -> tuple[list[object], ...]:
    """All that an import could have changed."""
    return services.banks.banks(), services.people.people(), services.people.departments(), services.banks.batches()


def offer(driver: Driver, folder: Path, name: str, content: bytes) -> None:
    """Choose a file in the page that imports."""
    driver.answers.opens = folder / name
    driver.answers.opens.write_bytes(content)
    driver.press("选择文件")


def test_files_that_are_no_bank_and_no_roster(
    organised: Places, open_window: Callable[[], Driver], desk_folder: Path
) -> None:
    driver = open_window()
    driver.enter_as_organiser(ORGANISER, PASSWORD)
    before = state(driver.services)
    driver.go("题库")
    for name, (content, said) in BAD_FILES.items():
        offer(driver, desk_folder, name, content)
        assert said in driver.words, f"{name}: {driver.words}"
    offer(driver, desk_folder, "名单.xlsx", ROSTER)
    assert "“名单.xlsx”里没有认出题目" in driver.words
    assert "请在题目上方加一行标题" in driver.words
    driver.go("人员")
    driver.press("导入名单")
    for name, (content, said) in BAD_FILES.items():
        offer(driver, desk_folder, name, content)
        assert said in driver.words, f"{name}: {driver.words}"
    offer(driver, desk_folder, "题库.xlsx", BANK)
    assert "文件里没有可以导入的人员" in driver.words
    page = driver.organiser
    assert isinstance(page, RosterImportPage)
    assert "姓名" in cells(page.review.tables[PROBLEMS], "说明")[0], "and what makes a roster"
    assert not page.next_button.isEnabled()
    assert state(driver.services) == before
    assert driver.answers.errors == []


@pytest.fixture
def office_day(organised: Places) -> Places:
    """A test that is open now, with a blank to fill in, and one person who is due."""
    with open_services(organised, Settings()) as services:
        actor = Actor(ORGANISER)
        department = services.people.add_department(actor, "办公室", DepartmentKind.SECTION, None)
        services.people.add_person(actor, PersonDraft("张三", department.id))
        book = xlsx([["题型", "题干", "答案"], ("填空题", "引路时应走在来宾的____。", "侧前方")])
        bank = services.banks.import_(actor, services.banks.preview("礼仪", book, "礼仪.xlsx"))
        day = timedelta(days=1)
        definition = replace(
            services.exams.proposal(now().date()),
            opens_at=now() - day,
            closes_at=now() + day,
            papers=(PaperPlan("通用卷", Blueprint((bank.bank_id,), (Section(Kind.FILL_BLANK, 1, 100 * POINT),))),),
        )
        services.exams.publish(actor, services.exams.create(actor, definition))
    return organised


def start_test(driver: Driver) -> TakeTestPage:
    """张三 begins the test."""
    driver.sign_in("张三")
    driver.press("参加考试")
    driver.wait_for(ExamRulesPage)
    driver.press("开始考试（点击后开始计时）")
    page: TakeTestPage = driver.wait_for(TakeTestPage)
    return page


def test_the_disk_is_full_in_mid_test(office_day: Places, open_window: Callable[[], Driver]) -> None:
    """The answer that found no room is told, waits on the screen, and is kept as soon as there is room again."""
    driver = open_window()
    page = start_test(driver)
    engine = driver.services.desk._database.engine
    with engine.connect() as connection:
        room = [connection.exec_driver_sql("pragma page_count").scalar_one()]

    def limit(connection: Any, *_pooled: object) -> None:
        connection.execute(f"pragma max_page_count = {room[0]}")  # each connection has its own

    event.listen(engine, "checkout", limit)
    page.question.fields[0].insert("侧前方" + "，要走得不快不慢" * 3000)
    page.question.fields[0].textEdited.emit("")
    driver.wait_until(lambda: "磁盘已满，没有保存。请清理磁盘后再试。" in driver.words)
    assert "等待保存 1" in driver.words
    room[0] = 1_000_000
    driver.press("重试")
    assert "已保存" in driver.words, "at once, not only when it is tried again by itself"
    assert "磁盘已满" not in driver.words
    sheet = driver.services.desk.sheet(driver.program._staff.token, page.sheet.attempt_id)
    assert str(sheet.questions[0].response).count("不快不慢") == 3000
    page.question.fields[0].clear()
    page.question.fields[0].insert("侧前方")
    page.question.fields[0].textEdited.emit("")
    driver.click(page.submit_button)
    driver.wait_for(OutcomePage)
    assert "100 分" in driver.words


def test_the_disk_is_full_while_a_bank_comes_in(
    organised: Places, open_window: Callable[[], Driver], desk_folder: Path
) -> None:
    driver = open_window()
    driver.enter_as_organiser(ORGANISER, PASSWORD)
    driver.go("题库")
    rows = [("判断题", f"第 {number} 条规定应当人人知道。" * 3, "正确") for number in range(400)]
    offer(driver, desk_folder, "大题库.xlsx", xlsx([["题型", "题干", "答案"], *rows]))
    before = state(driver.services)
    with driver.services.desk._database.engine.connect() as connection:
        pages = connection.exec_driver_sql("pragma page_count").scalar_one()
        connection.exec_driver_sql(f"pragma max_page_count = {pages}")
    driver.press("导入 400 道题")
    assert "磁盘已满，没有保存。请清理磁盘后再试。" in driver.words
    assert state(driver.services) == before, "all of the rows or none"


def test_the_table_cannot_be_written_where_it_was_wanted(
    office_day: Places, open_window: Callable[[], Driver], desk_folder: Path
) -> None:
    driver = open_window()
    driver.enter_as_organiser(ORGANISER, PASSWORD)
    driver.go("成绩")
    driver.answers.saves = desk_folder / "成绩.xlsx"
    desk_folder.joinpath("成绩.xlsx").write_bytes(b"last month's")
    with read_only(desk_folder):
        driver.press("导出成绩表")
        assert "没有保存“成绩.xlsx”" in driver.words
    assert [one.read_bytes() for one in desk_folder.iterdir()] == [b"last month's"]
    driver.press("导出成绩表")
    assert "成绩表已导出" in driver.words


class Told(Answers):
    """Dialogs that remember what a start that failed has told."""

    errors_told: ClassVar[list[str]] = []

    def show_error(self, error: BaseException, parent: QWidget | None = None) -> None:
        self.errors_told.append(message_of(error).title + message_of(error).text)


def start_again(places: Places, monkeypatch: pytest.MonkeyPatch) -> str:
    """Start the program's window on the data; returns what it tells instead of opening."""
    monkeypatch.setattr(start, "Dialogs", Told)
    monkeypatch.setattr(Told, "errors_told", [])
    open_data = partial(open_services, places, Settings(), is_window=True)
    assert start.run_window(places, Settings(), open_data, []) == 1
    return "\n".join(Told.errors_told)


def test_a_second_window_on_the_same_data(
    office_day: Places, open_window: Callable[[], Driver], monkeypatch: pytest.MonkeyPatch
) -> None:
    """It says that there is one already; the first goes on as if nothing had been."""
    driver = open_window()
    page = start_test(driver)
    said = start_again(office_day, monkeypatch)
    assert "已经打开" in said
    page.question.fields[0].insert("侧前方")
    page.question.fields[0].textEdited.emit("")
    driver.click(page.submit_button)
    driver.wait_for(OutcomePage)
    assert "100 分" in driver.words


@pytest.mark.parametrize("kept", [0.1, 0.5, 0.9])
def test_half_written_data(kept: float, office_day: Places, monkeypatch: pytest.MonkeyPatch, qapp: object) -> None:
    """It is told how they come back; the file is left as it is, and a backup does bring them back."""
    backup = office_day.data.parent / "备份.sqlite3"
    assert main(["--data", str(office_day.data), "backup", str(backup)]) == 0
    whole = office_day.database.read_bytes()
    office_day.database.write_bytes(whole[: int(len(whole) * kept)])
    damaged = office_day.database.read_bytes()
    said = start_again(office_day, monkeypatch)
    assert "数据文件已损坏" in said
    assert "从备份恢复" in said
    assert office_day.database.read_bytes() == damaged
    assert main(["--data", str(office_day.data), "restore", str(backup)]) == 0
    with open_services(office_day, Settings(), is_window=True) as services:
        assert [person.name for person in services.people.people()] == ["张三"]
    kept_aside = [one for one in office_day.data.rglob("*") if one.is_file() and one.read_bytes() == damaged]
    assert kept_aside, "moved aside, not deleted"


def test_a_data_folder_that_cannot_be_written(
    office_day: Places, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("DISPLAY", ":0")
    with read_only(office_day.data):
        assert main(["--data", str(office_day.data)]) == 1
    said = capsys.readouterr().err
    assert "不能在数据文件夹里写入" in said
    assert "Traceback" not in said
