"""A question in words, a fact a field, for whoever compares two revisions or reads one through."""

from collections.abc import Iterable
from dataclasses import dataclass

from quizapp.core.questions import Kind, Question, letter
from quizapp.i18n import _


@dataclass(frozen=True, slots=True)
class FieldChange:
    """A field of a question, called as the bureau calls it, with what it said and what it says now."""

    label: str
    before: str
    after: str


def kind_text(question: Question) -> str:
    """The kind in words, with what is said of the order of its blanks."""
    return any_order_kind() if question.any_order else question.kind.label


def any_order_kind() -> str:
    """What a question is called whose blanks may be filled in any order."""
    return _("{kind}（顺序不限）").format(kind=Kind.FILL_BLANK.label)


def key_text(question: Question) -> str:
    """The key in a few letters: AC, 正确, 位尊者；尊者 | 三, or the model answer; empty where there is none."""
    key = question.key
    if isinstance(key, bool):
        return _("正确") if key else _("错误")
    if isinstance(key, str):
        return key
    if question.kind.has_options:
        return question.key_letters
    blanks = " | ".join(_("；").join(accepted) for accepted in key if isinstance(accepted, tuple))
    return _("{blanks}（顺序不限）").format(blanks=blanks) if question.any_order else blanks


def facts(question: Question) -> list[tuple[str, str]]:
    """Every field as label and text, in the order in which they are read; empty texts included."""
    options = _options(question, range(len(question.options)))
    return [
        (_("题型"), question.kind.label),
        (_("题干"), question.stem),
        (_("选项"), options),
        (_("答案"), _key_in_full(question)),
        (_("解析"), question.explanation),
        (_("分类"), question.category),
        (_("知识点"), question.knowledge_point),
        (_("难度"), question.difficulty.label),
        (_("依据"), question.source),
        (_("复核日期"), question.reviewed_on.isoformat() if question.reviewed_on else ""),
        (_("图片"), _pictures(question)),
    ]


def changes(before: Question, after: Question) -> list[FieldChange]:
    """The fields in which two questions differ."""
    pairs = zip(facts(before), facts(after), strict=True)
    return [FieldChange(label, old, new) for (label, old), (_label, new) in pairs if old != new]


_DIGEST_SHOWN = 6  # digits by which two pictures are told apart


def _pictures(question: Question) -> str:
    """Where pictures stand, a line each, with the first digits of what tells one from another."""
    lines = []
    for picture in question.pictures:
        is_stem = picture.option is None
        place = _("题干") if is_stem else _("选项 {letter}").format(letter=letter(picture.option or 0))
        lines.append(_("{place}：图片 {digits}").format(place=place, digits=picture.digest[:_DIGEST_SHOWN]))
    return "\n".join(lines)


def option_text(question: Question, index: int) -> str:
    """An option in words, also where it is a picture and nothing else."""
    text = question.options[index].text
    return text or (_("（图片）") if question.pictures_of(index) else "")


def _options(question: Question, wanted: Iterable[int]) -> str:
    chosen = [index for index in wanted if 0 <= index < len(question.options)]
    return "\n".join(f"{letter(index)}. {option_text(question, index)}" for index in chosen)


def _key_in_full(question: Question) -> str:
    """The right options with their texts: in another revision the same letter may stand for another option."""
    if question.kind.has_options and isinstance(question.key, tuple):
        return _options(question, (index for index in question.key if isinstance(index, int)))
    return key_text(question)
