"""A file is chosen, dropped, or one of those that come with the program."""

from pathlib import Path

from quizapp.gui.widgets.bank_source import BankSource, choose_bank_file
from tests.gui.reading import button, words_of


def test_banks_that_come_with_the_program_are_offered(theme, show, qtbot):
    file = Path("questions") / "礼仪题库.xlsx"
    source = show(BankSource(theme, [file]))
    with qtbot.waitSignal(source.file_chosen) as signal:
        button(source, "礼仪题库").click()
    assert signal.args == [file]


def test_without_any_nothing_is_said_of_them(theme, show):
    assert "随程序提供" not in words_of(show(BankSource(theme)))


def test_other_files_are_chosen_or_dropped(theme, show, qtbot):
    source = show(BankSource(theme))
    with qtbot.waitSignal(source.choose_clicked):
        button(source, "选择文件").click()
    with qtbot.waitSignal(source.template_clicked):
        button(source, "下载空白模板").click()
    with qtbot.waitSignal(source.file_chosen) as signal:
        source.zone.file_dropped.emit(Path("题库.csv"))
    assert signal.args == [Path("题库.csv")]


def test_the_dialog_offers_what_can_be_read(theme, show, doors, answers):
    source = show(BankSource(theme))
    answers.opens = Path("题库.xls")
    assert choose_bank_file(doors, source) == Path("题库.xls")
    assert answers.asked == [
        ("选择题库文件", "题库文件 (*.xlsx *.xls *.xlsm *.xlsb *.ods *.et *.csv *.tsv *.docx *.txt *.gift)")
    ]
