"""The screens of the program's beginning and of its settings for the gallery."""

from PySide6.QtWidgets import QScrollArea

from quizapp.gui.organiser import organiser_shell
from quizapp.gui.organiser_shell import OrganiserShell
from quizapp.gui.page import Page
from quizapp.gui.pages.administrator_sign_in import AdministratorSignInPage
from quizapp.gui.pages.first_start import FirstStartPage
from quizapp.gui.pages.settings import SettingsPage
from quizapp.gui.screen import Screen
from quizapp.gui.stage import Stage

_CODE = "7KQ2M-X9FHD-R4TCW-BJ6NP"


def office_screens(stage: Stage) -> list[Screen]:
    """What whoever sets the program up sees: the first start, the organisers' door, the settings."""
    return [*_beginning(stage), *_settings(stage)]


def _beginning(stage: Stage) -> list[Screen]:
    def guide() -> Page:
        return FirstStartPage(stage.doors, stage.data.fresh().accounts, stage.preferences)

    def door() -> Page:
        return AdministratorSignInPage(stage.doors, stage.services.accounts)

    def type_differently(page: FirstStartPage) -> None:
        page.name.setText(stage.data.actor.name)
        page.password.setText("once")
        page.again.setText("twice")
        page.create_button.click()

    return [
        Screen("first-start", guide),
        Screen("first-start-refused", guide, (type_differently,)),
        Screen("first-start-code", guide, (lambda page: page.show_code(_CODE),)),
        Screen("organisers-door", door),
    ]


def _settings(stage: Stage) -> list[Screen]:
    def make() -> OrganiserShell:
        actor = stage.data.actor
        shell = organiser_shell(stage.doors, stage.services, stage.preferences, stage.places, actor)
        shell.go("settings")
        return shell

    def page_of(shell: OrganiserShell) -> SettingsPage:
        page = shell.page("settings")
        assert isinstance(page, SettingsPage)
        return page

    def add_administrator(shell: OrganiserShell) -> None:
        page_of(shell).administrators.add_button.click()

    def show_administrators(shell: OrganiserShell) -> None:
        page = page_of(shell)
        page.findChild(QScrollArea).verticalScrollBar().setValue(page.administrators.y())

    def show_kiosk(shell: OrganiserShell) -> None:
        page = page_of(shell)
        page.findChild(QScrollArea).verticalScrollBar().setValue(page.kiosk.y())

    def show_code(shell: OrganiserShell) -> None:
        page_of(shell).administrators.show_code(stage.data.actor.name, _CODE)

    def show_end(shell: OrganiserShell) -> None:
        bar = page_of(shell).findChild(QScrollArea).verticalScrollBar()
        bar.setValue(bar.maximum())

    return [
        Screen("settings", make),
        Screen("settings-administrator", make, (add_administrator, show_administrators)),
        Screen("settings-code", make, (show_code, show_administrators)),
        Screen("settings-kiosk", make, (show_kiosk,)),
        Screen("settings-data", make, (show_end,)),
    ]
