"""Puts the organiser's side together: which pages there are, what each is handed, and the jumps between them."""

from collections.abc import Callable
from datetime import datetime

from quizapp import clock
from quizapp.core.people import Actor
from quizapp.gui.doors import Doors
from quizapp.gui.organiser_shell import NavEntry, OrganiserShell
from quizapp.gui.page import Page
from quizapp.gui.pages.banks import BanksPage
from quizapp.gui.pages.exams import ExamsPage
from quizapp.gui.pages.manual import ManualPage
from quizapp.gui.pages.month import MonthPage
from quizapp.gui.pages.people import PeoplePage
from quizapp.gui.pages.results import ResultsPage
from quizapp.gui.pages.settings import SettingsPage
from quizapp.gui.preferences import Preferences
from quizapp.gui.widgets.appearance_menu import AppearanceMenu
from quizapp.i18n import _
from quizapp.paths import Places
from quizapp.services.bundle import Services


def organiser_shell(
    doors: Doors,
    services: Services,
    preferences: Preferences,
    places: Places,
    actor: Actor,
    *,
    now: Callable[[], datetime] = clock.now,
) -> OrganiserShell:
    """The navigation with all its pages, each made when first wanted."""

    def entry(key: str, label: str, icon: str, make: Callable[[], Page]) -> NavEntry:
        return NavEntry(key, label, icon, lambda: _connected(shell, make()))

    def make_month() -> Page:
        page = MonthPage(doors, services, actor, now=now)
        page.exam_wanted.connect(lambda exam_id: _open_exam(shell, exam_id))
        page.results_wanted.connect(lambda exam_id: _open_results(shell, exam_id))
        page.marking_wanted.connect(lambda exam_id: _open_marking(shell, exam_id))
        page.hall_wanted.connect(lambda exam_id: _open_hall(shell, exam_id))
        return page

    def make_exams() -> Page:
        page = ExamsPage(doors, services, actor, now=now)
        page.results_wanted.connect(lambda exam_id: _open_results(shell, exam_id))
        return page

    language = preferences.settings.appearance.language
    entries = [
        entry("month", _("本月"), "house", make_month),
        entry(
            "banks",
            _("题库"),
            "books",
            lambda: BanksPage(doors, services.banks, actor, places, preferences=preferences),
        ),
        entry("exams", _("测试"), "clipboard-text", make_exams),
        entry("people", _("人员"), "users", lambda: PeoplePage(doors, services, actor)),
        entry("results", _("成绩"), "chart-bar", lambda: ResultsPage(doors, services, actor)),
        entry("settings", _("设置"), "gear-six", lambda: SettingsPage(doors, services, preferences, places, actor)),
        entry("manual", _("帮助"), "book-open", lambda: ManualPage(doors, places.resources, language)),
    ]
    foot = AppearanceMenu(doors.theme, preferences)
    shell = OrganiserShell(doors.theme, entries, who=actor.name, foot=foot)
    return shell


def _connected(shell: OrganiserShell, page: Page) -> Page:
    """A page whose wish to show another one (`went_to`, a key of the navigation) is granted."""
    went_to = getattr(page, "went_to", None)
    if went_to is not None:
        went_to.connect(shell.go)
    return page


def _open_exam(shell: OrganiserShell, exam_id: int | None) -> None:
    """Show a draft in its editor, or begin a new test."""
    page = shell.page("exams")
    if shell.go("exams") and isinstance(page, ExamsPage):
        page.open_new() if exam_id is None else page.open_draft(exam_id)


def _open_marking(shell: OrganiserShell, exam_id: int) -> None:
    """Mark the short answers of a test."""
    page = shell.page("exams")
    if shell.go("exams") and isinstance(page, ExamsPage):
        page.open_marking(exam_id)


def _open_hall(shell: OrganiserShell, exam_id: int) -> None:
    """Show the hall of a test that runs."""
    page = shell.page("exams")
    if shell.go("exams") and isinstance(page, ExamsPage):
        page.open_hall(exam_id)


def _open_results(shell: OrganiserShell, exam_id: int) -> None:
    """Show the results of a test."""
    page = shell.page("results")
    if isinstance(page, ResultsPage):
        page.show_exam(exam_id)
    shell.go("results")
