"""Pictures as the database keeps them: once for all questions that show them, gone with the last one that does."""

from collections.abc import Iterable, Mapping, Sequence
from typing import Any, cast

from sqlalchemy import String, Table, delete, insert, select
from sqlalchemy import cast as sql_cast
from sqlalchemy.orm import Session

from quizapp.core.pictures import Picture, PicturePlace, digest_of, facts_of, places_of
from quizapp.core.questions import Question
from quizapp.db.tables import AttemptQuestionRow, PictureRow, RevisionRow
from quizapp.errors import Conflict
from quizapp.i18n import _

_PICTURES = cast(Table, PictureRow.__table__)
_AT_ONCE = 200


def pictures_to_json(pictures: Iterable[Picture]) -> list[dict[str, Any]]:
    """Pictures as a revision keeps them."""
    return [{"digest": picture.digest, "option": picture.option} for picture in pictures]


def pictures_from_json(stored: Sequence[Mapping[str, Any]]) -> tuple[Picture, ...]:
    """Pictures out of a revision."""
    return tuple([Picture(one["digest"], one["option"]) for one in stored]) if stored else ()


def keep_pictures(session: Session, questions: Iterable[Question], contents: Mapping[str, bytes]) -> None:
    """Store the pictures of these questions that are not there yet; Conflict where nobody has the bytes of one."""
    wanted = list(dict.fromkeys(picture.digest for question in questions for picture in question.pictures))
    missing = set(wanted) - _kept(session, wanted)
    for digest in filter(missing.__contains__, wanted):
        content = contents.get(digest)
        if content is None or digest_of(content) != digest:
            raise Conflict(_("题目的图片已不在题库里：请重新添加图片后再保存。"))
        facts = facts_of(content)
        row = {"digest": digest, "content": content, "media_type": facts.media_type}
        session.execute(insert(_PICTURES), [row | {"width": facts.width, "height": facts.height}])


def _kept(session: Session, digests: Sequence[str]) -> set[str]:
    found: set[str] = set()
    for part in _parts(digests):
        found.update(session.scalars(select(_PICTURES.c.digest).where(_PICTURES.c.digest.in_(part))))
    return found


def digests_in_batch(session: Session, batch_id: int) -> set[str]:
    """The pictures that an import brought or met."""
    return _digests(session.scalars(_pictured().where(RevisionRow.batch_id == batch_id)))


def forget_unused(session: Session, digests: Iterable[str]) -> None:
    """Delete those of these pictures that no revision shows any more; what a history shows is kept."""
    wanted = set(digests)
    if not wanted:
        return
    unused = sorted(wanted - _digests(session.scalars(_pictured())))
    for part in _parts(unused):
        session.execute(delete(_PICTURES).where(_PICTURES.c.digest.in_(part)))


def _pictured() -> Any:
    """The pictures of the revisions that have any, compared as text: JSON has no portable equality."""
    return select(RevisionRow.pictures).where(sql_cast(RevisionRow.pictures, String) != "[]")


def _digests(stored: Iterable[Sequence[Mapping[str, Any]]]) -> set[str]:
    return {one["digest"] for pictures in stored for one in pictures}


def _parts(digests: Sequence[str]) -> Iterable[Sequence[str]]:
    return (digests[start : start + _AT_ONCE] for start in range(0, len(digests), _AT_ONCE))


def picture_content(session: Session, digest: str | None) -> bytes:
    """The bytes of a picture; Conflict where it is gone."""
    content = session.scalar(select(_PICTURES.c.content).where(_PICTURES.c.digest == digest)) if digest else None
    if content is None:
        raise Conflict(_("这张图片已不在题库里：请联系组织者核对这道题。"))
    return bytes(content)


def contents_of(session: Session, questions: Iterable[Question]) -> dict[str, bytes]:
    """The bytes of all pictures of these questions that are there."""
    wanted = list(dict.fromkeys(picture.digest for question in questions for picture in question.pictures))
    columns = (_PICTURES.c.digest, _PICTURES.c.content)
    found: dict[str, bytes] = {}
    for part in _parts(wanted):
        found.update({row[0]: bytes(row[1]) for row in session.execute(select(*columns).where(columns[0].in_(part)))})
    return found


def places_shown(pictures: Iterable[Picture], option_order: Sequence[int]) -> dict[PicturePlace, str]:
    """The places of pictures on a sheet, whose order tells nothing of the revision's own order of options."""
    return places_of(pictures_shown(pictures, option_order))


def pictures_shown(pictures: Iterable[Picture], option_order: Sequence[int]) -> list[Picture]:
    """Pictures with the options numbered as they stand on a sheet."""
    shown = {original: at for at, original in enumerate(option_order)}
    return [
        Picture(one.digest, None if one.option is None else shown[one.option])
        for one in pictures
        if one.option is None or one.option in shown
    ]


def picture_of_attempt(session: Session, attempt_id: int, position: int, place: PicturePlace) -> bytes:
    """A picture of a place of an attempt's paper; Conflict where there is none."""
    wanted = (
        select(RevisionRow.pictures, AttemptQuestionRow.option_order)
        .join(RevisionRow, RevisionRow.id == AttemptQuestionRow.revision_id)
        .where(AttemptQuestionRow.attempt_id == attempt_id, AttemptQuestionRow.position == position)
    )
    row = session.execute(wanted).one_or_none()
    found = places_shown(pictures_from_json(row[0]), row[1]) if row is not None else {}
    return picture_content(session, found.get(place))
