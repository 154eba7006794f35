"""In which forms a bank leaves the program, and what of it a form could not say."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from enum import StrEnum

from quizapp.core.questions import Question
from quizapp.i18n import N_, _, _n


class ExportFormat(StrEnum):
    """The forms in which a bank is handed out."""

    TEMPLATE = "template"
    REVIEW = "review"
    MOODLE = "moodle"
    GIFT = "gift"
    KAHOOT = "kahoot"
    KAOSHIBAO = "kaoshibao"

    @property
    def label(self) -> str:
        """What the form is called in a menu."""
        return _(_LABELS[self])

    @property
    def suffix(self) -> str:
        """The ending of its files, with the dot."""
        return _SUFFIXES[self]


_LABELS = {
    ExportFormat.TEMPLATE: N_("本程序模板（Excel，可再导入）"),
    ExportFormat.REVIEW: N_("审题稿（Word）"),
    ExportFormat.MOODLE: N_("Moodle 题库（XML）"),
    ExportFormat.GIFT: N_("GIFT 文本（Moodle 等）"),
    ExportFormat.KAHOOT: N_("Kahoot 竞答（Excel）"),
    ExportFormat.KAOSHIBAO: N_("考试宝（Excel）"),
}
_SUFFIXES = {
    ExportFormat.TEMPLATE: ".xlsx",
    ExportFormat.REVIEW: ".docx",
    ExportFormat.MOODLE: ".xml",
    ExportFormat.GIFT: ".txt",
    ExportFormat.KAHOOT: ".xlsx",
    ExportFormat.KAOSHIBAO: ".xlsx",
}
_UNMISTAKABLE = {
    ".docx": ExportFormat.REVIEW,
    ".xml": ExportFormat.MOODLE,
    ".gift": ExportFormat.GIFT,
    ".xlsx": ExportFormat.TEMPLATE,
}


def format_of_suffix(suffix: str) -> ExportFormat | None:
    """The form that an ending asks for; .xlsx means our own, other products' workbooks must be named."""
    return _UNMISTAKABLE.get(suffix.casefold())


def takes_suffix(chosen: ExportFormat, suffix: str) -> bool:
    """Whether a file of this form may end so; .gift is as good as .txt."""
    return suffix.casefold() in {chosen.suffix, *([".gift"] if chosen is ExportFormat.GIFT else [])}


@dataclass(frozen=True, slots=True)
class ExportRemark:
    """What a form could not say of a question, or of all (None); `is_left_out`: the question is not in the file."""

    question: Question | None
    message: str
    is_left_out: bool = False


@dataclass(frozen=True, slots=True)
class Written:
    """The bytes of a file, and what the file does not say."""

    content: bytes
    remarks: tuple[ExportRemark, ...] = ()

    @property
    def left_out(self) -> int:
        """How many questions are not in the file."""
        return sum(remark.is_left_out for remark in self.remarks)


def without_pictures(questions: Sequence[Question]) -> tuple[list[Question], list[ExportRemark]]:
    """The questions as a form without pictures has them, and words for what it lacks.

    A question with an option that is a picture and nothing else could not be asked, and is left out.
    """
    kept: list[Question] = []
    remarks: list[ExportRemark] = []
    lacking = 0
    for question in questions:
        if any(not option.text and question.pictures_of(at) for at, option in enumerate(question.options)):
            words = _("选项是图片，这种格式写不了图片，这道题没有写入。")
            remarks.append(ExportRemark(question, words, is_left_out=True))
            continue
        lacking += bool(question.pictures)
        kept.append(replace(question, pictures=()) if question.pictures else question)
    if lacking:
        words = _n("有 {count} 道题的图片没有写入。", "有 {count} 道题的图片没有写入。", lacking)
        remarks.append(ExportRemark(None, words.format(count=lacking)))
    return kept, remarks
