"""The organiser's question banks: the questions, and above them one question, an import, or the list of imports."""

from datetime import date
from pathlib import Path

from PySide6.QtCore import Signal

from quizapp import clock
from quizapp.core.people import Actor
from quizapp.gui.doors import Doors
from quizapp.gui.page_stack import PageStack
from quizapp.gui.pages.bank_batches import BankBatchesPage
from quizapp.gui.pages.bank_import import BankImportPage
from quizapp.gui.pages.bank_questions import BankQuestionsPage
from quizapp.gui.pages.question_editor import QuestionEditorPage
from quizapp.gui.preferences import Preferences
from quizapp.paths import Places
from quizapp.services.banks import BankQuestion, Banks
from quizapp.services.sample import BANK_FILES


class BanksPage(PageStack):
    """`went_to` carries the key of another page."""

    went_to = Signal(str)

    def __init__(
        self, doors: Doors, banks: Banks, actor: Actor, places: Places, *, preferences: Preferences | None = None
    ) -> None:
        """`places` says where the banks are that come with the program; `preferences` keep what is chosen once."""
        self._preferences = preferences
        self._offered = [file for name in BANK_FILES if (file := places.questions / name).is_file()]
        page = BankQuestionsPage(doors, banks, actor, self._offered)
        super().__init__(page)
        self.questions_page = page
        self._doors, self._banks, self._actor = doors, banks, actor
        page.import_wanted.connect(self.show_import)
        page.text_wanted.connect(lambda text: self.show_import(text=text))
        page.question_wanted.connect(self._on_question_wanted)
        page.batches_wanted.connect(self._on_batches_wanted)

    def leave(self) -> bool:
        """An editor whose edits were thrown away is not met again."""
        if not super().leave():
            return False
        if isinstance(self.top, QuestionEditorPage):
            self.clear()
        return True

    def show_import(self, file: Path | None = None, *, text: str = "") -> None:
        """Begin an import, as another page may wish, at once where there is a file or text."""
        page = BankImportPage(
            self._doors, self._banks, self._actor, self._offered, file=file, text=text, preferences=self._preferences
        )
        page.finished.connect(self._on_import_finished)
        self.push(page)

    def _on_import_finished(self, bank_id: int) -> None:
        if bank_id:
            self.questions_page.show_bank(bank_id)
        self.go_back()

    def _on_question_wanted(self, question: BankQuestion | None) -> None:
        bank = self.questions_page.bank
        if bank is None:
            return
        page = QuestionEditorPage(self._doors, self._banks, self._actor, bank, today=_today(), present=question)
        page.saved.connect(self._on_question_saved)
        page.finished.connect(self.go_back)
        self.push(page)

    def _on_question_saved(self, question: BankQuestion) -> None:
        self.questions_page.show_bank(question.bank_id, question_id=question.id)

    def _on_batches_wanted(self) -> None:
        page = BankBatchesPage(self._doors, self._banks, self._actor)
        page.finished.connect(self.go_back)
        self.push(page)


def _today() -> date:
    return clock.now().astimezone().date()
