"""The printed sheet: whose it is, every question with answer, key and points; nothing that it must not tell."""

import re
from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest

from quizapp.core.desk import AnswerSheet, ReviewQuestion
from quizapp.core.monthly import Grade
from quizapp.core.pictures import PicturePlace
from quizapp.core.questions import Kind
from quizapp.gui.answer_sheet_html import answer_sheet_html, answer_words, sheet_document
from tests.gui.test_paper_document import pages_in
from tests.made_pictures import png

STARTED = datetime(2026, 3, 2, 1, 0, tzinfo=UTC)
OPTIONS = ("左前方", "右后方", "正前方", "")
SINGLE = ReviewQuestion(0, Kind.SINGLE, "应走在哪一侧？", OPTIONS, (0,), 400, 400, (0,), (), "", "")
SEVERAL = ReviewQuestion(1, Kind.MULTIPLE, "哪些恰当？", OPTIONS, (0, 3), 600, 300, (0, 1, 3), (), "", "")
TRUTH = ReviewQuestion(2, Kind.TRUE_FALSE, "客人先出电梯。", (), False, 400, 0, True, (), "", "")
BLANKS = ReviewQuestion(
    3, Kind.FILL_BLANK, "会前____分钟，约____度。", (), ("15", ""), 400, 200, None, ("15 或 十五", "70"), "", ""
)
OPEN = ReviewQuestion(
    4, Kind.SHORT_ANSWER, "三个方面？", (), "守时；\n得体。", 1000, None, None, ("守时、得体、周到",), "", ""
)
LEFT_OUT = ReviewQuestion(5, Kind.SINGLE, "没有答的题<1>", OPTIONS, None, 400, 0, (1,), (), "", "")
SHEET = AnswerSheet(
    bureau="某市机关事务局", title="三月测试", name="张三", person_number="0012", department="服务中心 / 车队",
    number=1, started_at=STARTED, ended_at=STARTED + timedelta(minutes=21), used_s=1263, given_s=1800, score=86_50,
    full_points=100_00, grade=Grade.PASSED, questions=(SINGLE, SEVERAL, TRUTH, BLANKS, OPEN, LEFT_OUT), has_key=True,
)  # fmt: skip


def lines_of(sheet: AnswerSheet) -> list[str]:
    body = answer_sheet_html(sheet).split("<body>")[1]
    text = re.sub(r"<[^>]+>", "", re.sub(r"</p>|</td>|<br>", "\n", body)).replace("&nbsp;", " ")
    return [re.sub(r" +", " ", line).strip() for line in text.replace("&lt;", "<").replace("&gt;", ">").splitlines()]


def test_the_head_says_whose_it_is():
    text = [line for line in lines_of(SHEET) if line][:18]
    assert text[:2] == ["某市机关事务局", "三月测试 答卷"]
    facts = dict(zip(text[2::2], text[3::2], strict=True))
    assert (facts["姓名"], facts["编号"], facts["科室（单位）"]) == ("张三", "0012", "服务中心 / 车队")
    assert facts["用时"] == "21 分 3 秒（可用 30 分钟）"
    assert facts["得分"] == "86.5 分（满分 100 分），合格"
    assert facts["第几次作答"] == "第 1 次"


def test_each_question_has_answer_key_and_points():
    text = lines_of(SHEET)
    assert "（单选题，4 分）应走在哪一侧？" in text
    assert text.count("作答：A. 左前方") == text.count("答案：A. 左前方") == 1
    assert "作答：A. 左前方；D" in text and "答案：A. 左前方；B. 右后方；D" in text
    assert "作答：×（错误）" in text and "答案：√（正确）" in text
    assert "作答：15；（空）" in text and "答案：15 或 十五；70" in text
    assert "作答：守时；" in text and "得体。" in text and "答案：守时、得体、周到" in text
    assert "（单选题，4 分）没有答的题<1>" in text and "作答：（未答）" in text
    verdicts = [line for line in text if re.fullmatch(r"(. 得 .+ 分|待评分)", line)]
    assert verdicts == ["√ 得 4 分", "△ 得 3 分", "× 得 0 分", "△ 得 2 分", "待评分", "× 得 0 分"]


def test_without_the_key_nothing_gives_it_away():
    hidden = replace(SHEET, has_key=False)
    others = tuple(
        replace(one, key=None if one.key is None else False, key_texts=("别的",) if one.key_texts else ())
        for one in SHEET.questions
    )
    assert answer_sheet_html(hidden) == answer_sheet_html(replace(hidden, questions=others))
    assert "答案" not in "".join(lines_of(hidden))


@pytest.mark.parametrize(
    ("change", "words"),
    [
        ({"score": None, "grade": None, "unmarked": 1}, ["未定（满分 100 分）", "还有 1 题待评分，得分未定。"]),
        ({"void_reason": "代考", "grade": None}, ["86.5 分（满分 100 分）", "这次作答已作废，不计成绩。原因：代考"]),
    ],
)
def test_what_does_not_count_says_so(change, words):
    text = lines_of(replace(SHEET, **change))
    assert all(one in text for one in words)


def test_a_stem_is_shortened_only_where_it_would_fill_a_page():
    kept = "长" * 260
    assert any(kept in line for line in lines_of(replace(SHEET, questions=(replace(SINGLE, stem=kept),))))
    text = "".join(lines_of(replace(SHEET, questions=(replace(SINGLE, stem="长" * 400),))))
    assert "长" * 240 + "……" in text and "长" * 241 not in text


def test_a_short_answer_is_never_shortened():
    long = "答" * 3000
    assert any(long in line for line in lines_of(replace(SHEET, questions=(replace(OPEN, response=long),))))


def test_pictures_of_the_stem_and_of_what_was_chosen_or_right():
    places = (PicturePlace(), *map(PicturePlace, range(4)))
    asked = replace(SINGLE, options=("",) * 4, pictures=places, response=(1,), key=(2,), earned=0)
    pictures = {(0, place): png(400 + (place.option or 0), 200) for place in places}
    html = answer_sheet_html(replace(SHEET, questions=(asked,), pictures=pictures))
    assert html.count("<img") == 3
    assert re.findall(r"([A-D]) <img", html) == ["B", "C"]
    assert re.findall(r"([A-D]) <img", answer_sheet_html(replace(SHEET, questions=(asked,), has_key=False,
                                                                 pictures=pictures))) == ["B"]  # fmt: skip
    assert "<img" not in answer_sheet_html(replace(SHEET, questions=(asked,)))


def test_answers_beyond_the_options_are_their_letters():
    assert answer_words(SINGLE, (9,)) == "J"


def test_every_page_has_the_name_its_number_and_a_line_to_sign(theme):
    many = tuple(replace(SINGLE, position=at) for at in range(40))
    document = sheet_document(replace(SHEET, questions=many))
    assert document.page_count > 1
    left, right = document.foot
    assert left == "张三（0012）"
    assert re.fullmatch(r"考生签名：_{14}　日期：_{14}", right)
    assert pages_in(document.pdf()) == document.page_count
    height = document.text.pageSize().height()
    layout = document.text.documentLayout()
    places = [layout.frameBoundingRect(frame) for frame in document.text.rootFrame().childFrames()]
    assert len(places) == 41
    assert all(int(place.top() / height) == int((place.bottom() - 1) / height) for place in places)


def test_nothing_looks_like_a_stamp():
    assert "印" not in "".join(lines_of(SHEET))
    assert "seal" not in answer_sheet_html(SHEET)
