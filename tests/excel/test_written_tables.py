"""Running text is judged as a table's rows are, and says where."""

from quizapp.core.questions import Difficulty, Kind
from quizapp.excel.bank_items import Gathered
from quizapp.excel.written_lines import WrittenLine
from quizapp.excel.written_questions import read_written
from quizapp.excel.written_tables import in_words, why_none, written_tables
from tests.excel.made_books import errors, read, warnings, words
from tests.excel.made_texts import written


def test_rows_are_lines_and_sheets_are_parts() -> None:
    gathered = Gathered()
    tables = written_tables(written("1. 甲（√）\n一、单选题\n1. 乙（A）\nA.一\nB.二"), "礼仪", gathered)
    assert [(table.sheet.name, table.start, table.stop) for table in tables] == [("礼仪", 0, 1), ("一、单选题", 2, 3)]
    assert not gathered.problems


def test_all_that_is_written_is_kept() -> None:
    text = "1. 甲（A）\nA.一 B.二\n解析：丙\n难度：难\n依据：丁\n知识点：戊\n分类：己"
    (item,) = read(text.encode(), "x.txt").items
    question = item.question
    assert (question.explanation, question.difficulty, question.source) == ("丙", Difficulty.HARD, "丁")
    assert (question.knowledge_point, question.category) == ("戊", "己")


def test_the_usual_checks_decide() -> None:
    text = "一、单选题\n1. 甲（AB）\nA.一 B.二\n2. 乙（ ）\nA.一 B.二\n3. 丙（C）\nA.一 B.二\n4. 丁\n答案：A\n5.\n"
    text += "二、判断题\n1. 戊（好）"
    found = read(text.encode(), "x.txt")
    assert not found.items
    assert [row for row, _column in sorted(set(errors(found.problems)))] == [2, 4, 6, 8, 8, 10, 12]
    assert found.rows_faulty == 6


def test_a_choice_of_one_or_several_goes_by_its_key() -> None:
    found = read("一、选择题\n1. 甲（A）\nA.一 B.二\n2. 乙（AB）\nA.一 B.二".encode(), "x.txt")
    assert [item.question.kind for item in found.items] == [Kind.SINGLE, Kind.MULTIPLE]


def test_trouble_and_pictures_are_told_by_line() -> None:
    lines = [WrittenLine("1. 甲（A）A.一 B.二", 3, pictures=1), WrittenLine("2. 乙（A）A.一 B.二", 7)]
    gathered = Gathered()
    written_tables(read_written([*lines, WrittenLine("答案：B", 8)]), "礼仪", gathered)
    assert errors(gathered.problems) == [(7, "")]
    assert warnings(gathered.problems) == [(3, "")]
    assert gathered.faulty == 1
    assert "“甲（）”" in words(gathered.problems)


def test_how_it_was_understood() -> None:
    text = written("一、单选题\n1. 甲（A）\nA.一 B.二\n2. 乙\nA.一 B.二\n答案：A\n\n第二章 其他\n1. 丙。（√）")
    assert list(in_words(text)) == [
        "第 2—4 行“一、单选题”：单选题 2 道，答案在题干括号里、答案写在题目下面。",
        "第 9—9 行：1 道题，题型按答案和选项判断，答案在题干括号里。",
    ]
    assert "题号" in why_none()
