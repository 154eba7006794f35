"""The recovery sheet: who, the code, what it is for; printed only where a printer was chosen."""

from PySide6.QtPrintSupport import QPrinter

from quizapp.gui.recovery_sheet import print_sheet, recovery_sheet

CODE = "ABCDE-FGHJK-LMNPQ-RSTUV"


def test_it_says_whose_the_code_is_and_how_it_is_used(theme):
    words = recovery_sheet("海滨<局>", "王&管理", CODE).toPlainText()
    assert "海滨<局>" in words
    assert "管理员：王&管理" in words
    assert CODE in words
    assert "使用恢复码" in words
    assert "用过一次后作废" in words


def test_a_bureau_without_a_name_leaves_no_gap(theme):
    sheet = recovery_sheet("", "王管理", CODE)
    assert sheet.blockCount() == 5


def test_it_is_printed_on_one_page(theme, answers, tmp_path):
    printer = QPrinter()
    printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    printer.setOutputFileName(str(tmp_path / "code.pdf"))
    answers.printer = printer
    assert print_sheet(answers, None, recovery_sheet("海滨局", "王管理", CODE), title="打印恢复码")
    assert answers.asked == [("打印恢复码", "1")]
    assert (tmp_path / "code.pdf").stat().st_size > 0


def test_without_a_printer_nothing_is_printed(theme, answers):
    assert not print_sheet(answers, None, recovery_sheet("海滨局", "王管理", CODE), title="打印恢复码")
