"""What an organiser can choose from while defining a test: departments, categories of people, banks and theirs."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from quizapp.core.people import CATEGORIES, Department, DepartmentKind
from quizapp.services.banks import BankSummary
from quizapp.services.bundle import Services


@dataclass(frozen=True)
class ExamChoices:
    """Departments parents first; `bank_categories` by bank."""

    departments: tuple[Department, ...] = ()
    categories: tuple[str, ...] = ()
    banks: tuple[BankSummary, ...] = ()
    bank_categories: Mapping[int, tuple[str, ...]] = field(default_factory=dict)

    @property
    def units(self) -> tuple[Department, ...]:
        """The bodies that can hold a test of their own."""
        return tuple(one for one in self.departments if one.kind is DepartmentKind.UNIT)

    def categories_of(self, bank_ids: Iterable[int]) -> tuple[str, ...]:
        """The categories of these banks, each once, in the order of the banks."""
        named = (name for bank_id in bank_ids for name in self.bank_categories.get(bank_id, ()))
        return tuple(dict.fromkeys(named))


def load_choices(services: Services) -> ExamChoices:
    """Look everything up; takes a moment, so it is run off the window's thread."""
    banks = tuple(services.banks.banks())
    return ExamChoices(
        departments=tuple(services.people.departments()),
        categories=_in_usual_order({person.category for person in services.people.people() if person.category}),
        banks=banks,
        bank_categories={bank.id: tuple(services.banks.categories((bank.id,))) for bank in banks},
    )


def _in_usual_order(categories: Iterable[str]) -> tuple[str, ...]:
    """The bureau's categories first, in their order, then others by name."""
    usual: Sequence[str] = CATEGORIES
    return tuple(sorted(categories, key=lambda one: (usual.index(one) if one in usual else len(usual), one)))
