"""Many people with answers of their own, what these are worth, and what of a person can be seen in a window."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import timedelta
from random import Random

from PySide6.QtWidgets import QApplication, QComboBox, QLineEdit, QPlainTextEdit, QWidget

from quizapp.clock import read_clock
from quizapp.core.desk import SheetQuestion
from quizapp.core.exams import PaperPlan
from quizapp.core.papers import Blueprint, Section
from quizapp.core.questions import Kind
from quizapp.db.engine import Database
from tests.services.conftest import Roster
from tests.services.office import Office, fill_bank, question

SECTIONS = (
    Section(Kind.SINGLE, 2, 30_00),
    Section(Kind.TRUE_FALSE, 1, 10_00),
    Section(Kind.MULTIPLE, 1, 30_00),
)  # 100 points
RIGHT = {Kind.SINGLE: "乙", Kind.MULTIPLE: "甲丙"}


def sitters_office(database: Database, names: list[str]) -> int:
    """People with these names and a small test that is open now; returns the id of the test."""
    roster = Roster(database)
    roster.people(roster.department("办公室"), *names)
    office, now, day = Office(database), read_clock().wall_at, timedelta(days=1)
    office.clock.wall_at = now
    kinds = [Kind.SINGLE] * 3 + [Kind.TRUE_FALSE] * 2 + [Kind.MULTIPLE] * 2
    bank_id = fill_bank(database, [question(number, kind) for number, kind in enumerate(kinds, start=1)])
    plans = (PaperPlan("通用卷", Blueprint((bank_id,), SECTIONS)),)
    return office.published(bank_id, papers=plans, opens_at=now - day, closes_at=now + day)


@dataclass
class Sitter:
    """Somebody who answers by chance, and reckons what it is worth without the program."""

    name: str
    chance: Random
    score: int = 0

    def __call__(self, asked: SheetQuestion) -> tuple[str, ...]:
        """The words of the options to press."""
        if asked.kind is Kind.TRUE_FALSE:
            given, right = (self.chance.choice(("正确", "错误")),), ("正确",)
        else:
            count = 1 if asked.kind is Kind.SINGLE else 2
            given = tuple(sorted(self.chance.sample(asked.options, count)))
            right = tuple(sorted(text for text in asked.options if text[-1] in RIGHT[asked.kind]))
        self.score += asked.points if given == right else 0
        return given


def visible_texts(window: QWidget) -> Iterator[str]:
    """Every text of every widget in view: what is read, what is spoken, what stands in fields, tips and titles."""
    tops = [one for one in QApplication.topLevelWidgets() if one.isVisible()]
    for widget in [*tops, *(child for child in window.findChildren(QWidget) if child.isVisible())]:
        yield from (widget.windowTitle(), widget.accessibleName(), widget.accessibleDescription(), widget.toolTip())
        text: Callable[[], str] | str | None = getattr(widget, "text", None)
        if text is not None:
            yield text() if callable(text) else text
        if isinstance(widget, QPlainTextEdit):
            yield widget.toPlainText()
        if isinstance(widget, QLineEdit):
            yield widget.placeholderText()
        if isinstance(widget, QComboBox):
            yield widget.currentText()
