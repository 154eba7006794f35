"""The banks' screens show the states that matter, with a file that has one of each."""

import pytest

from quizapp.gui.bank_screens import bank_screens
from quizapp.gui.gallery import Look, Pictures
from quizapp.gui.pages.bank_import import BankImportPage
from quizapp.gui.pages.banks import BanksPage
from quizapp.services.banks import Novelty


@pytest.fixture
def screens(stage):
    return {screen.name: screen for screen in bank_screens(stage)}


def test_every_state_that_matters_is_shown(screens):
    assert {"banks", "banks-empty", "banks-new", "banks-imports"} <= set(screens)
    assert {"question-single", "question-fill-blank", "question-faults"} <= set(screens)
    assert {"import-bank-mapping", "import-bank-mapping-odd"} <= set(screens)
    assert {f"import-bank-{step}" for step in ("file", "refused", "check", "changed", "problems", "done")} <= set(
        screens
    )


def test_the_file_in_the_picture_has_rows_of_every_sort(stage, screens, tasks, tmp_path):
    seen = []

    def look(shell):
        page = shell.page("banks")
        assert isinstance(page, BanksPage)
        assert isinstance(page.top, BankImportPage)
        seen.extend(line.novelty for line in page.top.check.table.model.rows)

    screen = screens["import-bank-check"]
    shown = type(screen)(screen.name, screen.build, (*screen.steps, look))
    Pictures(stage.doors.theme, lambda _language: None, tasks).draw(shown, tmp_path, Look("zh"))
    assert {Novelty.NEW, Novelty.CHANGED, Novelty.SAME, None} == set(seen)
