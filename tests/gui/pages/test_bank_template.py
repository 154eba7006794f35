"""The blank form is saved where the user wants it, and the page says so."""

from openpyxl import load_workbook

from quizapp.gui.pages.bank_template import save_bank_template
from quizapp.gui.widgets.page_frame import PageFrame


def test_the_form_is_saved_and_the_page_says_where(theme, show, doors, answers, qtbot, tmp_path):
    page = show(PageFrame(theme, "题库"))
    answers.saves = tmp_path / "我的题库.xlsx"
    save_bank_template(doors, page)
    assert answers.asked == [("保存空白模板", "题库模板.xlsx")]
    qtbot.waitUntil(lambda: page.banner.isVisible())
    assert page.banner.message == f"空白模板已保存\n{answers.saves}"
    assert load_workbook(answers.saves).sheetnames[0] == "题库"


def test_without_a_place_nothing_is_written(theme, show, doors, tasks):
    save_bank_template(doors, show(PageFrame(theme, "题库")))
    assert not tasks.is_busy


def test_where_it_cannot_be_written_the_page_says_why(theme, show, doors, answers, qtbot, tmp_path):
    page = show(PageFrame(theme, "题库"))
    answers.saves = tmp_path / "没有这个文件夹" / "题库.xlsx"
    save_bank_template(doors, page)
    qtbot.waitUntil(lambda: "没有保存“题库.xlsx”" in page.banner.message)
