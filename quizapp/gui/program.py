"""The whole window's way: first start, the staff's pages, the organisers' door and their side.

What staff do not see is imported when it is wanted, so that the sign-in page is there sooner.
"""

from collections.abc import Callable, Sequence

from PySide6.QtCore import QObject, QProcess

from quizapp.core.people import Actor
from quizapp.gui.application import name_application
from quizapp.gui.doors import Doors
from quizapp.gui.kiosk import KioskFlow, kiosk_words
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
        door, desk = self.show_organisers_door, services.desk
        self._staff = StaffFlow(doors, window, desk, preferences, on_organiser=door, on_kiosk=self._on_kiosk_wanted)
        self._kiosk = KioskFlow(doors, window, desk, preferences, on_organiser=door, on_ended=self._on_kiosk_end_wanted)
        self._size_keys = TextSizeKeys(window, doors.theme)
        preferences.language_changed.connect(self._on_language_changed)

    def begin(self, notices: Sequence[str] = ()) -> None:
        """Show the first page: the guide of the first start, else the staff's."""
        for notice in notices:
            banner = Banner(self._doors.theme, parent=self._window)
            banner.say("warn", notice)
            self._window.put_above(banner)
        if self._services.accounts.is_set_up():
            self.show_first_page()
        else:
            self._show_first_start()

    def show_first_page(self) -> None:
        """Show the staff's first page, or the one where the next person chooses a name."""
        if self._preferences.settings.kiosk.is_on:
            self._kiosk.begin()
        else:
            self._preferences.use_own_text_size()
            self._staff.begin()

    def show_organisers_door(self) -> None:
        """Show the page where an administrator signs in, or the guide where there is none yet."""
        if not self._services.accounts.is_set_up():
            self._show_first_start()
            return
        self._show_door(self.show_organiser)

    def _show_door(self, on_signed_in: Callable[[Actor], object], *, reason: str = "") -> None:
        """`reason` says what the password is wanted for, where it is not for the organiser's side."""
        from quizapp.gui.pages.administrator_sign_in import AdministratorSignInPage

        page = AdministratorSignInPage(self._doors, self._services.accounts)
        page.went_back.connect(self.show_first_page)
        page.signed_in.connect(on_signed_in)
        if reason:
            page.banner.say("info", reason, closable=False)
        self._window.replace_page(page, title=_("管理员登录"))

    def show_organiser(self, actor: Actor, key: str = "") -> None:
        """Show the organiser's side, at the page `key` of its navigation."""
        from quizapp.gui.organiser import organiser_shell

        self._actor = actor
        self._preferences.use_own_text_size()
        shell = organiser_shell(self._doors, self._services, self._preferences, self._places, actor)
        shell.signed_out.connect(self.show_first_page)
        self._window.replace_page(shell, title=actor.name)
        if key:
            shell.go(key)

    def _show_first_start(self) -> None:
        from quizapp.gui.pages.first_start import FirstStartPage

        page = FirstStartPage(self._doors, self._services.accounts, self._preferences)
        page.finished.connect(self.show_organiser)
        page.put_off.connect(self.show_first_page)
        page.sample_wanted.connect(self._on_sample_wanted)
        self._window.replace_page(page, title=_("开始使用"))

    def _on_kiosk_wanted(self) -> None:
        """One person after another from now on, also after the next start."""
        title, text = _("开始轮流机考？"), kiosk_words()
        if self._doors.dialogs.confirm(self._window, title=title, text=text, action=_("开始轮流机考")):
            self._preferences.set_kiosk(True)
            self.show_first_page()

    def _on_kiosk_end_wanted(self) -> None:
        """Nobody is trapped: where there is no administrator yet, there is no password either."""
        if self._services.accounts.is_set_up():
            self._show_door(self._end_kiosk, reason=_("输入管理员密码，退出轮流机考"))
        else:
            self._end_kiosk()

    def _end_kiosk(self, _actor: Actor | None = None) -> None:
        self._preferences.set_kiosk(False)
        self.show_first_page()

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
