"""Rows of a preview corrected on the page: judged again as if the file said so, and put back as the file has them."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace

from sqlalchemy.orm import Session

from quizapp.core.faulty_rows import FaultyRow
from quizapp.core.problems import Problem, Severity
from quizapp.core.questions import Question, faults, identity
from quizapp.errors import Conflict
from quizapp.i18n import _
from quizapp.services.bank_previews import (
    BankPreview,
    Mended,
    Novelty,
    OnRecord,
    Place,
    PreviewItem,
    is_retired,
    judged,
    on_record,
    retired_remark,
)
from quizapp.services.bank_questions import checked


def mend(session: Session, preview: BankPreview, mends: Mapping[Place, Question]) -> BankPreview:
    """The preview with rows as they were corrected; UserError with the faults of one that is still no question."""
    return _Mender(session, preview).put(mends)


def unmend(session: Session, preview: BankPreview, place: Place) -> BankPreview:
    """The preview with a row as the file has it; Conflict where it was not corrected."""
    return _Mender(session, preview).put_back(place)


def problems_in_file(preview: BankPreview) -> tuple[Problem, ...]:
    """What is wrong in the file itself, whatever was corrected on the page since it was read."""
    mended = {item.place: item.mended for item in preview.items if item.mended}
    rest = (one for one in preview.problems if (one.sheet, one.row) not in mended)
    return (*rest, *(one for was in mended.values() for one in was.problems))


class _Mender:
    """The rows of a preview while some of them are exchanged; `touched` are the identities that may stand otherwise."""

    def __init__(self, session: Session, preview: BankPreview) -> None:
        self._session = session
        self._preview = preview
        self._items = {item.place: item for item in preview.items}
        self._faulty = {row.place: row for row in preview.faulty_rows}
        self._problems = list(preview.problems)
        self._order = _sheet_order([*preview.items, *preview.faulty_rows])

    def put(self, mends: Mapping[Place, Question]) -> BankPreview:
        """Exchange rows for what they were corrected to; a place that the file no longer has is passed over."""
        questions = {place: checked(question) for place, question in mends.items() if self._has(place)}
        names = {place: identity(question) for place, question in questions.items()}
        touched = {*names.values(), *(self._items[place].identity for place in questions if place in self._items)}
        record = self._begin(touched)
        for place, question in questions.items():
            was = self._taken_out(place)
            self._items[place] = PreviewItem(
                *place, question=question, novelty=Novelty.NEW, identity=names[place], mended=was
            )
            self._problems += _told(place, question)
        return self._end(touched, record)

    def put_back(self, place: Place) -> BankPreview:
        """Exchange a corrected row for the one in the file."""
        item = self._items.get(place)
        if item is None or item.mended is None:
            raise Conflict(_("这一行没有改过，不用撤销。"))
        original = item.mended.original
        touched = {item.identity, *([original.identity] if isinstance(original, PreviewItem) else [])}
        record = self._begin(touched)
        was = self._taken_out(place)
        if isinstance(original, PreviewItem):
            self._items[place] = original
        else:
            self._faulty[place] = original
        self._problems += was.problems
        return self._end(touched, record)

    def _has(self, place: Place) -> bool:
        return place in self._items or place in self._faulty

    def _taken_out(self, place: Place) -> Mended:
        """Take a row and what is said of it away; what was there before any mend."""
        own = tuple(one for one in self._problems if (one.sheet, one.row) == place)
        self._problems = [one for one in self._problems if (one.sheet, one.row) != place]
        item = self._items.pop(place, None)
        if item is None:
            return Mended(self._faulty.pop(place), own)
        return item.mended or Mended(item, own)

    def _begin(self, touched: set[str]) -> dict[str, OnRecord]:
        """Unsay what rows of these identities were told because of each other and of the bank."""
        record = on_record(self._session, self._preview.bank_name, list(touched))
        unsaid = {problem for alike in self._alike(touched) for problem in _remarks(alike, record)}
        self._problems = [one for one in self._problems if one not in unsaid]
        return record

    def _end(self, touched: set[str], record: Mapping[str, OnRecord]) -> BankPreview:
        for alike in self._alike(touched):
            for at, item in enumerate(alike):
                found = judged(item, item.identity, record.get(item.identity), is_repeated=at > 0)
                alike[at] = self._items[item.place] = replace(found, mended=item.mended)
            self._problems += _remarks(alike, record)
        return replace(
            self._preview,
            items=tuple(sorted(self._items.values(), key=self._place_in_file)),
            faulty_rows=tuple(sorted(self._faulty.values(), key=self._place_in_file)),
            faulty=self._preview.faulty + len(self._faulty) - len(self._preview.faulty_rows),
            problems=tuple(self._problems),
        )

    def _alike(self, touched: set[str]) -> list[list[PreviewItem]]:
        """The rows of these identities, in file order."""
        groups: dict[str, list[PreviewItem]] = {name: [] for name in touched}
        for item in self._items.values():
            if item.identity in groups:
                groups[item.identity].append(item)
        return [sorted(group, key=self._place_in_file) for group in groups.values()]

    def _place_in_file(self, row: PreviewItem | FaultyRow) -> tuple[int, int]:
        return self._order[row.sheet], row.row


def _sheet_order(rows: Iterable[PreviewItem | FaultyRow]) -> dict[str, int]:
    return {sheet: at for at, sheet in enumerate(dict.fromkeys(row.sheet for row in rows))}


def _told(place: Place, question: Question) -> list[Problem]:
    """What somebody should look at in a corrected row."""
    columns = {"stem": _("题干"), "options": _("选项"), "key": _("答案")}
    return [Problem(*place, columns[fault.field], Severity.WARNING, fault.message) for fault in faults(question)]


def _remarks(alike: Sequence[PreviewItem], record: Mapping[str, OnRecord]) -> list[Problem]:
    """What rows of one identity are told because of each other, and of what the bank has."""
    from quizapp.excel.repeats import words_for_repeat  # here: whoever only signs in reads no workbooks

    found = [retired_remark(item) for item in alike[:1] if is_retired(item, record.get(item.identity))]
    rows = [(item.sheet, item.row, item.question) for item in alike]
    for row in rows[1:]:
        found.append(Problem(row[0], row[1], "", Severity.WARNING, words_for_repeat(rows[0], row)))
    return found
