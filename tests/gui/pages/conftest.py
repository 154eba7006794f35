"""The pages of the window over real services on a temporary database."""

from pathlib import Path

import pytest

from quizapp.config import Settings
from quizapp.core.people import Person
from quizapp.db.engine import Database
from quizapp.db.tables import PersonRow
from quizapp.gui.preferences import Preferences
from quizapp.gui.theme import Theme
from quizapp.services.banks import Banks
from quizapp.services.bundle import Services
from tests.gui.bureau import services_of
from tests.services.conftest import Clock, Roster
from tests.services.conftest import clock as clock
from tests.services.conftest import database as database
from tests.services.conftest import migrated_file as migrated_file
from tests.services.conftest import roster as roster
from tests.services.office import Office, fill_bank, usual_questions

TRANSLATIONS = Path(__file__).parents[3] / "resources" / "translations"


@pytest.fixture
def office(database: Database) -> Office:
    """The services of a small bureau."""
    return Office(database)


@pytest.fixture
def services(office: Office) -> Services:
    """All services of the small bureau."""
    return services_of(office)


@pytest.fixture
def people(roster: Roster, database: Database) -> list[Person]:
    """Two people of the office, one of the drivers; they are found by pinyin."""
    drivers = roster.department("车队")
    office = roster.department("办公室")
    found = [roster.person("张三", office), roster.person("李四", office), roster.person("王五", drivers)]
    with database.write() as session:
        for person, pinyin, initials in zip(found, ("zhangsan", "lisi", "wangwu"), ("zs", "ls", "ww"), strict=True):
            row = session.get_one(PersonRow, person.id)
            row.pinyin, row.initials = pinyin, initials
    return found


@pytest.fixture
def exam_id(office: Office, people: list[Person], database: Database) -> int:
    """A published test of ten questions, open now."""
    return office.published(fill_bank(database, usual_questions()))


@pytest.fixture
def preferences(theme: Theme, tmp_path: Path) -> Preferences:
    """Settings of this test's own."""
    return Preferences(Settings(), tmp_path / "settings.toml", TRANSLATIONS, theme)


@pytest.fixture
def banks(database: Database, clock: Clock) -> Banks:
    """The banks of a small bureau, none yet."""
    return Banks(database, clock)
