"""A workbook goes into a bank in three steps, read through the real child process; what is refused says why."""

from dataclasses import replace

import pytest
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent, QGuiApplication
from PySide6.QtWidgets import QApplication

from quizapp.config import ReadingLimits
from quizapp.core.people import Actor
from quizapp.gui.pages.bank_import import BankImportPage
from quizapp.gui.widgets.picture_view import PictureView
from quizapp.services.banks import Banks, Novelty, QuestionState
from quizapp.services.column_mappings import ColumnMappings
from tests import made_pictures
from tests.excel.made_books import BANK_HEADINGS
from tests.excel.pictured_books import floating
from tests.gui.pages.bank_books import CHANGED, FAULTY, FIRST, SECOND, THIRD, write_book
from tests.gui.reading import button, cells, words_of

ACTOR = Actor("张管理")
FILE, CHECK, DONE = 0, 1, 3


@pytest.fixture
def page(show, doors, banks) -> BankImportPage:
    made = show(BankImportPage(doors, banks, ACTOR, []))
    made.enter()
    return made


@pytest.fixture
def book(tmp_path):
    return write_book(tmp_path / "礼仪题库.xlsx", [FIRST, SECOND, FAULTY, THIRD])


def drop(page: BankImportPage, path) -> None:
    """Drop a file somewhere on the page."""
    mime = QMimeData()
    mime.setUrls([QUrl.fromLocalFile(str(path))])
    what = Qt.DropAction.CopyAction, mime, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    QApplication.sendEvent(page, QDragEnterEvent(QPoint(5, 5), *what))
    QApplication.sendEvent(page, QDropEvent(QPointF(5, 5), *what))


def check(page: BankImportPage, qtbot) -> None:
    qtbot.waitUntil(lambda: page.step == CHECK and page.progress.isHidden(), timeout=20_000)


def test_file_to_bank_to_undone(page, banks, book, answers, qtbot):
    answers.opens = book
    button(page, "选择文件").click()
    assert "正在读取“礼仪题库.xlsx”" in words_of(page.progress)
    check(page, qtbot)
    assert page.check.bank.currentText() == "礼仪题库"
    assert "认出 3 道题：单选题 1、多选题 1、判断题 1。" in words_of(page)
    assert banks.banks() == []
    button(page, "导入 3 道题").click()
    qtbot.waitUntil(lambda: page.step == DONE)
    assert "新增 3 道题。" in words_of(page)
    assert "有错误的 1 行没有导入" in words_of(page)
    bank = banks.banks()[0]
    assert (bank.name, bank.total) == ("礼仪题库", 3)
    button(page, "撤销这次导入").click()
    qtbot.waitUntil(lambda: "导入已撤销" in words_of(page))
    assert answers.asked[-1] == ("撤销这次导入？", "“礼仪题库.xlsx”带来的 3 道新题会删去。")
    assert banks.questions(bank.id) == []
    with qtbot.waitSignal(page.finished) as signal:
        button(page, "看题目").click()
    assert signal.args == [bank.id]


def test_a_file_dropped_anywhere_is_read(page, book, qtbot):
    drop(page, book)
    check(page, qtbot)
    button(page, "换一个文件").click()
    assert page.step == FILE
    assert page.source.zone.choose_button.hasFocus()


def test_changed_rows_and_rows_left_out(show, doors, banks, tmp_path, qtbot):
    first = write_book(tmp_path / "礼仪题库.xlsx", [FIRST, SECOND])
    banks.import_(ACTOR, banks.preview("礼仪题库", first.read_bytes(), first.name))
    later = write_book(tmp_path / "礼仪题库.xlsx", [CHANGED, SECOND, THIRD])
    page = show(BankImportPage(doors, banks, ACTOR, [], file=later))
    page.enter()
    check(page, qtbot)
    page.check.tiles.tiles[Novelty.CHANGED].click()
    page.check.table.view.selectRow(0)
    qtbot.waitUntil(lambda: "B. 五声" in words_of(page.check.detail))
    page.check.tiles.tiles[Novelty.NEW].click()
    page.check.table.view.selectRow(0)
    qtbot.keyClick(page.check.table.view, Qt.Key.Key_Space)
    button(page, "导入 1 道题").click()
    qtbot.waitUntil(lambda: page.step == DONE)
    assert "更新 1 道题。" in words_of(page)
    rows = banks.questions(banks.banks()[0].id)
    assert [row.question.stem for row in rows] == [FIRST[1], SECOND[1]]
    assert rows[0].question.explanation == "改过的解析"


def test_another_bank_is_compared_with(page, banks, book, qtbot):
    banks.import_(ACTOR, banks.preview("旧题库", book.read_bytes(), book.name))
    drop(page, book)
    check(page, qtbot)
    assert page.check.import_button.text() == "导入 3 道题"
    page.check.bank.lineEdit().setText("旧题库")
    qtbot.keyClick(page.check.bank.lineEdit(), Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: "没有要导入的题目。" in words_of(page.check), timeout=20_000)
    assert "已有 3 道题" in words_of(page.check)
    assert not page.check.import_button.isEnabled()


def test_what_is_no_workbook_is_refused_in_the_page(page, tmp_path, qtbot):
    path = tmp_path / "题库.xlsx"
    path.write_bytes(b"PK\x03\x04" + bytes(200))
    drop(page, path)
    qtbot.waitUntil(lambda: page.banner.isVisible(), timeout=20_000)
    assert page.banner.message.startswith("这个文件不能导入\n")
    assert page.step == FILE
    assert page.source.isEnabled()


def test_a_file_without_questions_says_what_is_missing(page, tmp_path, qtbot):
    path = write_book(tmp_path / "名单.xlsx", [("张三", "办公室")], headings=("姓名", "科室"))
    drop(page, path)
    qtbot.waitUntil(lambda: page.banner.isVisible(), timeout=20_000)
    assert page.banner.message.startswith("“名单.xlsx”里没有认出题目\n")
    assert "请在题目上方加一行标题" in page.banner.message
    assert page.step == FILE


def test_a_file_that_is_too_large_is_not_even_read(show, doors, database, clock, tmp_path, qtbot):
    page = show(BankImportPage(doors, Banks(database, clock, ReadingLimits(file_megabytes=1)), ACTOR, []))
    path = tmp_path / "题库.xlsx"
    path.write_bytes(b"x" * (1024 * 1024 + 1))
    drop(page, path)
    qtbot.waitUntil(lambda: "超过 1 MB" in page.banner.message)


def test_a_file_that_is_gone_can_be_chosen_again(page, tmp_path, qtbot):
    drop(page, tmp_path / "没有.xlsx")
    qtbot.waitUntil(lambda: "没有找到文件" in page.banner.message)


def test_reading_can_be_cancelled(page, banks, book, qtbot):
    drop(page, book)
    page.progress.cancel_button.click()
    qtbot.waitUntil(lambda: page.banner.isVisible(), timeout=20_000)
    assert "已取消" in page.banner.message
    assert page.step == FILE


def test_a_bank_that_changed_since_is_compared_again(page, banks, book, qtbot):
    drop(page, book)
    check(page, qtbot)
    banks.import_(ACTOR, banks.preview("礼仪题库", book.read_bytes(), book.name))
    button(page, "导入 3 道题").click()
    qtbot.waitUntil(lambda: "题库在预览之后有了改动" in page.banner.message)
    button(page.banner, "重新比较").click()
    qtbot.waitUntil(lambda: "没有要导入的题目。" in words_of(page.check), timeout=20_000)
    assert banks.banks()[0].total == 3


def test_an_import_that_is_used_is_not_taken_back(page, banks, book, qtbot):
    drop(page, book)
    check(page, qtbot)
    button(page, "导入 3 道题").click()
    qtbot.waitUntil(lambda: page.step == DONE)
    row = banks.questions(banks.banks()[0].id)[2]
    banks.edit_question(ACTOR, row.id, replace(row.question, key=False), seen_revision=1)
    button(page, "撤销这次导入").click()
    qtbot.waitUntil(lambda: "不能撤销" in page.banner.message)
    assert banks.banks()[0].total == 3


def test_going_back_without_an_import(page, qtbot):
    with qtbot.waitSignal(page.finished) as signal:
        button(page, "返回").click()
    assert signal.args == [0]
    assert page.leave()


def test_leaving_while_it_reads_stops_the_reading(page, book, answers, qtbot, tasks):
    drop(page, book)
    assert page.leave()
    assert answers.asked == []
    qtbot.waitUntil(lambda: not tasks.is_busy, timeout=20_000)
    assert page.step == FILE


def test_leaving_while_it_writes_asks(page, banks, book, answers, qtbot, tasks):
    drop(page, book)
    check(page, qtbot)
    answers.confirms = False
    button(page, "导入 3 道题").click()
    assert not page.leave()
    assert answers.asked[-1][0] == "停止导入？"
    qtbot.waitUntil(lambda: page.step == DONE)
    assert page.leave()


def test_pictures_of_a_workbook_are_seen_and_come_into_the_bank(page, banks, qtbot, tmp_path):
    file = tmp_path / "带图.xlsx"
    stem, first, second = made_pictures.STEM, made_pictures.FIRST, made_pictures.SECOND
    rows = [BANK_HEADINGS, ["单选题", "主宾坐哪里？", "", "", "", "", "B"]]
    file.write_bytes(floating(rows, [("B2", stem), ("C2", first), ("D2", second)]))
    drop(page, file)
    check(page, qtbot)
    page.check.table.view.selectRow(0)
    qtbot.waitUntil(lambda: any(view.shown.image for view in page.check.detail.findChildren(PictureView)))
    page.check.import_button.click()
    qtbot.waitUntil(lambda: page.step == DONE, timeout=20_000)
    (bank,) = banks.banks()
    (kept,) = banks.questions(bank.id)
    assert [banks.picture(picture.digest) for picture in kept.question.pictures] == [stem, first, second]


ODD = (("哪个对？", "甲", "乙", "B"), ("哪个错？", "丙", "丁", "A"))
ODD_HEADINGS = ("内容", "一", "二", "结果")
ODD_ROLES = (("stem", 0), ("option", 0), ("option", 1), ("key", 0))


def say_columns(page: BankImportPage) -> None:
    for column, role in enumerate(ODD_ROLES):
        page.mapping.grid.choices[column].choose(role)


@pytest.fixture
def odd(tmp_path):
    return write_book(tmp_path / "培训.xlsx", ODD, headings=ODD_HEADINGS)


@pytest.fixture
def remembering(show, doors, database, clock, tmp_path) -> BankImportPage:
    banks = Banks(database, clock, remembered=ColumnMappings(tmp_path / "column-mappings.json"))
    return show(BankImportPage(doors, banks, ACTOR, []))


def test_columns_that_no_heading_tells_are_said_and_remembered(remembering, odd, qtbot, tmp_path):
    page = remembering
    drop(page, odd)
    qtbot.waitUntil(lambda: page.banner.isVisible(), timeout=20_000)
    button(page.banner, "列的对应").click()
    assert page.mapping.isVisible()
    assert page.step == CHECK
    say_columns(page)
    button(page, "按此读取").click()
    qtbot.waitUntil(lambda: page.check.isVisible(), timeout=20_000)
    assert "认出 2 道题" in words_of(page)
    button(page, "导入 2 道题").click()
    qtbot.waitUntil(lambda: page.step == DONE)
    again = write_book(tmp_path / "下月.xlsx", [("新的一题？", "子", "丑", "A"), *ODD], headings=ODD_HEADINGS)
    page._on_file_wanted()
    drop(page, again)
    check(page, qtbot)
    assert "按上次对同样标题的设置读取。" in words_of(page)
    button(page, "不用这个设置").click()
    qtbot.waitUntil(lambda: "没有认出题目" in page.banner.message, timeout=20_000)


def test_the_preview_follows_another_mapping(page, book, qtbot):
    drop(page, book)
    check(page, qtbot)
    button(page, "列的对应").click()
    page.mapping.grid.choices[7].choose(("", 0))
    button(page, "按此读取").click()
    qtbot.waitUntil(lambda: page.check.isVisible(), timeout=20_000)
    assert {line.item.question.category for line in page.check.wanted} == {""}
    button(page, "列的对应").click()
    assert page.mapping.grid.choices[7].chosen == ("", 0)
    button(page, "不改了").click()
    assert page.check.isVisible()


def test_a_mapping_that_finds_nothing_stays_in_the_panel(page, odd, qtbot):
    drop(page, odd)
    qtbot.waitUntil(lambda: page.banner.isVisible(), timeout=20_000)
    button(page.banner, "列的对应").click()
    say_columns(page)
    page.mapping.heading_row.setValue(3)
    say_columns(page)
    button(page, "按此读取").click()
    qtbot.waitUntil(lambda: "没有题目" in page.banner.message, timeout=20_000)
    assert page.mapping.isVisible()
    button(page, "不改了").click()
    assert page.source.isVisible()


def test_a_reading_by_a_mapping_can_be_cancelled(page, book, qtbot):
    drop(page, book)
    check(page, qtbot)
    button(page, "列的对应").click()
    page.mapping.grid.choices[7].choose(("", 0))
    button(page, "按此读取").click()
    assert not page.mapping.isEnabled()
    page.progress.cancel_button.click()
    qtbot.waitUntil(lambda: "已取消" in page.banner.message, timeout=20_000)
    assert page.mapping.isVisible()
    assert page.mapping.isEnabled()


def test_the_file_is_handed_back_with_its_problems_marked(page, book, answers, qtbot, tmp_path):
    drop(page, book)
    check(page, qtbot)
    assert not page.check.annotated_button.isVisible()
    page.check.tiles.tiles["problems"].click()
    answers.saves = tmp_path / "礼仪题库-问题标注.xlsx"
    button(page, "导出标注文件").click()
    assert "正在标注“礼仪题库.xlsx”" in words_of(page.progress)
    qtbot.waitUntil(lambda: "已保存标注了问题的文件" in page.banner.message, timeout=20_000)
    drop(page, answers.saves)
    check(page, qtbot)
    assert "认出 3 道题" in words_of(page)


def test_another_file_dropped_on_the_panel_is_another_file(page, book, odd, qtbot):
    drop(page, book)
    check(page, qtbot)
    button(page, "列的对应").click()
    drop(page, odd)
    qtbot.waitUntil(lambda: "“培训.xlsx”里没有认出题目" in page.banner.message, timeout=20_000)
    assert page.step == FILE
    button(page.banner, "列的对应").click()
    assert "内容" in words_of(page.mapping.grid)


NEAR = ("单选题", "电话铃响几声之内就要接听？", "三声", "五声", "七声", "A", "", "电话礼仪")
LIKE = ("单选题", "电话铃响几声之内应当接听？", "三声", "五声", "七声", "A", "不必久等", "电话礼仪")


def tiles(page: BankImportPage) -> dict[str, str]:
    return {tile.text(): tile.figure for tile in page.check.tiles.tiles.values()}


def mend_faulty(page: BankImportPage, qtbot) -> None:
    """Give the faulty row, which stands as the third, its key."""
    page.check.table.select(lambda line: line.item is None)
    button(page.check.detail, "修改这一行").click()
    qtbot.waitUntil(page.check.mend.isVisible)
    assert page.check.mend.form.options.texts == ("甲", "乙", "丙")
    page.check.mend.form.options.rows[1].tick.click()
    button(page.check.mend, "改好了").click()
    qtbot.waitUntil(lambda: not page.check.mend.isVisible() and page.check.import_button.isEnabled())


def test_a_faulty_row_is_mended_on_the_page(page, banks, book, qtbot):
    drop(page, book)
    check(page, qtbot)
    page.check.tiles.tiles["problems"].click()
    page.check.problems.view.selectRow(0)
    button(page.check.detail, "看这一行").click()
    mend_faulty(page, qtbot)
    assert (tiles(page)["新增"], tiles(page)["问题"]) == ("4", "0")
    assert cells(page.check.table, "处理") == ["新增", "新增", "新增 · 已改", "新增"]
    button(page.check.detail, "撤销修改").click()
    qtbot.waitUntil(lambda: tiles(page)["问题"] == "1")
    assert "有错误的 1 行不导入。" in words_of(page.check)
    mend_faulty(page, qtbot)
    button(page, "导入 4 道题").click()
    qtbot.waitUntil(lambda: page.step == DONE)
    (_first, _second, mended, _last) = banks.questions(banks.banks()[0].id)
    assert (mended.question.stem, mended.question.key) == (FAULTY[1], (1,))


def test_a_mend_outlives_another_bank(page, book, qtbot):
    drop(page, book)
    check(page, qtbot)
    mend_faulty(page, qtbot)
    page.check.bank.lineEdit().setText("另一个题库")
    qtbot.keyClick(page.check.bank.lineEdit(), Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: "正在与" in words_of(page.progress))
    check(page, qtbot)
    assert cells(page.check.table, "处理")[2] == "新增 · 已改"
    page.check.table.select(lambda line: line.is_mended)
    button(page.check.detail, "修改这一行").click()
    button(page.check.mend, "取消").click()
    assert page.check.tiles.isVisible()


def test_a_near_question_takes_the_place_of_the_old_one_and_is_taken_back(show, doors, banks, tmp_path, qtbot):
    first = write_book(tmp_path / "礼仪题库.xlsx", [LIKE, SECOND])
    banks.import_(ACTOR, banks.preview("礼仪题库", first.read_bytes(), first.name))
    page = show(BankImportPage(doors, banks, ACTOR, []))
    drop(page, write_book(tmp_path / "礼仪题库.xlsx", [NEAR, THIRD]))
    check(page, qtbot)
    qtbot.waitUntil(lambda: tiles(page).get("相近") == "1")
    page.check.tiles.tiles["near"].click()
    qtbot.waitUntil(lambda: "题库里的题" in words_of(page.check.near))
    button(page.check.near, "替换原题").click()
    assert "将新增 1 道、替换原题 1 道。" in words_of(page)
    button(page, "导入 2 道题").click()
    qtbot.waitUntil(lambda: page.step == DONE)
    assert "其中 1 道替换了原题。" in words_of(page)
    bank_id = banks.banks()[0].id
    assert [row.question.stem for row in banks.questions(bank_id)] == [NEAR[1], SECOND[1], THIRD[1]]
    assert banks.questions(bank_id)[0].question.explanation == LIKE[6]
    button(page, "撤销这次导入").click()
    qtbot.waitUntil(lambda: "导入已撤销" in words_of(page))
    assert [row.question.stem for row in banks.questions(bank_id)] == [LIKE[1], SECOND[1]]


def test_the_old_one_is_kept(show, doors, banks, tmp_path, qtbot):
    first = write_book(tmp_path / "礼仪题库.xlsx", [LIKE])
    banks.import_(ACTOR, banks.preview("礼仪题库", first.read_bytes(), first.name))
    page = show(BankImportPage(doors, banks, ACTOR, []))
    drop(page, write_book(tmp_path / "礼仪题库.xlsx", [NEAR, THIRD]))
    check(page, qtbot)
    qtbot.waitUntil(lambda: tiles(page).get("相近") == "1")
    page.check.tiles.tiles["near"].click()
    button(page.check.near, "保留原题").click()
    page.check.tiles.tiles["all"].click()
    assert page.check.left_out == {("题库", 2)}
    button(page, "导入 1 道题").click()
    qtbot.waitUntil(lambda: page.step == DONE)
    assert [row.question.stem for row in banks.questions(banks.banks()[0].id)] == [LIKE[1], THIRD[1]]


def test_imported_questions_wait_for_approval_and_that_is_remembered(show, doors, banks, book, preferences, qtbot):
    page = show(BankImportPage(doors, banks, ACTOR, [], preferences=preferences))
    drop(page, book)
    check(page, qtbot)
    button(page, "导入后先待审核").click()
    page.check.table.view.selectRow(0)
    button(page.check.detail, "这一题先待审核").click()
    assert cells(page.check.table, "处理") == ["新增", "新增 · 待审核", "有错误", "新增 · 待审核"]
    button(page, "导入 3 道题").click()
    qtbot.waitUntil(lambda: page.step == DONE)
    assert "2 道待审核：在题库中审核通过后才会抽到。" in words_of(page)
    active, review = QuestionState.ACTIVE, QuestionState.REVIEW
    assert [row.state for row in banks.questions(banks.banks()[0].id)] == [active, review, review]
    later = show(BankImportPage(doors, banks, ACTOR, [], preferences=preferences))
    assert later.check.foot.needs_review.isChecked()
    assert later.check.choices.reviews_all


def test_changed_rows_are_kept_as_they_were_all_at_once(show, doors, banks, tmp_path, qtbot):
    first = write_book(tmp_path / "礼仪题库.xlsx", [FIRST])
    banks.import_(ACTOR, banks.preview("礼仪题库", first.read_bytes(), first.name))
    page = show(BankImportPage(doors, banks, ACTOR, []))
    drop(page, write_book(tmp_path / "礼仪题库.xlsx", [CHANGED, THIRD]))
    check(page, qtbot)
    page.check.tiles.tiles[Novelty.CHANGED].click()
    page.check.table.view.selectRow(0)
    button(page.check.detail, "保留原题").click()
    assert page.check.import_button.text() == "导入 1 道题"
    button(page.check.detail, "替换原题").click()
    button(page.check.detail, "有变化的都这样").click()
    assert page.check.import_button.text() == "导入 2 道题"


def test_text_is_pasted(page, banks, qtbot):
    QGuiApplication.clipboard().setText("题型\t题干\t选项A\t选项B\t答案\n单选题\t几声接听？\t三声\t五声\tA\n")
    button(page, "粘贴文字").click()
    button(page, "识别文字").click()
    check(page, qtbot)
    assert "从“粘贴的文字”认出 1 道题" in words_of(page)
    button(page, "换一个文件").click()
    assert page.source.zone.isVisible()
    qtbot.keyClick(page, Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)
    check(page, qtbot)
    button(page, "导入 1 道题").click()
    qtbot.waitUntil(lambda: page.step == DONE)
    assert banks.banks()[0].name == "粘贴的文字"


def test_a_copied_file_is_pasted(page, book, qtbot):
    mime = QMimeData()
    mime.setUrls([QUrl.fromLocalFile(str(book))])
    QGuiApplication.clipboard().setMimeData(mime)
    qtbot.keyClick(page, Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)
    check(page, qtbot)
    assert page.check.bank.currentText() == "礼仪题库"


def test_what_is_known_of_a_question_stands_beside_it(show, doors, banks, tmp_path, qtbot):
    headings = ("题型", "题干", "答案", "依据", "复核日期")
    path = write_book(tmp_path / "甲.xlsx", [("判断题", "对吗？", "对", "《规范》", "2026-03-01")], headings=headings)
    page = show(BankImportPage(doors, banks, ACTOR, [], file=path))
    page.enter()
    check(page, qtbot)
    page.check.table.view.selectRow(0)
    qtbot.waitUntil(lambda: "复核日期：2026-03-01" in words_of(page.check.detail))
    assert "依据：《规范》" in words_of(page.check.detail)


def test_a_mend_outlives_another_mapping(page, book, qtbot):
    drop(page, book)
    check(page, qtbot)
    mend_faulty(page, qtbot)
    button(page, "列的对应").click()
    page.mapping.grid.choices[7].choose(("", 0))
    button(page, "按此读取").click()
    qtbot.waitUntil(lambda: page.check.isVisible(), timeout=20_000)
    assert cells(page.check.table, "处理")[2] == "新增 · 已改"
    assert {line.item.question.category for line in page.check.wanted if not line.is_mended} == {""}
