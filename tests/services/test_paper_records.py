"""Pools frozen at publishing: the very questions where all get the same, all that may fit otherwise."""

import pytest

from quizapp.core.questions import Kind
from quizapp.db.engine import Database
from quizapp.db.tables import ExamPaperRow, RevisionRow
from tests.services.conftest import Roster
from tests.services.office import Office, fill_bank, usual_questions


@pytest.mark.parametrize(("same", "size"), [(True, 10), (False, 20)])
def test_the_size_of_a_pool(database: Database, roster: Roster, same: bool, size: int) -> None:
    roster.people(roster.department("办公室"), "张三")
    Office(database).published(fill_bank(database, usual_questions()), same_questions=same)
    with database.read() as session:
        pool = session.query(ExamPaperRow).one().pool
        kinds = [session.get_one(RevisionRow, revision_id).kind for revision_id in pool]
    assert len(set(pool)) == size
    if same:
        wanted = [Kind.SINGLE] * 4 + [Kind.TRUE_FALSE] * 2 + [Kind.MULTIPLE] * 3 + [Kind.FILL_BLANK]
        assert kinds == wanted
