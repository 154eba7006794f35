"""The values of running text."""

from quizapp.excel.written_lines import WrittenPart, WrittenQuestion, WrittenText


def test_questions_stand_in_the_order_of_their_parts() -> None:
    parts = [WrittenPart("一", questions=[WrittenQuestion(1)]), WrittenPart("二", questions=[WrittenQuestion(2)])]
    assert [question.line for question in WrittenText(parts).questions()] == [1, 2]
