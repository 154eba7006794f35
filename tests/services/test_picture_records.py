"""Pictures in the database: each once, gone with the last question that shows it, on a sheet where its option is."""

from collections.abc import Callable
from dataclasses import replace
from datetime import datetime

import pytest
from sqlalchemy import select

from quizapp.core.people import Actor
from quizapp.core.pictures import Picture, PicturePlace, digest_of
from quizapp.core.questions import Question
from quizapp.db.engine import Database
from quizapp.db.tables import PictureRow
from quizapp.errors import Conflict, UserError
from quizapp.services.banks import Banks, Novelty
from quizapp.services.picture_records import places_shown
from tests.made_pictures import FIRST, SECOND, STEM, STEM_TOO, png
from tests.services.bank_files import file_of, preview_of, single
from tests.services.pictured import CONTENTS, SEATS, seats


@pytest.fixture
def banks(database: Database, now: Callable[[], datetime]) -> Banks:
    """The service on an empty database."""
    return Banks(database, now)


def take_in(database: Database, banks: Banks, *questions: Question) -> int:
    """Import questions with the pictures of SEATS."""
    file = replace(file_of(questions), pictures=CONTENTS)
    return banks.import_(Actor("李四"), preview_of(database, file)).id


def kept(database: Database) -> set[bytes]:
    """The pictures in the database."""
    with database.read() as session:
        return {row.content for row in session.scalars(select(PictureRow))}


def test_an_import_brings_its_pictures_each_once(database: Database, banks: Banks) -> None:
    take_in(database, banks, seats(1), seats(2), single(3))
    assert kept(database) == {STEM, FIRST, SECOND}
    assert [one.question.pictures for one in banks.questions(1)] == [SEATS.pictures, SEATS.pictures, ()]
    with database.read() as session:
        row = session.get_one(PictureRow, digest_of(STEM))
        assert (row.media_type, row.width, row.height) == ("image/png", 40, 30)


def test_the_same_file_again_is_the_same(database: Database, banks: Banks) -> None:
    take_in(database, banks, seats(1))
    again = preview_of(database, replace(file_of([seats(1)]), pictures=CONTENTS))
    assert [item.novelty for item in again.items] == [Novelty.SAME]
    other = replace(seats(1), pictures=SEATS.pictures[1:])
    assert preview_of(database, file_of([other])).items[0].novelty is Novelty.NEW


def test_an_import_without_the_bytes_writes_nothing(database: Database, banks: Banks) -> None:
    with pytest.raises(Conflict, match="图片"):
        banks.import_(Actor("李四"), preview_of(database, file_of([seats(1)])))
    assert banks.banks() == [] and kept(database) == set()


def test_undoing_takes_only_the_pictures_that_nobody_shows(database: Database, banks: Banks, actor: Actor) -> None:
    only_stem = replace(single(1), pictures=SEATS.pictures[:1])
    take_in(database, banks, only_stem)
    later = take_in(database, banks, seats(2))
    banks.undo_batch(actor, later)
    assert kept(database) == {STEM}
    assert [one.question for one in banks.questions(1)] == [only_stem]


def test_an_edit_keeps_adds_and_takes_away_pictures(database: Database, banks: Banks, actor: Actor) -> None:
    take_in(database, banks, SEATS)
    (present,) = banks.questions(1)
    added = replace(SEATS, explanation="以右为尊", pictures=(*SEATS.pictures, Picture(digest_of(STEM_TOO))))
    new = {digest_of(STEM_TOO): STEM_TOO}
    edited = banks.edit_question(actor, present.id, added, seen_revision=1, pictures=new)
    assert [picture.option for picture in edited.question.pictures] == [None, None, 0, 1]
    assert banks.picture(digest_of(STEM_TOO)) == STEM_TOO
    banks.edit_question(actor, present.id, replace(added, pictures=SEATS.pictures), seen_revision=2)
    assert kept(database) == {STEM, STEM_TOO, FIRST, SECOND}, "the history still shows it"
    assert banks.history(present.id)[1].question == edited.question


def test_what_is_no_picture_is_refused(banks: Banks, actor: Actor) -> None:
    bank = banks.add_bank(actor, "礼仪").id
    text = b"not a picture"
    question = replace(single(1), pictures=(Picture(digest_of(text)),))
    with pytest.raises(UserError, match="PNG"):
        banks.add_question(actor, bank, question, pictures={digest_of(text): text})
    with pytest.raises(Conflict):
        banks.add_question(actor, bank, question, pictures={digest_of(text): png()})
    with pytest.raises(Conflict, match="图片"):
        banks.picture(digest_of(text))
    assert banks.questions(bank) == []


def test_places_follow_the_options_and_tell_nothing_of_their_order() -> None:
    shown = places_shown(SEATS.pictures, (3, 1, 0, 2))
    assert shown == {
        PicturePlace(): digest_of(STEM), PicturePlace(1): digest_of(SECOND), PicturePlace(2): digest_of(FIRST),
    }  # fmt: skip
    assert list(shown) == [PicturePlace(), PicturePlace(1), PicturePlace(2)]
