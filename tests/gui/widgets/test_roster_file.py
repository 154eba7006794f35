"""A list is chosen by dialog, and the blank form for one is written where the user says."""

from io import BytesIO

import pytest
from openpyxl import load_workbook
from PySide6.QtWidgets import QVBoxLayout

from quizapp.gui.page import Page
from quizapp.gui.widgets.roster_file import RosterFile


@pytest.fixture
def part(doors, show) -> RosterFile:
    page = Page()
    made = RosterFile(doors, page)
    QVBoxLayout(page).addWidget(made)
    show(page)
    return made


def test_a_file_is_chosen(part, answers, tmp_path, qtbot):
    answers.opens = tmp_path / "名单.xlsx"
    with qtbot.waitSignal(part.chosen) as chosen:
        part.drop.choose_button.click()
    assert chosen.args == [answers.opens]
    answers.opens = None
    with qtbot.assertNotEmitted(part.chosen):
        part.drop.choose_button.click()


def test_a_dropped_file_is_taken_only_while_it_is_asked_for(part, tmp_path, qtbot):
    with qtbot.waitSignal(part.chosen):
        part.drop.file_dropped.emit(tmp_path / "名单.xlsx")
    part.setEnabled(False)
    with qtbot.assertNotEmitted(part.chosen):
        part.drop.file_dropped.emit(tmp_path / "名单.xlsx")


def test_the_blank_form_is_written(part, answers, tmp_path, qtbot):
    answers.saves = tmp_path / "模板.xlsx"
    with qtbot.waitSignal(part.template_written) as written:
        part.template_button.click()
    assert written.args == [answers.saves]
    assert answers.asked[-1][1] == "人员名单模板.xlsx"
    heading = next(load_workbook(BytesIO(answers.saves.read_bytes())).worksheets[0].iter_rows(values_only=True))
    assert "姓名" in heading


def test_a_form_that_cannot_be_written_is_told(part, answers, tmp_path, qtbot):
    answers.saves = tmp_path / "no such folder" / "模板.xlsx"
    with qtbot.waitSignal(part.failed) as failed:
        part.template_button.click()
    assert "模板.xlsx" in str(failed.args[0])
