"""Words for what a form cannot say, once for all questions or with the question."""

from quizapp.core.questions import Kind, Question
from quizapp.excel.export_remarks import about_changed_characters, about_lost_fields, feedback_text, too_long_for_a_cell
from tests.excel.bank_to_write import BLANKS, FALSE, SINGLE


def test_explanation_and_source_are_one_text() -> None:
    assert feedback_text(SINGLE) == "不必久等。\n依据：服务规范第 3 条"
    assert feedback_text(FALSE) == ""


def test_only_what_is_used_is_lost() -> None:
    fields = {"source": "依据", "explanation": "解析"}
    assert about_lost_fields([FALSE], fields) == []
    assert about_lost_fields([FALSE, SINGLE], fields)[0].message == "这种格式没有地方写依据、解析，这些内容没有写入。"


def test_changed_characters_are_told_wherever_they_stand() -> None:
    assert about_changed_characters(BLANKS) == []
    assert about_changed_characters(Question(Kind.FILL_BLANK, "几？", (("3", "三\x01"),)))
    assert about_changed_characters(Question(Kind.SHORT_ANSWER, "几？", "\ufffe"))


def test_a_long_text_leaves_the_question_out() -> None:
    assert too_long_for_a_cell(SINGLE).is_left_out
