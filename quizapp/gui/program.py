"""The whole window's way: first start, the staff's pages, the organisers' door and their side.

What staff do not see is imported when it is wanted, so that the sign-in page is there sooner.
"""

from collections.abc import Sequence

from PySide6.QtCore import QObject, QProcess

from quizapp.core.people import Actor
from quizapp.gui.application import name_application
from quizapp.gui.doors import Doors
from quizapp.gui.main_window import MainWindow
from quizapp.gui.organiser_shell import OrganiserShell
from quizapp.gui.preferences import Preferences
from quizapp.gui.staff import StaffFlow
from quizapp.gui.text_size_keys import TextSizeKeys
from quizapp.gui.widgets.banner import Banner
from quizapp.i18n import _
from quizapp.paths import Places, own_command
from quizapp.services.bundle import Services


class Program(QObject):
    """Decides which page the window shows; knows all services, hands each page what it needs."""

    def __init__(
        self, doors: Doors, window: MainWindow, services: Services, preferences: Preferences, places: Places
    ) -> None:
        super().__init__()
        self._doors = doors
        self._window = window
        self._services = services
        self._preferences = preferences
        self._places = places
        self._actor = Actor("")
        self._staff = StaffFlow(doors, window, services.desk, preferences, on_organiser=self.show_organisers_door)
        self._size_keys = TextSizeKeys(window, doors.theme)
        preferences.language_changed.connect(self._on_language_changed)

    def begin(self, notices: Sequence[str] = ()) -> None:
        """Show the first page: the guide of the first start, else the staff's."""
        for notice in notices:
            banner = Banner(self._doors.theme, parent=self._window)
            banner.say("warn", notice)
            self._window.put_above(banner)
        if self._services.accounts.is_set_up():
            self._staff.begin()
        else:
            self._show_first_start()

    def show_organisers_door(self) -> None:
        """Show the page where an administrator signs in, or the guide where there is none yet."""
        if not self._services.accounts.is_set_up():
            self._show_first_start()
            return
        from quizapp.gui.pages.administrator_sign_in import AdministratorSignInPage

        page = AdministratorSignInPage(self._doors, self._services.accounts)
        page.went_back.connect(self._staff.begin)
        page.signed_in.connect(self.show_organiser)
        self._window.replace_page(page, title=_("管理员登录"))

    def show_organiser(self, actor: Actor, key: str = "") -> None:
        """Show the organiser's side, at the page `key` of its navigation."""
        from quizapp.gui.organiser import organiser_shell

        self._actor = actor
        shell = organiser_shell(self._doors, self._services, self._preferences, self._places, actor)
        shell.signed_out.connect(self._on_organiser_signed_out)
        self._window.replace_page(shell, title=actor.name)
        if key:
            shell.go(key)

    def _on_organiser_signed_out(self) -> None:
        self._preferences.end_sitting()
        self._staff.begin()

    def _show_first_start(self) -> None:
        from quizapp.gui.pages.first_start import FirstStartPage

        page = FirstStartPage(self._doors, self._services.accounts, self._preferences)
        page.finished.connect(self.show_organiser)
        page.put_off.connect(self._staff.begin)
        page.sample_wanted.connect(self._on_sample_wanted)
        self._window.replace_page(page, title=_("开始使用"))

    def _on_sample_wanted(self) -> None:
        """The sample opens in a window of its own, on data that are gone afterwards."""
        program, *arguments = own_command("demo")
        QProcess.startDetached(program, arguments)

    def _on_language_changed(self) -> None:
        """Every text was made in the former language: make the page anew, unless its edits are to be kept."""
        name_application()
        page = self._window.page
        if page is None or not page.leave():
            return
        if isinstance(page, OrganiserShell):
            self.show_organiser(self._actor, page.current)
        else:
            self.begin()
