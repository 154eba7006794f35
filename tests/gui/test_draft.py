"""A draft is made once, however often it is saved."""

import pytest

from quizapp.gui.draft import Draft
from tests.gui.exams import DEFINITION
from tests.gui.pages.conftest import database as database
from tests.gui.pages.conftest import migrated_file as migrated_file
from tests.gui.pages.conftest import office as office
from tests.services.office import ACTOR


@pytest.fixture
def draft(office) -> Draft:
    return Draft(office.exams, ACTOR)


def test_the_first_saving_makes_it_the_second_changes_it(draft, office):
    assert draft.keep(DEFINITION) is DEFINITION
    exam_id = draft.exam_id
    draft.keep(office.definition(1, title="改过的名称"))
    assert draft.exam_id == exam_id
    assert [exam.title for exam in office.exams.exams()] == ["改过的名称"]


def test_one_that_is_there_is_changed(draft, office):
    draft.keep(DEFINITION)
    Draft(office.exams, ACTOR, draft.exam_id).keep(office.definition(1, title="改过的名称"))
    assert len(office.exams.exams()) == 1
