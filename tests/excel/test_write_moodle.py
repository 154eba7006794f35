"""Moodle XML read again with ElementTree: every kind, the shares, and texts that XML would take for itself."""

from xml.etree import ElementTree

import pytest
from hypothesis import HealthCheck, given, settings

from quizapp.core.questions import Kind, Option, Question
from quizapp.errors import Cancelled
from quizapp.excel.table_sheet import Progress
from quizapp.excel.write_moodle import category_path, write_moodle
from tests.excel.any_questions import BANKS
from tests.excel.bank_to_write import BANK, BLANK, BLANKS, FALSE, MULTIPLE, SHORT, SINGLE, TRUE, progress


def nodes(*questions: Question) -> list[ElementTree.Element]:
    return list(ElementTree.fromstring(write_moodle("礼仪", questions, progress(list(questions))).content))


def node(question: Question) -> ElementTree.Element:
    return nodes(question)[1]


def text(found: ElementTree.Element, path: str) -> str:
    return found.findtext(f"{path}/text") or ""


def answers(found: ElementTree.Element) -> list[tuple[str, str]]:
    return [(answer.get("fraction", ""), answer.findtext("text") or "") for answer in found.findall("answer")]


def test_every_question_has_its_kind_in_its_category() -> None:
    found = nodes(*BANK)
    assert [one.get("type") for one in found] == [
        "category", "multichoice", "category", "multichoice", "truefalse", "category", "truefalse", "shortanswer",
        "cloze", "essay",
    ]  # fmt: skip
    paths = [text(one, "category") for one in found if one.get("type") == "category"]
    assert paths == ["$course$/top/礼仪/礼仪/电话", "$course$/top/礼仪/礼仪", "$course$/top/礼仪"]
    assert category_path("礼仪/保密", "甲 / 乙") == "$course$/top/礼仪//保密/甲/乙"


def test_one_right_option() -> None:
    found = node(SINGLE)
    assert found.findtext("single") == "true"
    assert answers(found) == [("0", "五声"), ("100", "三声"), ("0", "七声")]
    assert text(found, "generalfeedback") == "不必久等。<br>依据：服务规范第 3 条"
    assert [tag.findtext("text") for tag in found.findall("tags/tag")] == ["接听", "易", "复核 2026-03-01"]


def test_several_right_options() -> None:
    found = node(MULTIPLE)
    assert found.findtext("single") == "false"
    assert [share for share, _text in answers(found)] == ["33.33333", "33.33333", "-100", "33.33333"]


def test_true_and_false() -> None:
    assert answers(node(TRUE)) == [("100", "true"), ("0", "false")]
    assert answers(node(FALSE)) == [("0", "true"), ("100", "false")]


def test_one_blank_takes_every_accepted_text() -> None:
    assert answers(node(BLANK)) == [("100", "3"), ("100", "三")]
    assert answers(node(Question(Kind.FILL_BLANK, "几*几？", (("2*3",),)))) == [("100", "2\\*3")]


def test_several_blanks_stand_in_the_stem() -> None:
    stem = text(node(BLANKS), "questiontext")
    assert stem == "握手一般由{1:SHORTANSWER:=位尊者~=尊者}先伸手，时间以{1:SHORTANSWER:=3}秒为宜。"
    shown = Question(Kind.FILL_BLANK, "写出 {两} 个：", (("a}b~c",), ("1/2#",)))
    stem = text(node(shown), "questiontext")
    assert stem == r"写出 &#123;两} 个： {1:SHORTANSWER:=a\}b\~c} {1:SHORTANSWER:=1\/2\#}"


def test_a_model_answer_is_for_the_graders() -> None:
    found = node(SHORT)
    assert text(found, "graderinfo") == "请坐、倒水。<br>耐心听完。"
    assert answers(found) == []


def test_markup_and_control_characters_are_text() -> None:
    question = Question(Kind.SINGLE, "<b>&\x01", (0,), (Option("]]>"), Option("a<b")))
    written = write_moodle("礼仪", [question], progress([question]))
    found = ElementTree.fromstring(written.content)[1]
    assert text(found, "questiontext") == "&lt;b&gt;&amp;\ufffd"
    assert answers(found) == [("100", "]]&gt;"), ("0", "a&lt;b")]
    assert [(remark.question, remark.is_left_out) for remark in written.remarks] == [(question, False)]


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(BANKS)
def test_whatever_the_bank_holds_is_well_formed(bank: list[Question]) -> None:
    found = [one for one in nodes(*bank) if one.get("type") != "category"]
    assert len(found) == len(bank)
    for question, one in zip(bank, found, strict=True):
        if question.kind.has_options:
            right = [index for index, (share, _text) in enumerate(answers(one)) if float(share) > 0]
            assert tuple(right) == question.key


def test_it_stops_when_it_is_asked_to() -> None:
    with pytest.raises(Cancelled):
        write_moodle("礼仪", [SINGLE], Progress(1, None, lambda: True))
