"""A paper in HTML: head, parts, options, and the key on a page of its own."""

import re
from dataclasses import replace

from quizapp.core.grading import MultipleRule
from quizapp.core.pictures import Picture, digest_of
from quizapp.core.points import POINT
from quizapp.core.questions import Kind, Option, Question
from quizapp.gui.paper_html import key_words, paper_html
from quizapp.services.trials import PrintedPaper
from tests.made_pictures import FIRST, png


def options(*texts: str) -> tuple[Option, ...]:
    return tuple(Option(text) for text in texts)


SHORT = Question(Kind.SINGLE, "电话应在几声内接起？", (1,), options("一声", "三声", "五声", "七声"), "三声内。")
LONG = Question(Kind.SINGLE, "恰当的是（ ）。", (0,), options("甲" * 40, "乙"), source="接待规范")
TRUTH = Question(Kind.TRUE_FALSE, "客人先出电梯。", False)
SEVERAL = Question(Kind.MULTIPLE, "属于“六型”的有", (0, 2), options("学习型<1>", "奢华型", "服务型"))
BLANK = Question(Kind.FILL_BLANK, "应当____派车。", (("统一", "集中"), ("及时",)))
OPEN = Question(Kind.SHORT_ANSWER, "简述流程。", "会前、会中、会后。")

PAPER = PrintedPaper(
    "三月测试",
    "通用卷",
    30,
    100 * POINT,
    60 * POINT,
    (
        (SHORT, 4 * POINT),
        (LONG, 4 * POINT),
        (TRUTH, 250),
        (SEVERAL, 6 * POINT),
        (BLANK, 6 * POINT),
        (OPEN, 10 * POINT),
    ),
)


def words(html: str) -> str:
    """What a reader sees, a paragraph or cell a line."""
    body = html.split("<body>")[1]
    lines = re.sub(r"</p>|</td>|<br>", "\n", body)
    return re.sub(r"<[^>]+>", "", lines).replace("&nbsp;", " ").replace("&lt;", "<").replace("&gt;", ">")


def lines(html: str) -> list[str]:
    return [re.sub(r" +", " ", line).strip() for line in words(html).splitlines() if line.strip()]


def paper(**wishes: object) -> str:
    return paper_html(PAPER, rule=MultipleRule.EXACT, **wishes)  # type: ignore[arg-type]  # as the test says


def test_the_head_says_what_it_is_and_leaves_room_for_the_name():
    head = lines(paper())[:3]
    assert head[:2] == ["三月测试", "共 6 题 满分 100 分 60 分合格 时间 30 分钟"]
    assert re.fullmatch(r"科室（单位）：_+ 姓名：_+ 得分：_+", head[2])


def test_parts_are_numbered_with_points_and_counts():
    parts = [line for line in lines(paper()) if "、" in line and "每题" in line]
    assert parts == [
        "一、单选题（每题 4 分，共 2 题）",
        "二、判断题（每题 2.5 分，共 1 题）",
        "三、多选题（每题 6 分，共 1 题；全对得分，多选、少选、错选均不得分）",
        "四、填空题（每题 6 分，共 1 题）",
        "五、简答题（每题 10 分，共 1 题）",
    ]


def test_questions_are_numbered_through_with_room_for_the_answer():
    text = lines(paper())
    assert "1. 电话应在几声内接起？（ ）" in text
    assert "2. 恰当的是（ ）。" in text
    assert "3. 客人先出电梯。（ ）" in text
    assert "5. 应当____派车。" in text


def test_short_options_stand_side_by_side_long_ones_do_not():
    rows = re.findall(r"<tr>(?:(?!</tr>).)*[A-D]\. (?:(?!</tr>).)*</tr>", paper())
    assert [len(re.findall(r"[A-D]\. ", row)) for row in rows] == [4, 1, 1, 3]


def test_what_is_not_markup_is_not_taken_for_it():
    assert "学习型&lt;1&gt;" in paper()


def test_without_the_key_nothing_gives_it_away():
    with_other_keys = PrintedPaper(
        PAPER.title, PAPER.paper_name, 30, 100 * POINT, 60 * POINT,
        tuple((Question(one.kind, one.stem, other, one.options), points) for (one, points), other in zip(
            PAPER.questions, ((0,), (1,), True, (1, 2), (("别的",), ("随后",)), "别的"), strict=True)),
    )  # fmt: skip
    assert paper_html(with_other_keys, rule=MultipleRule.EXACT) == paper()


def test_the_key_begins_on_a_page_of_its_own():
    html = paper(with_key=True, version="B")
    assert "page-break-before: always" in html
    text = lines(html[html.index('<p class="title key">') :].join(["<body>", ""]))
    assert text[:2] == ["三月测试 参考答案", "B 卷"]
    assert "1. B 2. A" in text
    assert "5. 统一 或 集中；及时" in text
    assert text[text.index("解析") + 1 :] == ["1. 三声内。", "2. （依据：接待规范）"]


def test_keys_are_written_as_on_paper():
    assert [key_words(one) for one in (SHORT, TRUTH, SEVERAL, OPEN)] == ["B", "×", "AC", "会前、会中、会后。"]


def test_the_version_is_on_the_paper():
    assert lines(paper(version="A"))[1].startswith("A 卷 共 6 题")


def test_nothing_looks_like_a_stamp():
    assert "seal" not in paper(with_key=True)
    assert "印" not in words(paper(with_key=True))


WIDE = png(2000, 500)
PICTURED = replace(
    PAPER,
    questions=(
        (
            replace(
                SHORT,
                options=options("", "三声", "五声", "七声"),
                pictures=(Picture(digest_of(WIDE)), Picture(digest_of(FIRST), 0)),
            ),
            4 * POINT,
        ),
    ),
    pictures={digest_of(WIDE): WIDE, digest_of(FIRST): FIRST},
)


def test_pictures_are_within_the_page_and_fit_it():
    html = paper_html(PICTURED, rule=MultipleRule.EXACT)
    sizes = re.findall(r'<img src="data:image/png;base64,[^"]+" width="(\d+)" height="(\d+)" ', html)
    assert sizes == [("600", "150"), ("40", "30")]
    assert html.index("<img") < html.index("A. <img")
    assert html.count("<td width=") == 4 + 2, "two options in a row"


def test_a_picture_that_is_gone_leaves_the_paper_whole():
    assert "<img" not in paper_html(replace(PICTURED, pictures={}), rule=MultipleRule.EXACT)
