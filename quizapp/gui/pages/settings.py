"""What is set once: the bureau, the look of the window, who organises, the data and their backups."""

from PySide6.QtCore import Signal

from quizapp.core.people import Actor
from quizapp.gui.doors import Doors
from quizapp.gui.pages.administrators_card import AdministratorsCard
from quizapp.gui.pages.bureau_card import BureauCard
from quizapp.gui.pages.data_card import DataCard
from quizapp.gui.preferences import Preferences
from quizapp.gui.widgets.about_card import AboutCard
from quizapp.gui.widgets.appearance_card import AppearanceCard
from quizapp.gui.widgets.kiosk_card import KioskCard
from quizapp.gui.widgets.page_frame import PageFrame
from quizapp.gui.widgets.scroller import Scroller
from quizapp.i18n import _
from quizapp.paths import Places
from quizapp.services.bundle import Services


class SettingsPage(PageFrame):
    """`went_to` carries the key of another page."""

    went_to = Signal(str)

    def __init__(
        self, doors: Doors, services: Services, preferences: Preferences, places: Places, actor: Actor
    ) -> None:
        super().__init__(doors.theme, _("设置"))
        self._doors = doors
        self.bureau = BureauCard(doors, services.accounts, actor, self.banner)
        self.appearance = AppearanceCard(doors.theme, preferences)
        self.kiosk = KioskCard(preferences)
        self.administrators = AdministratorsCard(doors, services, actor, self.banner)
        self.data = DataCard(doors, services.backups, places, actor, self.banner)
        self.about = AboutCard(doors.theme, places)
        scroller = Scroller()
        for card in (self.bureau, self.appearance, self.kiosk, self.administrators, self.data, self.about):
            scroller.body.addWidget(card)
        scroller.body.addStretch(1)
        self.content.addWidget(scroller, 1)
        self.about.manual_wanted.connect(lambda: self.went_to.emit("manual"))
        self.about.folder_wanted.connect(doors.dialogs.show_folder)
        self.set_state(_("改了就存：外观马上生效，单位的设置按“保存”生效。"))

    def enter(self) -> None:
        self.bureau.look_up()
        self.administrators.look_up()
        self.data.look_up()

    def leave(self) -> bool:
        if not self.bureau.is_changed:
            return True
        text = _("单位的设置还没有保存。")
        wanted = self._doors.dialogs.ask_save(self, title=_("保存修改？"), text=text)
        if wanted:
            self.bureau.save()
        return wanted is not None
