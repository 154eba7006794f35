"""A small bank with every kind of question and all fields, for the tests of what leaves the program."""

from datetime import date

from quizapp.core.questions import Difficulty, Kind, Option, Question
from quizapp.excel.table_sheet import Progress


def options(*texts: str) -> tuple[Option, ...]:
    return tuple(map(Option, texts))


SINGLE = Question(
    Kind.SINGLE, "接听电话应在铃响几声内？", (1,), options("五声", "三声", "七声"), "不必久等。", "礼仪/电话", "接听",
    Difficulty.EASY, "服务规范第 3 条", date(2026, 3, 1),
)  # fmt: skip
MULTIPLE = Question(
    Kind.MULTIPLE, "引路时应当：", (0, 1, 3), options("走在侧前方", "提示台阶", "看手机", "照顾步速"), category="礼仪"
)
TRUE = Question(Kind.TRUE_FALSE, "名片应正对对方。", True, explanation="对方接过来就能读。", category="礼仪")
FALSE = Question(Kind.TRUE_FALSE, "壶嘴应正对客人。", False)
BLANK = Question(Kind.FILL_BLANK, "握手以____秒左右为宜。", (("3", "三"),))
BLANKS = Question(Kind.FILL_BLANK, "握手一般由____先伸手，时间以（ ）秒为宜。", (("位尊者", "尊者"), ("3",)))
SHORT = Question(Kind.SHORT_ANSWER, "怎样接待来访群众？", "请坐、倒水。\n耐心听完。", explanation="态度最要紧。")
BANK = [SINGLE, MULTIPLE, TRUE, FALSE, BLANK, BLANKS, SHORT]


def progress(questions: list[Question]) -> Progress:
    return Progress(len(questions), None, None)
