"""The screens of results, of one attempt and of the manual for the gallery."""

from functools import partial
from typing import Any

from quizapp.core.monthly import REASONS, Status
from quizapp.gui.dialogs import ReasonBox
from quizapp.gui.organiser import organiser_shell
from quizapp.gui.organiser_shell import OrganiserShell
from quizapp.gui.pages.person_choice import PersonBox
from quizapp.gui.pages.results import ResultsPage
from quizapp.gui.screen import Screen, over
from quizapp.gui.stage import Stage
from quizapp.i18n import _
from quizapp.services.bundle import Services

_DEPARTMENTS, _PEOPLE, _MISSING = range(3)


def results_screens(stage: Stage) -> list[Screen]:
    """What the organiser sees of the results, down to one person's attempt; and the manual."""
    return [*_tables(stage), *_records(stage), Screen("manual", partial(_shell, stage, "manual"))]


def _shell(stage: Stage, key: str = "results", services: Services | None = None) -> OrganiserShell:
    services = services or stage.services
    shell = organiser_shell(stage.doors, services, stage.preferences, stage.places, stage.data.actor)
    shell.go(key)
    return shell


def _page(shell: OrganiserShell) -> ResultsPage:
    page = shell.page("results")
    assert isinstance(page, ResultsPage)
    return page


def _tables(stage: Stage) -> list[Screen]:
    closed_id, make = stage.data.closed_exam_id, partial(_shell, stage)

    def show_closed(shell: OrganiserShell) -> None:
        _page(shell).show_exam(closed_id)

    def show_tab(tab: int, shell: OrganiserShell) -> None:
        _page(shell).table_page.tabs.setCurrentIndex(tab)

    def select_unsettled(shell: OrganiserShell) -> None:
        _page(shell).table_page.missing.select(lambda row: row.status is Status.UNSETTLED)

    def ask_reason(shell: OrganiserShell) -> None:
        words = _("{count} 人记为{status}").format(count=2, status=Status.DEFERRED.label)
        text, reasons = _("请选择或填写原因，它会写进成绩表和日志。"), [_(one) for one in REASONS]
        box = ReasonBox(stage.doors.theme, shell, title=words, text=text, action=_("确定"), suggestions=reasons)
        over(shell, box)

    def open_formulas(shell: OrganiserShell) -> None:
        _page(shell).table_page.formulas_button.setChecked(True)

    departments, missing = (show_closed, partial(show_tab, _DEPARTMENTS)), (show_closed, partial(show_tab, _MISSING))
    return [
        Screen("results", make, departments),
        Screen("results-formulas", make, (*departments, open_formulas)),
        Screen("results-people", make, (show_closed, partial(show_tab, _PEOPLE))),
        Screen("results-missing", make, (*missing, select_unsettled)),
        Screen("results-reason", make, (*missing, select_unsettled, ask_reason)),
        Screen("results-open", make),
        Screen("results-empty", lambda: _shell(stage, services=stage.data.fresh())),
    ]


def _records(stage: Stage) -> list[Screen]:
    def open_record(shell: OrganiserShell) -> None:
        page = _page(shell).table_page
        assert page.results is not None
        page.record_wanted.emit(next(one.row.attempt_id for one in page.results.figures.people if one.row.attempt_id))

    def ask_whose(shell: OrganiserShell) -> None:
        people: list[Any] = stage.services.people.people()
        title, text = _("这份答卷是谁做的？"), _("选择真正参加考试的人，答卷和成绩会移到他的名下。")
        over(shell, PersonBox(stage.doors, shell, people, title=title, text=text))

    make = partial(_shell, stage)
    return [Screen("attempt", make, (open_record,)), Screen("attempt-move", make, (open_record, ask_whose))]
