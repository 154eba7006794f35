"""What the lines of running text look like: numbers of questions, labels of options, 答案：, headings of parts."""

# no _() in this module: words in texts that others wrote, in whatever language the program speaks

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import islice

from quizapp.core.questions import Kind
from quizapp.excel.headings import Role, bank_heading
from quizapp.excel.kinds import CHOICE, Declared, declared_kind, kind_in_name

LONGEST_HEADING = 80
_MOST_LABELS = 50  # of one line
_NUMERALS = "一二三四五六七八九十百"
_START = re.compile(
    r"\s*(?P<lead>[(（]\s*[^()（）\n]{0,8}?\s*[)）]\s*(?=\d|第))?"
    r"(?:第\s*(?P<ord>\d{1,4})\s*[题道]\s*[:：.．、]?"
    r"|[(（【\[]\s*(?P<paren>\d{1,4})\s*[)）】\]]\s*[.．、]?"
    r"|(?:[题Qq]\s*)?(?P<dot>\d{1,4})\s*(?P<sep>[.．、:：])"
    r"|(?P<half>\d{1,4})\s*[)）])\s*"
)
_CHINESE_START = re.compile(rf"\s*(?P<number>[{_NUMERALS}]{{1,4}})\s*[、.．]\s*(?=\S)")
_HEAD = (
    ("part", re.compile(rf"第\s*[{_NUMERALS}\d]{{1,4}}\s*(?:部分|大题|章|节|篇|单元|编)\s*[:：、.．]?\s*")),
    ("dun", re.compile(rf"(?:[{_NUMERALS}]{{1,4}}|[IVXⅠ-Ⅻ]{{1,4}})\s*[、.．:：]\s*")),
    ("paren", re.compile(rf"[(（]\s*[{_NUMERALS}]{{1,4}}\s*[)）]\s*[、.．:：]?\s*")),
)
_LOOSE_HEAD = re.compile(rf"[{_NUMERALS}]{{1,3}}\s+")
_ARABIC_HEAD = re.compile(r"\d{1,2}\s*[.．、]\s*")
_REMARK = re.compile(r"[(（【\[].*", re.DOTALL)
_NAMES_KIND = re.compile(
    "选择|单选|多选|单项|多项|不定项|客观|判断|是非|对错|填空|简答|问答|论述|名词|主观|案例|计算|分析|材料|简述|应用"
)
_CHOICE_WORDS = re.compile("选择题|单选|多选|单项选择|多项选择|不定项|客观题")
_SHORT_WORDS = re.compile("名词解释|案例|论述|主观题|分析题|计算题|材料题")

LABEL = re.compile(
    r"(?:[(（\[【]\s*)?([A-Pa-pＡ-Ｐａ-ｐ])\s*"
    r"(?:[)）\]】]\s*[、.．:：]?|[、.．:：]|(?<=[A-PＡ-Ｐ])[,，])[ \t\u3000\xa0]*"
)
_WEAK_LABEL = re.compile(r"([A-PＡ-Ｐ])(?:[ \t\u3000\xa0]+|(?=[\u3400-\u9fff\d]))")
_BEFORE_LABEL = " \t\u3000\xa0;；。，,)）?？:：_…!！"

_MARK = re.compile(
    r"[【\[]\s*(?P<boxed>[^】\]\[【\s]{1,8})\s*[】\]]\s*[:：]?"
    r"|(?:^|(?<=[\s。；;！!？?）)\u3000]))(?P<word>[^\W\d_]{1,12}|[A-Za-z]{2,12} [A-Za-z]{2,12})\s*[:：]"
)
_BARE_KEY = re.compile(
    r"(?:正确|标准|参考)?答案\s*(?:是|为)?\s*(?P<key>[A-PＡ-Ｐ][A-PＡ-Ｐ\s、,，]*|[√×✓✗对错]|正确|错误)\s*[。.]?"
)
_INLINE = frozenset([Role.KEY, Role.EXPLANATION, Role.DIFFICULTY, Role.KNOWLEDGE_POINT, Role.SOURCE])
_AT_START = _INLINE | {Role.CATEGORY, Role.KIND, Role.STEM, Role.OPTIONS, Role.REVIEWED_ON, Role.REMARK}
_OWN_WORDS = {
    "答": Role.KEY, "问": Role.STEM, "答题要点": Role.KEY, "答案要点": Role.KEY, "参考要点": Role.KEY,
    "分值": Role.REMARK, "分数": Role.REMARK, "得分": Role.REMARK, "本题分值": Role.REMARK, "您的答案": Role.REMARK,
    "我的答案": Role.REMARK, "考生答案": Role.REMARK,
}  # fmt: skip
_ABOUT_AN_ATTEMPT = re.compile(
    r"(?:[您你我]|考生|学生|学员|用户|本人|答题人|作答人)的?(?:答案|选择|作答|选项|回答)|(?:作答|答题|选择)(?:情况|结果)"
    r"|(?:答题|作答)?用时|(?:本题|平均|全站|答题)?(?:正确率|得分率|错误率|答对率|错题率)|(?:本题|我的|该题|此题)(?:得分|分数|分值|状态)"
    r"|易错项|作答次数|答题时间|作答时间"
)
_QUESTION_LIKE = re.compile(r"[?？]\s*$|[(（]\s*[)）]|_{2,}|＿{2,}")
_PAGE_MARK = re.compile(r"第\s*\d+\s*页(?:[\s/，,（(]*共\s*\d+\s*页[）)]?)?|[-—–]\s*\d+\s*[-—–]|[-=—_*─]{3,}")
_INSTRUCTION = re.compile(
    "每(?:小)?题|共.{0,6}题|满分|总分|得分|姓名|科室[:：]|单位[:：]|日期[:：]|考试时间|时间[:：]|请将|请在|请把|请用"
    "|填入|填在|填涂|括号内|答题卡|交卷|闭卷|开卷|本卷|本试卷|注意事项|说明[:：]"
)


@dataclass(frozen=True, slots=True)
class Start:
    """The number before a question. `lead`: what stands in brackets before the number; `is_tight`: a digit follows."""

    style: str
    number: int
    rest: str
    lead: str = ""
    is_tight: bool = False


@dataclass(frozen=True, slots=True)
class PartHeading:
    """A heading such as 一、单选题（每题 2 分）; `style` tells its level, `name` is it without number and remark."""

    style: str
    text: str
    name: str
    kind: Declared | None


def start_of(text: str) -> Start | None:
    """The number that a line begins with, in Arabic digits."""
    match = _START.match(text)
    if match is None:
        return None
    style = next(name for name in ("ord", "paren", "dot", "half") if match[name])
    rest = text[match.end() :]
    is_tight = style == "dot" and rest[:1].isdecimal() and match.end("sep") == match.end()
    if is_tight and match["sep"] in ":：":
        return None
    lead = (match["lead"] or "").strip()
    return Start(style, int(match[style]), rest.strip(), lead[1:-1].strip() if lead else "", is_tight)


def chinese_start_of(text: str) -> Start | None:
    """The number that a line begins with, in Chinese numerals."""
    match = _CHINESE_START.match(text)
    if match is None:
        return None
    return Start("chinese", _chinese_number(match["number"]), text[match.end() :].strip())


def _chinese_number(text: str) -> int:
    total = digit = 0
    for char in text:
        if char == "十":
            total, digit = total + (digit or 1) * 10, 0
        elif char == "百":
            total, digit = total + (digit or 1) * 100, 0
        else:
            digit = _NUMERALS.index(char) + 1
    return total + digit


def part_heading(text: str) -> PartHeading | None:
    """The heading that a line is; one that names no kind may also be a question in Chinese numbering."""
    line = text.strip()
    if not line or len(line) > LONGEST_HEADING:
        return None
    names_kind = names_a_kind(line)
    for style, pattern in _HEAD:
        if match := pattern.match(line):
            rest = line[match.end() :].strip()
            kind = _kind_of(rest) if names_kind else None
            if kind is None and (re.search(r"[?？。]\s*$", rest) or not rest):
                return None
            return PartHeading(style, line, _bare(rest), kind)
    if not names_kind:
        return None
    for pattern in (_ARABIC_HEAD, _LOOSE_HEAD):
        if (match := pattern.match(line)) and (kind := _bare_kind(line[match.end() :])) is not None:
            return PartHeading("dun", line, _bare(line[match.end() :]), kind)
    kind = _bare_kind(line)
    return None if kind is None else PartHeading("bare", line, _bare(line), kind)


def names_a_kind(text: str) -> bool:
    """Whether a word for a kind of question occurs: a quick look before the long one."""
    return _NAMES_KIND.search(text) is not None


def _kind_of(rest: str) -> Declared | None:
    """The kind that a heading names, first in what stands before its remark."""
    for part in (_bare(rest), rest):
        if len(part) > 40 and part is not rest:
            continue
        if (kind := declared_kind(part) or kind_in_name(part)) is not None:
            return kind
        if _CHOICE_WORDS.search(part) and not re.search("判断|填空|简答|问答", part):
            return CHOICE
        if _SHORT_WORDS.search(part):
            return Kind.SHORT_ANSWER
    return None


def _bare_kind(line: str) -> Declared | None:
    """The kind of a line that is a kind's name and perhaps a remark, and nothing else."""
    boxed = re.fullmatch(r"[【\[(（《<]\s*(.+?)\s*[】\])）》>]\s*[:：]?", line)
    name = _bare(boxed[1] if boxed else line)
    name = re.sub(r"\s*(?:部分|\d+\s*[道题个]+|练习|试题|题库)$", "", name)
    return declared_kind(name) if re.search(r"[\u3400-\u9fff]", name) else None


def _bare(text: str) -> str:
    return _REMARK.sub("", text).strip(" \t\u3000:：。.") or text.strip()


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of a line: what it says (None: the line itself goes on) and its text."""

    role: Role | None
    text: str


def pieces_of(text: str) -> list[Piece]:
    """A line cut at 答案：, 解析： and the like; the first piece has no role where the line begins with none."""
    line = text.strip()
    if bare := _BARE_KEY.fullmatch(line):
        return [Piece(Role.KEY, bare["key"].strip())]
    marks = [(match.start(), match.end(), role) for match, role in _marks(line)]
    found = []
    if not marks or line[: marks[0][0]].strip():
        found.append(Piece(None, line[: marks[0][0] if marks else len(line)].strip()))
    for (_start, end, role), following in zip(marks, [*marks, None][1:], strict=True):
        found.append(Piece(role, line[end : following[0] if following else len(line)].strip()))
    return found


def _marks(line: str) -> Iterator[tuple[re.Match[str], Role]]:
    first = True
    for match in _MARK.finditer(line):
        role = _role_of(match["boxed"] or match["word"])
        is_start = first and not line[: match.start()].strip()
        is_theirs = role is Role.REMARK and _ABOUT_AN_ATTEMPT.fullmatch(match["boxed"] or match["word"])
        if role is None or (role not in (_AT_START if is_start or match["boxed"] else _INLINE) and not is_theirs):
            continue
        first = False
        yield match, role


def _role_of(word: str) -> Role | None:
    if word in _OWN_WORDS:
        return _OWN_WORDS[word]
    if _ABOUT_AN_ATTEMPT.fullmatch(word):
        return Role.REMARK
    heading = bank_heading(word)
    if heading is None or heading.role not in _AT_START:
        return None
    return heading.role


def labelled(text: str) -> int | None:
    """The number from 0 of the option whose label a line begins with."""
    match = LABEL.match(text.strip())
    return option_index(match[1]) if match else None


def weakly_labelled(text: str) -> int | None:
    """The same for a bare letter (A 甲), which may as well be a word's."""
    match = _WEAK_LABEL.match(text.strip())
    return option_index(match[1]) if match else None


def option_index(char: str) -> int:
    """The number from 0 of a letter in any width and case."""
    code = ord(char) - 0xFEE0 if ord(char) > 0xFF00 else ord(char)
    return (code & ~0x20) - ord("A")


def split_options(text: str, *, is_weak: bool = False) -> list[tuple[int, str]]:
    """The options of a line that begins with a label: those that follow in the alphabet, however they are parted."""
    line = text.strip()
    pattern = _WEAK_LABEL if is_weak else LABEL
    match = pattern.match(line)
    found: list[tuple[int, str]] = []
    while match is not None:
        index = option_index(match[1])
        following = _next_label(line, match, index + 1, pattern)
        found.append((index, line[match.end() : following.start() if following else len(line)].strip()))
        match = following
    return found


def _next_label(line: str, last: re.Match[str], index: int, pattern: re.Pattern[str]) -> re.Match[str] | None:
    """The next label in the alphabet: rather one after a space than one in the midst of a text."""
    tight = None
    for match in pattern.finditer(line, last.end()):
        if option_index(match[1]) != index or match[1].isupper() != last[1].isupper():
            continue
        before = line[match.start() - 1]
        if match.start() == last.end() or before in _BEFORE_LABEL:
            return match
        if tight is None and pattern is LABEL and not (before.isascii() and before.isalpha() and before.isupper()):
            tight = match
    return tight


def split_stem(text: str, following: str) -> tuple[str, str]:
    """A line cut where its options begin: A and B stand in it, or A in it and B at the start of the next line."""
    without_b: set[bool] = set()  # cases of letters: where no B follows an A, none follows a later one
    for match in islice(LABEL.finditer(text), _MOST_LABELS):
        if option_index(match[1]) != 0 or not match.start() or text[match.start() - 1] not in _BEFORE_LABEL:
            continue
        if labelled(following) == 1:
            return text[: match.start()].strip(), text[match.start() :]
        if match[1].isupper() not in without_b:
            if _next_label(text, match, 1, LABEL) is not None:
                return text[: match.start()].strip(), text[match.start() :]
            without_b.add(match[1].isupper())
    return text.strip(), ""


def is_page_mark(text: str) -> bool:
    """Whether a line is a page's number or a ruler."""
    return bool(_PAGE_MARK.fullmatch(text.strip()))


def is_question_like(text: str) -> bool:
    """Whether a line could be a question: it asks, or has a blank; instructions to those who sit the test do not."""
    return asks(text) and not is_instruction(text)


def asks(text: str) -> bool:
    """Whether a text ends with a question mark or has a blank."""
    return bool(_QUESTION_LIKE.search(text))


def is_instruction(text: str) -> bool:
    """Whether a line speaks to those who sit the test."""
    return bool(_INSTRUCTION.search(text))
