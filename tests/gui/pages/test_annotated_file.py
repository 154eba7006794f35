"""The organiser's own file is saved with its problems marked, and the page says where and what it lacks."""

from dataclasses import replace

import pytest
from openpyxl import load_workbook

from quizapp.gui.pages.annotated_file import save_annotated
from quizapp.gui.widgets.page_frame import PageFrame
from tests.gui.pages.bank_books import FAULTY, FIRST, write_book


@pytest.fixture
def page(theme, show) -> PageFrame:
    return show(PageFrame(theme, "导入题库"))


@pytest.fixture
def found(banks, tmp_path):
    book = write_book(tmp_path / "礼仪题库.xlsx", [FIRST, FAULTY])
    return banks.preview("礼仪题库", book.read_bytes(), book.name), book.read_bytes()


def nothing(done: int, total: int) -> None:
    """No progress is shown."""


def test_the_marked_file_is_saved(page, found, doors, answers, banks, qtbot, tmp_path):
    answers.saves = tmp_path / "标注.xlsx"
    save_annotated(doors, page, banks, found, nothing)
    assert answers.asked == [("保存标注了问题的文件", "礼仪题库-问题标注.xlsx")]
    qtbot.waitUntil(lambda: page.banner.isVisible(), timeout=20_000)
    assert page.banner.message == f"已保存标注了问题的文件\n{answers.saves}"
    book = load_workbook(answers.saves)
    assert book.sheetnames == ["导入问题", "题库"]
    assert "没有答案" in book["题库"]["F3"].comment.text


def test_the_ending_is_what_the_file_is_and_what_is_lost_is_told(page, doors, answers, banks, qtbot, tmp_path):
    content = "题干,答案\n对吗？,\n".encode()
    answers.saves = tmp_path / "标注.xlsm"
    preview = banks.preview("礼仪题库", content, "题库.csv")
    save_annotated(doors, page, banks, (preview, content), nothing)
    assert answers.asked == [("保存标注了问题的文件", "题库-问题标注.xlsx")]
    qtbot.waitUntil(lambda: page.banner.isVisible(), timeout=20_000)
    assert page.banner.tone == "warn"
    assert "这种文件不能原样写回" in page.banner.message
    assert (tmp_path / "标注.xlsx").exists()


def test_no_other_file_is_written_over(page, found, doors, answers, banks, qtbot, tmp_path):
    (tmp_path / "标注.xlsx").write_bytes(b"other")
    answers.saves = tmp_path / "标注.xlsm"
    save_annotated(doors, page, banks, found, nothing)
    qtbot.waitUntil(lambda: "已有名为“标注.xlsx”的文件" in page.banner.message, timeout=20_000)
    assert (tmp_path / "标注.xlsx").read_bytes() == b"other"


def test_without_a_place_nothing_is_written(page, found, doors, banks, tasks):
    assert save_annotated(doors, page, banks, found, nothing) is None
    assert not tasks.is_busy


def test_a_name_with_a_dot_stays_whole(page, found, doors, answers, banks, qtbot, tmp_path):
    answers.saves = tmp_path / "题库v1.2"
    save_annotated(doors, page, banks, found, nothing)
    qtbot.waitUntil(lambda: page.banner.isVisible(), timeout=20_000)
    assert [one.name for one in tmp_path.glob("题库v*")] == ["题库v1.2.xlsx"]


def test_what_was_mended_on_the_page_is_marked_as_well(page, found, doors, answers, banks, qtbot, tmp_path):
    preview, content = found
    question = replace(preview.items[0].question, stem="另一题？")
    mended = banks.mend(preview, preview.faulty_rows[0].place, question)
    assert not mended.faulty
    answers.saves = tmp_path / "标注.xlsx"
    save_annotated(doors, page, banks, (mended, content), nothing)
    qtbot.waitUntil(lambda: page.banner.isVisible(), timeout=20_000)
    assert "没有答案" in load_workbook(answers.saves)["题库"]["F3"].comment.text
